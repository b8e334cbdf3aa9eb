"""The glyphs of one line at their places, each with the text it stands for."""

from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from liaison.language import bidi
from liaison.pdf.breaks import TRAILING
from liaison.pdf.face import BLANK
from liaison.pdf.glyphs import Code
from liaison.pdf.shaping import UNDRAWN, Glyph, Piece, ShapedText

_SPACES = frozenset(" \u00a0")
# Two equal letters at one place would be taken for a fake bold and dropped by readers, so the
# ligature of the name stands for the character that means all of it.
_ALLAH = "\u0627\u0644\u0644\u0647"
_ALLAH_SIGN = "\ufdf2"
# Brackets and quotation marks that readers turn around in right-to-left text: there the code
# stands for the mark that is seen.
_PAIRS = "()[]{}<>«»‹›“”‘’⟨⟩≤≥"
_SEEN = {sign: _PAIRS[index ^ 1] for index, sign in enumerate(_PAIRS)}
_code = cache(Code)  # a page has few different ones
# What a further glyph of a cluster stands for, such as the ring under a lone mark: each code of a
# PDF/A-2a file has a text, and this one is not seen and not searched for.
_NOTHING = "\u200b"
_NARROW = 1.0  # thousandths of the size: what is narrower has no width


class Placed(NamedTuple):
    """A glyph to show: what it is and stands for, its left end and its advance in points."""

    code: Code
    left: float
    width: float


@dataclass(slots=True)
class PlacedRun:
    """A stretch of a line in one direction and setting, its glyphs from left to right."""

    piece: Piece
    start: int
    stop: int
    left: float = 0.0
    right: float = 0.0
    glyphs: list[Placed] = field(default_factory=list)

    @property
    def right_to_left(self) -> bool:
        """Say whether the run is read from its right end."""
        return bool(self.piece.level & 1)


def place_line(
    shaped: ShapedText, start: int, stop: int, left: float, stretch: float
) -> list[PlacedRun]:
    """Place the characters between two positions from a left end on; give the runs as they read.

    `stretch` is added to the width of every space. White space at the end is left out.
    """
    while stop > start and shaped.text[stop - 1] in TRAILING:
        stop -= 1
    if stop == start:
        return []
    runs = [
        PlacedRun(piece, max(piece.start, start), min(piece.stop, stop))
        for piece in shaped.pieces_between(start, stop)
    ]
    for run in _as_seen(runs, shaped, start, stop):
        run.left = left
        _place_run(run, shaped.text, stretch)
        left = run.right
    return sorted((run for run in runs if run.glyphs), key=attrgetter("start"))


def _as_seen(runs: list[PlacedRun], shaped: ShapedText, start: int, stop: int) -> list[PlacedRun]:
    """Give the runs from left to right."""
    if not shaped.mixed:
        return runs
    levels = bidi.line_levels(shaped.types, shaped.levels, shaped.base, start, stop)
    return [runs[position] for position in bidi.reorder([levels[r.start - start] for r in runs])]


def _place_run(run: PlacedRun, text: str, stretch: float) -> None:
    """Place the glyphs of a run that lie on the line."""
    piece, left, placed = run.piece, run.left, run.glyphs
    widths, scale = piece.face.widths, piece.face.scale
    points, backwards = piece.size / 1000, run.right_to_left
    glyphs, space = piece.glyphs, piece.face.glyph(" ")
    if (run.start, run.stop) != (piece.start, piece.stop):
        glyphs = [glyph for glyph in glyphs if run.start <= glyph.at < run.stop]
    for (at, number, advance, right, up), source in zip(
        glyphs, _texts(glyphs, run, text), strict=True
    ):
        if number == space and not source:  # a blank joiner carries the text of this space
            left += advance * points
            continue
        own, carried = (_SEEN.get(source, source), "") if backwards else (source, "")
        if backwards and len(source) > 1:
            own, carried = _shared(source)
        own = own or _NOTHING
        width = widths[number]
        if up or (right and abs(advance) < _NARROW > width):
            code = Code(number, own, round(right / scale), round(up / scale))
            placed.append(Placed(code, left, width * points))
        else:
            placed.append(Placed(_code(number, own), left + right * points, width * points))
        left += advance * points
        if carried:
            placed += (Placed(Code(BLANK, sign), left, 0.0) for sign in carried)
        if stretch and text[at] in _SPACES:
            left += stretch
    run.right = left


def _texts(glyphs: list[Glyph], run: PlacedRun, text: str) -> list[str]:
    """Give the source text that each glyph stands for, empty for all but one of a cluster.

    The text of a cluster belongs to its base: its first glyph from the left, or the last one in
    right-to-left text.
    """
    starts = sorted({glyph.at for glyph in glyphs})
    if len(starts) == len(glyphs) == run.stop - run.start:
        return [text[glyph.at] for glyph in glyphs]
    stops = dict(zip(starts, [*starts[1:], run.stop], strict=False))
    last = len(glyphs) - 1
    step = 1 if run.right_to_left else -1
    texts = []
    for position, glyph in enumerate(glyphs):
        neighbour = position + step
        if 0 <= neighbour <= last and glyphs[neighbour].at == glyph.at:
            texts.append("")
            continue
        source = text[glyph.at : stops[glyph.at]]
        if len(source) > 1 and not UNDRAWN.isdisjoint(source):
            source = "".join(sign for sign in source if sign not in UNDRAWN)
        texts.append(source)
    return texts


def _shared(source: str) -> tuple[str, str]:
    """Share the letters of a right-to-left glyph: its own, and those that blanks carry.

    Readers turn the line around, so the last letter stands on the glyph and those before it
    follow, last first.
    """
    if source == _ALLAH:
        return _ALLAH_SIGN, ""
    return source[-1], source[-2::-1]
