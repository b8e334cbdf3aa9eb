"""How papers list the two sides of a meeting: one order everywhere, and everyone by their title."""

import re

import pytest

from liaison.domain.records.visit import Visit
from liaison.prints.editions import Edition, Languages
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.prints.every import ALL_THE_SAME
from tests.prints.made import both
from tests.prints.visiting import TODAY, Writer

PAPERS = ("meeting-brief", "minutes", "seating-plan")


def met(archive: Archive, **meeting: object) -> str:
    """Record a meeting whose security officer has the second rank of his side; return it."""
    write = Writer(archive)
    delegation = write.add("delegation", **both("name", "هیئت", "Delegation"))
    visit = write.add("visit", **both("title", "سفر", "Visit"), delegation=delegation)
    held = write.add("meeting", **both("title", "دیدار", "Meeting"), visit=visit, **meeting)
    for rank, (role, family) in enumerate(
        (("head", "Guesthead"), ("security", "Guestguard"), ("expert", "Guestexpert")), 1
    ):
        person = _person(write, family, "man", phone=f"+90312000000{rank}")
        member = write.add(
            "delegation_member", delegation=delegation, rank=rank, person=person, role=role,
            **both("title", "سمت", f"Office of {family}"),
        )  # fmt: skip
        write.add("participant", meeting=held, side="theirs", member=member, rank=rank)
    for rank, family in enumerate(("Hosthead", "Hostdeputy"), 1):
        person = _person(write, family, "woman")
        write.add("participant", meeting=held, side="ours", person=person, rank=rank)
    return held


def _person(write: Writer, family: str, gender: str, **values: object) -> str:
    name = both("family_name", family, family)
    return write.add("person", **name, gender=gender, name_confirmed=True, **values)


def printed(archive: Archive, product: str, uid: str, edition: Edition) -> str:
    paper = make(archive, PRODUCTS[product], uid, edition, today=TODAY, terms=ALL_THE_SAME)
    return comparable(by_pdfium(paper.content))


@pytest.mark.parametrize("guest", [False, True])
@pytest.mark.parametrize("product", PAPERS)
def test_the_support_group_stands_last_on_every_paper(
    archive: Archive, product: str, *, guest: bool
) -> None:
    text = printed(archive, product, met(archive, state="held"), Edition("en", guest))
    places = [text.index(f"Mr. Guest{each}") for each in ("head", "expert", "guard")]
    assert places == sorted(places)


@pytest.mark.parametrize("product", ["visit-programme", "visit-report"])
def test_the_papers_of_a_visit_have_the_same_order(archive: Archive, product: str) -> None:
    met(archive)
    (visit,) = archive.rows(Visit)
    text = printed(archive, product, visit.uid, Edition("en"))
    assert text.index("Mr. Guesthead") < text.index("Mr. Guestexpert")
    assert text.index("Mr. Guestexpert") < text.index("Mr. Guestguard")


def test_a_report_draws_the_line_above_the_support_group(archive: Archive) -> None:
    met(archive)
    (visit,) = archive.rows(Visit)
    text = printed(archive, "visit-report", visit.uid, Edition("en"))
    assert re.search("Guestexpert.*Support group.*Guestguard", text)


@pytest.mark.parametrize("guest", [False, True])
@pytest.mark.parametrize("product", PAPERS)
def test_both_sides_have_their_titles(archive: Archive, product: str, *, guest: bool) -> None:
    meeting = met(archive, state="held")
    text = printed(archive, product, meeting, Edition("en", guest))
    assert "Mr. Guesthead" in text
    assert "Ms. Hosthead" in text
    persian = printed(archive, product, meeting, Edition("fa", guest))
    assert "جناب آقای Guesthead" in persian
    assert "سرکار خانم Hosthead" in persian


@pytest.mark.parametrize("languages", ["en", "both"])
def test_a_brief_numbers_each_side_under_its_name(archive: Archive, languages: Languages) -> None:
    text = printed(archive, "meeting-brief", met(archive), Edition(languages))
    assert text.index("The other side") < text.index("Mr. Guesthead")
    assert text.index("Mr. Guestguard") < text.index("Our side") < text.index("Ms. Hosthead")


@pytest.mark.parametrize(("state", "shown"), [("planned", False), ("held", True)])
def test_only_the_brief_of_a_held_meeting_has_what_was_said(
    archive: Archive, state: str, *, shown: bool
) -> None:
    meeting = met(archive, state=state)
    Writer(archive).add("statement", meeting=meeting, **both("text", "گفته", "Words of a test"))
    text = printed(archive, "meeting-brief", meeting, Edition("en"))
    assert ("Statements" in text) is shown
    assert ("Words of a test" in text) is shown
