"""One line of shaped text, put into visual order and written to the page.

Runs are written in logical order, the glyphs inside a run from left to right, and right-to-left
runs are announced as such (/ReversedChars, ISO 32000-1, 14.8.2.3.3): the order from which the
common readers of PDF recover the text as it was written.
"""

from dataclasses import dataclass
from operator import attrgetter

from liaison.language import bidi
from liaison.pdf.breaks import TRAILING
from liaison.pdf.canvas import PageCanvas
from liaison.pdf.face import BLANK
from liaison.pdf.shaping import UNDRAWN, Glyph, Piece, ShapedText
from liaison.pdf.style import rgb

_SPACES = frozenset(" \u00a0")
# Two equal letters at one place would be taken for a fake bold and dropped by readers, so the
# ligature of the name stands for the character that means all of it.
_ALLAH = "\u0627\u0644\u0644\u0647"
_ALLAH_SIGN = "\ufdf2"

_NARROW = 1.0  # thousandths of the size: what is narrower has no width
_LEAST_MOVE = 0.5
_LONGEST_MOVE = 2500


@dataclass(slots=True)
class _Run:
    """The part of a piece that stands on one line, and where it begins and ends."""

    piece: Piece
    start: int
    stop: int
    glyphs: list[Glyph]
    left: float = 0.0

    @property
    def right_to_left(self) -> bool:
        return bool(self.piece.level & 1)


def number(value: float) -> str:
    """Write a figure as PDF wants it: short, and never with an exponent."""
    return f"{round(value, 3):g}"


def draw_text(
    canvas: PageCanvas,
    shaped: ShapedText,
    span: tuple[int, int],
    origin: tuple[float, float],
    colour: str,
    stretch: float = 0.0,
) -> None:
    """Draw the characters between two positions as one line that begins at a point.

    `origin` is the left end of the baseline; `stretch` is added to the width of every space.
    """
    runs = _visual_runs(shaped, *span)
    left, baseline = origin
    for run in runs:
        run.left = left
        left += sum(glyph.advance for glyph in run.glyphs) * run.piece.size / 1000
        if stretch:
            left += stretch * sum(shaped.text[glyph.at] in _SPACES for glyph in run.glyphs)
    runs.sort(key=attrgetter("start"))
    writer = _LineWriter(canvas, shaped.text, baseline, stretch)
    for run in runs:
        writer.write(run, colour)
    writer.finish()


def _visual_runs(shaped: ShapedText, start: int, stop: int) -> list[_Run]:
    """Give the runs of a line from left to right, the white space at its end left out."""
    while stop > start and shaped.text[stop - 1] in TRAILING:
        stop -= 1
    if stop == start:
        return []
    levels = bidi.line_levels(shaped.types, shaped.levels, shaped.base, start, stop)
    runs = []
    for piece in shaped.pieces_between(start, stop):
        first, last = max(piece.start, start), min(piece.stop, stop)
        glyphs = piece.glyphs
        if (first, last) != (piece.start, piece.stop):
            glyphs = [glyph for glyph in glyphs if first <= glyph.at < last]
        if glyphs:
            runs.append(_Run(piece, first, last, glyphs))
    order = bidi.reorder([levels[run.start - start] for run in runs])
    return [runs[position] for position in order]


def _texts(run: _Run, text: str) -> list[str]:
    """Give the source text that each glyph of a run stands for, empty for all but one of a cluster.

    The text of a cluster belongs to its base: its first glyph from the left, or the last one in
    right-to-left text.
    """
    starts = sorted({glyph.at for glyph in run.glyphs})
    stops = dict(zip(starts, [*starts[1:], run.stop], strict=True))
    last = len(run.glyphs) - 1
    texts = []
    for position, glyph in enumerate(run.glyphs):
        neighbour = position + 1 if run.right_to_left else position - 1
        if 0 <= neighbour <= last and run.glyphs[neighbour].at == glyph.at:
            texts.append("")
            continue
        source = text[glyph.at : stops[glyph.at]]
        if len(source) > 1 and not UNDRAWN.isdisjoint(source):
            source = "".join(sign for sign in source if sign not in UNDRAWN)
        texts.append(source)
    return texts


class _LineWriter:
    """Writes the runs of a line as one text object."""

    def __init__(self, canvas: PageCanvas, text: str, baseline: float, stretch: float) -> None:
        self._canvas = canvas
        self._text = text
        self._baseline = baseline
        self._stretch = stretch
        self._operators = ["BT"]
        self._shown: list[str] = []
        self._codes: list[str] = []
        self._direction: tuple[bool, bool] | None = None
        self._font = self._colour = ""
        self._size = 1.0
        self._pen: float | None = None

    def write(self, run: _Run, colour: str) -> None:
        """Write one run; runs come in logical order."""
        self._turn((run.right_to_left, run.piece.arabic))
        self._set(run.piece, run.piece.emphasis.colour or colour)
        font = self._canvas.font(run.piece.face)
        face = run.piece.face
        points = run.piece.size / 1000
        left = run.left
        for glyph, source in zip(run.glyphs, _texts(run, self._text), strict=True):
            width = face.width(glyph.number)
            carried, own = _shared(source) if run.right_to_left else ("", source)
            if glyph.up or (glyph.right and abs(glyph.advance) < _NARROW > width):
                shift = round(glyph.right / face.scale), round(glyph.up / face.scale)
                self._show(font.code(glyph.number, own, *shift), left, width * points)
            else:
                at = left + glyph.right * points
                self._show(font.code(glyph.number, own), at, width * points)
            left += glyph.advance * points
            for sign in carried:
                self._show(font.code(BLANK, sign), left, 0.0)
            if self._stretch and self._text[glyph.at] in _SPACES:
                left += self._stretch

    def finish(self) -> None:
        """Put the text object onto the page, unless nothing was written."""
        if len(self._operators) == 1 and not self._codes:
            return
        self._flush()
        if self._direction and self._direction[0]:
            self._operators.append("EMC")
        self._operators.append("ET")
        self._canvas.addLiteral(" ".join(self._operators))

    def _turn(self, direction: tuple[bool, bool]) -> None:
        """Announce right-to-left text, and its end."""
        if direction == self._direction:
            return
        self._flush()
        if self._direction and self._direction[0]:
            self._operators.append("EMC")
        if direction[0]:
            self._operators.append("/ReversedChars BMC")
        self._direction = direction

    def _set(self, piece: Piece, colour: str) -> None:
        """Choose font, size and colour."""
        font = f"/{self._canvas.font(piece.face).name} {number(piece.size)} Tf"
        if font != self._font:
            self._flush()
            self._operators.append(font)
            self._font, self._size = font, piece.size
        if colour != self._colour:
            self._flush()
            self._operators.append(" ".join(number(part) for part in rgb(colour)) + " rg")
            self._colour = colour

    def _show(self, code: int, left: float, width: float) -> None:
        """Show one glyph at a place, moving the pen there if it is not where it should be."""
        move = 0.0 if self._pen is None else (self._pen - left) * 1000 / self._size
        if self._pen is None or abs(move) > _LONGEST_MOVE:
            self._flush()
            self._operators.append(f"1 0 0 1 {number(left)} {number(self._baseline)} Tm")
            self._pen = left
        elif abs(move) > _LEAST_MOVE:
            move = round(move, 1)
            if self._codes:
                self._shown.append(f"<{''.join(self._codes)}>")
                self._codes.clear()
            self._shown.append(number(move))
            self._pen -= move * self._size / 1000
        self._codes.append(f"{code:04X}")
        self._pen += width

    def _flush(self) -> None:
        """Write what was shown since the last change of font, colour or place."""
        if self._codes:
            self._shown.append(f"<{''.join(self._codes)}>")
            self._codes.clear()
        if self._shown:
            self._operators.append(f"[{''.join(self._shown)}] TJ")
            self._shown.clear()


def _shared(source: str) -> tuple[str, str]:
    """Share the letters of a right-to-left glyph: those that blanks carry, and its own.

    Readers turn the line around, so the last letter stands on the glyph and those before it
    follow, last first.
    """
    if source == _ALLAH:
        return "", _ALLAH_SIGN
    return source[-2::-1], source[-1:]
