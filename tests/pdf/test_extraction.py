"""Text comes out of the file as it went in."""

import shutil
from itertools import product
from pathlib import Path

import pytest

from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup
from liaison.pdf.style import ParagraphStyle
from tests.pdf.corpus import ENGLISH, PERSIAN
from tests.pdf.extraction import (
    READERS,
    by_pdfium,
    by_poppler,
    comparable,
    error_rate,
    fewest_edits,
    found_rate,
    searches,
)
from tests.pdf.stories import ENGLISH_BODY, PERSIAN_BODY, brief, facing_pages, paragraphs, setup

MOST = 0.03
FOUND = 0.95


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


@pytest.fixture(scope="module")
def files() -> dict[str, tuple[bytes, list[str]]]:
    """Set the hard corpus in every edition; give the files and what stands in them."""
    persian = paragraphs(PERSIAN, PERSIAN_BODY)
    english = paragraphs(ENGLISH, ENGLISH_BODY)
    return {
        "fa": (render(persian, PageSetup("آزمون")).content, PERSIAN),
        "en": (render(english, PageSetup("Test", edition="en")).content, ENGLISH),
        "both": (
            render(facing_pages(), PageSetup("آزمون", edition="both")).content,
            [*PERSIAN, *ENGLISH],
        ),
    }


@pytest.mark.parametrize(
    ("edition", "reader"),
    [
        *product(("fa", "en"), READERS),
        # Poppler's plain text of facing columns is no goal: it reads across them.
        *product(("both",), ("PDFium", "MuPDF", "structure")),
    ],
)
def test_the_corpus_is_recovered_and_found(
    files: dict[str, tuple[bytes, list[str]]], edition: str, reader: str, tmp_path: Path
) -> None:
    if reader == "MuPDF" and not shutil.which("mutool"):
        pytest.skip("no mutool to read the file")
    content, phrases = files[edition]
    text = READERS[reader](content, tmp_path)
    assert error_rate(phrases, text) <= MOST
    assert found_rate(phrases, text) >= FOUND


def test_searches_are_words_in_a_row_between_brackets() -> None:
    text = "نامهٔ نخست (با یک پیوست)، شمارهٔ ۱۲، رسید. One two three four five six"
    typed = ["نامهٔ نخست", "با یک", "شمارهٔ ۱۲", "One two three", "four five six"]
    assert searches(text) == typed
    assert found_rate([text], "نامهٔ نخست پیوست با یک / One two three four") == 3 / 5


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
