"""Text comes out of the file as it went in."""

from pathlib import Path

import pytest

from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup
from liaison.pdf.style import ParagraphStyle
from tests.pdf.corpus import ENGLISH, PERSIAN
from tests.pdf.extraction import by_pdfium, by_poppler, comparable, error_rate, fewest_edits
from tests.pdf.stories import ENGLISH_BODY, PERSIAN_BODY, brief, facing_pages, paragraphs, setup

MOST = 0.03


@pytest.mark.parametrize(
    ("phrase", "text", "edits"),
    [
        ("", "anything", 0),
        ("abc", "xxabcxx", 0),
        ("abc", "xxabxx", 1),
        ("abc", "xxacbxx", 1),
        ("kitten", "the sitting cat", 2),
        ("abc", "", 3),
        ("سلام", "والسلام علیکم", 0),
    ],
)
def test_edits_are_counted_against_the_best_stretch(phrase: str, text: str, edits: int) -> None:
    assert fewest_edits(phrase, text) == edits


def test_the_persian_edition_is_recovered(tmp_path: Path) -> None:
    content, _ = render(paragraphs(PERSIAN, PERSIAN_BODY), PageSetup("آزمون"))
    assert error_rate(PERSIAN, by_poppler(content, tmp_path)) <= MOST
    assert error_rate(PERSIAN, by_pdfium(content)) <= MOST


def test_the_english_edition_is_recovered(tmp_path: Path) -> None:
    content, _ = render(paragraphs(ENGLISH, ENGLISH_BODY), PageSetup("Test", edition="en"))
    assert error_rate(ENGLISH, by_poppler(content, tmp_path)) <= MOST
    assert error_rate(ENGLISH, by_pdfium(content)) <= MOST


def test_facing_pages_are_recovered_by_pdfium() -> None:
    content, _ = render(facing_pages(), PageSetup("آزمون", edition="both"))
    assert error_rate([*PERSIAN, *ENGLISH], by_pdfium(content)) <= MOST


def test_furniture_and_tables_are_recovered() -> None:
    content, _ = render(brief(), setup())
    text = by_pdfium(content)
    phrases = ["شهردار شهر آزمون 2", "Mayor of Test City 2", "بسمه تعالی", "صفحه ۱ از ۱"]
    assert error_rate([*phrases, "Page 1 of 1", "CONFIDENTIAL", "محرمانه"], text) == 0


@pytest.mark.parametrize(
    "phrase",
    [
        "تاریخ ۱۴۰۵/۰۸/۲۹، ساعت ۱۱:۳۵",
        "آقای Mustafa Işık Çağlayan آمد",
        "شبکهٔ UCLG-MEWA برگزار کرد",
        "همراه +98 912 000 0000 است",
        "تلفن ۰۲۱-۵۵۶۰۱۲۳۴ است",
        "بند ۲-۱ و «مادهٔ ۵» (الف) را",
        "رشد ۲۵٫۶٪ بود و دما −۳٫۵ درجه",
        "هیئت‌های بین‌المللی می‌آیند",
        "الله اسلام کالا بالا لایحه",
        "متن با <b>بخش</b> درشت",
    ],
)
def test_a_phrase_can_be_found_in_a_browser(phrase: str) -> None:
    content, _ = render([Paragraph(phrase, ParagraphStyle())], PageSetup("آزمون"))
    plain = phrase.replace("<b>", "").replace("</b>", "")
    assert comparable(plain) in comparable(by_pdfium(content))


@pytest.mark.parametrize(
    "phrase",
    [
        "تاریخ ۱۴۰۵/۰۸/۲۹، ساعت ۱۱:۳۵",
        "آقای Mustafa Işık Çağlayan آمد",
        "سؤال، رأی، مسئول: هیئت. پایان",
        "همراه +98 912 000 0000 است",
    ],
)
def test_poppler_keeps_numbers_and_commas_in_their_places(phrase: str, tmp_path: Path) -> None:
    # Poppler takes the direction of a page from its letters, so there are Persian ones enough.
    story = [Paragraph(text, ParagraphStyle()) for text in (phrase, PERSIAN[0])]
    content, _ = render(story, PageSetup("آزمون"))
    assert comparable(phrase) in comparable(by_poppler(content, tmp_path))
