"""Edges of columns: declared, and moved by what stands in the cells."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from liaison.pdf.column_widths import Need, fitted, need
from liaison.pdf.shaping import ShapedText
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.table import Table
from liaison.pdf.table_layout import Cell, Column, TableLook

PLAIN = ParagraphStyle(direction="ltr")
LOOK = TableLook(direction="ltr", side_padding=5)


def wide(text: str, style: ParagraphStyle = PLAIN) -> float:
    return sum(ShapedText(text, style).advances)


def widths(rows: Sequence[Sequence[str]], columns: Sequence[Column], width: float) -> list[float]:
    """Lay out a table whose first row is its heading."""
    table = Table(rows, columns, header_rows=1, look=LOOK)
    table.wrap(width, 10_000)
    return table._grid.widths


def test_a_column_is_as_wide_as_the_longest_word_of_its_heading() -> None:
    style = ParagraphStyle()
    columns = [Column(width=20, style=style), Column(style=style)]
    found = widths([("ردیف", "نام"), ("۱", "متن " * 80)], columns, 300)
    assert found[0] >= wide("ردیف", style.but(bold=True)) + 10
    assert sum(found) == pytest.approx(300)


def test_a_name_stays_whole_beside_a_column_with_room() -> None:
    name = "AVERYLONGFAMILYNAME"
    columns = [Column(width=60, style=PLAIN), Column(style=PLAIN)]
    found = widths([("Name", "Office"), (name, "Mayor"), ("X", "Expert")], columns, 400)
    assert found[0] >= wide(name) + 10


def test_an_empty_column_gives_its_room_to_a_crowded_one() -> None:
    columns = [Column(3, style=PLAIN), Column(1, style=PLAIN)]
    city = "Test City of the North"
    found = widths([("Subject", "City"), ("Short", city)], columns, 260)
    assert found[1] >= wide(city) + 10


def test_columns_that_hold_what_is_in_them_stand_as_declared() -> None:
    columns = [Column(3, style=PLAIN), Column(1, style=PLAIN)]
    assert widths([("Subject", "City"), ("a", "b")], columns, 400) == pytest.approx([300, 100])


def test_columns_that_all_wrap_share_the_width_so_that_the_table_is_low() -> None:
    rows = [("When", "Event"), *[("Saturday, 25 April 2026, 10:30", "a word of it " * 10)] * 5]
    columns = [Column(width=50, style=PLAIN), Column(style=PLAIN)]
    declared = [replace(column, firm=True) for column in columns]
    high, low = (
        Table(rows, each, header_rows=1, look=LOOK).wrap(320, 10_000)[1]
        for each in (declared, columns)
    )
    assert low < high


def test_a_box_to_write_in_keeps_its_width() -> None:
    columns = [Column(width=90, firm=True), Column(style=PLAIN)]
    assert widths([("", "Text"), ("", "a long text " * 40)], columns, 300)[0] == 90


def test_a_word_without_end_does_not_take_the_whole_table() -> None:
    columns = [Column(style=PLAIN)] * 3
    found = widths([("A", "B", "C"), ("x" * 500, "short", "text")], columns, 300)
    assert found[1] >= wide("short") + 10
    assert sum(found) == pytest.approx(300)


def test_headings_come_before_long_words_where_there_is_no_room_for_both() -> None:
    needs = [Need(40, 150, 150), Need(40, 150, 150)]
    assert all(width >= 40 for width in fitted([50, 50], needs))


def test_rows_of_other_tables_move_the_edges_alike() -> None:
    columns = [Column(width=40, style=PLAIN), Column(style=PLAIN)]
    rows = [("Day", "Event"), ("1 May", "short")]
    further = [("25 September 2026", "text")]
    table = Table(rows, columns, header_rows=1, look=LOOK, alike=further)
    table.wrap(300, 10_000)
    assert table._grid.widths[0] >= wide("25 September 2026") + 10


def test_a_cell_over_several_columns_has_no_say() -> None:
    columns = [Column(3, style=PLAIN), Column(1, style=PLAIN)]
    band = (Cell(("a remark across the table " * 9,), span=2),)
    table = Table([("Subject", "City"), band, ("a", "b")], columns, header_rows=1, look=LOOK)
    table.wrap(400, 10_000)
    assert table._grid.widths == pytest.approx([300, 100])


def test_the_one_column_that_a_remark_has_shows_it_whole() -> None:
    columns = [Column(style=PLAIN)] * 3
    band = (Cell(("Given",), span=2), Cell(("Gifts received by the other side",)))
    table = Table(
        [("Giver", "Place", "Item"), band, ("text " * 40, "b", "c")],
        columns, header_rows=1, look=LOOK,
    )  # fmt: skip
    table.wrap(300, 10_000)
    assert table._grid.widths[2] >= wide("Gifts received by the other side") / 2


def test_marks_without_a_width_of_their_own_are_measured() -> None:
    assert need([("سمت", PLAIN)], [[("\u064e\u064f", PLAIN)]], 10).whole > 10
