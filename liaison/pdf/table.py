"""A table that mirrors itself for right-to-left text and breaks over pages without loss.

Rows are measured only when a page has come to them and let go once they are drawn, so a long
table costs no more memory than a page of it.
"""

import math
from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from liaison.pdf.canvas import PageCanvas
from liaison.pdf.column_widths import Need
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.table_grid import Grid
from liaison.pdf.table_layout import Cell, Column, LaidRow, Row, TableLook
from liaison.pdf.table_needs import needs
from liaison.pdf.table_part import TablePart
from liaison.pdf.tags import Element

_SLACK = 1e-6
# Headings higher than this part of the room are not repeated: they would leave none for the rows.
_MOST_HEADING = 0.5
# Rows that stand together at either end of a table that is cut.
_FEWEST = 2

_TAIL = 2
"""How many rows at the end of a table stand on a page with what it is tied to."""

AnyRow = Row | Sequence[Cell | Paragraph | str]


class Table(Flowable):  # type: ignore[misc] # reportlab carries no types
    """A table, or the part of one that stands on a page.

    `rows` are given in logical order, each a Row or a sequence of cells; strings are markup, set
    in the style of their column. The first `header_rows` of them are repeated on every page. The
    last rows of one that is `tied` stand on a page with the block after it. Rows that are `alike`
    stand in tables below or above whose columns are to have the same edges. `going_on` heads the
    rows on further pages where none of them does.
    """

    tied = False

    def __init__(
        self,
        rows: Sequence[AnyRow],
        columns: Sequence[Column],
        *,
        header_rows: int = 0,
        look: TableLook | None = None,
        keep_with_next: bool = False,
        alike: Sequence[AnyRow] = (),
        going_on: Row | None = None,
    ) -> None:
        super().__init__()
        self.look = look or TableLook()
        self.columns = columns
        self.keepWithNext = keep_with_next
        self._rows = rows
        self._header_rows = header_rows
        self._next = header_rows
        self._carried: LaidRow | None = None
        self._first = True
        self._element = Element("Table")
        self._headings: list[LaidRow] = []
        self._band: Row | None = None
        """The row that heads those the rest of the table begins with."""
        self._laid: list[LaidRow] = []
        self._alike = alike
        self._going_on = going_on
        self._needs: Sequence[Need | None] | None = None
        self._grid = Grid(columns, self.look, 0)

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """Give the space to keep free above, none for the rest of a split table."""
        return self.look.before if self._first else 0.0

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """Give the space to keep free below."""
        return self.look.after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure rows until they pass a height; give the width and the height so far, in points.

        A height above the one asked for means that the table, or the rest of it, does not fit.
        """
        self._measure(width)
        self.width = width
        self.height = self._heading_height
        for index in range(self.rows_left):
            if self.height > height + _SLACK:
                break
            self.height += self._row(index).height
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Cut between rows, or inside one where the look allows it, at a height."""
        return self._cut(width, height)

    def split_anyway(self, width: float, height: float) -> list[Flowable]:
        """Cut at the head of an empty page: inside the first row, as no page would hold it."""
        self._measure(width)
        if self._heading_height > height * _MOST_HEADING:
            self._give_up_headings()
            self._measure(width)
        return self._cut(width, height, anyway=True)

    def split_tail(self, width: float) -> list[Flowable]:
        """Cut before the last rows, for what is tied to them; give nothing where they are all."""
        self._measure(width)
        fitting = self._before(self.rows_left - _TAIL)
        return [self._head(fitting, None), self._rest(fitting, None)] if fitting > 0 else []

    def first_height(self, width: float) -> float:
        """Give the height of the least that may stand at the foot of a page."""
        self._measure(width)
        if not self.rows_left:
            return self._heading_height
        if self.look.whole:
            return self.wrap(width, math.inf)[1]
        first = self._row(0)
        if self.look.split_rows:
            least = max((cell.first_height for cell in first.cells), default=0.0)
            return self._heading_height + min(first.height, least + 2 * first.padding)
        return self._heading_height + self._together()

    def _together(self) -> float:
        """Give the height of the first rows that may not be parted: two, and what heads them."""
        height, alone = 0.0, _FEWEST if self._first else 1
        for index in range(self.rows_left):
            row = self._row(index)
            height += row.height
            alone -= not row.look.kept
            if not alone:
                break
        return height

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw with the lower left corner at a point; what was measured is let go."""
        self._head(self.rows_left, None).drawOn(canvas, x, y)
        self._laid = []

    def _give_up_headings(self) -> None:
        """Treat the heading rows as any others, and repeat none."""
        if self._first:
            self._next = 0
        self._header_rows = 0
        self._band = None
        self._grid = Grid(self.columns, self.look, 0)

    @property
    def _heading_height(self) -> float:
        return sum(row.height for row in self._headings)

    @property
    def rows_left(self) -> int:
        """The number of rows still to be drawn, headings aside."""
        return len(self._rows) - self._next + (self._carried is not None)

    def _measure(self, width: float) -> None:
        """Lay the headings for a width, and forget what was measured for another."""
        if width != self._grid.width:
            self._grid = Grid(self.columns, self.look, width, self._asked())
            self._headings = [
                self._grid.lay(row, heading=True) for row in self._rows[: self._header_rows]
            ]
            if self._band is not None:
                self._headings.append(self._grid.lay(self._band))
            self._laid = []

    def _asked(self) -> Sequence[Need | None]:
        """Give what the columns ask for by what is in them; those of a layout stand as declared."""
        if self._needs is None:
            rows = [*self._rows, *self._alike]
            self._needs = (
                () if self.look.layout else needs(rows, self.columns, self._header_rows, self.look)
            )
        return self._needs

    def _row(self, index: int) -> LaidRow:
        """Give one of the rows still to be drawn, measured."""
        if not self._laid and self._carried:
            self._laid.append(self._carried)
        behind = self._next - (self._carried is not None)
        while len(self._laid) <= index:
            self._laid.append(self._grid.lay(self._rows[behind + len(self._laid)]))
        return self._laid[index]

    def _cut(self, width: float, height: float, *, anyway: bool = False) -> list[Flowable]:
        """Cut at a height: between rows, or inside the row that crosses it."""
        inside = anyway or self.look.split_rows
        self._measure(width)
        room = height - self._heading_height + _SLACK
        fitting = 0
        while fitting < self.rows_left and self._row(fitting).height <= room:
            room -= self._row(fitting).height
            fitting += 1
        if fitting == self.rows_left:
            return [self]
        if self.tied and not anyway and fitting > self.rows_left - _TAIL:
            return self.split_tail(width)
        parts = self._row(fitting).cut(room, anyway=anyway) if inside else None
        if not parts:
            fitting = self._parted(fitting)
        if not fitting and not parts:
            return []
        return [self._head(fitting, parts), self._rest(fitting, parts)]

    def _parted(self, fitting: int) -> int:
        """Give how many rows stand above a cut after so many: none is left alone."""
        if self.rows_left - fitting < _FEWEST < fitting and not self.look.split_rows:
            fitting -= 1
        return self._before(fitting)

    def _before(self, fitting: int) -> int:
        """Give after how many of so many rows a cut may be: no row parts from the one it heads."""
        while fitting > 0 and self._row(fitting - 1).look.kept:
            fitting -= 1
        return fitting

    def _head(self, fitting: int, parts: tuple[LaidRow, LaidRow] | None) -> TablePart:
        """Give the part of the table that stands above a cut."""
        rows = [self._row(index) for index in range(fitting)]
        if parts:
            rows.append(parts[0])
        return TablePart(
            self.look, self._grid.width, self._headings, rows, self._element, first=self._first
        )

    def _rest(self, fitting: int, parts: tuple[LaidRow, LaidRow] | None) -> "Table":
        """Give the part of the table that stands below a cut."""
        rest = Table(self._rows, self.columns, header_rows=self._header_rows, look=self.look)
        rest._going_on = self._going_on
        rest._element, rest._first, rest.tied = self._element, False, self.tied
        rest._needs = self._needs
        consumed = fitting + (parts is not None)
        rest._grid, rest._band = self._grid, self._band_after(fitting, inside=parts is not None)
        rest._headings = self._headings[: self._header_rows]
        if rest._band is not None:
            rest._headings.append(self._grid.lay(rest._band))
        rest._next = self._next + consumed - (self._carried is not None)
        rest._carried = parts[1] if parts else None
        rest._laid = ([parts[1]] if parts else []) + self._laid[consumed:]
        return rest

    def _band_after(self, fitting: int, *, inside: bool) -> Row | None:
        """Give the row that heads what stands below a cut; None where that begins with its own."""
        if not inside and fitting < self.rows_left and self._row(fitting).look.heads:
            return None
        above = [self._row(index).look for index in range(fitting)]
        return next((row for row in reversed(above) if row.heads), self._band or self._going_on)
