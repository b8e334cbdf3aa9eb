"""Chosen records for another archive, which takes them in as they are."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from liaison.domain.records import by_name
from liaison.domain.records.document import Document
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.records.visit import Visit
from liaison.exchange.archive_file import import_archive_file
from liaison.exchange.leaving.writing import write
from liaison.storage.archive import Archive
from tests.exchange.leaving.made import PERSIAN, Office

ALL = replace(PERSIAN, classified=True, with_referred=True)


def taken_in(other: Archive, path: Path) -> dict[str, int]:
    import_archive_file(other, path)
    return other.counts()


def test_only_these_leave_and_what_they_belong_to(
    office: Office, other: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "part.liaison"
    report = write(office.archive, path, [office.one("position", "post")], PERSIAN)
    assert report.count == 2
    assert taken_in(other, path) == {"person": 1, "position": 1}
    position = other.read(Position, office["post"])
    assert (position["person"], position["partner"]) == (office["first"], None)
    assert other.check() == []


def test_what_is_there_already_keeps_what_the_part_goes_without(
    office: Office, other: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "part.liaison"
    write(office.archive, path, [office.all("person"), office.all("position")], ALL)
    taken_in(other, path)
    write(office.archive, path, [office.one("position", "post")], PERSIAN)
    import_archive_file(other, path)
    assert other.read(Position, office["post"])["partner"] == office["city"]
    assert other.read(Person, office["first"])["passport_no"] == "X1234567"


def test_with_all_they_refer_to_the_whole_comes_along(
    own: Office, other: Archive, tmp_path: Path
) -> None:
    stored = own.archive.attach(BytesIO(b"test"), "letter.txt")
    with own.archive.change("آزمون") as change:
        uid = change.add(
            Document,
            {"title_fa": "نامه", "attached_to": ("visit", own["visit"]), "file": stored},
        )
    path = tmp_path / "part.liaison"
    write(own.archive, path, [own.one("follow_up", "undated")], ALL)
    counts = taken_in(other, path)
    assert counts == {"follow_up": 1, "meeting": 1, "visit": 1, "partner": 1}
    assert other.read(FollowUp, own["undated"])["meeting"] == own["meeting"]
    assert other.read(Meeting, own["meeting"])["visit"] == own["visit"]
    write(own.archive, path, [own.one("visit", "visit")], ALL)
    taken_in(other, path)
    assert other.has_file(other.read(Document, uid)["file"])
    assert other.read(Visit, own["visit"])["partner"] == own["city"]
    assert other.exists(Partner, own["city"])
    assert other.check() == []


@pytest.mark.parametrize("whole", [True, False])
def test_what_may_not_leave_takes_nothing_with_it_that_needs_it(
    own: Office, other: Archive, tmp_path: Path, *, whole: bool
) -> None:
    with own.archive.change("آزمون") as change:
        change.update(Person, own["first"], {"classification": "secret"})
        change.update(Visit, own["visit"], {"classification": "secret"})
    path = tmp_path / "part.liaison"
    chosen = [own.one("position", "post"), own.one("meeting", "meeting")]
    report = write(own.archive, path, chosen, replace(PERSIAN, with_referred=whole))
    assert (report.behind, report.classification) == (1, "normal")
    assert taken_in(other, path) == {"meeting": 1}
    meeting = other.read(by_name("meeting"), own["meeting"])
    assert (meeting["visit"], meeting["sensitivities"]) == (None, None)
