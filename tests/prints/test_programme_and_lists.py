"""The programme, the delegation list and the gate list where records are few, odd or many."""

from collections.abc import Sequence
from datetime import date, datetime, time

import pypdfium2
import pytest

from liaison.domain.records import by_name
from liaison.prints.editions import Edition, Languages
from liaison.prints.order import Terms
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.time import instant
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.every import editions, named
from tests.prints.large_visit import TODAY, large_visit
from tests.prints.visiting import SECRETS, Writer, full_meeting

PAPERS = ("visit-programme", "delegation-list", "gate-list")
CASES = [(PRODUCTS[name], each) for name in PAPERS for each in editions(PRODUCTS[name])]
DAY = date(2026, 4, 25)
OFFICER_PHONE = "+982155607777"


def paper(
    archive: Archive, name: str, uid: str, languages: Languages = "en", *, guest: bool = False
) -> Paper:
    terms = Terms(override="a reason")
    edition = Edition(languages, guest)
    return make(archive, PRODUCTS[name], uid, edition, today=TODAY, terms=terms)


def told(made: Paper) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in made.findings:
        found.setdefault(each.kind, []).append(each.message)
    return found


def pages(made: Paper) -> list[str]:
    with pypdfium2.PdfDocument(made.content) as document:
        return [comparable(page.get_textpage().get_text_range()) for page in document]


def a_visit(write: Writer, names: Sequence[str] = (), **values: object) -> tuple[str, list[str]]:
    """Record a visit of one day with its members; return it and them."""
    delegation = write.add("delegation", name_en="Delegation", name_fa="هیئت")
    visit = write.add(
        "visit", title_en="Test", title_fa="آزمون", delegation=delegation, starts_on=DAY, **values
    )
    members = []
    for rank, name in enumerate(names, 1):
        person = write.add(
            "person", family_name_en=name, family_name_fa=name, name_confirmed=True,
            passport_no=None if rank == 1 else f"P{rank}",
        )  # fmt: skip
        members.append(
            write.add(
                "delegation_member",
                delegation=delegation,
                person=person,
                rank=rank,
                title_en=f"Office {rank}",
                title_fa=f"سمت {rank}",
            )
        )
    return visit, members


def an_item(write: Writer, visit: str, title: str, **values: object) -> str:
    values = {"day": DAY, "state": "confirmed", **values}
    return write.add("programme_item", visit=visit, title_en=title, title_fa=title, **values)


@pytest.mark.parametrize(("product", "edition"), CASES, ids=named)
def test_a_visit_of_which_nothing_is_known_is_a_page(
    archive: Archive, product: object, edition: Edition
) -> None:
    uid = Writer(archive).add("visit", title_fa="آزمون", title_en="Test")
    made = paper(archive, named(product), uid, edition.languages, guest=edition.guest)
    assert made.pages == len(edition.runs)
    assert complaints(made.content) == []
    words = "No data recorded" if edition.languages == "en" else "داده‌ای ثبت نشده"
    assert comparable(words) in comparable(by_pdfium(made.content))


@pytest.mark.parametrize(("product", "edition"), CASES, ids=named)
def test_the_visit_of_a_brief_prints_in_every_edition(
    archive: Archive, product: object, edition: Edition
) -> None:
    meeting = full_meeting(archive)
    uid = archive.read(by_name("meeting"), meeting)["visit"]
    made = paper(archive, named(product), uid, edition.languages, guest=edition.guest)
    assert complaints(made.content) == []
    text = comparable(by_pdfium(made.content))
    if edition.guest:
        assert not [each for each in (*SECRETS.values(), "یادداشت پنهان") if each in text]
    if named(product) != "visit-programme":
        office = "Head of the Transport Department" if edition.languages == "en" else "حمل‌ونقل"
        assert comparable(office) in text  # of this one only the office is known


def test_what_stands_under_no_day_is_told(archive: Archive) -> None:
    write = Writer(archive)
    visit, _members = a_visit(write)
    an_item(write, visit, "Some time", day=None)
    an_item(write, visit, "Given up", day=None, state="cancelled")
    (message,) = told(paper(archive, "visit-programme", visit))["day"]
    assert "Some time" in message


def test_drafts_are_told_before_guests_are_handed_them(archive: Archive) -> None:
    write = Writer(archive)
    visit, _members = a_visit(write)
    an_item(write, visit, "Settled")
    an_item(write, visit, "Perhaps", state="draft")
    made = paper(archive, "visit-programme", visit, guest=True)
    assert told(made)["draft"] == ["1 item of the programme is still a draft."]
    text = " ".join(pages(made))
    assert "Perhaps to be confirmed" in text
    assert "Settled to be" not in text
    internal = paper(archive, "visit-programme", visit)
    assert "draft" not in told(internal)
    assert "Perhaps Not confirmed" in " ".join(pages(internal))


def test_an_overdue_task_is_told_before_the_programme_is_printed(archive: Archive) -> None:
    write = Writer(archive)
    visit, _members = a_visit(write)
    for title, done_on in (("Late", None), ("Done", date(2026, 4, 2))):
        write.add(
            "checklist_item", visit=visit, title_en=title, due_on=date(2026, 4, 1), done_on=done_on
        )
    (message,) = told(paper(archive, "visit-programme", visit))["checklist"]
    assert "Late" in message


def test_who_is_prevented_is_not_needed_at_two_meetings(archive: Archive) -> None:
    write = Writer(archive)
    visit, (member,) = a_visit(write, ["One"])
    attendance = ("confirmed", "prevented")
    for at, title in enumerate(("First", "Second")):
        meeting = write.add("meeting", title_en=title, visit=visit)
        an_item(write, visit, title, meeting=meeting, starts=time(9), ends=time(10))
        write.add(
            "participant", meeting=meeting, side="theirs", member=member, attendance=attendance[at]
        )
    assert "person" not in told(paper(archive, "visit-programme", visit))


def test_a_programme_names_the_few_who_take_part(archive: Archive) -> None:
    write = Writer(archive)
    visit, members = a_visit(write, ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"])
    for count in (2, 4, 5):
        meeting = write.add("meeting", title_en=f"Of {count}", visit=visit)
        an_item(write, visit, f"Of {count}", meeting=meeting, starts=time(8 + count))
        for member in members[:count]:
            write.add("participant", meeting=meeting, side="theirs", member=member)
    text = " ".join(pages(paper(archive, "visit-programme", visit, guest=True)))
    assert "Of 2 Alpha, Beta" in text
    assert "Of 4 Delegation: 4 members" in text
    assert "5 members" not in text  # all of them


def test_diets_stand_at_the_meals_of_the_house(archive: Archive) -> None:
    write = Writer(archive)
    visit, members = a_visit(write, ["Alpha", "Beta"])
    for member, diet in zip(members, ("Vegetarian", "Halal"), strict=True):
        person = archive.read(by_name("delegation_member"), member)["person"]
        with archive.change("diet") as change:
            change.update(by_name("person"), person, {"diet": diet})
    an_item(write, visit, "Talks", starts=time(9))
    an_item(write, visit, "Lunch", starts=time(12), kind="meal")
    an_item(write, visit, "Dinner", starts=time(19), kind="meal")
    text = " ".join(pages(paper(archive, "visit-programme", visit)))
    assert "Lunch — — — Vegetarian: Alpha; Halal: Beta" in text
    assert text.count("Vegetarian") == 2
    assert "Diet" not in text
    assert "Halal" not in " ".join(pages(paper(archive, "visit-programme", visit, guest=True)))


def test_a_column_for_hosts_stands_only_where_there_are_any(archive: Archive) -> None:
    write = Writer(archive)
    visit, _members = a_visit(write)
    item = an_item(write, visit, "Item")
    assert "Host and" not in " ".join(pages(paper(archive, "visit-programme", visit)))
    with archive.change("host") as change:
        change.update(by_name("programme_item"), item, {"host_en": "The host", "host_fa": "میزبان"})
    assert "Host and" in " ".join(pages(paper(archive, "visit-programme", visit)))


def test_on_our_own_journey_the_others_are_hosts(archive: Archive) -> None:
    write = Writer(archive)
    archive.settings.set("office_en", "Own Office")
    host = write.add("partner", name_en="Host City", name_fa="شهر میزبان", kind="city")
    incoming, _members = a_visit(write, ["Alpha"], partner=host, direction="incoming")
    outgoing, _members = a_visit(write, ["Beta"], partner=host, direction="outgoing")
    assert "Hosts Own Office" in " ".join(pages(paper(archive, "visit-programme", incoming)))
    assert "Hosts Host City" in " ".join(pages(paper(archive, "visit-programme", outgoing)))
    listed = (
        " ".join(pages(paper(archive, "delegation-list", one))) for one in (incoming, outgoing)
    )
    assert ["Host City" in each for each in listed] == [True, False]


def test_our_own_city_is_no_host_where_ours_go_to_nobody_named(archive: Archive) -> None:
    write = Writer(archive)
    own = write.add("partner", name_en="Own City", name_fa="شهر ما", kind="city", is_ours=True)
    officer = write.add("officer", name_en="Officer", name_fa="کارشناس")
    visit, _members = a_visit(write, ["Alpha"], direction="outgoing", host_officer=officer)
    an_item(write, visit, "Item", responsible=officer)
    with archive.change("sender") as change:
        delegation = archive.read(by_name("visit"), visit)["delegation"]
        change.update(by_name("delegation"), delegation, {"partner": own})
    text = " ".join(pages(paper(archive, "visit-programme", visit)))
    assert "Hosts" not in text
    assert "Officer in charge Officer" in text
    for name in ("briefing-book", "visit-programme"):
        text = " ".join(pages(paper(archive, name, visit)))
        assert "City or body Own City" not in text
        assert "Host officer" not in text
    assert "Own City" in " ".join(pages(paper(archive, "delegation-list", visit)))


def test_the_contact_sheet_has_hosts_and_guests(archive: Archive) -> None:
    write = Writer(archive)
    person = write.add("person", family_name_en="Hostly", name_confirmed=True, phone=OFFICER_PHONE)
    officer = write.add("officer", name_en="Officer Hostly", name_fa="میزبان", person=person)
    visit, _members = a_visit(write)
    an_item(write, visit, "Item", responsible=officer)
    made = paper(archive, "visit-programme", visit)
    sheet = pages(made)[-1]
    assert "Contact sheet" in sheet
    assert "Officer Hostly" in sheet
    assert "+98 21 5560 7777" in sheet
    text = " ".join(pages(paper(archive, "visit-programme", visit, guest=True)))
    assert "5560" not in text
    assert "Hostly" not in text


def test_a_day_on_which_members_only_leave_is_told(archive: Archive) -> None:
    write = Writer(archive)
    visit, members = a_visit(write, ["Alpha"])
    leaves = datetime(2026, 4, 27, 6, 30, tzinfo=instant.zone())
    with archive.change("flight") as change:
        flight = {"departs": leaves, "departure_flight": "TK 100"}
        change.update(by_name("delegation_member"), members[0], flight)
    made = paper(archive, "visit-programme", visit, guest=True)
    assert "day:2026-04-27" in [each.key for each in made.parts]
    assert "Departures: 06:30 TK 100 (1 person)" in " ".join(pages(made))


def test_the_gate_is_told_who_has_no_passport_number(archive: Archive) -> None:
    write = Writer(archive)
    visit, _members = a_visit(write, ["Alpha", "Beta"])
    (message,) = told(paper(archive, "gate-list", visit))["passport"]
    assert "Alpha" in message
    assert "Beta" not in message


@pytest.mark.parametrize("languages", ["fa", "en", "in_turn"])
def test_a_day_stays_on_one_page(archive: Archive, languages: Languages) -> None:
    visit = large_visit(archive, members=9, meetings=3).visit
    found = pages(paper(archive, "visit-programme", visit, languages, guest=True))
    for day in range(1, 6):
        title = f"Item {{}} of day {day}" if languages != "fa" else f"قلم {{}} روز {day}"
        first, last = comparable(title.format(1)), comparable(title.format(8))
        assert [first in each for each in found] == [last in each for each in found]


def test_headings_stand_on_every_page_of_a_long_list(archive: Archive) -> None:
    visit = large_visit(archive).visit
    for name in ("delegation-list", "gate-list"):
        made = paper(archive, name, visit)
        listed = [each for each in pages(made) if "Security officer" in each or "Expert" in each]
        assert len(listed) > 1
        assert all("# Name Office held" in each for each in listed)


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_visit_gives_the_same_bytes(archive: Archive, name: str) -> None:
    visit, _members = a_visit(Writer(archive), ["Alpha", "Beta"])
    first, second = (paper(archive, name, visit, "both") for _ in range(2))
    assert first.content == second.content
