"""What the columns of a table ask for, by what is in their cells."""

from collections.abc import Iterator, Sequence

from liaison.pdf.column_widths import Need, Written, need
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.table_layout import Cell, Column, Row, TableLook, as_cell


def needs(
    rows: Sequence[Row | Sequence[Cell | Paragraph | str]],
    columns: Sequence[Column],
    header_rows: int,
    look: TableLook,
) -> list[Need | None]:
    """Measure what each column asks for; None where nothing moves its edges.

    Cells over several columns have no say, nor do rows with such cells in how high the table is.
    """
    headings: list[list[Written]] = [[] for _ in columns]
    cells: list[list[list[Written]]] = [[] for _ in columns]
    for number, row in enumerate(rows):
        given = [as_cell(each) for each in (row.cells if isinstance(row, Row) else row)]
        is_heading = number < header_rows
        stands_apart = is_heading or len(given) < len(columns)
        for at, cell in _single(given):
            written = _written(cell, columns[at], heading=is_heading)
            if stands_apart:
                headings[at] += written
            else:
                cells[at].append(written)
    padding = 2 * look.side_padding
    return [
        None if column.firm else need(heads, texts, padding)
        for column, heads, texts in zip(columns, headings, cells, strict=True)
    ]


def _single(cells: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
    """Give the cells of one column, each with the column it stands in."""
    at = 0
    for cell in cells:
        if cell.span == 1:
            yield at, cell
        at += cell.span


def _written(cell: Cell, column: Column, *, heading: bool) -> list[Written]:
    style = column.style_of(heading=heading)
    return [
        (block.markup, block.style) if isinstance(block, Paragraph) else (block, style)
        for block in cell.content
    ]
