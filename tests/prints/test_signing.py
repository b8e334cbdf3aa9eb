"""Places to sign are never alone on a page: some of what is signed stands above them."""

import re

import pypdfium2
import pytest

from liaison.prints.editions import Edition, Languages
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.pdf.extraction import comparable
from tests.pdf.structure import complaints
from tests.prints.made import both
from tests.prints.visiting import TODAY, Writer

SIDE_BY_SIDE: tuple[Languages, ...] = ("en", "both")


def above_the_places(paper: Paper, pattern: str) -> list[str]:
    """Return what stands on the page on which the places to sign begin."""
    with pypdfium2.PdfDocument(paper.content) as document:
        pages = [comparable(page.get_textpage().get_text_range()) for page in document]
    return re.findall(pattern, pages[-1])


@pytest.mark.parametrize("languages", SIDE_BY_SIDE)
def test_two_lines_of_the_minutes_at_least_stand_above_the_places(
    archive: Archive, languages: Languages
) -> None:
    write = Writer(archive)
    meeting = write.add("meeting", **both("title", "دیدار", "Meeting"), state="held")
    pages = set()
    for at in range(36):
        write.add("gift", meeting=meeting, **both("item", f"هدیه {at}", f"Gift {at}"))
        if at > 10:
            paper = make(archive, PRODUCTS["minutes"], meeting, Edition(languages), today=TODAY)
            pages.add(paper.pages)
            assert len(above_the_places(paper, r"Gift \d+")) >= 2
            assert complaints(paper.content) == []
    assert len(pages) > 1


@pytest.mark.parametrize("languages", SIDE_BY_SIDE)
def test_two_clauses_of_an_agreement_at_least_stand_above_the_places(
    archive: Archive, languages: Languages
) -> None:
    write = Writer(archive)
    agreement = write.add("agreement", **both("title", "سند", "Document"))
    pages = set()
    for at in range(1, 64):
        text = both("text", f"تعهد {at}", f"Clause {at}")
        write.add("article", agreement=agreement, number=str(at), **text)
        if at % 2 and at > 8:
            product = PRODUCTS["agreement-summary"]
            paper = make(archive, product, agreement, Edition(languages), today=TODAY)
            pages.add(paper.pages)
            assert len(above_the_places(paper, r"Clause \d+")) >= 2
            assert complaints(paper.content) == []
    assert len(pages) > 1
