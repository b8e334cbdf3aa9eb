"""`print` in all its editions, with cards, copies and reasons, and what it registers."""

from pathlib import Path

import pytest

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from tests.commands.conftest import Line
from tests.prints.large_visit import LargeVisit, large_visit
from tests.prints.test_revisions import REASON

DAY = ("--today", "2026-04-22")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def visit(folder: Path) -> LargeVisit:
    with Archive.open(folder) as archive:
        return large_visit(archive, members=6, meetings=2)


def test_editions_and_revisions(
    line: Line, folder: Path, visit: LargeVisit, tmp_path: Path
) -> None:
    path = tmp_path / "x.pdf"
    for edition in ("in-turn", "fa"):
        asked = ("--edition", edition, "-o", path, *DAY)
        assert line(folder, "print", "delegation-list", visit.visit, *asked)[0] == 0
    with Archive.open(folder) as archive:
        found = archive.issued.of_subjects([visit.visit])
    assert [(each.languages, each.revision, each.way) for each in found] == [
        ("fa", 1, "saved"),
        ("in_turn", 1, "saved"),
    ]


def test_cards_need_a_reason_and_start_where_told(
    line: Line, folder: Path, visit: LargeVisit, tmp_path: Path
) -> None:
    with Archive.open(folder) as archive, archive.change("test") as change:
        member = archive.read(by_name("delegation_member"), visit.members[0])
        change.update(by_name("person"), member["person"], {"name_confirmed": False})
    words = ("print", "badges", visit.visit, "-o", tmp_path / "x.pdf", "--edition", "fa", *DAY)
    assert line(folder, *words)[0] != 0
    chosen = ("--only", visit.members[0], "--start", "۳")
    assert line(folder, *words, *chosen, "--reason", REASON)[0] == 0
    with Archive.open(folder) as archive:
        (issued,) = archive.issued.of_subjects([visit.visit])
    assert issued.reason == REASON
    assert [each.key for each in issued.parts] == [visit.members[0]]


def test_numbered_copies_and_places_are_counted_from_one(
    line: Line, folder: Path, visit: LargeVisit, tmp_path: Path
) -> None:
    words = ("print", "delegation-list", visit.visit, "-o", tmp_path / "x.pdf", *DAY)
    assert line(folder, *words, "--copy", "2")[0] != 0
    assert line(folder, *words, "--start", "0")[0] != 0
    assert line(folder, *words, "--copy", "2", "--copies", "3")[0] == 0


def test_an_archive_in_use_prints_and_registers_nothing(
    line: Line, folder: Path, visit: LargeVisit, tmp_path: Path
) -> None:
    with Archive.open(folder) as archive:
        asked = ("-o", tmp_path / "x.pdf", *DAY)
        assert line(folder, "print", "delegation-list", visit.visit, *asked)[0] == 0
        assert not archive.issued.of_subjects([visit.visit])
