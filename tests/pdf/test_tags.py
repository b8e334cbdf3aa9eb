"""The file tells its structure, and nothing in it leans on the reader's fonts."""

from io import BytesIO

import pikepdf
import pytest
from reportlab.platypus import Flowable

from liaison.pdf.facing import facing
from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup
from liaison.pdf.style import ParagraphStyle
from tests.pdf.corpus import ENGLISH, PERSIAN
from tests.pdf.stories import PERSIAN_BODY, brief, counterparts, facing_pages, paragraphs, setup
from tests.pdf.structure import complaints, reading_order


def order_of(story: list[Flowable]) -> list[tuple[str, str]]:
    content, _ = render(story, PageSetup("آزمون", edition="both"))
    with pikepdf.open(BytesIO(content)) as pdf:
        return reading_order(pdf.Root.StructTreeRoot)


@pytest.mark.parametrize(
    "story",
    [brief(60), facing_pages(), paragraphs(PERSIAN * 4, PERSIAN_BODY), [counterparts(100)], []],
    ids=["brief", "facing", "persian", "table", "empty"],
)
def test_the_structure_is_whole(story: list[Flowable]) -> None:
    assert complaints(render(story, setup()).content) == []


def test_facing_columns_are_read_persian_first() -> None:
    story = [facing("یک", "one"), facing("دو", "two")]
    assert order_of(story) == [("Document", "fa"), *[("P", "fa"), ("P", "en")] * 2]


def test_a_table_is_read_row_by_row_from_its_start() -> None:
    order = [tag for tag, _ in order_of([counterparts(2)])]
    assert order[1:9] == ["Table", "TR", "TH", "P", "TH", "P", "TH", "P"]
    assert order.count("TR") == 3
    assert order.count("TD") == 6


def test_a_table_over_pages_is_one_table_with_one_heading() -> None:
    order = [tag for tag, _ in order_of([counterparts(100)])]
    assert order.count("Table") == 1
    assert order.count("TH") == 3
    assert order.count("TR") == 101


def test_a_paragraph_over_pages_is_one_paragraph() -> None:
    order = order_of([Paragraph("متن بلند " * 1500, ParagraphStyle())])
    assert order == [("Document", "fa"), ("P", "fa")]


def test_a_row_cut_in_two_stays_one_row() -> None:
    order = [tag for tag, _ in order_of([facing(PERSIAN[0] * 30, ENGLISH[0] * 30)])]
    assert order == ["Document", "P", "P"]


def test_headings_carry_their_level() -> None:
    order = order_of(brief())
    assert [tag for tag, _ in order if tag.startswith("H")] == ["H1", "H1", "H2", "H2", "H2", "H2"]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("آقای Mustafa Işık از UCLG آمد", ["en"] * 3),
        ("The word شهردار means mayor", ["fa"]),
        ("تاریخ ۱۴۰۵/۰۸/۲۹ و +98 912", []),
        ("متن فارسی", []),
    ],
)
def test_words_of_the_other_language_are_named(text: str, languages: list[str]) -> None:
    content, _ = render([Paragraph(text, ParagraphStyle(direction="auto"))], PageSetup("آزمون"))
    with pikepdf.open(BytesIO(content)) as pdf:
        named = [
            str(operands[1].Lang)
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "BDC" and operands[0] == pikepdf.Name.Span
        ]
    assert named == languages
