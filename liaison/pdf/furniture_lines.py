"""Lines around the text of a page: against an edge, and no longer than their place."""

from liaison.pdf.canvas import PageCanvas
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.shaping import ShapedText
from liaison.pdf.style import ParagraphStyle

_ELLIPSIS = "…"


def against(style: ParagraphStyle, words: str, *, left: bool) -> ParagraphStyle:
    """Align a line of either direction to the left or the right edge."""
    from_left = not Paragraph(words, style).right_to_left
    return style.but(align="start" if from_left is left else "end")


def on_one_line(words: str, style: ParagraphStyle, width: float) -> str:
    """Leave words out at the end of a title that is wider than its place, and say so."""
    kept = words.split()
    while len(kept) > 1 and sum(ShapedText(words, style).advances) > width:
        kept.pop()
        words = " ".join(kept) + _ELLIPSIS
    return words


def draw_short(
    canvas: PageCanvas,
    paragraph: Paragraph,
    corner: tuple[float, float],
    width: float,
    most_lines: int,
) -> None:
    """Draw no more lines of a paragraph than its place has room for."""
    lines = round(paragraph.wrap(width, 0)[1] / paragraph.style.leading)
    if lines > most_lines:
        paragraph = paragraph.cut(most_lines)[0]
        paragraph.wrap(width, 0)
    paragraph.draw_at(canvas, *corner, furniture=True)
