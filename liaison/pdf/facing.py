"""Persian on the right, English on the left, row by row at the same height."""

from collections.abc import Sequence
from dataclasses import replace

from liaison.pdf.paragraph import Paragraph
from liaison.pdf.style import ACCENT, ParagraphStyle
from liaison.pdf.table import Table
from liaison.pdf.table_layout import FACING_LOOK, Cell, Column, Row, TableLook

PERSIAN = ParagraphStyle()
ENGLISH = ParagraphStyle(size=10.0, direction="ltr")
HEADING = ParagraphStyle(size=12.0, leading=20.0, colour=ACCENT, bold=True, keep_lines=1, tag="H2")
_HEADING_LOOK = replace(FACING_LOOK, rule_weight=0.5, row_padding=2.0, before=10.0, after=4.0)

Side = str | Paragraph | Sequence[Paragraph]


def facing(
    persian: Side,
    english: Side,
    *,
    styles: tuple[ParagraphStyle, ParagraphStyle] = (PERSIAN, ENGLISH),
    look: TableLook = FACING_LOOK,
    ground: str = "",
    bar: str = "",
    keep_with_next: bool = False,
) -> Table:
    """Set one row of facing columns; strings are markup in the style of their side.

    `styles` are those of the Persian and the English side. `ground` and `bar` set the row off with
    a soft colour and a stroke at its start.
    """
    if ground and not look.side_padding:
        look = replace(look, side_padding=10.0, row_padding=5.0, gutter=look.gutter - 20.0)
    row = Row((_cell(persian), _cell(english)), ground=ground, bar=bar)
    columns = [Column(style=style) for style in styles]
    return Table([row], columns, look=look, keep_with_next=keep_with_next)


def facing_heading(
    persian: str, english: str, *, style: ParagraphStyle = HEADING, look: TableLook = _HEADING_LOOK
) -> Table:
    """Set a heading in both languages over a hairline; the Persian one goes into the outline."""
    left_to_right = style.but(direction="ltr", size=style.size - 0.5)
    return facing(
        Paragraph(persian, style),
        Paragraph(english, left_to_right, bookmark=""),
        look=look,
        keep_with_next=True,
    )


def _cell(side: Side) -> Cell:
    return Cell((side,) if isinstance(side, str | Paragraph) else side)
