"""Whatever is given to the engine becomes pages: no crash, nothing cut without a word."""

import re

import pytest

from liaison.pdf.markup import escape
from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import Margins, PageSetup
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.table import Table
from liaison.pdf.table_layout import Column
from tests.pdf.extraction import by_pdfium
from tests.pdf.stories import counterparts

HOSTILE = {
    "empty": "",
    "spaces": "   ",
    "long word": "ب" * 200,
    "long latin word": "x" * 900,
    "overrides": "\u202e\u202d\u2066" * 70 + "متن abc" + "\u202c\u2069" * 80,
    "unclosed isolate": "\u2067سلام (\u2066x",
    "emoji": "سلام 👨‍👩‍👧 😀🇮🇷",
    "missing": "漢字 ༀ",
    "marks alone": "\u064b\u064c\u0301",
    "joiners alone": "\u200c\u200d\u200c",
    "surrogate": "a\ud83db",
    "controls": "a\x00\x1b\x0c\u2029\u2028b",
    "tags": "<b><i></b>x</i></span><br><br/>",
    "many breaks": "\n" * 300,
    "stacked marks": "ب" + "\u064e\u0651" * 40,
    "supplementary": "𐏈𐎠 𝔸",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("direction", ["rtl", "ltr", "auto"])
def test_hostile_text_makes_pages(text: str, direction: str) -> None:
    style = ParagraphStyle(direction=direction, align="justify")
    column = Column(width=14, style=style)
    story = [
        Paragraph(text, style.but(tag="H1")),
        Table([(text, text), ("a", "b")], [column, Column(style=style)], header_rows=1),
    ]
    content, pages = render(story, PageSetup(text, note=escape(text)))
    assert pages >= 1
    assert content.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("word", ["x" * 900, "ب" * 900])
def test_a_word_wider_than_the_page_is_printed_whole(word: str) -> None:
    content, _ = render([Paragraph(word, ParagraphStyle())], PageSetup("آزمون", edition="en"))
    assert by_pdfium(content).count(word[0]) == 900


def test_lines_higher_than_the_page_are_printed() -> None:
    huge = ParagraphStyle(size=300, leading=2000, direction="ltr")
    content, pages = render([Paragraph("A B C", huge)], PageSetup("آزمون"))
    assert pages > 1
    assert re.sub(r"[^ABC]", "", by_pdfium(content)) == "ABC"


def test_margins_wider_than_the_paper_still_make_pages() -> None:
    narrow = PageSetup("آزمون", margins=Margins(binding=120, outer=89))
    assert render([Paragraph("سلام دنیا", ParagraphStyle())], narrow).pages >= 1


def test_five_thousand_rows() -> None:
    rendered = render([counterparts(5000)], PageSetup("آزمون"))
    assert rendered.pages > 100
    found = re.findall(r"Mayor of Test City (\d+)", by_pdfium(rendered.content))
    assert [int(number) for number in found] == list(range(1, 5001))
