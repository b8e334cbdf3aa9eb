"""A table of contents names the pages on which its parts came to stand, and leads to them."""

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from liaison.pdf.contents import ContentsLine, Place, Side
from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup, PartBreak
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.tags import Element
from tests.pdf.extraction import comparable
from tests.pdf.structure import complaints

PERSIAN = Side("بخش آزمون", ParagraphStyle(), "fa")
ENGLISH = Side("Test part", ParagraphStyle(direction="ltr"), "en")


def story(sides: list[Side], lengths: list[int]) -> list[Any]:
    whole = Element("TOC")
    setup = PageSetup("Test", edition="en")
    blocks: list[Any] = [ContentsLine(sides, f"part{at}", whole) for at in range(len(lengths))]
    for at, length in enumerate(lengths):
        blocks += [PartBreak(setup), Place(f"part{at}")]
        style = ParagraphStyle(direction="ltr")
        blocks += [Paragraph("line", style) for _ in range(length)]
    return blocks


@pytest.mark.parametrize("sides", [[PERSIAN], [ENGLISH], [PERSIAN, ENGLISH]])
def test_each_line_tells_the_page_of_its_part(sides: list[Side]) -> None:
    content, pages = render(story(sides, [10, 100, 5]), PageSetup("Test", edition="en"))
    assert pages == 6
    with pypdfium2.PdfDocument(content) as document:
        text = comparable(document[0].get_textpage().get_text_range())
    for side in sides:
        for number in (2, 3, 6):
            shown = "۰۱۲۳۴۵۶"[number] if side.language == "fa" else str(number)
            assert shown in text
    assert complaints(content) == []


def test_each_line_leads_to_its_part() -> None:
    content, _ = render(story([ENGLISH], [10, 100, 5]), PageSetup("Test", edition="en"))
    with pikepdf.Pdf.open(BytesIO(content)) as pdf:
        links = [each for each in pdf.pages[0].Annots if each.Subtype == "/Link"]
        goals = [pdf.pages.index(pikepdf.Page(each.Dest[0])) for each in links]
    assert goals == [1, 2, 5]
