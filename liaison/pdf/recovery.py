"""The order in which a line is written, so that readers recover its text.

Readers of PDF see glyphs at places and guess the text. PDFium, inside Chromium and Qt, sorts the
stretches of a line by where they begin, joins them, cuts the whole wherever the class of the
characters changes, and turns around the order of the cuts in a right-to-left line, and the letters
inside a right-to-left cut. Poppler sorts single glyphs and takes whatever follows a number or a
Latin word, up to the next Persian letter, for a part of it. Both are met half-way here: a stretch
begins where it sorts right, and marks of direction that only Poppler sees close the numbers.

MuPDF, and who follows the structure, take glyphs in the order in which they are written: so
right-to-left letters are written as they read, each by an operator of its own, which PDFium sorts
like the others. It overlooks what has no width, so such signs are given a trace of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional

from liaison.pdf.face import BLANK, UNSEEN
from liaison.pdf.glyphs import Code
from liaison.pdf.placing import Placed, PlacedRun

_LEFT_MARK = "\u200e"
_RIGHT_MARK = "\u200f"
_EDGE = 0.1  # points: how far beside its run a mark of direction stands
# Parts of the size between the beginnings of words that are to sort in this order; what is nearer
# than 0.07 is taken for the same space drawn twice.
_STEP = 0.1

_WEAK = frozenset(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"))
_LIKE_NUMBERS = frozenset(("AN", "EN", "CS", "ES", "ET"))
_STARTING = frozenset(("L", "AN", "EN"))


@dataclass(slots=True)
class Stretch:
    """Glyphs of one setting in the order in which they are written.

    They are written by one operator, or `in_turn` by one each.
    """

    run: PlacedRun
    glyphs: list[Placed]
    in_turn: bool = False


class _Group(NamedTuple):
    """Neighbouring runs of one direction: they differ only in face, size or emphasis."""

    runs: list[PlacedRun]
    right_to_left: bool


def stretches(runs: list[PlacedRun], *, right_to_left: bool) -> Iterator[Stretch]:
    """Give the stretches of a line in the order in which it reads."""
    groups = [
        _Group(_merged(list(members), backwards=direction), direction)
        for direction, members in groupby(runs, key=lambda run: run.right_to_left)
    ]
    yield from _direction_marks(groups, right_to_left=right_to_left)
    if len(groups) == 1 and groups[0].right_to_left is right_to_left:
        yield from _plain(groups[0])
        return
    from_right = _taken_from_right(runs)
    if right_to_left and not from_right:
        yield from _as_read(runs)
    else:
        for position, group in enumerate(groups):
            if group.right_to_left is from_right:
                yield from _plain(group)
                continue
            if from_right and position + 1 < len(groups):
                _take_over_marks(group.runs[-1], groups[position + 1].runs[0])
            yield from _words(group)


def _merged(runs: list[PlacedRun], *, backwards: bool) -> list[PlacedRun]:
    """Join neighbours of one direction that look the same, in the order in which they read."""
    merged = runs[:1]
    for run in runs[1:]:
        before = merged[-1]
        if _setting(before) != _setting(run):
            merged.append(run)
            continue
        first, second = (run, before) if backwards else (before, run)
        joined = PlacedRun(before.piece, before.start, run.stop, first.left, second.right)
        joined.glyphs = first.glyphs + second.glyphs
        merged[-1] = joined
    return merged


def _plain(group: _Group) -> Iterator[Stretch]:
    """Write runs as they read."""
    for run in group.runs:
        if not group.right_to_left:
            yield Stretch(run, run.glyphs)
        elif 0.0 not in [glyph.width for glyph in run.glyphs]:
            yield Stretch(run, run.glyphs[::-1], in_turn=True)
        else:
            yield from _with_marks(run)


def _with_marks(run: PlacedRun) -> Iterator[Stretch]:
    """Write a right-to-left run with vowel signs or joiners as it reads.

    Signs and a comma after them are written together: PDFium does not turn their order around.
    """
    waiting: list[Placed] = []
    for weak, members in groupby(_seen(run), key=_is_weak):
        glyphs = list(members)
        if weak and len(glyphs) > 1:
            if waiting:
                yield Stretch(run, waiting, in_turn=True)
            yield Stretch(run, glyphs)
            waiting = []
        else:
            waiting += glyphs
    if waiting:
        yield Stretch(run, waiting, in_turn=True)


def _is_weak(glyph: Placed) -> bool:
    code = glyph.code
    return bool(code.text) and code.glyph != UNSEEN and _class(code.text) == "W"


def _seen(run: PlacedRun) -> Iterator[Placed]:
    """Give the glyphs of a right-to-left run as they read, each to the left of the one before.

    What has no width stands for readers at a trace's distance from the letter before.
    """
    face, points = run.piece.face, run.piece.size / 1000
    trace, last = face.trace * points, run.right
    for glyph in reversed(run.glyphs):
        code, left, width = glyph
        if width:
            last = left
            yield glyph
            continue
        last = min(last, left) - trace
        thin = Code(UNSEEN, code.text, thin=True)
        if code.glyph != BLANK:
            right = code.right + round((left - last) / points / face.scale)
            thin = Code(code.glyph, code.text, right, code.up, thin=True)
        yield Placed(thin, last, trace)


@cache
def _class(text: str) -> str:
    """Give the class by which PDFium cuts: R, L, W for weak, N for neutral."""
    kind = bidirectional(text[0])
    if kind in ("R", "AL"):
        return "R"
    if kind in _WEAK:
        return "W"
    return "L" if kind == "L" else "N"


def _cuts(
    glyphs: Iterable[Placed], *, marks_apart: bool = True
) -> Iterator[tuple[str, list[Placed]]]:
    """Cut glyphs where their class changes; those without a text stay with the one before.

    PDFium cuts at marks too; without `marks_apart` they stay with their letters.
    """
    kind = "N"
    marked = []
    for glyph in glyphs:
        text = glyph.code.text
        if text:
            kind = _class(text) if marks_apart or bidirectional(text[0]) != "NSM" else "R"
        marked.append((kind, glyph))
    for key, members in groupby(marked, key=lambda pair: pair[0]):
        yield key, [glyph for _, glyph in members]


def _taken_from_right(runs: list[PlacedRun]) -> bool:
    """Say whether PDFium takes the line for right-to-left: by the number of cuts, not letters."""
    kinds = [kind for run in runs for kind, _ in _cuts(run.glyphs)]
    right = kinds.count("R")
    return right > 0 and right >= kinds.count("L")


def _as_read(runs: list[PlacedRun]) -> Iterator[Stretch]:
    """Write a right-to-left line with more Latin than Persian words cut by cut as it reads."""
    for _, members in groupby(runs, key=_setting):
        same = list(members)
        glyphs: list[Placed] = []
        for run in same:
            if not run.right_to_left:
                glyphs += run.glyphs
                continue
            for kind, cut in reversed(list(_cuts(run.glyphs, marks_apart=False))):
                glyphs += reversed(cut) if kind == "W" else cut
        yield Stretch(same[0], glyphs)


def _setting(run: PlacedRun) -> tuple[int, float, str]:
    piece = run.piece
    return id(piece.face), piece.size, piece.emphasis.colour


def _take_over_marks(run: PlacedRun, following: PlacedRun) -> None:
    """Let punctuation right after a number be written with it, since it is of one class."""
    kind = list(_cuts(run.glyphs))[-1][0]
    while kind == "W" and len(following.glyphs) > 1 and _setting(run) == _setting(following):
        first = following.glyphs[-1]
        if not first.code.text or _class(first.code.text) != "W":
            break
        run.glyphs.append(following.glyphs.pop())


def _words(group: _Group) -> Iterator[Stretch]:
    """Write words against the line's direction so that they sort the other way round.

    Every word but the one at the left of a left-to-right line's end, or at the right of the other,
    begins with a space without width, placed after the beginning of that one.
    """
    words = [word for run in group.runs for word in _split(run, backwards=group.right_to_left)]
    if not words or (group.right_to_left and len(words) == 1):
        yield from _plain(group)
        return
    anchor = 0 if group.right_to_left else len(words) - 1
    origin = words[anchor][1][0].left
    for position, (run, word) in enumerate(words):
        glyphs = word if group.right_to_left else _reversed_cuts(word)
        if position != anchor:
            left = origin + abs(position - anchor) * _STEP * run.piece.size
            glyphs = [Placed(Code(BLANK, " "), left, 0.0), *glyphs]
        elif position:  # a space that PDFium does not see
            yield Stretch(run, [Placed(Code(BLANK, " "), glyphs[0].left, 0.0)])
        yield Stretch(run, glyphs)


def _split(run: PlacedRun, *, backwards: bool) -> list[tuple[PlacedRun, list[Placed]]]:
    """Cut a run at its spaces, which are left out; the words come as they read."""
    words = [
        (run, list(members))
        for space, members in groupby(run.glyphs, key=lambda glyph: glyph.code.text == " ")
        if not space
    ]
    return words[::-1] if backwards else words


def _reversed_cuts(word: list[Placed]) -> list[Placed]:
    """Give a Latin word or a number with its cuts in the opposite order."""
    cuts = [cut for _, cut in _cuts(word)]
    return [glyph for cut in reversed(cuts) for glyph in cut]


def _direction_marks(groups: Sequence[_Group], *, right_to_left: bool) -> Iterator[Stretch]:
    """Close what Poppler would let run on against the direction of the line.

    Glyphs without width that are written on their own do not exist for PDFium.
    """
    for position, group in enumerate(groups):
        following = _first_class(groups[position + 1]) if position + 1 < len(groups) else "R"
        if group.right_to_left is not right_to_left:
            if right_to_left:
                yield from _close_leftward(group, following)
            else:
                yield _mark(group.runs[0], _LEFT_MARK, group.runs[0].right + _EDGE)
        elif right_to_left:
            yield from _close_punctuation(group, following)


def _close_leftward(group: _Group, following: str) -> Iterator[Stretch]:
    """Close a number or Latin words in a right-to-left line, at either end."""
    first, last = group.runs[0], group.runs[-1]
    if following != "R":
        yield _mark(first, _RIGHT_MARK, first.left - _EDGE)
    text = last.glyphs[-1].code.text
    if text and bidirectional(text[-1]) not in _STARTING:
        yield _mark(last, _LEFT_MARK, last.right + _EDGE)


def _close_punctuation(group: _Group, following: str) -> Iterator[Stretch]:
    """Close commas and the like, which Poppler takes for parts of a number."""
    for run in reversed(group.runs):
        for glyph in run.glyphs:
            text = glyph.code.text
            if not text:
                continue
            if following != "R" and bidirectional(text) in _LIKE_NUMBERS:
                yield _mark(run, _RIGHT_MARK, glyph.left - _EDGE)
            following = _class(text)


def _first_class(group: _Group) -> str:
    """Give the class of the character that a group begins with."""
    run = group.runs[0]
    text = run.glyphs[-1 if group.right_to_left else 0].code.text
    return _class(text) if text else "N"


def _mark(run: PlacedRun, mark: str, left: float) -> Stretch:
    return Stretch(run, [Placed(Code(BLANK, mark), left, 0.0)])
