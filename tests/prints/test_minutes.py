"""Minutes of a meeting: who was there, what was said and promised, and what a guest reads of it."""

from datetime import date

import pytest

from liaison.domain.records import by_name
from liaison.prints.editions import Edition, Languages
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.made import both
from tests.prints.visiting import SECRETS, TODAY, Writer, full_meeting

EDITIONS: tuple[Languages, ...] = ("fa", "en", "both", "in_turn")


def held_meeting(archive: Archive) -> str:
    """Record a meeting that is over, with what came of it; return it."""
    meeting = full_meeting(archive)
    values = {
        "state": "held",
        **both("outcome", "کارگروه آزمون تشکیل می‌شود.", "A test group will be formed."),
        **both("minutes", "شرح پنهان گفت‌وگو.", "INTERNAL-COURSE"),
    }
    with archive.change("held") as change:
        change.update(by_name("meeting"), meeting, values)
    write = Writer(archive)
    of_it = {"meeting": meeting}
    write.add(
        "statement", **of_it, rank=2, side="theirs", kind="hope",
        **both("speaker", "سخنران دوم", "Second speaker"), **both("text", "سپس", "Then this"),
    )  # fmt: skip
    first = write.add(
        "statement", **of_it, rank=1, side="ours", kind="commitment",
        **both("speaker", "سخنران نخست", "First speaker"), **both("text", "نخست", "First that"),
    )  # fmt: skip
    officer = write.add("officer", **both("name", "کارشناس آزمون", "Test Officer"))
    promised = {"assignee": officer, "due_on": date(2026, 6, 1)}
    title = both("title", "معرفی دبیر", "Name a secretary")
    write.add("follow_up", **title, statement=first, owed_by="ours", **promised)
    title = both("title", "فرستادن طرح", "Send the plan")
    write.add("follow_up", **title, **of_it, owed_by="theirs", notes="INTERNAL-NOTE")
    write.add("follow_up", title_en="GIVEN-UP", **of_it, state="cancelled")
    write.add("gift", **of_it, direction="given", value="VALUE", **both("item", "قالی", "Carpet"))
    for kind, title_en in (("letter_in", "Letter of intent"), ("resolution", "Resolution 7")):
        write.add("document", kind=kind, title_en=title_en, attached_to=("meeting", meeting))
    return meeting


def printed(
    archive: Archive, meeting: str, languages: Languages = "en", *, guest: bool = False
) -> Paper:
    edition = Edition(languages, guest)
    return make(archive, PRODUCTS["minutes"], meeting, edition, today=TODAY)


def text_of(paper: Paper) -> str:
    return comparable(by_pdfium(paper.content))


def in_order(text: str, *wanted: str) -> bool:
    """Tell whether every word stands behind the one before it."""
    at = 0
    for each in wanted:
        at = text.find(each, at) + 1
        if not at:
            return False
    return True


def test_they_follow_the_order_of_the_office(archive: Archive) -> None:
    text = text_of(printed(archive, held_meeting(archive)))
    assert in_order(
        text, "Participants", "Not attending – The other side", "Agenda", "1. Action plan",
        "First speaker (Commitment)", "Second speaker (Hope)", "Understandings",
        "Course of the talks", "Commitments", "Name a secretary", "Send the plan",
        "Documents exchanged", "Letter of intent", "Gifts exchanged", "Carpet", "Press line",
        "Annexes", "Resolution 7", "Municipality of Test City", "Municipality of Test City 1",
        "....", "Hostfamily Mayor of Test City", "....", "Given1 Family1 Mayor of Test City 1",
    )  # fmt: skip
    assert "Secretary" in text
    assert "GIVEN-UP" not in text


def test_a_gift_says_who_gave_it_to_whom(archive: Archive) -> None:
    meeting = held_meeting(archive)
    write = Writer(archive)
    given = {"meeting": meeting, "direction": "given", "item_en": "Vase"}
    write.add("gift", **given, to_person=write.add("person", family_name_en="Çağlayan"))
    text = text_of(printed(archive, meeting))
    assert "Carpet · from Test City to Municipality of Test City 1" in text
    assert "Vase · from Test City to Çağlayan" in text


def test_a_commitment_says_side_person_and_day(archive: Archive) -> None:
    text = text_of(printed(archive, held_meeting(archive)))
    assert "Name a secretary Our side Test Officer 1 Jun 2026 Open" in text


def test_who_was_prevented_is_told_with_the_reason_to_the_house_alone(archive: Archive) -> None:
    meeting = held_meeting(archive)
    text = text_of(printed(archive, meeting, "fa"))
    assert "کارشناس محیط زیست (بازمانده از حضور: تأخیر پرواز)" in text
    guest = text_of(printed(archive, meeting, "fa", guest=True))
    assert "تأخیر پرواز" not in guest
    assert "کارشناس محیط زیست" not in guest


@pytest.mark.parametrize("languages", EDITIONS)
def test_a_guest_reads_what_both_sides_agreed_on(archive: Archive, languages: Languages) -> None:
    meeting = held_meeting(archive)
    paper = printed(archive, meeting, languages, guest=True)
    text = text_of(paper)
    assert complaints(paper.content) == []
    shown = ("معرفی دبیر", "نخست") if languages == "fa" else ("Name a secretary", "First that")
    for each in shown:
        assert each in text
    hidden = ("INTERNAL", "شرح پنهان", "VALUE", "Action plan", "Letter of intent", "Test Officer")
    for each in (*hidden, *SECRETS.values()):
        assert each not in text


def test_a_guest_is_not_told_as_what_the_house_takes_words(archive: Archive) -> None:
    meeting = held_meeting(archive)
    text = text_of(printed(archive, meeting, guest=True))
    assert "First speaker: First that" in text
    assert "(Commitment)" not in text
    write = Writer(archive)
    write.add("statement", meeting=meeting, rank=3, side="theirs", **both("text", "سوم", "Third"))
    named = text_of(printed(archive, meeting, guest=True))
    assert "Municipality of Test City 1: Third" in named
    assert "The other side: Third" in text_of(printed(archive, meeting))
    assert "(Hope)" not in text


@pytest.mark.parametrize("product", ["meeting-brief", "minutes"])
def test_ranks_and_press_are_for_the_house_alone(archive: Archive, product: str) -> None:
    meeting = held_meeting(archive)
    with archive.change("ranks") as change:
        change.update(by_name("meeting"), meeting, {"parity": "unequal"})
    paper = PRODUCTS[product]
    for guest, told in ((False, True), (True, False)):
        text = text_of(make(archive, paper, meeting, Edition("en", guest), today=TODAY))
        assert "Working talks" in text
        assert ("Of unequal rank" in text) is told
        assert ("press present" in text) is told


def test_what_is_classed_is_left_out_for_guests_and_told(archive: Archive) -> None:
    meeting = held_meeting(archive)
    write = Writer(archive)
    classed = {"meeting": meeting, "classification": "confidential"}
    write.add("follow_up", title_en="Classed promise", **classed)
    write.add("statement", text_en="Classed words", rank=3, **classed)
    paper = printed(archive, meeting, guest=True)
    assert "Classed" not in text_of(paper)
    told = [each.message for each in paper.findings if each.kind == "class"]
    assert len(told) == 2
    assert all("left out" in each for each in told)
    internal = text_of(printed(archive, meeting))
    assert "Classed promise" in internal
    assert internal.count("CONFIDENTIAL") >= 2


def test_a_promise_without_english_is_marked_for_guests_too(archive: Archive) -> None:
    meeting = held_meeting(archive)
    Writer(archive).add("follow_up", title_fa="تنها فارسی", meeting=meeting)
    paper = printed(archive, meeting, guest=True)
    assert "[not translated] Municipality of Test City" in text_of(paper)
    assert any(each.kind == "translation" for each in paper.findings)


@pytest.mark.parametrize("languages", EDITIONS)
@pytest.mark.parametrize("product", ["meeting-brief", "minutes", "seating-plan"])
def test_a_guest_reads_the_parties_by_name(
    archive: Archive, product: str, languages: Languages
) -> None:
    meeting = held_meeting(archive)
    edition = Edition(languages, guest=True)
    text = text_of(make(archive, PRODUCTS[product], meeting, edition, today=TODAY))
    for word in ("طرف ما", "طرف مقابل", "Our side", "other side", "Their side"):
        assert word not in text
    names = [("Municipality of Test City 1", "شهرداری آزمون ۱"),
             ("Municipality of Test City", "شهرداری شهر آزمون")]  # fmt: skip
    for english, persian in names:
        assert (persian if languages == "fa" else english) in text


def test_who_guests_are_is_told_where_nobody_is_named(archive: Archive) -> None:
    write = Writer(archive)
    visit = write.add("visit", **both("title", "سفر", "Out"), direction="outgoing")
    others = "Other participants"
    for values, *names in (({}, "Hosts", "Guests"), ({"visit": visit}, "Guests", others)):
        meeting = write.add("meeting", **both("title", "آزمون", "Test"), state="held", **values)
        assert in_order(text_of(printed(archive, meeting, guest=True)), *names)


@pytest.mark.parametrize("product", ["meeting-brief", "minutes", "seating-plan"])
def test_a_body_that_is_classed_is_not_named_to_guests(archive: Archive, product: str) -> None:
    write = Writer(archive)
    body = write.add("partner", **both("name", "پنهان", "HIDDEN"), classification="confidential")
    meeting = write.add("meeting", **both("title", "آزمون", "Test"), partner=body, state="held")
    for side in ("ours", "theirs"):
        write.add("participant", meeting=meeting, side=side, **both("capacity", "سمت", "Office"))
    edition = Edition("en", guest=True)
    paper = make(archive, PRODUCTS[product], meeting, edition, today=TODAY)
    text = text_of(paper)
    assert "HIDDEN" not in text
    assert "Guests" in text
    assert "class" in {each.kind for each in paper.findings}


def test_whom_ours_meet_abroad_is_called_by_its_delegation(archive: Archive) -> None:
    write = Writer(archive)
    visit = write.add("visit", **both("title", "سفر", "Out"), direction="outgoing")
    delegation = write.add("delegation", **both("name", "هیئت دیگر", "Another delegation"))
    member = write.add("delegation_member", delegation=delegation, title_en="Head of it")
    meeting = write.add("meeting", **both("title", "آزمون", "Test"), state="held", visit=visit)
    write.add("participant", meeting=meeting, side="theirs", member=member)
    text = text_of(printed(archive, meeting, guest=True))
    assert text.count("Another delegation") == 2, "above the people and where they sign"


@pytest.mark.parametrize("languages", EDITIONS)
def test_each_language_has_its_places_to_sign(archive: Archive, languages: Languages) -> None:
    meeting = Writer(archive).add("meeting", **both("title", "آزمون", "Test"), state="held")
    paper = printed(archive, meeting, languages)
    assert complaints(paper.content) == []
    text = text_of(paper)
    if languages != "fa":
        assert in_order(text, "Our side", "The other side")
    if languages != "en":
        assert in_order(text, "طرف ما", "طرف مقابل")


@pytest.mark.parametrize("languages", EDITIONS)
@pytest.mark.parametrize("guest", [False, True])
def test_a_meeting_of_which_nothing_is_known_is_a_page(
    archive: Archive, languages: Languages, *, guest: bool
) -> None:
    meeting = Writer(archive).add("meeting", **both("title", "آزمون", "Test"))
    paper = printed(archive, meeting, languages, guest=guest)
    assert complaints(paper.content) == []
    assert paper.pages == (2 if languages == "in_turn" else 1)
    nothing = "داده‌ای ثبت نشده" if languages == "fa" else "No data recorded"
    assert comparable(nothing) in text_of(paper)
    assert {each.kind for each in paper.findings} >= {"state", "participants"}


def test_the_same_meeting_gives_the_same_bytes(archive: Archive) -> None:
    meeting = held_meeting(archive)
    assert printed(archive, meeting, "both").content == printed(archive, meeting, "both").content
    assert printed(archive, meeting, guest=True).pages == 1
