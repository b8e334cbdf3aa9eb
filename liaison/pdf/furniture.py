"""What stands around the text of a page: letterhead, running heads, page numbers, classification.

The class of a document is written at the top and the bottom of every page, and every page says
how many there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from liaison.drawing.shapes import Picture
from liaison.language.digits import to_persian
from liaison.pdf.canvas import PageCanvas
from liaison.pdf.furniture_lines import against, draw_short, on_one_line
from liaison.pdf.paragraph import Paragraph, draw_line
from liaison.pdf.picture import draw_picture
from liaison.pdf.shaping import ShapedText
from liaison.pdf.style import ACCENT, INK, LINE, MUTED, RED, Direction, ParagraphStyle

Edition = Literal["fa", "en", "both"]

_SIDE_SHARE = 0.39
_HALF_SHARE = 0.48
_DETAILS_SHARE = 0.3
_LONE_SHARE = 0.66
_HEAD_LEADING = 15.0
_SMALL_LEADING = 12.0
_FOOT_GAP = 9.0
_FOOT_CLASS = 30.0
"""The class stands so far below the line at the foot, 8 mm above the edge of the sheet."""
_HEAD_GAP = 7.0
_BOX_PADDING = 4.0
_BOX_LEAST = 68.0
_BOX_RADIUS = 2.0
_FOLIO_SHARE = 0.23
_ONE_FOLIO_SHARE = 0.16
_NOTE_SIZES = (8.0, 7.2, 6.4)
_NARROW = 400.0
_EMBLEM_SIZE = 44.0
_EMBLEM_GAP = 8.0
_MOST_NOTE_LINES = 2
_NOTE_LEADING = 10.0


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

    The first line of each side is set bold, lines after the second small and muted. The emblem
    stands at the edge of the names, or in the middle where both languages have theirs. Number and
    date, the `details`, stand at the edge that has no names.
    """

    right: Sequence[str] = ()
    left: Sequence[str] = ()
    invocation: str = ""
    emblem: Picture | None = None
    details: Sequence[str] = ()


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
        centre, taken = self._draw_centre(canvas, head, frame)
        emblem, room, start = 0.0, 0.0, frame.top
        width = min(frame.width * _SIDE_SHARE, (frame.width - taken) / 2 - _EMBLEM_GAP)
        if head.emblem and self._edition != "both":
            if frame.width < _NARROW:
                start, width = start - centre, frame.width * _LONE_SHARE
            emblem, room = self._draw_edge_emblem(canvas, head.emblem, frame, start)
            width -= room
        edge = frame.right - (room if self._edition == "fa" else 0.0)
        right = self._draw_side(canvas, head.right, (edge - width, start), width, emblem)
        edge = frame.left + (room if self._edition == "en" else 0.0)
        left = self._draw_side(canvas, head.left, (edge, start), width, emblem, to_left=True)
        details = self._draw_details(canvas, head.details, frame, start)
        sides = max(emblem, right, left, details) + frame.top - start
        height = max(sides, centre) + _HEAD_GAP
        y = frame.top - height
        canvas.rule((frame.left, y), (frame.right, y), ACCENT, 1.5)
        return height

    def _draw_edge_emblem(
        self, canvas: PageCanvas, emblem: Picture, frame: Frame, top: float
    ) -> tuple[float, float]:
        """Draw the emblem at the edge of the names; give its height and the room it takes."""
        width = _emblem_width(emblem)
        left = frame.left if self._edition == "en" else frame.right - width
        height = draw_picture(canvas, emblem, left, top, width=width, fonts=self._small.fonts)
        return height, width + _EMBLEM_GAP

    def _draw_details(
        self, canvas: PageCanvas, lines: Sequence[str], frame: Frame, start: float
    ) -> float:
        """Draw number and date below each other, all beginning at one height; give theirs."""
        style = self._small.but(size=9.0, leading=_HEAD_LEADING, colour=INK)
        widths = [sum(ShapedText(line, style).advances) for line in lines]
        width = min(max(widths, default=0.0) + 1.0, frame.width * _DETAILS_SHARE)
        to_left = self._edition == "en"
        left = frame.right - width if to_left else frame.left
        top = start
        for line in lines:
            paragraph = Paragraph(line, against(style, line, left=to_left))
            height = paragraph.wrap(width, 0)[1]
            paragraph.draw_at(canvas, left, top, furniture=True)
            top -= height
        return start - top

    def _draw_side(
        self,
        canvas: PageCanvas,
        lines: Sequence[str],
        corner: tuple[float, float],
        width: float,
        emblem: float,
        *,
        to_left: bool = False,
    ) -> float:
        """Draw the lines of one side against its edge, beside an emblem so high; give theirs."""
        left, start = corner
        top = start - max(0.0, emblem - len(lines) * _HEAD_LEADING) / 2
        for index, line in enumerate(lines):
            style = self._small.but(size=9.5, leading=_HEAD_LEADING, colour=INK, bold=index == 0)
            if index > 1:
                style = self._small.but(size=8.0, leading=13.0)
            paragraph = Paragraph(line, against(style, line, left=to_left))
            height = paragraph.wrap(width, 0)[1]
            paragraph.draw_at(canvas, left, top, furniture=True)
            top -= height
        return start - top

    def _draw_centre(
        self, canvas: PageCanvas, head: Letterhead, frame: Frame
    ) -> tuple[float, float]:
        """Draw what stands in the middle: emblem, invocation, class; give its height and width."""
        middle, top, widest = frame.left + frame.width / 2, frame.top, 0.0
        if head.emblem and self._edition == "both":
            widest = _emblem_width(head.emblem)
            place = (middle - widest / 2, top)
            top -= draw_picture(canvas, head.emblem, *place, width=widest, fonts=self._small.fonts)
            top -= _EMBLEM_GAP / 2
        style = self._small.but(size=9.5, colour=INK, bold=True, align="center")
        for line in filter(None, head.invocation.split("\n")):
            widest = max(widest, draw_line(canvas, middle, top - 10.5, line, style))
            top -= _HEAD_LEADING
        top -= 3.0 if head.invocation else 0.0
        height, width = self._draw_class_box(canvas, middle, top)
        return frame.top - top + height, max(widest, width)

    def _draw_class_box(self, canvas: PageCanvas, middle: float, top: float) -> tuple[float, float]:
        """Draw the class in a box; give its height and width, 0 for a paper without one."""
        words = self._classification.lines(self._edition)
        if not words:
            return 0.0, 0.0
        height = len(words) * _SMALL_LEADING + 2 * _BOX_PADDING
        baseline = top - _BOX_PADDING - 9
        widths = [_BOX_LEAST]
        for line, direction in words:
            style = self._class.but(direction=direction)
            widths.append(draw_line(canvas, middle, baseline, line, style))
            baseline -= _SMALL_LEADING
        width = max(widths) + 4 * _BOX_PADDING
        canvas.box(middle - width / 2, top - height, width, height, RED, _BOX_RADIUS)
        return height, width

    def draw_running_head(self, canvas: PageCanvas, frame: Frame, sheet_top: float) -> None:
        """Draw the short title and the class above the text of a page after the first."""
        baseline = frame.top + (sheet_top - frame.top) * 0.4
        for words, direction in self._running.lines(self._edition):
            to_left = direction == "ltr"
            style = against(self._small.but(direction=direction), words, left=to_left)
            width = frame.width * self._running_share
            left = frame.left if to_left else frame.right - width
            short = Paragraph(on_one_line(words, style, width), style)
            short.wrap(width, 0)
            short.draw_at(canvas, left, baseline + 9, furniture=True)
        self._draw_class(canvas, frame, baseline)
        y = baseline - 6
        canvas.rule((frame.left, y), (frame.right, y), LINE, 0.5)

    @property
    def _running_share(self) -> float:
        """The part of the width a short title may take: beside the class, and the other title."""
        if self._classification.lines(self._edition):
            return _SIDE_SHARE
        return _HALF_SHARE if self._edition == "both" else 1.0

    def draw_foot(self, canvas: PageCanvas, frame: Frame) -> None:
        """Draw the line, the note and the class below the text; page numbers come at the end."""
        y = frame.bottom - _FOOT_GAP
        canvas.rule((frame.left, y), (frame.right, y), LINE, 0.5)
        if self._note:
            self._draw_note(canvas, frame, y - 2)
        self._draw_class(canvas, frame, y - _FOOT_CLASS)

    def _draw_note(self, canvas: PageCanvas, frame: Frame, top: float) -> None:
        """Draw the note between the page numbers, smaller where it would not fit its lines."""
        folio = frame.width * (_FOLIO_SHARE if self._edition == "both" else _ONE_FOLIO_SHARE)
        width = frame.width - 2 * folio
        for size in _NOTE_SIZES:
            style = self._small.but(align="center", size=size, leading=_NOTE_LEADING)
            lines = [Paragraph(line, style) for line in self._note.split("<br/>")]
            heights = [line.wrap(width, 0)[1] for line in lines]
            if sum(heights) <= _MOST_NOTE_LINES * _NOTE_LEADING:
                break
        for line, height in zip(lines, heights, strict=True):
            draw_short(canvas, line, (frame.left + folio, top), width, _MOST_NOTE_LINES)
            top -= height

    def draw_folio(self, canvas: PageCanvas, frame: Frame, page: int, pages: int) -> None:
        """Draw the number of a page and of all pages at the foot, in the edition's languages."""
        baseline = frame.bottom - _FOOT_GAP - 12
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


def _emblem_width(emblem: Picture) -> float:
    """Give the width at which an emblem fits its place in the head, whatever its proportions."""
    return _EMBLEM_SIZE * min(1.0, emblem.width / emblem.height)
