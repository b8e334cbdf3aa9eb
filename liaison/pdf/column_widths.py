"""How wide the columns of a table stand: as declared, as far as what is in them agrees.

No column is narrower than its longest word needs. One that is wider than anything in it gives the
rest to those whose texts wrap, and these share what there is so that the table stays low.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import chain, pairwise, product
from math import ceil
from operator import itemgetter
from typing import Final, NamedTuple

from liaison.pdf.breaks import TRAILING, Break
from liaison.pdf.markup import LINE_BREAK, parse
from liaison.pdf.shaping import ShapedText
from liaison.pdf.style import ParagraphStyle

_MEASURED: Final = 4
"""How many of the widest words and texts of a style are shaped: those set the widths."""
_SAMPLED: Final = 40
"""By how many rows the height of the table is judged."""
_WIDEST_WORD: Final = 0.3
"""A word wider than this part of the table is rather cut than given all the room it asks for."""
_FILLED: Final = 0.92
"""How much of a line that wraps is filled."""
_STEPS: Final = 8.0, 24.0, 48.0
_MOST_STEPS: Final = 24
_SLACK: Final = 0.1
_FIRST_ARABIC: Final = "\u0600"
_BETWEEN_WORDS: Final = re.compile(f"[{TRAILING}]+")

Written = tuple[str, ParagraphStyle]
"""The markup of a paragraph and its style."""


@dataclass(frozen=True)
class Need:
    """What a column asks for, in points.

    `heading` holds the longest word of its heading, `word` the longest at all, and `whole` every
    text without a break. `rows` are the widths of the texts of its heading, and about those of the
    texts in some of its cells.
    """

    heading: float
    word: float
    whole: float
    padding: float = 0.0
    rows: Sequence[Sequence[float]] = ()
    _heights: dict[int, list[int]] = field(default_factory=dict, repr=False, compare=False)

    def heights(self, width: float) -> list[int]:
        """Return about how many lines each of its cells takes at a width."""
        key = round(width)
        if key not in self._heights:
            room = max(width - self.padding, 1.0)
            self._heights[key] = [
                sum(1 if text <= room else ceil(text / (room * _FILLED)) for text in cell)
                for cell in self.rows
            ]
        return self._heights[key]


def need(heading: Iterable[Written], cells: Sequence[Sequence[Written]], padding: float) -> Need:
    """Measure the texts of a column; `padding` is what stands free beside them."""
    named = [_measured(*each) for each in heading]
    about = {each: _about(*each) for each in dict.fromkeys(chain.from_iterable(cells))}
    measured = {each: _measured(*each) for each in _widest(about)}
    scales: dict[ParagraphStyle, float] = {}
    for each, exact in measured.items():
        guessed = about[each].whole
        scale = exact.whole / guessed if guessed else 1.0
        scales[each[1]] = max(scale, scales.get(each[1], 0.0))
    exactly = [*named, *measured.values()]
    name = max((each.word for each in named), default=0.0)
    word = max((each.word for each in exactly), default=0.0)
    whole = max((each.whole for each in exactly), default=0.0)
    rows = [[line for each in named for line in each.lines]] + [
        [line * scales[each[1]] for each in cell for line in about[each].lines]
        for cell in cells[:: max(1, len(cells) // _SAMPLED)]
    ]
    room = padding + _SLACK
    return Need(name + room, word + room, whole + room, padding, rows)


def _widest(about: Mapping[Written, "_Measure"]) -> list[Written]:
    """Return the texts with the widest words, and the widest texts, of each style."""
    found: list[Written] = []
    for style in dict.fromkeys(style for _, style in about):
        texts = [each for each in about if each[1] == style]
        found += nlargest(_MEASURED, texts, key=lambda each: about[each].word)
        found += nlargest(_MEASURED, texts, key=lambda each: about[each].whole)
    return list(dict.fromkeys(found))


def fitted(declared: Sequence[float], asked: Sequence[Need | None]) -> list[float]:
    """Return the widths of columns that share the sum of their `declared` widths.

    A column of which nothing is asked keeps its own.
    """
    needs = [each or Need(own, own, own) for own, each in zip(declared, asked, strict=True)]
    width = sum(declared)
    floors = _floors(declared, needs, width)
    widths = [max(pair) for pair in zip(declared, floors, strict=True)]
    idle = [
        max(0.0, own - max(floor, each.whole))
        for own, floor, each in zip(widths, floors, needs, strict=True)
    ]
    owed = sum(widths) - width
    lacking = [max(0.0, each.whole - own) for own, each in zip(widths, needs, strict=True)]
    given = min(sum(idle), owed + sum(lacking))
    widths = _less(widths, idle, given)
    if owed > given:
        above = [own - floor for own, floor in zip(widths, floors, strict=True)]
        widths = _less(widths, above, owed - given)
    else:
        shares = _shared(lacking, given - owed)
        widths = [own + share for own, share in zip(widths, shares, strict=True)]
    wraps = any(own < each.whole for own, each in zip(widths, needs, strict=True))
    return _lowest(widths, floors, needs) if wraps else widths


def _floors(declared: Sequence[float], needs: Sequence[Need], width: float) -> list[float]:
    """Return the least width of each column; what does not fit is taken from the longest words."""
    words = [
        max(each.heading, min(each.word, max(own, width * _WIDEST_WORD)))
        for own, each in zip(declared, needs, strict=True)
    ]
    over = sum(words) - width
    if over <= 0:
        return words
    above = [word - each.heading for word, each in zip(words, needs, strict=True)]
    floors = _less(words, above, min(over, sum(above)))
    return [floor * min(1.0, width / sum(floors)) for floor in floors]


def _less(widths: Sequence[float], spare: Sequence[float], taken: float) -> list[float]:
    """Take a length from widths, from each in proportion to what it can spare."""
    whole = sum(spare)
    if not whole:
        return list(widths)
    return [own - part * taken / whole for own, part in zip(widths, spare, strict=True)]


def _shared(lacking: Sequence[float], given: float) -> list[float]:
    """Share a length equally among those that lack some, none getting more than it lacks."""
    shares = [0.0] * len(lacking)
    waiting = sorted((lack, at) for at, lack in enumerate(lacking) if lack)
    for position, (lack, at) in enumerate(waiting):
        shares[at] = min(lack, given / (len(waiting) - position))
        given -= shares[at]
    return shares


def _lowest(widths: list[float], floors: Sequence[float], needs: Sequence[Need]) -> list[float]:
    """Move the edges, step by step, to where the table is lower."""
    height = _height(widths, needs)
    for _ in range(_MOST_STEPS):
        tried = [(_height(each, needs), each) for each in _moved(widths, floors, needs)]
        lowest, found = min(tried, default=(height, widths), key=itemgetter(0))
        if lowest >= height:
            break
        height, widths = lowest, found
    return widths


def _moved(
    widths: Sequence[float], floors: Sequence[float], needs: Sequence[Need]
) -> Iterator[list[float]]:
    """Give one column whose texts wrap a little more, at the cost of all others or of one."""
    spare = [own - floor for own, floor in zip(widths, floors, strict=True)]
    for taker, most in product(range(len(widths)), _STEPS):
        step = min(most, needs[taker].whole - widths[taker])
        if step <= 0:
            continue
        others = [0.0 if at == taker else part for at, part in enumerate(spare)]
        givers = [others] + [
            [part if at == giver else 0.0 for at, part in enumerate(others)]
            for giver in range(len(widths))
        ]
        for giving in givers:
            if sum(giving) >= step:
                moved = _less(widths, giving, step)
                moved[taker] += step
                yield moved


def _height(widths: Sequence[float], needs: Sequence[Need]) -> tuple[int, int]:
    """Return about how many lines the rows take, and all their cells."""
    columns = [each.heights(own) for own, each in zip(widths, needs, strict=True) if each.rows]
    return sum(map(max, zip(*columns, strict=True))), sum(map(sum, columns))


class _Measure(NamedTuple):
    """How wide the widest word of a text is, and each of its lines."""

    word: float
    lines: list[float]

    @property
    def whole(self) -> float:
        return max(self.lines)


def _about(markup: str, style: ParagraphStyle) -> _Measure:
    """Measure a text by its letters as they stand alone, in the first faces of its style."""
    arabic, latin = (style.fonts.chain(arabic=arabic)[0][0] for arabic in (True, False))

    def wide(words: str) -> float:
        faces = (latin if sign < _FIRST_ARABIC else arabic for sign in words)
        letters = (face.widths[face.glyphs[sign]] for face, sign in zip(faces, words, strict=True))
        return style.size * sum(letters) / 1000

    text = parse(markup)[0]
    words = max(map(wide, _BETWEEN_WORDS.split(text)))
    return _Measure(words, [wide(line) for line in text.split(LINE_BREAK)])


def _measured(markup: str, style: ParagraphStyle) -> _Measure:
    """Measure a text as it will stand."""
    shaped = ShapedText(markup, style)
    forced = [at for at, kind in shaped.breaks.items() if kind is Break.FORCED]
    usual = [at for at, kind in shaped.breaks.items() if kind is not Break.LAST]
    return _Measure(max(_stretches(shaped, usual)), _stretches(shaped, forced))


def _stretches(shaped: ShapedText, breaks: Iterable[int]) -> list[float]:
    """Return the widths of what stands between two breaks."""
    ends = [0, *sorted(breaks), len(shaped.text)]
    return [
        sum(shaped.advances[start : start + len(shaped.text[start:end].rstrip(TRAILING))])
        for start, end in pairwise(ends)
    ]
