"""What stands around the text of a page: letterhead, running heads, page numbers, classification.

The class of a document is written at the top and the bottom of every page, and every page says
how many there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from liaison.language.digits import to_persian
from liaison.pdf.canvas import PageCanvas
from liaison.pdf.paragraph import Paragraph, draw_line
from liaison.pdf.style import ACCENT, INK, LINE, MUTED, RED, Direction, ParagraphStyle

Edition = Literal["fa", "en", "both"]

_SIDE_SHARE = 0.38
_HEAD_LEADING = 15.0
_SMALL_LEADING = 12.0
_HEAD_GAP = 7.0
_BOX_PADDING = 4.0
_BOX_LEAST = 68.0
_BOX_RADIUS = 2.0
_FOLIO_WIDTH = 110.0
_MOST_NOTE_LINES = 2


@dataclass(frozen=True)
class Bilingual:
    """A wording of furniture in both languages, as markup; an empty one is not printed."""

    persian: str = ""
    english: str = ""

    def lines(self, edition: Edition) -> list[tuple[str, Direction]]:
        """Give the wordings that an edition prints, Persian first."""
        pairs: list[tuple[str, Direction, str]] = [
            (self.persian, "rtl", "fa"),
            (self.english, "ltr", "en"),
        ]
        return [
            (words, direction)
            for words, direction, language in pairs
            if words and edition in (language, "both")
        ]


@dataclass(frozen=True)
class Letterhead:
    """The head of the first page: lines of markup at either edge, an invocation in the middle.

    The first line of each side is set bold, lines after the second small and muted.
    """

    right: Sequence[str] = ()
    left: Sequence[str] = ()
    invocation: str = ""


@dataclass(frozen=True)
class Frame:
    """Where the text of a page stands, in points from the lower left corner of the sheet."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.bottom + self.height


class Furniture:
    """Draws what surrounds the text on the pages of one document."""

    def __init__(
        self,
        edition: Edition,
        running: Bilingual,
        classification: Bilingual,
        note: str,
        style: ParagraphStyle,
    ) -> None:
        self._edition = edition
        self._running = running
        self._classification = classification
        self._note = note
        self._small = style.but(
            size=8.0, leading=_SMALL_LEADING, colour=MUTED, direction="auto", keep_lines=1
        )
        self._class = self._small.but(size=9.0, colour=RED, bold=True, align="center")

    def draw_letterhead(self, canvas: PageCanvas, head: Letterhead, frame: Frame) -> float:
        """Draw the head of the first page from the frame's top; give the height it took."""
        side = frame.width * _SIDE_SHARE
        right = self._draw_side(canvas, head.right, frame.right - side, frame.top, side)
        left = self._draw_side(canvas, head.left, frame.left, frame.top, side, to_left=True)
        centre = self._draw_centre(canvas, head.invocation, frame)
        height = max(right, left, centre) + _HEAD_GAP
        y = frame.top - height
        canvas.rule((frame.left, y), (frame.right, y), ACCENT, 1.5)
        return height

    def _draw_side(
        self,
        canvas: PageCanvas,
        lines: Sequence[str],
        left: float,
        top: float,
        width: float,
        *,
        to_left: bool = False,
    ) -> float:
        """Draw the lines of one side against its edge; give their height."""
        start = top
        for index, line in enumerate(lines):
            style = self._small.but(size=9.5, leading=_HEAD_LEADING, colour=INK, bold=index == 0)
            if index > 1:
                style = self._small.but(size=8.0, leading=13.0)
            paragraph = Paragraph(line, _against(style, line, left=to_left))
            height = paragraph.wrap(width, 0)[1]
            paragraph.draw_at(canvas, left, top, furniture=True)
            top -= height
        return start - top

    def _draw_centre(self, canvas: PageCanvas, invocation: str, frame: Frame) -> float:
        """Draw the invocation and the box of the classification; give their height."""
        middle, top = frame.left + frame.width / 2, frame.top
        if invocation:
            style = self._small.but(size=9.5, colour=INK, bold=True, align="center")
            draw_line(canvas, middle, top - 10.5, invocation, style)
            top -= _HEAD_LEADING + 3
        words = self._classification.lines(self._edition)
        if words:
            height = len(words) * _SMALL_LEADING + 2 * _BOX_PADDING
            baseline = top - _BOX_PADDING - 9
            widths = [_BOX_LEAST]
            for line, direction in words:
                style = self._class.but(direction=direction)
                widths.append(draw_line(canvas, middle, baseline, line, style))
                baseline -= _SMALL_LEADING
            width = max(widths) + 4 * _BOX_PADDING
            canvas.box(middle - width / 2, top - height, width, height, RED, _BOX_RADIUS)
            top -= height
        return frame.top - top

    def draw_running_head(self, canvas: PageCanvas, frame: Frame, sheet_top: float) -> None:
        """Draw the short title and the class above the text of a page after the first."""
        baseline = frame.top + (sheet_top - frame.top) * 0.4
        for words, direction in self._running.lines(self._edition):
            to_left = direction == "ltr"
            style = _against(self._small.but(direction=direction), words, left=to_left)
            width = frame.width * _SIDE_SHARE
            left = frame.left if to_left else frame.right - width
            _draw_short(canvas, Paragraph(words, style), (left, baseline + 9), width, 1)
        self._draw_class(canvas, frame, baseline)
        y = baseline - 6
        canvas.rule((frame.left, y), (frame.right, y), LINE, 0.5)

    def draw_foot(self, canvas: PageCanvas, frame: Frame) -> None:
        """Draw the line, the note and the class below the text; page numbers come at the end."""
        y = frame.bottom - 14
        canvas.rule((frame.left, y), (frame.right, y), LINE, 0.5)
        if self._note:
            width = frame.width - 2 * _FOLIO_WIDTH
            note = Paragraph(self._note, self._small.but(align="center"))
            _draw_short(canvas, note, (frame.left + _FOLIO_WIDTH, y - 4), width, _MOST_NOTE_LINES)
        self._draw_class(canvas, frame, y - 40)

    def draw_folio(self, canvas: PageCanvas, frame: Frame, page: int, pages: int) -> None:
        """Draw the number of a page and of all pages at the foot, in the edition's languages."""
        baseline = frame.bottom - 14 - 13
        if self._edition in ("fa", "both"):
            words = to_persian(f"صفحه {page} از {pages}")
            draw_line(canvas, frame.right, baseline, words, self._small.but(direction="rtl"))
            canvas.separate(self._small.fonts.persian.regular, frame.left, baseline - 20)
        if self._edition in ("en", "both"):
            words = f"Page {page} of {pages}"
            draw_line(canvas, frame.left, baseline, words, self._small.but(direction="ltr"))

    def _draw_class(self, canvas: PageCanvas, frame: Frame, baseline: float) -> None:
        """Draw the class in one centred line, Persian to the right."""
        words = [line for line, _ in self._classification.lines(self._edition)]
        if words:
            style = self._class.but(direction="ltr" if self._edition == "en" else "rtl")
            draw_line(canvas, frame.left + frame.width / 2, baseline, " · ".join(words), style)


def _against(style: ParagraphStyle, words: str, *, left: bool) -> ParagraphStyle:
    """Align a line of either direction to the left or the right edge."""
    from_left = not Paragraph(words, style).right_to_left
    return style.but(align="start" if from_left is left else "end")


def _draw_short(
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
