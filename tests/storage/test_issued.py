"""The register of what was printed: added to, never changed, and no step of undo."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from liaison.domain.records import Visit
from liaison.errors import StorageError
from liaison.storage.archive import Archive
from liaison.storage.connection import connect
from liaison.storage.issued import IssuedPrint, PrintPart

ISSUE = IssuedPrint(
    "visit-programme",
    "visit-1",
    "fa",
    guest=False,
    revision=1,
    day=date(2026, 4, 22),
    issued_at=datetime(2026, 4, 22, 8, 30, tzinfo=UTC),
    pages=3,
    way="printed",
    parts=(PrintPart("day:1", "روز ۱", "Day 1", "abc"),),
    reason="آزمون",
)


def test_what_was_issued_is_found_again_after_reopening(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a") as archive:
        first = archive.issued.record(ISSUE)
        second = archive.issued.record(replace(ISSUE, revision=2, way="saved"))
        archive.issued.record(replace(ISSUE, subject="visit-2"))
    assert first.uid != second.uid
    with Archive.open(tmp_path / "a") as archive:
        assert archive.issued.of_subjects(["visit-1"]) == [second, first]
        assert archive.issued.of_subjects([]) == []
        assert archive.issued.last("visit-programme", "visit-1", "fa", guest=False) == second


@pytest.mark.parametrize(
    ("product", "languages", "guest"),
    [("badges", "fa", False), ("visit-programme", "en", False), ("visit-programme", "fa", True)],
)
def test_another_edition_is_another_paper(
    tmp_path: Path, product: str, languages: str, *, guest: bool
) -> None:
    with Archive.open(tmp_path / "a") as archive:
        archive.issued.record(ISSUE)
        assert archive.issued.last(product, "visit-1", languages, guest=guest) is None


def test_printing_is_no_step_of_undo(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a") as archive:
        with archive.change("visit") as change:
            visit = change.add(Visit, {"title_fa": "سفر آزمون"})
        archive.issued.record(replace(ISSUE, subject=visit))
        archive.undo()
        assert archive.counts() == {}
        assert len(archive.issued.of_subjects([visit])) == 1


def test_the_newest_is_first_whatever_clock_it_was_read_from(archive: Archive) -> None:
    there = timezone(timedelta(hours=3, minutes=30))
    late = archive.issued.record(ISSUE)
    early = archive.issued.record(
        replace(ISSUE, issued_at=datetime(2026, 4, 22, 11, 0, tzinfo=there))
    )
    assert early.issued_at == datetime(2026, 4, 22, 7, 30, tzinfo=UTC)
    assert archive.issued.of_subjects(["visit-1"]) == [late, early]


def test_an_archive_that_is_only_read_takes_nothing(archive: Archive) -> None:
    issue = archive.issued.record(ISSUE)
    with Archive.open(archive.folder, only_read=True) as beside:
        with pytest.raises(StorageError, match="only be read"):
            beside.issued.record(ISSUE)
        assert beside.issued.of_subjects(["visit-1"]) == [issue]


@pytest.mark.parametrize(
    "statement", ["UPDATE issued_print SET pages = 1", "DELETE FROM issued_print"]
)
def test_nothing_changes_what_left_the_print_room(folder: Path, statement: str) -> None:
    with Archive.open(folder) as archive:
        issue = archive.issued.record(ISSUE)
        with pytest.raises(StorageError, match="never changed"), archive.upkeep() as connection:
            connection.execute(statement)
        assert archive.issued.of_subjects(["visit-1"]) == [issue]
        assert archive.check() == []
    connection = connect(folder / "archive.db", "ro")
    assert connection.execute("SELECT issued_at FROM issued_print").fetchone() == (
        "2026-04-22T08:30:00+00:00",
    )
    connection.close()
