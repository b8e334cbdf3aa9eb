"""The summary of an agreement: our side first, both calendars, what was asked and what is owed."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import pypdfium2
import pytest

from liaison import i18n
from liaison.domain.records import by_name
from liaison.prints.editions import Edition, Languages
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.time import span
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.made import Maker, both

TODAY = date(2026, 4, 22)
SUMMARY = PRODUCTS["agreement-summary"]
INTERNAL = ("OBSTACLE-INSIDE", "NEVERTHELESS", "LETTER-77")


class Signed:
    """An agreement of an archive, printed once an edition."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        with archive.change("signed") as change:
            self.uid = _record(Maker(change))

    @cache  # noqa: B019 - lives as long as the tests of its module
    def paper(self, languages: Languages = "en", *, guest: bool = False) -> Paper:
        return make(self.archive, SUMMARY, self.uid, Edition(languages, guest), today=TODAY)

    def text(self, languages: Languages = "en", *, guest: bool = False) -> str:
        return comparable(by_pdfium(self.paper(languages, guest=guest).content))


def _record(make: Maker) -> str:
    own = make.add("partner", **both("name", "شهر ما", "Our City"), is_ours=True)
    other = make.add("partner", **both("name", "شهر آنان", "Their City"))
    uid = make.add(
        "agreement", **both("title", "تفاهم آزمون", "Test memorandum"), number="T-7", kind="mou",
        stage="in_force", signed_on=span.read("1404/02/01"), valid_until=span.read("1405/04/01"),
        renewal="automatic", notice_days=30, **both("signed_place", "شهر ما", "Our City"),
        languages=("فارسی", "English"), authentic_language="English", originals=2,
        **both("legal_basis", "مصوبهٔ شورا", "Council resolution"), themes=("culture",),
        **both("obstacles", "مانع", "OBSTACLE-INSIDE"),
        **both("original_kept_at", "بایگانی", "The archive"),
    )  # fmt: skip
    for rank, partner, name in ((1, other, "Theirname"), (2, own, "Ourname")):
        person = make.add("person", **both("family_name", name, name))
        make.add("agreement_party", agreement=uid, partner=partner, rank=rank, signatory=person,
                 **both("signatory_title", "شهردار", "Mayor"))  # fmt: skip
    unit = make.add("unit", **both("name", "واحد آزمون", "Test Unit"))
    for number in ("10", "2", "1"):
        make.add("article", agreement=uid, number=number, owed_by="ours", unit=unit,
                 text_fa=f"متن بند {number}", due_on=date(2026, 5, 1),
                 text_en=f"Text of clause {number}" if number != "2" else None)  # fmt: skip
    make.add("clearance", agreement=uid, authority=other, result="pending", letter_no="LETTER-77",
             requested_on=date(2025, 1, 1), override_reason="NEVERTHELESS")  # fmt: skip
    return uid


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signed]:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path_factory.mktemp("signed")) as archive:
        yield Signed(archive)
    i18n.install(before)


@pytest.mark.parametrize("languages", ["fa", "en", "both", "in_turn"])
@pytest.mark.parametrize("guest", [False, True])
def test_it_is_sound_and_takes_two_pages_at_most(
    signed: Signed, languages: Languages, *, guest: bool
) -> None:
    paper = signed.paper(languages, guest=guest)
    assert complaints(paper.content) == []
    assert paper.pages <= (4 if languages == "in_turn" else 2)


def test_our_side_stands_first_whatever_its_order(signed: Signed) -> None:
    text = signed.text("fa")
    parties = text[text.index("طرف‌ها و امضاکنندگان") :]
    assert parties.index("شهر ما") < parties.index("شهر آنان")
    assert [each.kind for each in signed.paper().findings] == ["translation", "order"]


def place_of(paper: Paper, word: str) -> float:
    """Return how far from the left `word` stands the last time, in points."""
    with pypdfium2.PdfDocument(paper.content) as document:
        text = document[len(document) - 1].get_textpage()
        at = text.get_text_range().rindex(word)
        return float(text.get_charbox(at)[0])


def test_we_sign_on_the_right_in_persian_and_on_the_left_in_english(signed: Signed) -> None:
    persian, english = signed.paper("fa"), signed.paper("en")
    assert place_of(persian, "Ourname") > place_of(persian, "Theirname")
    assert place_of(english, "Ourname") < place_of(english, "Theirname")


@pytest.mark.parametrize("guest", [False, True])
def test_each_party_has_its_name_a_line_and_its_signatory(signed: Signed, *, guest: bool) -> None:
    text = signed.text(guest=guest)
    places = text[text.rindex("Our City Their City") :]
    assert places.index("....") < places.index("Ourname Mayor") < places.rindex("....")
    assert places.rindex("....") < places.index("Theirname Mayor")


def test_a_guest_reads_by_name_who_owes_a_clause(signed: Signed) -> None:
    assert "Text of clause 1 Our City" in signed.text(guest=True)
    assert "Text of clause 1 us" in signed.text()


@pytest.mark.parametrize("languages", ["fa", "en", "both"])
def test_every_party_of_three_has_a_place_to_sign(archive: Archive, languages: Languages) -> None:
    with archive.change("three") as change:
        add = Maker(change)
        uid = add.add("agreement", **both("title", "سه‌جانبه", "Of three"))
        for rank, (fa, en) in enumerate((("یکم", "First"), ("دوم", "Second"), ("سوم", "Third"))):
            partner = add.add("partner", **both("name", fa, en), is_ours=rank == 0)
            add.add("agreement_party", agreement=uid, partner=partner, rank=rank + 1)
    paper = make(archive, SUMMARY, uid, Edition(languages), today=TODAY)
    assert complaints(paper.content) == []
    text = comparable(by_pdfium(paper.content))
    spoken = 2 if languages == "both" else 1
    assert text.count("." * 44) == 3 * spoken
    assert text.count("سوم" if languages == "fa" else "Third") == 2


@pytest.mark.parametrize("languages", ["fa", "en", "both"])
def test_the_day_of_signing_is_in_both_calendars_with_the_city(
    signed: Signed, languages: Languages
) -> None:
    text = signed.text(languages)
    if languages != "fa":
        assert "21 April 2025 (1 Ordibehesht 1404) · Our City" in text
    if languages != "en":
        assert "۱ اردیبهشت ۱۴۰۴ (۲۱ آوریل ۲۰۲۵) · شهر ما" in text


def test_clauses_stand_in_their_order_and_what_is_missing_is_told(signed: Signed) -> None:
    text = signed.text()
    places = [text.index(each) for each in ("Text of clause 1 ", "not translated", "clause 10")]
    assert places == sorted(places)
    assert "Test Unit" in text
    (missing,) = [each for each in signed.paper().findings if each.kind == "translation"]
    assert "without an English text: 2" in missing.message


def test_how_long_it_holds_and_which_text_is_authentic(signed: Signed) -> None:
    text = signed.text()
    for shown in (
        "runs out within 3 months", "Automatic renewal", "notice 30 days before",
        "authentic text: English", "originals: 2", "The archive", "Council resolution", "T-7",
    ):  # fmt: skip
        assert shown in text


def test_what_was_asked_and_passed_over_is_printed_inside_alone(signed: Signed) -> None:
    text = signed.text()
    assert not [each for each in INTERNAL if each not in text]
    assert "CONFIDENTIAL" in text
    guest = signed.text(guest=True)
    assert not [each for each in (*INTERNAL, "CONFIDENTIAL") if each in guest]


def test_nothing_recorded_is_said_and_told(archive: Archive) -> None:
    with archive.change("bare") as change:
        uid = change.add(by_name("agreement"), {"title_fa": "سند", "title_en": "Paper"})
    paper = make(archive, SUMMARY, uid, Edition("en"), today=TODAY)
    assert comparable(by_pdfium(paper.content)).count("No data recorded") == 2
    assert {each.kind for each in paper.findings} == {"authentic", "parties", "clearance"}
