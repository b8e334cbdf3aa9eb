"""How much room blocks will take, before any page is made."""

from collections.abc import Sequence
from math import inf

from reportlab.platypus.flowables import Flowable, PageBreak

from liaison.pdf.paragraph import Paragraph
from liaison.pdf.style import ParagraphStyle


def height_of(blocks: Sequence[Flowable], width: float) -> float:
    """Return the height, in points, that blocks take one below the other."""
    height = gap = 0.0
    for each in (block for block in blocks if not isinstance(block, PageBreak)):
        height += max(gap, each.getSpaceBefore()) if height else 0.0
        height += each.wrap(width, inf)[1]
        gap = each.getSpaceAfter()
    return height


def balanced(markup: str, style: ParagraphStyle, width: float) -> ParagraphStyle:
    """Return a style in which the lines of a centred paragraph are about as long as each other.

    A title that needs two lines would else leave its last word alone on the second.
    """

    def height(measure: float) -> float:
        return Paragraph(markup, style).wrap(measure, 0)[1]

    least = height(width)
    if least <= style.leading:
        return style
    narrow, wide = 0.0, width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if height(middle) > least:
            narrow = middle
        else:
            wide = middle
    indent = (width - wide) / 2
    return style.but(start_indent=indent, end_indent=indent)
