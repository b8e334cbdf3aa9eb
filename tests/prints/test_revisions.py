"""Which papers that were handed out no longer hold, and what of them has to be printed again."""

from datetime import UTC, date, datetime, timedelta

import pytest

from liaison.domain.records import by_name
from liaison.prints.editions import Edition
from liaison.prints.order import Terms
from liaison.prints.register import PRODUCTS
from liaison.prints.revisions import Affected, Ready, affected, handed_out, issue_out, ready
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.prints.large_visit import TODAY, LargeVisit, large_visit

NOW = datetime(2026, 4, 22, 13, 0, tzinfo=UTC)
VISIT_PAPERS = ("visit-programme", "delegation-list", "place-cards", "badges", "gate-list")
REASON = "آزمون"


@pytest.fixture
def visit(archive: Archive) -> LargeVisit:
    return large_visit(archive, members=14, meetings=2)


def hand_out(
    archive: Archive, name: str, uid: str, today: date = TODAY, terms: Terms | None = None
) -> Ready:
    product = PRODUCTS[name]
    terms = terms or Terms(override=REASON)
    done = ready(archive, product, uid, Edition("fa"), today=today, now=NOW, terms=terms)
    issue_out(archive, done, "printed", NOW)
    return done


def hand_out_all(archive: Archive, visit: LargeVisit) -> None:
    for name in VISIT_PAPERS:
        hand_out(archive, name, visit.visit)
    hand_out(archive, "meeting-brief", visit.meetings[0])


def by_product(archive: Archive, visit: LargeVisit) -> dict[str, Affected]:
    return {each.issued.product: each for each in affected(archive, visit.visit)}


def change(archive: Archive, kind: str, uid: str, **values: object) -> None:
    with archive.change("test") as writing:
        writing.update(by_name(kind), uid, values)


def test_nothing_is_affected_while_nothing_changes(archive: Archive, visit: LargeVisit) -> None:
    hand_out_all(archive, visit)
    found = affected(archive, visit.visit)
    assert len(found) == len(VISIT_PAPERS) + 1
    assert not any(each.is_changed for each in found)
    assert {each.revision for each in found} == {1}


def test_days_that_go_by_change_no_revision(archive: Archive, visit: LargeVisit) -> None:
    for after in (0, 1, 9):
        done = hand_out(archive, "meeting-brief", visit.meetings[0], TODAY + timedelta(days=after))
        assert done.order.terms.revision == 1


def test_a_changed_day_is_named_and_the_paper_revised(archive: Archive, visit: LargeVisit) -> None:
    hand_out_all(archive, visit)
    items = archive.rows(by_name("programme_item"), {"visit": visit.visit})
    first = next(each for each in items if each["day"] == date(2026, 4, 25))
    change(archive, "programme_item", first.uid, place_fa="مکان تازهٔ آزمون")
    found = by_product(archive, visit)
    programme = found["visit-programme"]
    assert programme.revision == 2
    assert [(each.key, each.kind) for each in programme.differences] == [
        ("day:2026-04-25", "changed")
    ]
    assert not found["badges"].is_changed
    done = hand_out(archive, "visit-programme", visit.visit)
    assert done.order.terms.revision == 2
    assert comparable("ویرایش ۲") in comparable(by_pdfium(done.paper.content))
    assert not by_product(archive, visit)["visit-programme"].is_changed
    assert hand_out(archive, "visit-programme", visit.visit).order.terms.revision == 2


def test_only_the_changed_cards_are_printed_again(archive: Archive, visit: LargeVisit) -> None:
    hand_out_all(archive, visit)
    replaced, prevented = visit.members[3], visit.members[5]
    person = archive.read(by_name("delegation_member"), replaced)["person"]
    change(archive, "person", person, family_name_fa="جانشین آزمون")
    change(archive, "delegation_member", prevented, attendance="prevented")
    found = by_product(archive, visit)
    for name in ("badges", "place-cards"):
        assert found[name].wanted == {replaced}
        kinds = {each.key: each.kind for each in found[name].differences}
        assert kinds == {replaced: "changed", prevented: "removed"}
    badges = found["badges"]
    hand_out(
        archive, "badges", visit.visit, terms=Terms(only=badges.wanted, start=4, override=REASON)
    )
    again = by_product(archive, visit)
    assert not again["badges"].is_changed
    assert again["badges"].revision == 2
    assert again["place-cards"].is_changed


def test_cards_never_handed_out_are_told_as_new(archive: Archive, visit: LargeVisit) -> None:
    some = frozenset(visit.members[:2])
    hand_out(archive, "badges", visit.visit, terms=Terms(only=some, override=REASON))
    badges = by_product(archive, visit)["badges"]
    assert {each.kind for each in badges.differences} == {"added"}
    assert not badges.wanted & some


def test_a_numbered_copy_is_no_other_paper(archive: Archive, visit: LargeVisit) -> None:
    for copy in (1, 2):
        terms = Terms(copy=copy, copies=2, override=REASON)
        done = hand_out(archive, "briefing-book", visit.visit, terms=terms)
        assert done.order.terms.revision == 1
    assert not by_product(archive, visit)["briefing-book"].is_changed


def test_the_list_of_the_office_has_no_revisions(archive: Archive, visit: LargeVisit) -> None:
    del visit
    for day in (TODAY, TODAY + timedelta(days=3)):
        assert hand_out(archive, "follow-up-list", "", day).order.terms.revision == 1


def test_comparing_is_broken_off_when_told(archive: Archive, visit: LargeVisit) -> None:
    hand_out_all(archive, visit)
    assert len(affected(archive, visit.visit, lambda done, _all: done < 2)) == 2
    assert len(handed_out(archive, visit.visit)) == len(VISIT_PAPERS) + 1


def test_a_changed_class_is_a_changed_paper(archive: Archive, visit: LargeVisit) -> None:
    hand_out(archive, "meeting-brief", visit.meetings[0])
    change(archive, "meeting", visit.meetings[0], classification="secret")
    assert by_product(archive, visit)["meeting-brief"].is_changed
