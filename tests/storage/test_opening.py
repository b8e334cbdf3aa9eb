"""Opening: what is whole is opened, anything else is told in a sentence and left untouched."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from liaison.domain.records import Partner
from liaison.errors import DamagedError, StorageError
from liaison.storage.archive import Archive
from liaison.storage.connection import connect
from liaison.storage.marker import known

ROOT = Path(__file__).resolve().parents[2]


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of the files that hold records and files, by name."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-shm", ".lock"))
    }


def fill(folder: Path, *names: str) -> None:
    with Archive.open(folder) as archive:
        for name in names:
            with archive.change(name) as change:
                change.add(Partner, {"name_fa": name})


def killed_after(folder: Path, *names: str) -> None:
    """Let another process write and die without closing."""
    writing = (
        "import os, sys; from pathlib import Path;"
        "from liaison.domain.records import Partner; from liaison.storage.archive import Archive;"
        "archive = Archive.open(Path(sys.argv[1]))\n"
        "for name in sys.argv[2:]:\n"
        "    with archive.change(name) as change: change.add(Partner, {'name_fa': name})\n"
        f"os.kill(os.getpid(), {signal.SIGKILL})"
    )
    command = [sys.executable, "-c", writing, str(folder), *names]
    done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 - the program above
    assert done.returncode == -signal.SIGKILL


def test_an_empty_folder_becomes_an_archive(tmp_path: Path) -> None:
    folder = tmp_path / "بایگانی تازه" / "a#b ?%41"
    with Archive.open(folder) as archive:
        assert archive.counts() == {}
        assert archive.check() == []
        assert not archive.read_only
    assert {each.name for each in folder.iterdir()} == {
        "archive.db",
        "archive.head",
        "archive.lock",
        "archive.sums",
        "files",
    }
    with Archive.open(folder) as archive:
        assert archive.counts() == {}


def test_an_archive_is_only_made_where_asked(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no archive"):
        Archive.open(tmp_path / "mistyped", create=False)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match="not a folder"):
        Archive.open(tmp_path / "file")


def _foreign(path: Path) -> None:
    with dbapi2.connect(str(path)) as other:
        other.execute("CREATE TABLE songs(name TEXT)")
        other.execute("PRAGMA application_id = 7")
    other.close()


def _cut(path: Path) -> None:
    os.truncate(path, 50)


def _half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 4096 // 2 * 4096)


def _scribbled(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(8000))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda path: path.write_bytes(b""), "not an archive"),
        (lambda path: path.write_bytes(b"%PDF-1.7 " * 99), "not an archive"),
        (lambda path: path.write_bytes(os.urandom(9999)), "not an archive"),
        (lambda path: (path.unlink(), _foreign(path)), "another program"),
        (_cut, "not an archive"),
        (_scribbled, "damaged"),
        (_half, "damaged"),
    ],
    ids=["empty", "pdf", "noise", "foreign", "cut", "scribbled", "half"],
)
def test_a_strange_or_damaged_file_is_told_and_left(
    folder: Path, damage: Callable[[Path], object], message: str
) -> None:
    damage(folder / "archive.db")
    before = digests(folder)
    for _twice in range(2):
        with pytest.raises(StorageError, match=message):
            Archive.open(folder)
    assert digests(folder) == before


def test_a_newer_archive_is_refused_by_version(folder: Path) -> None:
    connection = connect(folder / "archive.db", "rw")
    connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = digests(folder)
    with pytest.raises(StorageError, match="0999"):
        Archive.open(folder)
    assert digests(folder) == before


def test_tables_without_a_version_are_damaged(folder: Path) -> None:
    connection = connect(folder / "archive.db", "rw")
    connection.execute("DELETE FROM alembic_version")
    connection.close()
    with pytest.raises(StorageError, match="damaged"):
        Archive.open(folder)


def test_closing_twice_does_no_harm(folder: Path) -> None:
    archive = Archive.open(folder)
    archive.close()
    archive.close()
    Archive.open(folder).close()


def test_what_was_committed_outlives_a_kill(folder: Path) -> None:
    killed_after(folder, "یک", "دو")
    with Archive.open(folder) as archive:
        assert [row["name_fa"] for row in archive.rows(Partner)] == ["یک", "دو"]
        assert archive.check() == []
        assert archive.undo() == "دو"


@pytest.mark.parametrize("part", [0, 0.5], ids=["gone", "cut short"])
def test_lost_changes_are_noticed_before_anything_is_touched(folder: Path, part: float) -> None:
    fill(folder, "پیش از آن")
    killed_after(folder, "یک", "دو", "سه")
    log = folder / "archive.db-wal"
    assert log.stat().st_size > 0
    if part:
        os.truncate(log, int(log.stat().st_size * part))
    else:
        log.unlink()
    before = digests(folder)
    with pytest.raises(StorageError, match=r"archive\.db-wal"):
        Archive.open(folder)
    assert digests(folder) == before
    (folder / "archive.head").unlink()
    with Archive.open(folder) as archive:
        assert 1 <= archive.counts()["partner"] < 4
        assert archive.check() == []


def test_a_lost_database_is_not_replaced_by_an_empty_one(folder: Path) -> None:
    fill(folder, "یک")
    (folder / "archive.db").unlink()
    with pytest.raises(StorageError, match=r"archive\.head"):
        Archive.open(folder)
    assert not (folder / "archive.db").exists()


@pytest.mark.parametrize("marker", [b"", b"nonsense", b"\xff\xfe", b"0000000000000000000\n"])
def test_an_unreadable_marker_misses_nothing(folder: Path, marker: bytes) -> None:
    fill(folder, "یک")
    (folder / "archive.head").write_bytes(marker)
    fill(folder, "دو")
    assert known(folder) == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a file system")
def test_a_write_protected_folder_opens_for_reading(folder: Path, tmp_path: Path) -> None:
    fill(folder, "یک")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount") or "mount"
    made = subprocess.run([mount, "-t", "tmpfs", "tmpfs", disk], check=False)  # noqa: S603 - as named
    if made.returncode:
        pytest.skip("mounting is not permitted here")
    try:
        shutil.copytree(folder, disk / "whole")
        shutil.copytree(folder, disk / "killed")
        killed_after(disk / "killed", "دو")
        subprocess.run([mount, "-o", "remount,ro", disk], check=True)  # noqa: S603 - as named
        for name, count in (("whole", 1), ("killed", 2)):
            with Archive.open(disk / name) as archive:
                assert archive.read_only
                assert archive.counts() == {"partner": count}
                assert archive.search("یک")
                with pytest.raises(StorageError, match="write-protected"), archive.change("no"):
                    pass
                with pytest.raises(StorageError, match="write-protected"):
                    archive.attach(ROOT / "main.py")
                assert archive.extract_pending() == 0
        with pytest.raises(StorageError, match="write-protected"):
            Archive.open(disk / "none")
    finally:
        subprocess.run(["umount", disk], check=True)  # noqa: S603, S607 - what was mounted above


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is protected from root")
def test_a_folder_without_the_right_to_write_opens_for_reading(folder: Path) -> None:
    fill(folder, "یک")
    folder.chmod(0o555)
    try:
        with Archive.open(folder) as archive:
            assert archive.read_only
            assert archive.counts() == {"partner": 1}
    finally:
        folder.chmod(0o755)


def test_a_key_is_carried_through_to_every_connection(tmp_path: Path) -> None:
    folder, key = tmp_path / "archive", bytes(range(32))
    with Archive.open(folder, key=key) as archive:
        with archive.change("secret") as change:
            change.add(Partner, {"name_fa": "رازآمیز"})
        assert archive.check() == []
    for wrong in (None, bytes(32)):
        with pytest.raises(StorageError, match="damaged"):
            Archive.open(folder, key=wrong)
    with Archive.open(folder, key=key) as archive:
        assert archive.counts() == {"partner": 1}
    assert "رازآمیز".encode() not in (folder / "archive.db").read_bytes()


def test_a_database_nobody_closed_is_looked_through(folder: Path) -> None:
    fill(folder, *(f"شهر {number}" for number in range(200)))
    file = folder / "archive.db"
    content = bytearray(file.read_bytes())
    middle = len(content) // 8192 * 4096
    content[middle : middle + 8192] = b"\xff" * 8192
    file.write_bytes(bytes(content))
    (folder / "archive.lock").write_text(f'{{"host": "{socket.gethostname()}", "pid": 1}}')
    with pytest.raises(DamagedError, match="damaged"):
        Archive.open(folder)
    (folder / "archive.lock").write_text(f'{{"host": "{socket.gethostname()}", "pid": 1}}')
    file.write_bytes(bytes(content[:4096]))
    with pytest.raises(DamagedError):
        Archive.open(folder)
