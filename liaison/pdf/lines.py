"""The lines of a paragraph, filled in logical order."""

from dataclasses import dataclass

from liaison.pdf.breaks import TRAILING, Break
from liaison.pdf.shaping import ShapedText
from liaison.pdf.style import ParagraphStyle

_SLACK = 1e-6
_JOINTS = "\u200c-"


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a shaped text: its natural width without the spaces at its end, in points.

    `full` says that the line ended because the measure did, so that it may be justified.
    """

    start: int
    stop: int
    width: float
    indent: float
    full: bool


def fill_lines(
    shaped: ShapedText, style: ParagraphStyle, start: int, stop: int, width: float
) -> list[Line]:
    """Cut the text between two positions into lines of a width; every character gets a line."""
    measure = width - style.start_indent - style.end_indent
    lines: list[Line] = []
    while start < stop:
        indent = 0.0 if start else style.first_indent
        end, natural, full = _fill(shaped, start, measure - indent)
        if end > stop:
            end, full = stop, False
            visible = len(shaped.text[:stop].rstrip(TRAILING))
            natural = sum(shaped.advances[start:visible])
        lines.append(Line(start, end, natural, indent, full))
        start = end
    return lines


def _fill(shaped: ShapedText, start: int, measure: float) -> tuple[int, float, bool]:
    """Give the end of the line that starts here, its width, and whether it ran full."""
    text, advances, breaks = shaped.text, shaped.advances, shaped.breaks
    width = visible = 0.0
    best: dict[Break, tuple[int, float, bool]] = {}
    for at in range(start, len(text)):
        here = breaks.get(at) if at > start else None
        if here is Break.FORCED:
            return at, visible, False
        if here is not None:
            best[here] = (at, visible, True)
        width += advances[at]
        if text[at] not in TRAILING:
            visible = width
            if visible > measure + _SLACK:
                found = best.get(Break.USUAL) or best.get(Break.LAST)
                return found or _emergency(shaped, start, at)
    return len(text), visible, False


def _emergency(shaped: ShapedText, start: int, at: int) -> tuple[int, float, bool]:
    """Cut inside a word wider than the line: after a non-joiner or hyphen, or between clusters."""
    cut = max(shaped.text.rfind(joint, start + 1, at) for joint in _JOINTS) + 1
    if cut <= start + 1:
        cut = at
        while cut > start and not shaped.advances[cut]:
            cut -= 1
        if cut <= start:
            cut = _next_cluster(shaped, start)
    return cut, sum(shaped.advances[start:cut]), False


def _next_cluster(shaped: ShapedText, start: int) -> int:
    """Give the first position after a cluster: a line holds at least one."""
    cut = start + 1
    while cut < len(shaped.text) and not shaped.advances[cut]:
        cut += 1
    return cut
