"""The columns of a table at one width: how wide each is, and where the cells of a row stand."""

from collections.abc import Iterator, Sequence

from liaison.pdf.column_widths import Need, fitted
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.table_layout import Cell, Column, LaidCell, LaidRow, Row, TableLook, as_cell
from liaison.pdf.tags import Element


class Grid:
    """The columns of a table at one width, from the start edge on; `needs` move their edges."""

    def __init__(
        self,
        columns: Sequence[Column],
        look: TableLook,
        width: float,
        needs: Sequence[Need | None] = (),
    ) -> None:
        self.columns = columns
        self.look = look
        self.width = width
        declared = self._shares(width - look.gutter * (len(columns) - 1))
        self.widths = fitted(declared, needs) if needs and width else declared

    def _shares(self, width: float) -> list[float]:
        fixed = sum(column.width for column in self.columns)
        weights = sum(column.weight for column in self.columns if not column.width)
        if fixed > width or not weights:
            return [
                (column.width or column.weight) * width / (fixed + weights)
                for column in self.columns
            ]
        share = (width - fixed) / weights
        return [column.width or column.weight * share for column in self.columns]

    def lay(self, row: Row | Sequence[Cell | Paragraph | str], *, heading: bool = False) -> LaidRow:
        """Measure a row: its cells become paragraphs and find their places."""
        look = row if isinstance(row, Row) else Row(row)
        cells = [
            self._lay_cell(cell, first, last, heading=heading)
            for cell, first, last in self._places(look.cells)
        ]
        laid = LaidRow(cells, look, self.look.row_padding, Element("TR"))
        laid.measure()
        return laid

    def _places(self, cells: Sequence[Cell | Paragraph | str]) -> Iterator[tuple[Cell, int, int]]:
        """Give every cell with its first column and the one after its last."""
        at = 0
        for given in cells:
            cell = as_cell(given)
            stop = min(at + cell.span, len(self.columns))
            if at >= stop:
                message = f"a row has more cells than the table's {len(self.columns)} columns"
                raise ValueError(message)
            yield cell, at, stop
            at = stop

    def _lay_cell(self, cell: Cell, first: int, last: int, *, heading: bool) -> LaidCell:
        look = self.look
        style = self.columns[first].style_of(heading=heading)
        width = sum(self.widths[first:last]) + look.gutter * (last - first - 1)
        start = sum(self.widths[:first]) + look.gutter * first
        left = self.width - start - width if look.direction == "rtl" else start
        element = Element("TH" if heading else "TD", span=last - first)
        if heading:
            element.scope = "Column"
        blocks = [
            block if isinstance(block, Paragraph) else Paragraph(block, style)
            for block in cell.content
        ]
        inner = max(width - 2 * look.side_padding, 1.0)
        return LaidCell(left + look.side_padding, inner, blocks, cell.ground, element, cell.boxed)
