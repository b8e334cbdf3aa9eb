"""Which papers that were handed out no longer hold, and what of them has to be printed again."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from liaison import i18n
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


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path, LargeVisit]]:
    """Give an archive with a visit, the same with its papers handed out, and the visit."""
    before = i18n.language()
    i18n.install("en")
    folder = tmp_path_factory.mktemp("revisions")
    with Archive.open(folder / "visit") as archive:
        visit = large_visit(archive, members=14, meetings=2)
    shutil.copytree(folder / "visit", folder / "out")
    with Archive.open(folder / "out") as archive:
        for name in VISIT_PAPERS:
            hand_out(archive, name, visit.visit)
        hand_out(archive, "meeting-brief", visit.meetings[0])
    yield folder / "visit", folder / "out", visit
    i18n.install(before)


@pytest.fixture
def archive(made: tuple[Path, Path, LargeVisit], tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(shutil.copytree(made[0], tmp_path / "archive")) as opened:
        yield opened


@pytest.fixture
def out(made: tuple[Path, Path, LargeVisit], tmp_path: Path) -> Iterator[Archive]:
    """Give the archive in which the papers of the visit were handed out."""
    with Archive.open(shutil.copytree(made[1], tmp_path / "out")) as opened:
        yield opened


@pytest.fixture
def visit(made: tuple[Path, Path, LargeVisit]) -> LargeVisit:
    return made[2]


def hand_out(
    archive: Archive, name: str, uid: str, today: date = TODAY, terms: Terms | None = None
) -> Ready:
    product = PRODUCTS[name]
    terms = terms or Terms(override=REASON)
    done = ready(archive, product, uid, Edition("fa"), today=today, now=NOW, terms=terms)
    issue_out(archive, done, "printed", NOW)
    return done


def by_product(archive: Archive, visit: LargeVisit) -> dict[str, Affected]:
    return {each.issued.product: each for each in affected(archive, visit.visit)}


def change(archive: Archive, kind: str, uid: str, **values: object) -> None:
    with archive.change("test") as writing:
        writing.update(by_name(kind), uid, values)


def test_nothing_is_affected_while_nothing_changes(out: Archive, visit: LargeVisit) -> None:
    found = affected(out, visit.visit)
    assert len(found) == len(VISIT_PAPERS) + 1
    assert not any(each.is_changed for each in found)
    assert {each.revision for each in found} == {1}


def test_days_that_go_by_change_no_revision(archive: Archive, visit: LargeVisit) -> None:
    for after in (0, 1, 9):
        done = hand_out(archive, "meeting-brief", visit.meetings[0], TODAY + timedelta(days=after))
        assert done.order.terms.revision == 1


def test_a_changed_day_is_named_and_the_paper_revised(out: Archive, visit: LargeVisit) -> None:
    items = out.rows(by_name("programme_item"), {"visit": visit.visit})
    first = next(each for each in items if each["day"] == date(2026, 4, 25))
    change(out, "programme_item", first.uid, place_fa="مکان تازهٔ آزمون")
    found = by_product(out, visit)
    programme = found["visit-programme"]
    assert programme.revision == 2
    assert [(each.key, each.kind) for each in programme.differences] == [
        ("day:2026-04-25", "changed")
    ]
    assert not found["badges"].is_changed
    done = hand_out(out, "visit-programme", visit.visit)
    assert done.order.terms.revision == 2
    assert comparable("ویرایش ۲") in comparable(by_pdfium(done.paper.content))
    assert not by_product(out, visit)["visit-programme"].is_changed
    assert hand_out(out, "visit-programme", visit.visit).order.terms.revision == 2


def test_only_the_changed_cards_are_printed_again(out: Archive, visit: LargeVisit) -> None:
    replaced, prevented = visit.members[3], visit.members[5]
    person = out.read(by_name("delegation_member"), replaced)["person"]
    change(out, "person", person, family_name_fa="جانشین آزمون")
    change(out, "delegation_member", prevented, attendance="prevented")
    found = by_product(out, visit)
    for name in ("badges", "place-cards"):
        assert found[name].wanted == {replaced}
        kinds = {each.key: each.kind for each in found[name].differences}
        assert kinds == {replaced: "changed", prevented: "removed"}
    badges = found["badges"]
    hand_out(out, "badges", visit.visit, terms=Terms(only=badges.wanted, start=4, override=REASON))
    again = by_product(out, visit)
    assert not again["badges"].is_changed
    assert again["badges"].revision == 2
    assert again["place-cards"].is_changed


def test_cards_never_handed_out_are_told_as_new(archive: Archive, visit: LargeVisit) -> None:
    some = frozenset(visit.members[:2])
    hand_out(archive, "badges", visit.visit, terms=Terms(only=some, override=REASON))
    badges = by_product(archive, visit)["badges"]
    assert {each.kind for each in badges.differences} == {"added"}
    assert not badges.wanted & some


def test_a_numbered_copy_is_no_other_paper(empty: Path, tmp_path: Path) -> None:
    with Archive.open(shutil.copytree(empty, tmp_path / "archive")) as archive:
        visit = large_visit(archive, members=3, meetings=1)
        for copy in (1, 2):
            terms = Terms(copy=copy, copies=2, override=REASON)
            done = hand_out(archive, "briefing-book", visit.visit, terms=terms)
            assert done.order.terms.revision == 1
        assert not by_product(archive, visit)["briefing-book"].is_changed


def test_the_list_of_the_office_has_no_revisions(archive: Archive) -> None:
    for day in (TODAY, TODAY + timedelta(days=3)):
        assert hand_out(archive, "follow-up-list", "", day).order.terms.revision == 1


def test_comparing_is_broken_off_when_told(out: Archive, visit: LargeVisit) -> None:
    assert len(affected(out, visit.visit, lambda done, _all: done < 2)) == 2
    assert len(handed_out(out, visit.visit)) == len(VISIT_PAPERS) + 1


def test_a_changed_class_is_a_changed_paper(archive: Archive, visit: LargeVisit) -> None:
    hand_out(archive, "meeting-brief", visit.meetings[0])
    change(archive, "meeting", visit.meetings[0], classification="secret")
    assert by_product(archive, visit)["meeting-brief"].is_changed
