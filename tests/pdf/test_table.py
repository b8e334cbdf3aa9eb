"""Tables: mirrored, over pages, and nothing in them lost."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from liaison.pdf.facing import facing
from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.table import Table
from liaison.pdf.table_grid import Grid
from liaison.pdf.table_layout import Cell, Column, Row, TableLook
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.stories import counterparts
from tests.pdf.structure import complaints, reading_order

LATIN = ParagraphStyle(direction="ltr")


def numbers_in(content: bytes, pattern: str) -> list[int]:
    return [int(found) for found in re.findall(pattern, comparable(by_pdfium(content)))]


@pytest.mark.parametrize(("direction", "lefts"), [("rtl", [206, 106, 6]), ("ltr", [6, 106, 206])])
def test_the_first_column_stands_at_the_start(direction: str, lefts: list[float]) -> None:
    grid = Grid([Column()] * 3, TableLook(direction=direction), 300)
    assert [cell.left for cell in grid.lay(("a", "b", "c")).cells] == pytest.approx(lefts)


def test_fixed_columns_keep_their_width_and_the_others_share_the_rest() -> None:
    grid = Grid([Column(width=50), Column(3), Column(1)], TableLook(gutter=10), 270)
    assert grid.widths == pytest.approx([50, 150, 50])


def test_columns_wider_than_the_page_shrink_together() -> None:
    assert Grid([Column(width=300)] * 2, TableLook(), 200).widths == pytest.approx([100, 100])


def test_a_cell_may_span_columns() -> None:
    grid = Grid([Column()] * 3, TableLook(side_padding=0), 300)
    wide, narrow = grid.lay((Cell(["a"], span=2), "b")).cells
    assert (wide.left, wide.width) == pytest.approx((100, 200))
    assert (narrow.left, narrow.width) == pytest.approx((0, 100))


def test_too_many_cells_are_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        Grid([Column()] * 2, TableLook(), 300).lay(("a", "b", "c"))


def test_facing_cells_are_of_one_height() -> None:
    table = facing("کوتاه", "long " * 200)
    _, height = table.wrap(400, 10_000)
    assert height == pytest.approx(Paragraph("long " * 200, LATIN.but(size=10)).wrap(183, 0)[1])


def test_long_tables_lose_no_row_and_repeat_their_heading() -> None:
    rendered = render([counterparts(300)], PageSetup("آزمون"))
    assert numbers_in(rendered.content, r"Mayor of Test City (\d+)") == list(range(1, 301))
    with pypdfium2.PdfDocument(rendered.content) as document:
        assert all("Name" in page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize(
    ("above", "rows", "shares"),
    [
        (0, 21, [19, 2]),  # the last row takes its neighbour along
        (0, 22, [20, 2]),
        (180, 4, [2, 2]),
        (190, 1, [1]),
    ],
)
def test_no_row_stands_alone_at_either_end(above: float, rows: int, shares: list[int]) -> None:
    style = LATIN.but(leading=10)
    heading = ("head",)
    table = Table(
        [heading, *[(f"row {number}",) for number in range(rows)]],
        [Column(style=style)],
        header_rows=1,
        look=TableLook(row_padding=0),
    )
    assert table.first_height(300) == min(3, rows + 1) * 10  # its heading with two rows
    parts = table.split(300, 210.0 - above)
    assert [round(part.wrap(300, 1000)[1] / 10) - 1 for part in parts] == shares


def test_a_row_below_its_band_brings_another() -> None:
    style = LATIN.but(leading=10)
    rows = [Row(("band",), kept=True), ("one",), ("two",), ("three",)]
    table = Table(rows, [Column(style=style)], look=TableLook(row_padding=0))
    assert table.first_height(300) == 30


def test_facing_rows_go_on_over_pages_without_loss() -> None:
    words = [f"w{number}" for number in range(3000)]
    persian = " ".join(["واژه"] * 100)
    rendered = render([facing(persian, " ".join(words))], PageSetup("آزمون", edition="both"))
    assert rendered.pages > 1
    assert numbers_in(rendered.content, r"w(\d+)") == list(range(3000))


def test_a_row_higher_than_a_page_is_cut() -> None:
    words = " ".join(f"w{number}" for number in range(4000))
    table = Table(
        [("head",), ("before",), (words,), ("after",)], [Column(style=LATIN)], header_rows=1
    )
    rendered = render([table], PageSetup("آزمون"))
    assert numbers_in(rendered.content, r"w(\d+)") == list(range(4000))
    assert "after" in by_pdfium(rendered.content)


def test_headings_higher_than_a_page_are_rows_like_others() -> None:
    words = " ".join(f"w{number}" for number in range(4000))
    table = Table([(words,), ("after",)], [Column(style=LATIN)], header_rows=1)
    rendered = render([table], PageSetup("آزمون"))
    assert numbers_in(rendered.content, r"w(\d+)") == list(range(4000))
    assert "after" in by_pdfium(rendered.content)


@pytest.mark.parametrize(
    "rows", [[], [()], [("",)], [("a",), Row((), ground="#F2F4F2")]], ids=range(4)
)
def test_empty_rows_and_cells_are_drawn_as_such(rows: list[tuple[str, ...] | Row]) -> None:
    table = Table(rows, [Column(style=LATIN)])
    assert render([table], PageSetup("آزمون")).pages == 1


def test_a_row_that_heads_others_stands_above_them_on_every_page() -> None:
    def band(name: str) -> Row:
        return Row((Cell((f"band {name}",)),), kept=True, heads=True)

    rows = [("head",), band("A"), *[(f"a{at}",) for at in range(120)], band("B"), ("b",)]
    rendered = render(
        [Table(rows, [Column(style=LATIN)], header_rows=1)], PageSetup("Test", edition="en")
    )
    with pypdfium2.PdfDocument(rendered.content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) > 2
    for page in pages:
        assert "band A" in page
        assert page.index("head") < page.index("band A")
    assert pages[-1].index("a119") < pages[-1].index("band B")
    assert complaints(rendered.content) == []
    # What is repeated helps the eye; who hears the table read hears it once.
    with pikepdf.open(BytesIO(rendered.content)) as pdf:
        heard = [tag for tag, _ in reading_order(pdf.Root.StructTreeRoot)]
    assert heard.count("TR") == len(rows)


def test_rows_that_begin_a_page_with_their_own_head_have_no_other_above() -> None:
    rows = [
        Row((Cell(("band A",)),), heads=True),
        ("a",),
        Row((Cell(("band B",)),), heads=True),
        ("b",),
    ]
    row = Table([("b",)], [Column(style=LATIN)]).wrap(400, 100)[1]
    heights = []
    for above in (1, 2):
        table = Table(rows, [Column(style=LATIN)])
        table.wrap(400, 1e6)
        _head, rest = table.split(400, above * row)
        heights.append(rest.wrap(400, 1e6)[1])
    assert heights == pytest.approx([4 * row, 2 * row])


@pytest.mark.parametrize("lines", range(2, 8))
def test_no_line_of_a_row_stands_alone_above_or_below_a_cut(lines: int) -> None:
    value = "<br/>".join(f"v{line}" for line in range(lines))
    columns = [Column(width=60, style=LATIN), Column(style=LATIN)]
    look = TableLook(direction="ltr", split_rows=True)
    for before in range(18, 32):
        rows = [("", f"b{row}") for row in range(before)]
        table = Table([*rows, ("label", value)], columns, look=look)
        rendered = render([table], PageSetup("آزمون"))
        with pypdfium2.PdfDocument(rendered.content) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        counts = [len(re.findall(r"v\d", text)) for text in texts]
        assert sum(counts) == lines
        assert 1 not in counts
        assert ("label" in texts[0]) is (counts[0] > 0)


def test_rows_that_go_on_are_headed_where_nothing_else_heads_them() -> None:
    rows = [("head",), *[(f"a{at}",) for at in range(120)]]
    table = Table(
        rows,
        [Column(style=LATIN)],
        header_rows=1,
        going_on=Row((Cell(("day one, continued",)),), heads=True),
    )
    rendered = render([table], PageSetup("Test", edition="en"))
    with pypdfium2.PdfDocument(rendered.content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert ["day one, continued" in page for page in pages] == [False, *[True] * (len(pages) - 1)]
    assert len(pages) > 2
    assert complaints(rendered.content) == []
