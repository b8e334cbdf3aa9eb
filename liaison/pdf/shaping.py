"""A paragraph's text, cut into pieces of one font and direction and shaped once by HarfBuzz."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import category

import uharfbuzz as harfbuzz

from liaison.language import bidi, isolation
from liaison.pdf.breaks import break_points
from liaison.pdf.face import BLANK, Face
from liaison.pdf.markup import LINE_BREAK, Emphasis, Span, parse
from liaison.pdf.scripts import arabic_letters
from liaison.pdf.style import ParagraphStyle

# What steers the order of a line, or its end, and is itself neither drawn nor copied.
CONTROLS = frozenset(
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
UNDRAWN = CONTROLS | {LINE_BREAK}

_LEVELS = {"rtl": 1, "ltr": 0, "auto": None}
_STAY_WITH_BASE = frozenset(("Mn", "Me", "Mc", "Cf", "Zl"))
_FEATURES = {"kern": True, "liga": True}


class Glyph(NamedTuple):
    """A glyph where HarfBuzz put it; lengths in thousandths of the size."""

    at: int
    number: int
    advance: float
    right: float
    up: float


@dataclass(slots=True)
class Piece:
    """A stretch of text in one level, script, face and emphasis; glyphs from left to right.

    `preferred` says that the face is the first choice for the script.
    """

    start: int
    stop: int
    level: int
    arabic: bool
    face: Face
    size: float
    emphasis: Emphasis
    preferred: bool = True
    glyphs: list[Glyph] = field(default_factory=list)


class ShapedText:
    """A paragraph shaped once; filling a line only adds up the advances of its characters.

    `advances` holds a width in points for every character of `text`, 0 where a character shares
    the glyph of the one before it. `mixed` says that not everything runs from left to right;
    otherwise there are no `types`.
    """

    def __init__(self, markup: str, style: ParagraphStyle) -> None:
        plain, spans = parse(markup)
        self.text, self.spans = _isolated(plain, spans, style)
        self.levels, self.base = bidi.resolve(self.text, _LEVELS[style.direction])
        self.mixed = bool(self.base) or any(self.levels)
        self.types = bidi.classes(self.text) if self.mixed else []
        self.pieces = _itemise(self.text, self.levels, self.spans, style)
        self.advances = [0.0] * len(self.text)
        for piece in self.pieces:
            _shape(self.text, piece)
            points = piece.size / 1000
            for glyph in piece.glyphs:
                self.advances[glyph.at] += glyph.advance * points
        self.breaks = break_points(self.text)
        self._starts = [piece.start for piece in self.pieces]

    @property
    def right_to_left(self) -> bool:
        """Say whether the paragraph as a whole runs from the right."""
        return bool(self.base & 1)

    @property
    def plain(self) -> str:
        """The text as it reads, without the characters that only steer its order."""
        return "".join(sign for sign in self.text if sign not in CONTROLS)

    def pieces_between(self, start: int, stop: int) -> list[Piece]:
        """Give the pieces that have a part in a stretch of the text, in logical order."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, stop - 1)
        return self.pieces[first:last]


def _isolated(plain: str, spans: list[Span], style: ParagraphStyle) -> tuple[str, list[Span]]:
    """Isolate phone numbers, codes and words of the other script; the spans move along."""
    base = _LEVELS[style.direction]
    if base is None:
        base = bidi.base_level(plain)
    text = isolation.isolate_runs(plain, base)
    if text == plain:
        return plain, spans
    positions: list[int] = []
    at = 0
    for sign in plain:
        at = text.index(sign, at)
        positions.append(at)
        at += 1
    positions.append(len(text))
    return text, [Span(positions[span.stop], span.emphasis) for span in spans]


def _itemise(text: str, levels: list[int], spans: list[Span], style: ParagraphStyle) -> list[Piece]:
    """Cut a text into the longest pieces that one call of HarfBuzz can shape."""
    pieces: list[Piece] = []
    following = iter(spans)
    span = next(following)
    piece: Piece | None = None
    for at, (sign, level, arabic) in enumerate(
        zip(text, levels, arabic_letters(text), strict=True)
    ):
        while at >= span.stop:
            span = next(following)
        if piece and (piece.arabic is not arabic or piece.emphasis is not span.emphasis):
            piece = None
        alike = piece and piece.level == level and LINE_BREAK not in (sign, text[at - 1])
        if piece and alike and piece.preferred and piece.face.glyphs[sign]:
            piece.stop = at + 1
            continue
        chosen = _face(sign, piece, span.emphasis, style, arabic=arabic)
        face, size = chosen[0], style.size * chosen[1]
        if piece and alike and piece.face is face and piece.size == size:
            piece.stop = at + 1
            continue
        first = style.fonts.chain(
            arabic=arabic,
            bold=style.bold or span.emphasis.bold,
            italic=style.italic or span.emphasis.italic,
        )[0][0]
        piece = Piece(at, at + 1, level, arabic, face, size, span.emphasis, face is first)
        pieces.append(piece)
    return pieces


def _face(
    sign: str, piece: Piece | None, emphasis: Emphasis, style: ParagraphStyle, *, arabic: bool
) -> tuple[Face, float]:
    """Choose the face of a character; marks and joiners stay in the face of their base."""
    if piece and category(sign) in _STAY_WITH_BASE:
        return piece.face, piece.size / style.size
    bold, italic = style.bold or emphasis.bold, style.italic or emphasis.italic
    return style.fonts.best(sign, arabic=arabic, bold=bold, italic=italic)


def _shape(text: str, piece: Piece) -> None:
    """Choose and place the glyphs of a piece, the whole paragraph being its context.

    The context lets letters join across a change of face or emphasis.
    """
    buffer = harfbuzz.Buffer()
    buffer.cluster_level = harfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text, piece.start, piece.stop - piece.start)
    buffer.direction = "rtl" if piece.level & 1 else "ltr"
    buffer.script, buffer.language = ("Arab", "fa") if piece.arabic else ("Latn", "en")
    buffer.flags = (harfbuzz.BufferFlags.BOT if piece.start == 0 else 0) | (
        harfbuzz.BufferFlags.EOT if piece.stop == len(text) else 0
    )
    harfbuzz.shape(piece.face.harfbuzz_font, buffer, _FEATURES)
    scale = piece.face.scale
    space = piece.face.glyph(" ")
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        at, number = info.cluster, info.codepoint
        if text[at] in UNDRAWN:
            continue
        right, up, advance, _ = place.position
        if number == space and not advance:
            number = BLANK
        piece.glyphs.append(Glyph(at, number, advance * scale, right * scale, up * scale))
