"""Sums of pages: a flipped bit is found wherever it lies, and the program's own work never is."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from liaison.domain.records import Document, Partner
from liaison.errors import DamagedError
from liaison.storage.archive import Archive
from liaison.storage.backups.making import make
from liaison.storage.backups.routine import back_up, shelf_of
from liaison.storage.connection import scalar
from liaison.storage.first_look import first_look
from liaison.storage.page_sums import _Log

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)
WRITTEN = "not what Liaison wrote"


def flip(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ 4]))


def page_of(folder: Path, content: str) -> int:
    """Return where in the database a text stands."""
    return (folder / "archive.db").read_bytes().index(content.encode())


def add(archive: Archive, name: str) -> str:
    with archive.change(name) as change:
        return change.add(Partner, {"name_fa": name})


def found(archive: Archive) -> list[str]:
    return [str(each) for each in archive.check()]


def test_a_flipped_letter_is_found_and_no_backup_is_made_of_it(folder: Path) -> None:
    with Archive.open(folder) as archive:
        add(archive, "پاریس آزمون")
        good = make(archive, shelf_of(folder), NOW)
    flip(folder / "archive.db", page_of(folder, "پاریس آزمون") + 1)
    with Archive.open(folder) as archive:
        (finding,) = found(archive)
        assert finding.startswith("1 page of the database is not what Liaison wrote there")
        for always in (True, False):
            with pytest.raises(DamagedError, match=WRITTEN):
                back_up(archive, NOW, always=always)
        assert [each.name for each in shelf_of(folder).backups()] == [good.name]


def test_damage_stays_known_when_the_page_is_written_over(folder: Path) -> None:
    with Archive.open(folder) as archive:
        uid = add(archive, "پاریس آزمون")
    flip(folder / "archive.db", page_of(folder, "پاریس آزمون") + 1)
    with Archive.open(folder) as archive, archive.change("edit") as change:
        change.update(Partner, uid, {"name_en": "Paris"})
    for _twice in range(2):
        with Archive.open(folder) as archive:
            assert WRITTEN in found(archive)[0]
            add(archive, "بعد")
    (folder / "archive.sums").unlink()
    with Archive.open(folder) as archive:
        assert all(WRITTEN not in each for each in found(archive))


def test_what_is_no_page_of_the_database_is_found(folder: Path) -> None:
    with (folder / "archive.db").open("ab") as file:
        file.write(bytes(4096))
    with Archive.open(folder) as archive:
        assert WRITTEN in found(archive)[0]


def test_flipped_sums_are_found_too(folder: Path) -> None:
    flip(folder / "archive.sums", 100)
    with Archive.open(folder) as archive:
        assert WRITTEN in found(archive)[0]


def test_an_archive_that_nobody_closed_is_compared_before_it_opens(folder: Path) -> None:
    _many(folder)
    _killed(folder)
    in_log = set(_Log(folder / "archive.db-wal", 4096).pages())
    outside = next(page for page in range(200, 1000) if page not in in_log)
    flip(folder / "archive.db", outside * 4096 - 50)
    with pytest.raises(DamagedError, match=WRITTEN):
        Archive.open(folder)


def test_damage_in_the_words_of_the_schema_is_told_in_a_sentence(folder: Path) -> None:
    database = folder / "archive.db"
    whole = database.read_bytes()
    begin = whole.index(b"CREATE TRIGGER")
    told = set()
    for at in range(begin, begin + 400, 10):
        database.write_bytes(whole[:at] + bytes([whole[at] ^ 128]) + whole[at + 1 :])
        assert not first_look(folder, NOW.date()).coming
        try:
            with Archive.open(folder) as archive:
                assert WRITTEN in found(archive)[0]
        except DamagedError as error:
            told.add(WRITTEN if WRITTEN in str(error) else str(error).split(":")[0])
    assert told == {"The archive is damaged", WRITTEN}


def test_a_history_that_cannot_be_read_is_told_where_damage_was_accepted(folder: Path) -> None:
    with Archive.open(folder) as archive:
        file = archive.attach(BytesIO(b"text"), "text.txt")
        with archive.change("add") as change:
            city = change.add(Partner, {"name_fa": "پاریس آزمون"})
            change.add(
                Document, {"title_fa": "سند", "file": file, "attached_to": ("partner", city)}
            )
    database = folder / "archive.db"
    told = database.read_bytes()
    at = told.rindex(b'"deleted_at":', 0, told.index(b'"file":'))
    flip(database, at + len('"deleted_at"'))
    (folder / "archive.sums").unlink()
    with Archive.open(folder) as archive:
        assert "not as this program recorded it" in found(archive)[0]


def test_a_reader_beside_the_window_finds_the_same(folder: Path) -> None:
    with Archive.open(folder) as archive:
        add(archive, "پاریس آزمون")
    flip(folder / "archive.db", page_of(folder, "پاریس آزمون") + 1)
    with Archive.open(folder), Archive.open(folder, only_read=True) as reader:
        assert WRITTEN in found(reader)[0]


def test_an_encrypted_archive_needs_no_sums(tmp_path: Path) -> None:
    key = os.urandom(32)
    with Archive.open(tmp_path / "archive", key=key) as archive:
        add(archive, "پاریس آزمون")
    assert not (tmp_path / "archive" / "archive.sums").exists()
    flip(tmp_path / "archive" / "archive.db", 4096 * 20 + 7)
    with Archive.open(tmp_path / "archive", key=key) as archive:
        assert found(archive)[0].startswith("The database is damaged")
        with pytest.raises(DamagedError):
            make(archive, shelf_of(archive.folder), NOW)
        assert shelf_of(archive.folder).backups() == []


@pytest.mark.parametrize("work", ["settle", "reader", "other reader", "vacuum", "killed"])
def test_what_the_program_does_itself_is_never_taken_for_damage(folder: Path, work: str) -> None:
    WORK[work](folder)
    for _twice in range(2):
        with Archive.open(folder) as archive:
            assert found(archive) == []
            make(archive, shelf_of(folder), datetime.now(UTC))


def _many(folder: Path) -> None:
    """Write until the log was carried over and begun anew, looking in between."""
    chance = random.Random(3)  # noqa: S311 - what is written is no secret
    with Archive.open(folder) as archive:
        for number in range(30):
            with archive.change("many") as change:
                for each in range(40):
                    note = str(chance.random()) * 200
                    change.add(Partner, {"name_fa": f"شهر {number} {each}", "goals_fa": note})
            if number % 6 == 0:
                assert found(archive) == []


def _beside_a_reader(folder: Path) -> None:
    """Hold a reading open, so that the log cannot be carried over."""
    with Archive.open(folder) as archive:
        add(archive, "پیش")
        with archive.reading_alone() as connection:
            assert scalar(connection, "SELECT count(*) FROM partner") == 1
            _many_in(archive)
            assert found(archive) == []
        assert found(archive) == []
        add(archive, "بعد")


def _closed_beside_a_reader(folder: Path) -> None:
    """Close while another one reads, who then is the last to leave."""
    archive = Archive.open(folder)
    add(archive, "پیش")
    with Archive.open(folder, only_read=True) as other, other.reading_alone() as connection:
        assert scalar(connection, "SELECT count(*) FROM partner") == 1
        _many_in(archive)
        archive.close()
        assert found(other) == []


def _many_in(archive: Archive) -> None:
    for number in range(3):
        with archive.change("many") as change:
            for each in range(200):
                change.add(Partner, {"name_fa": f"شهر {number} {each}", "goals_fa": "ن" * 2000})


def _smaller(folder: Path) -> None:
    """Let the database become smaller and grow again."""
    with Archive.open(folder) as archive:
        _many_in(archive)
        with archive.change("bin") as change:
            for each in archive.rows(Partner):
                change.delete(Partner, each.uid)
        archive.empty_bin()
        assert archive._writer is not None
        archive._writer.execute("VACUUM")
        assert found(archive) == []
        _many_in(archive)


def _killed(folder: Path) -> None:
    """Die with a log that nobody carried over."""
    done = subprocess.run([sys.executable, "-c", WRITER, folder], cwd=ROOT, check=False)  # noqa: S603 - the program below
    assert done.returncode == -signal.SIGKILL


WRITER = f"""
import os, sys; from pathlib import Path
from liaison.domain.records import Partner
from liaison.storage.archive import Archive
archive = Archive.open(Path(sys.argv[1]))
for number in range(9):
    with archive.change("many") as change:
        for each in range(100):
            change.add(Partner, {{"name_fa": f"شهر {{number}} {{each}}", "goals_fa": "ن" * 2000}})
os.kill(os.getpid(), {signal.SIGKILL})
"""


WORK: dict[str, Callable[[Path], None]] = {
    "settle": _many,
    "reader": _beside_a_reader,
    "other reader": _closed_beside_a_reader,
    "vacuum": _smaller,
    "killed": _killed,
}


def test_sums_that_a_power_cut_left_out_blame_nobody(folder: Path) -> None:
    with Archive.open(folder) as archive:
        add(archive, "پاریس آزمون")
    sums = folder / "archive.sums"
    whole = sums.read_bytes()
    there = len(whole) // 2 // 512 * 512  # a disk leaves out whole blocks
    sums.write_bytes(whole[:there] + bytes(len(whole) - there))
    with Archive.open(folder) as archive:
        assert archive.check() == []
    assert sums.read_bytes() == whole
