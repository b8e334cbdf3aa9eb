"""The drawing of a table's rows on one page."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from liaison.pdf.canvas import PageCanvas
from liaison.pdf.table_layout import BAR_WIDTH, LaidCell, LaidRow, TableLook, draw_cell
from liaison.pdf.tags import Element


class TablePart(Flowable):  # type: ignore[misc] # reportlab carries no types
    """Measured rows of a table that stand together on a page, headings first.

    `first` says that the table begins here: further on its headings are no longer part of the
    text, only a help to the eye.
    """

    def __init__(
        self,
        look: TableLook,
        width: float,
        headings: Sequence[LaidRow],
        rows: Sequence[LaidRow],
        element: Element,
        *,
        first: bool,
    ) -> None:
        super().__init__()
        self.look = look
        self.width = width
        self.height = sum(row.height for row in (*headings, *rows))
        self._headings = len(headings)
        self._rows = [*headings, *rows]
        self._element = element
        self._first = first

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """Give the space to keep free above the table."""
        return self.look.before if self._first else 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the size that the rows were measured at."""
        del width, height  # the rows have found their places
        return self.width, self.height

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw with the lower left corner at a point."""
        top = y + self.height
        with canvas.artifact():
            self._draw_grounds(canvas, x, top)
            self._draw_rules(canvas, x, top)
        if self._first and not self.look.layout:
            canvas.structure.add(self._element)
        for index, row in enumerate(self._rows):
            if index < self._headings and not self._first:
                _draw_repeated(canvas, row, x, top)
            elif self.look.layout:
                _draw_plain(canvas, row, x, top)
            else:
                self._draw_row(canvas, row, x, top)
            top -= row.height

    def _draw_row(self, canvas: PageCanvas, row: LaidRow, left: float, top: float) -> None:
        """Draw a row into the structure, cell by cell in logical order."""
        if not row.continued:
            self._element.kids.append(row.element)
            row.element.kids.extend(cell.element for cell in row.cells)
        for cell in row.cells:
            with canvas.structure.inside(cell.element):
                draw_cell(canvas, cell, left, top - row.padding)
            with canvas.artifact():
                _separate(canvas, row, cell, left, top)

    def _draw_grounds(self, canvas: PageCanvas, left: float, top: float) -> None:
        """Draw the grounds and bars that lie under the text."""
        look = self.look
        for index, row in enumerate(self._rows):
            bottom = top - row.height
            ground = row.look.ground or (look.header_ground if index < self._headings else "")
            if ground:
                canvas.ground(left, bottom, self.width, row.height, ground)
            for cell in row.cells:
                if cell.ground:
                    start = left + cell.left - look.side_padding
                    width = cell.width + 2 * look.side_padding
                    canvas.ground(start, bottom, width, row.height, cell.ground)
            if row.look.bar:
                side = self.width - BAR_WIDTH if look.direction == "rtl" else 0.0
                canvas.ground(left + side, bottom, BAR_WIDTH, row.height, row.look.bar)
            top = bottom

    def _draw_rules(self, canvas: PageCanvas, left: float, top: float) -> None:
        """Draw the lines below the rows, over the grounds of the rows that meet there.

        A box to write in has lines at its sides as well.
        """
        look = self.look
        for row in self._rows:
            for cell in filter(lambda each: each.boxed, row.cells):
                start = left + cell.left - look.side_padding
                for x in (start, start + cell.width + 2 * look.side_padding):
                    ends = (x, top), (x, top - row.height)
                    canvas.rule(*ends, look.rule_colour, look.rule_weight)
            top -= row.height
            if look.rule_weight and row.look.rule:
                ends = (left, top), (left + self.width, top)
                canvas.rule(*ends, look.rule_colour, look.rule_weight)


def _draw_plain(canvas: PageCanvas, row: LaidRow, left: float, top: float) -> None:
    """Draw a row whose cells are no part of a table's structure."""
    for cell in row.cells:
        draw_cell(canvas, cell, left, top - row.padding)
        with canvas.artifact():
            _separate(canvas, row, cell, left, top)


def _draw_repeated(canvas: PageCanvas, row: LaidRow, left: float, top: float) -> None:
    """Draw a heading row once more, as furniture of the page."""
    with canvas.artifact("Pagination"):
        for cell in row.cells:
            draw_cell(canvas, cell, left, top - row.padding, furniture=True)
            _separate(canvas, row, cell, left, top)


def _separate(canvas: PageCanvas, row: LaidRow, cell: LaidCell, left: float, top: float) -> None:
    """Keep a cell apart from the next one on the same height."""
    if cell is not row.cells[-1] and cell.blocks:
        face = cell.blocks[0].style.fonts.persian.regular
        canvas.separate(face, left + cell.left, top - row.height)
