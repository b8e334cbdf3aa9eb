"""The report of a visit: where ours went, what came of it, and what nobody recorded."""

import re
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from liaison.errors import UserError
from liaison.prints.editions import Edition, Languages
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.time import span
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.made import both
from tests.prints.visiting import TODAY, Writer

EDITIONS: tuple[Languages, ...] = ("fa", "en", "both", "in_turn")


def printed(archive: Archive, visit: str, languages: Languages = "en") -> Paper:
    return make(archive, PRODUCTS["visit-report"], visit, Edition(languages), today=TODAY)


def text_of(paper: Paper) -> str:
    return comparable(by_pdfium(paper.content))


def journey(write: Writer) -> str:
    """Record a journey of ours, filed as with our own city; return it."""
    own = write.add("partner", **both("name", "شهر خود", "Own City"), is_ours=True, country="IR")
    delegation = write.add(
        "delegation",
        **both("name", "هیئت", "Delegation"),
        partner=own,
        country="IR",
        direction="outgoing",
    )
    event = write.add("event", **both("title", "اجلاس آزمون", "Test summit"), country="TR")
    return write.add(
        "visit",
        **both("title", "سفر آزمون", "Test journey"),
        direction="outgoing",
        delegation=delegation,
        event=event,
        starts_on=date(2026, 4, 1),
        ends_on=date(2026, 4, 3),
    )


def test_a_journey_of_ours_did_not_go_to_our_own_city(archive: Archive) -> None:
    text = text_of(printed(archive, journey(Writer(archive))))
    assert "City and country Türkiye Out" in text
    assert "3 days" in text


def test_who_comes_arrives_and_departs(archive: Archive) -> None:
    days = {"starts_on": date(2026, 4, 1), "ends_on": date(2026, 4, 3)}
    visit = Writer(archive).add("visit", title_en="Visit", direction="incoming", **days)
    text = text_of(printed(archive, visit))
    assert re.search(r"Arrival \w+, 1 April 2026 .* Departure \w+, 3 April 2026", text)
    assert "Return" not in text
    ours = text_of(printed(archive, journey(Writer(archive))))
    assert re.search(r"Out \w+, 1 April 2026 .* Return \w+, 3 April 2026", ours)


def test_documents_signed_before_the_visit_are_not_its_fruit(archive: Archive) -> None:
    write = Writer(archive)
    visit = journey(write)
    for title, signed in (
        ("Signed there", "2026-04-02"), ("Signed that month", "2026-04"),
        ("A year before", "2025-04-02"), ("Long after", "2026-06-01"),
    ):  # fmt: skip
        write.add("agreement", title_en=title, visit=visit, signed_on=span.read(signed))
    write.add("agreement", title_en="Of a day unknown", visit=visit)
    text = text_of(printed(archive, visit))
    for each in ("Signed there", "Signed that month", "Of a day unknown"):
        assert each in text
    for each in ("A year before", "Long after"):
        assert each not in text


def test_the_place_of_a_journey_comes_before_its_country(archive: Archive) -> None:
    write = Writer(archive)
    city = write.add("partner", **both("name", "شهر دیگر", "Other City"), country="TR")
    place = both("place", "مکان آزمون", "Test Place")
    visit = write.add("visit", title_en="Test", direction="outgoing", partner=city, **place)
    assert "City and country Test Place · Türkiye" in text_of(printed(archive, visit))


def test_what_belongs_to_its_meetings_belongs_to_the_visit(archive: Archive) -> None:
    write = Writer(archive)
    visit = journey(write)
    meeting = write.add("meeting", title_en="Test meeting", visit=visit, state="held")
    write.add("meeting", title_en="Still to come", visit=visit, state="planned")
    write.add("gift", item_en="Carpet", meeting=meeting, direction="given", visit=visit)
    write.add("gift", item_en="Vase", meeting=meeting, direction="received")
    for at, (group, day) in enumerate((("parliament", 7), ("parliament", 8), ("council", 9))):
        write.add(
            "media_item", meeting=meeting, headline_en=f"Headline {at}", group=group,
            outlet_en="Test Gazette", published_on=span.read(f"1405/02/0{day}"),
        )  # fmt: skip
    text = text_of(printed(archive, visit))
    assert text.count("Carpet") == 1
    assert "Vase" in text
    assert "28 April 2026 (8 Ordibehesht 1405) Headline 1 · Test Gazette Parliament" in text
    assert "Parliament 2" in text
    assert "City council 1" in text
    assert "Still to come (Planned)" in text
    assert "Test meeting (" not in text


def test_a_failed_attempt_is_told_with_its_reason_and_lesson(archive: Archive) -> None:
    write = Writer(archive)
    visit = journey(write)
    told = {"reason_en": "Too late", "lesson_en": "Ask earlier"}
    write.add("experience", visit=visit, title_en="Joint tender", result="unsuccessful", **told)
    text = text_of(printed(archive, visit))
    for each in ("Joint tender", "Too late", "Unsuccessful", "Ask earlier"):
        assert each in text


def test_its_class_is_that_of_what_it_says(archive: Archive) -> None:
    write = Writer(archive)
    visit = journey(write)
    assert "CONFIDENTIAL" not in text_of(printed(archive, visit))
    write.add("meeting", title_en="Test meeting", visit=visit, classification="confidential")
    assert text_of(printed(archive, visit)).count("CONFIDENTIAL") >= 2


@pytest.mark.parametrize("languages", EDITIONS)
def test_a_visit_of_which_nothing_is_known_says_so(archive: Archive, languages: Languages) -> None:
    visit = Writer(archive).add("visit", **both("title", "سفر آزمون", "Test journey"))
    paper = printed(archive, visit, languages)
    assert complaints(paper.content) == []
    words = {"fa": ("ثبت نشده", "داده‌ای ثبت نشده: مقامات")}
    for each in words.get(languages, ("not recorded", "Not recorded: Officials")):
        assert comparable(each) in text_of(paper)
    assert any(each.kind == "council" for each in paper.findings)


def test_no_guest_is_handed_a_report(archive: Archive) -> None:
    visit = journey(Writer(archive))
    with pytest.raises(UserError, match="guest"):
        make(archive, PRODUCTS["visit-report"], visit, Edition("en", guest=True), today=TODAY)


def test_photographs_that_cannot_be_shown_are_told(archive: Archive) -> None:
    write = Writer(archive)
    visit = journey(write)
    tall = BytesIO()
    Image.new("RGB", (40, 900), (0, 90, 90)).save(tall, "PNG")
    for name, content in (("tall.png", tall.getvalue()), ("no.png", b"not a picture")):
        write.add(
            "document", kind="photo", title_en=name, attached_to=("visit", visit),
            file=archive.attach(BytesIO(content), name),
        )  # fmt: skip
    paper = printed(archive, visit)
    (told,) = [each.message for each in paper.findings if each.kind == "photo"]
    assert "no.png" in told
    assert "tall.png" in text_of(paper)


def test_the_same_visit_gives_the_same_bytes(archive: Archive) -> None:
    visit = journey(Writer(archive))
    assert printed(archive, visit, "both").content == printed(archive, visit, "both").content
