"""The register of what was printed: added to, never changed, and no step of undo."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from liaison.domain.records import Visit
from liaison.storage.archive import Archive
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
