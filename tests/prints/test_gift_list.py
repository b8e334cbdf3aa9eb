"""The list of a visit's gifts: who gives what to whom, when; worth and place for the house."""

from datetime import date

import pytest

from liaison.domain.records import by_name
from liaison.prints.editions import Edition, Languages
from liaison.prints.excerpts import Excerpts
from liaison.prints.gift_parties import parties
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.made import Maker, both
from tests.prints.visiting import TODAY

WORTH, PLACE = "ارزش‌پنهان", "گنجینه‌پنهان"


@pytest.fixture
def visit(archive: Archive) -> str:
    with archive.change("test") as change:
        make = Maker(change)
        visit = make.add("visit", **both("title", "سفر آزمون", "Visit of the test"))
        meeting = make.add("meeting", visit=visit, **both("title", "دیدار آزمون", "Test meeting"))
        giver = make.add("partner", **both("name", "شهر آزمون", "Test City"), kind="city")
        person = make.add("person", **both("family_name", "چاغلایان", "Çağlayan"))
        make.add(
            "gift", visit=visit, meeting=meeting, direction="given", from_partner=giver,
            to_person=person, given_on=date(2026, 4, 25), value=WORTH,
            **both("item", "فرش", "A carpet"), **both("kept_at", PLACE, "HIDDEN-PLACE"),
        )  # fmt: skip
        make.add("gift", visit=visit, **both("item", "کتاب", "A book"))
    return visit


def text_of(archive: Archive, visit: str, languages: Languages, *, guest: bool = False) -> str:
    edition = Edition(languages, guest)
    paper = make(archive, PRODUCTS["gift-list"], visit, edition, today=TODAY)
    assert complaints(paper.content) == []
    assert paper.pages == (2 if languages == "in_turn" else 1)
    return comparable(by_pdfium(paper.content))


@pytest.mark.parametrize("languages", ["en", "both", "in_turn"])
def test_it_says_who_gives_what_to_whom_and_when(
    archive: Archive, visit: str, languages: Languages
) -> None:
    text = text_of(archive, visit, languages)
    for words in ("Gifts given", "A carpet", "Test City", "Çağlayan", "Test meeting", "A book"):
        assert words in text
    assert "25 Apr 2026" in text
    assert "Other gifts" in text


@pytest.mark.parametrize("languages", ["fa", "en", "both", "in_turn"])
def test_no_guest_reads_worth_and_place(archive: Archive, visit: str, languages: Languages) -> None:
    assert (WORTH in text_of(archive, visit, languages)) is (languages != "en")
    text = text_of(archive, visit, languages, guest=True)
    for secret in (WORTH, PLACE, "HIDDEN-PLACE"):
        assert secret not in text


@pytest.mark.parametrize("languages", ["en", "both", "in_turn"])
def test_what_is_worth_in_persian_alone_is_marked_in_english_and_told(
    archive: Archive, visit: str, languages: Languages
) -> None:
    assert "[not translated]" in text_of(archive, visit, languages)
    paper = make(archive, PRODUCTS["gift-list"], visit, Edition(languages), today=TODAY)
    assert any("Estimated value" in each.message for each in paper.findings)


def test_a_persian_paper_lacks_no_english(archive: Archive, visit: str) -> None:
    paper = make(archive, PRODUCTS["gift-list"], visit, Edition("fa"), today=TODAY)
    assert not any("Estimated value" in each.message for each in paper.findings)


def test_a_visit_without_gifts_says_what_to_record(archive: Archive) -> None:
    with archive.change("test") as change:
        visit = change.add(by_name("visit"), {"title_en": "Visit", "title_fa": "سفر"})
    assert "record item, direction, giver and recipient" in text_of(archive, visit, "en")
    assert "No data recorded" in text_of(archive, visit, "en", guest=True)


@pytest.mark.parametrize(
    ("values", "giver", "recipient"),
    [
        ({"direction": "given"}, "Our City", "Their City"),
        ({"direction": "received"}, "Their City", "Our City"),
        ({"direction": "received", "from_partner": "other"}, "Third City", "Our City"),
        ({"direction": "given", "to_person": "guest"}, "Our City", "Çağlayan"),
        ({"from_partner": "other"}, "Third City", "Our City"),
        ({}, "", ""),
        ({"direction": "given", "visit": None}, "Our City", ""),
    ],
)
def test_giver_and_recipient_follow_from_the_direction(
    archive: Archive, values: dict[str, str | None], giver: str, recipient: str
) -> None:
    with archive.change("test") as change:
        make = Maker(change)
        make.add("partner", name_en="Our City", kind="city", is_ours=True)
        theirs = make.add("partner", name_en="Their City", kind="city")
        known = {
            "other": make.add("partner", name_en="Third City", kind="city"),
            "guest": make.add("person", family_name_en="Çağlayan"),
        }
        visit = make.add("visit", title_en="Visit", partner=theirs)
        told = {key: known.get(value or "", value) for key, value in values.items()}
        gift = make.add("gift", **{"visit": visit, **told}, item_en="Carpet")
    found = parties(Excerpts(archive, Edition("en")), archive.read(by_name("gift"), gift))
    assert [each.en for each in found] == [giver, recipient]


def test_a_column_that_says_nothing_is_left_out(archive: Archive) -> None:
    with archive.change("test") as change:
        make = Maker(change)
        visit = make.add("visit", title_en="Visit")
        make.add("gift", visit=visit, item_en="Carpet", value=WORTH)
    text = text_of(archive, visit, "en")
    assert "Estimated value" in text
    for heading in ("Giver", "Recipient", "Occasion", "Kept at"):
        assert heading not in text
