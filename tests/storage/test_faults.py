"""Full disks, killed processes, many threads: what was acknowledged stays, the rest is told."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from liaison.domain.records import FollowUp, Partner
from liaison.errors import StorageError
from liaison.storage.archive import Archive
from liaison.storage.connection import scalar

ROOT = Path(__file__).resolve().parents[2]
LONG = "متن بلند آزمون " * 400


def fill_up(archive: Archive) -> int:
    """Add records until the disk is full; return how many were acknowledged."""
    for acknowledged in range(5000):
        try:
            with archive.change("more") as change:
                change.add(Partner, {"name_fa": f"شهر {acknowledged}", "notes": LONG})
        except StorageError as fault:
            assert "disk is full" in str(fault)  # noqa: PT017 - the number is what is asked for
            return acknowledged
    return -1


def test_a_database_at_its_limit_keeps_what_was_acknowledged(archive: Archive) -> None:
    with archive.change("first") as change:
        change.add(Partner, {"name_fa": "نخست"})
        pages = scalar(change.connection, "PRAGMA page_count")
    with archive.upkeep() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages + 40}")
    count = fill_up(archive)
    assert archive.counts() == {"partner": count + 1}
    assert archive.check() == []
    with archive.upkeep() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages * 100}")
    with archive.change("again") as change:
        change.add(Partner, {"name_fa": "باز هم"})
    assert archive.undo() == "again"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [shutil.which("mount") or "mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk]
    if os.geteuid() or subprocess.run(command, check=False).returncode:  # noqa: S603 - as named
        pytest.skip("mounting is not permitted here")
    yield disk
    subprocess.run(["umount", disk], check=True)  # noqa: S603, S607 - what was mounted above


def test_a_full_disk_keeps_what_was_acknowledged(small_disk: Path, empty: Path) -> None:
    shutil.copytree(empty, small_disk / "archive")
    with Archive.open(small_disk / "archive") as archive:
        with archive.change("first") as change:
            first = change.add(Partner, {"name_fa": "نخست"})
        count = fill_up(archive)
        assert archive.counts() == {"partner": count + 1}
        with pytest.raises(StorageError, match="disk is full"):
            archive.attach(_large(small_disk.parent))
        assert list((small_disk / "archive" / "files").rglob("*-*")) == []
        assert archive.check() == []
        ballast = small_disk / "archive" / "files"
        assert ballast.exists()
    with Archive.open(small_disk / "archive") as archive:
        assert archive.counts() == {"partner": count + 1}
        assert archive.exists(Partner, first)
        assert archive.check() == []


def _large(folder: Path) -> Path:
    path = folder / "large.bin"
    path.write_bytes(os.urandom(8 << 20))
    return path


def test_no_archive_is_half_made_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(5 << 20))
    with pytest.raises(StorageError, match="disk is full"):
        Archive.open(small_disk / "archive")
    assert not (small_disk / "archive" / "archive.db").exists()
    (small_disk / "ballast").unlink()
    Archive.open(small_disk / "archive").close()


WRITER = """
import sys; from pathlib import Path
from liaison.domain.records import FollowUp, Partner
from liaison.storage.archive import Archive
archive, number = Archive.open(Path(sys.argv[1])), int(sys.argv[2])
print("ready", flush=True)
while True:
    with archive.change("pair") as change:
        city = change.add(Partner, {"name_fa": f"شهر {number}"})
        for each in range(20):
            change.add(FollowUp, {"title_fa": f"کار {number} {each}", "partner": city})
    print(number, flush=True)
    if number % 5 == 0:
        archive.undo()
        print(-number, flush=True)
    number += 1
"""


def test_a_kill_in_the_middle_loses_nothing_acknowledged(folder: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - when to kill is no secret
    acknowledged: list[int] = []
    for _round in range(6):
        start = max(acknowledged, default=0) + 2
        command = [sys.executable, "-c", WRITER, str(folder), str(start)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:  # noqa: S603 - the program above
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.01, 0.25))
            writer.send_signal(signal.SIGKILL)
            acknowledged += [int(line) for line in writer.stdout.read().split()]
    undone = {-each for each in acknowledged if each < 0}
    expected = {f"شهر {each}" for each in acknowledged if each > 0 and each not in undone}
    with Archive.open(folder) as archive:
        names = {row["name_fa"] for row in archive.rows(Partner)}
        for row in archive.rows(Partner):
            assert len(archive.rows(FollowUp, {"partner": row.uid})) == 20
        assert archive.check() == []
    # The last change of a round may have been committed and not have been told yet, and so may
    # the undo of it.
    unsure = {f"شهر {max(acknowledged, default=0)}", *(f"شهر {each * 5}" for each in range(200))}
    assert expected - names <= unsure
    assert len(names - expected) <= 6


def test_readers_see_whole_changes_while_others_write(archive: Archive) -> None:
    done = threading.Event()

    def read() -> int:
        while not done.is_set():
            assert len(archive.rows(FollowUp)) % 10 == 0
            archive.search("کار")
        return len(archive.rows(FollowUp))

    def write(name: str) -> None:
        for number in range(8):
            with archive.change(name) as change:
                for each in range(10):
                    change.add(FollowUp, {"title_fa": f"کار {name} {number} {each}"})

    with ThreadPoolExecutor(5) as pool:
        readers = [pool.submit(read) for _each in range(3)]
        writers = [pool.submit(write, name) for name in "اب"]
        wait(writers)
        done.set()
    assert [each.result() for each in readers] == [160] * 3
    assert [each.result() for each in writers] == [None] * 2
    assert archive.check() == []


def test_an_archive_that_was_moved_away_is_not_written_to(archive: Archive) -> None:
    with archive.change("first") as change:
        change.add(Partner, {"name_fa": "نخست"})
    for path in (archive.folder, archive.folder / "archive.db"):
        elsewhere = path.with_name("elsewhere")
        path.rename(elsewhere)
        with pytest.raises(StorageError, match="moved"), archive.change("lost") as change:
            change.add(Partner, {"name_fa": "گم"})
        with pytest.raises(StorageError):
            archive.undo()
        elsewhere.rename(path)
    with archive.change("second") as change:
        change.add(Partner, {"name_fa": "دوم"})
    assert archive.counts() == {"partner": 2}
