"""Rows and columns of a table, in logical order: the first column stands at the start edge."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from liaison.pdf.canvas import PageCanvas
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.style import GROUND, LINE, ParagraphStyle
from liaison.pdf.tags import Element

BAR_WIDTH = 3.0
_SLACK = 1e-6
_TOGETHER = 2
"""How many lines of a cell stay together at the foot and the head of a page."""


@dataclass(frozen=True)
class Column:
    """A column: `width` in points, or a share `weight` of what the fixed columns leave.

    What is in the columns moves their edges, except those of a `firm` one.
    """

    weight: float = 1.0
    width: float = 0.0
    style: ParagraphStyle = field(default_factory=ParagraphStyle)
    firm: bool = False

    def style_of(self, *, heading: bool) -> ParagraphStyle:
        """Return the style of its heading, or of its other cells."""
        return self.style.but(bold=True, keep_lines=1) if heading else self.style


@dataclass(frozen=True)
class Cell:
    """A cell that is more than one paragraph in its column's style.

    Strings are markup. `span` is the number of columns it takes, `ground` a colour behind it; a
    `boxed` one has lines at its sides, as a box to write in.
    """

    content: Sequence[Paragraph | str]
    span: int = 1
    ground: str = ""
    boxed: bool = False


@dataclass(frozen=True)
class Row:
    """A row that stands out: with a ground, a bar of colour at its start, or no rule below it.

    One is `kept` on a page with the next where it must not be parted from it; one that `heads`
    the rows after it stands above them again where they go on on another page.
    """

    cells: Sequence[Cell | Paragraph | str]
    ground: str = ""
    bar: str = ""
    rule: bool = True
    kept: bool = False
    heads: bool = False


@dataclass(frozen=True)
class TableLook:
    """How a table is drawn; measures in points.

    `split_rows` lets a row go on on the next page; otherwise only a row that is higher than a
    page does. One that is `whole` begins on the next page where this one has no room for all of
    it, and is cut only where no page has. A `layout` table only puts blocks side by side and is no
    table to those who hear it read.
    """

    direction: Literal["rtl", "ltr"] = "rtl"
    side_padding: float = 6.0
    row_padding: float = 3.0
    gutter: float = 0.0
    rule_weight: float = 0.5
    rule_colour: str = LINE
    header_ground: str = GROUND
    split_rows: bool = False
    whole: bool = False
    layout: bool = False
    before: float = 0.0
    after: float = 0.0


FACING_LOOK = TableLook(
    side_padding=0, row_padding=0, gutter=34, rule_weight=0, split_rows=True, layout=True, after=4
)


@dataclass(slots=True)
class LaidCell:
    """A cell at its place: `left` from the table's left edge."""

    left: float
    width: float
    blocks: list[Paragraph]
    ground: str
    element: Element
    boxed: bool = False

    @property
    def height(self) -> float:
        """The height of the blocks, with the space between them."""
        gaps = sum(_gap(above, below) for above, below in pairwise(self.blocks))
        return gaps + sum(block.wrap(self.width, 0)[1] for block in self.blocks)

    @property
    def lines(self) -> int:
        """The number of lines of all blocks."""
        return sum(map(self._lines, self.blocks))

    @property
    def first_height(self) -> float:
        """The height of the least of the cell that may stand at the foot of a page."""
        if self.lines < 2 * _TOGETHER:
            return self.height
        kept, _rest = self.cut(_TOGETHER)
        gaps = sum(_gap(above, below) for above, below in pairwise(kept))
        return gaps + sum(block.wrap(self.width, 0)[1] for block in kept)

    def fitting(self, room: float) -> int:
        """Return how many lines stand in a height."""
        count = 0
        above: Paragraph | None = None
        for block in self.blocks:
            room -= _gap(above, block) if above is not None else 0.0
            lines = min(int((room + _SLACK) // block.style.leading), self._lines(block))
            count += max(lines, 0)
            if lines < self._lines(block):
                break
            room -= lines * block.style.leading
            above = block
        return count

    def cut(self, lines: int) -> tuple[list[Paragraph], list[Paragraph]]:
        """Share the blocks between so many lines and what comes after them."""
        kept: list[Paragraph] = []
        for index, block in enumerate(self.blocks):
            own = self._lines(block)
            if own > lines:
                if not lines:
                    return kept, self.blocks[index:]
                head, rest = block.cut(lines)
                return [*kept, head], [rest, *self.blocks[index + 1 :]]
            lines -= own
            kept.append(block)
        return kept, []

    def _lines(self, block: Paragraph) -> int:
        return round(block.wrap(self.width, 0)[1] / block.style.leading)


@dataclass(slots=True)
class LaidRow:
    """A row, or a part of one, measured for the table's width."""

    cells: list[LaidCell]
    look: Row
    padding: float
    element: Element
    continued: bool = False
    height: float = 0.0

    def measure(self) -> None:
        """Make the row as high as its highest cell."""
        content = max((cell.height for cell in self.cells), default=0.0)
        self.height = content + 2 * self.padding

    def cut(self, room: float, *, anyway: bool) -> "tuple[LaidRow, LaidRow] | None":
        """Cut the row at a height; None where a cell would leave a single line on either side.

        `anyway` cuts wherever there is a line to stand above.
        """
        counts = [cell.fitting(room - 2 * self.padding) for cell in self.cells]
        if not anyway:
            counts = [
                _together(at, cell.lines) for at, cell in zip(counts, self.cells, strict=True)
            ]
            if any(cell.lines and not at for at, cell in zip(counts, self.cells, strict=True)):
                return None
        shares = [cell.cut(at) for at, cell in zip(counts, self.cells, strict=True)]
        if not any(kept for kept, _ in shares) or not any(rest for _, rest in shares):
            return None
        parts = []
        for side in (0, 1):
            cells = [
                replace(cell, blocks=share[side])
                for cell, share in zip(self.cells, shares, strict=True)
            ]
            part = LaidRow(
                cells, self.look, self.padding, self.element, continued=side == 1 or self.continued
            )
            for cell in cells:
                for block in cell.blocks:
                    block.wrap(cell.width, 0)
            part.measure()
            parts.append(part)
        return parts[0], parts[1]


def _together(fitting: int, lines: int) -> int:
    """Return after how many lines a cell is cut, so that some stay together on either side."""
    if fitting >= lines:
        return lines
    at = min(fitting, lines - _TOGETHER)
    return at if at >= _TOGETHER else 0


def draw_cell(
    canvas: PageCanvas, cell: LaidCell, left: float, top: float, *, furniture: bool = False
) -> None:
    """Draw the blocks of a cell, one under the other."""
    above: Paragraph | None = None
    for block in cell.blocks:
        if above is not None:
            top -= _gap(above, block)
        height = block.wrap(cell.width, 0)[1]
        block.draw_at(canvas, left + cell.left, top, furniture=furniture)
        top -= height
        above = block


def _gap(above: Paragraph, below: Paragraph) -> float:
    return max(above.getSpaceAfter(), below.getSpaceBefore())


def as_cell(given: Cell | Paragraph | str) -> Cell:
    """Return a cell for what stands alone in one."""
    return given if isinstance(given, Cell) else Cell((given,))
