"""Cards of people: their faces, their wordings as large as fit, and the sheets they stand on."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, inf
from types import MappingProxyType
from typing import Final

from liaison.pdf.fonts import FontSet
from liaison.pdf.markup import escape
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import MILLIMETRE
from liaison.pdf.style import INK, ParagraphStyle
from liaison.prints.both import Both

_LEAST_SIZE: Final = 6.0
_STEP: Final = 0.5
_ROUNDING: Final = 0.01
_LEADING: Final[Mapping[str, float]] = MappingProxyType({"fa": 1.3, "en": 1.15})


def first(count: int, holds: Callable[[int], bool]) -> int:
    """Return the first of so many steps at which something holds, `count` for none.

    What holds at one step holds at all after it, so that only a few are asked.
    """
    return bisect_left(range(count), True, key=holds)  # noqa: FBT003 - what is looked for


@dataclass(frozen=True)
class Written:
    """One wording on a card: `largest` is the size it is set in where it fits, in points.

    Down to the size `whole` it is rather kept on one line than set larger on more. Below the
    name of its face it has the share `relation` of the name's size, 0 for a size of its own. It
    is told where it is set in less than `least`.
    """

    text: str
    language: str
    largest: float
    bold: bool = False
    colour: str = INK
    most_lines: int = 2
    whole: float = inf
    relation: float = 0.0
    least: float = 0.0

    def fitted(self, width: float, fonts: FontSet) -> Paragraph:
        """Set it as large as its lines and its longest word allow; in the end it takes more lines.

        Nothing is ever cut.
        """
        steps = max(ceil((self.largest - _LEAST_SIZE) / _STEP), 0)
        sizes = [self.largest - _STEP * step for step in range(steps + 1)]
        whole = [size for size in sizes if size >= self.whole]
        at = first(len(whole), lambda at: self._fits(whole[at], 1, width, fonts))
        if at == len(whole):
            # The smallest is taken in any case.
            at = first(steps, lambda at: self._fits(sizes[at], self.most_lines, width, fonts))
        paragraph = Paragraph(escape(self.text), self._style(sizes[at], fonts))
        paragraph.wrap(width, 0)
        return paragraph

    def _fits(self, size: float, most_lines: int, width: float, fonts: FontSet) -> bool:
        style = self._style(size, fonts)
        most = most_lines * style.leading + _ROUNDING
        if Paragraph(escape(self.text), style).wrap(width, 0)[1] > most:
            return False
        words = (Paragraph(escape(word), style) for word in self.text.split())
        return all(word.wrap(width, 0)[1] <= style.leading + _ROUNDING for word in words)

    def _style(self, size: float, fonts: FontSet) -> ParagraphStyle:
        return ParagraphStyle(
            size=size,
            leading=size * _LEADING[self.language],
            direction="rtl" if self.language == "fa" else "ltr",
            align="center",
            bold=self.bold,
            colour=self.colour,
            keep_lines=1,
            fonts=fonts,
        )


@dataclass(frozen=True)
class Band:
    """A strip at the foot of a face, with a word that says what its colour means."""

    word: Both
    colour: str


@dataclass(frozen=True)
class Face:
    """One side of a card, from the top: heading, wordings, band; `turned` stands on its head.

    The first of the wordings is the name. An emblem stands beside the heading, else on top.
    """

    written: Sequence[Written]
    heading: Sequence[Written] = ()
    band: Band | None = None
    turned: bool = False

    @property
    def name(self) -> Written | None:
        """The wording that is read from afar; None on a blank card."""
        return self.written[0] if self.written else None


@dataclass(frozen=True)
class Card:
    """The card of one person, by the uid it is asked for."""

    key: str
    title: Both
    faces: Sequence[Face]


@dataclass(frozen=True)
class Form:
    """The measures of a card in millimetres, and how many stand on a sheet of paper.

    Between the cards is a `gutter` for the marks of the knife.
    """

    width: float
    height: float
    columns: int
    rows: int
    folded: bool = False
    gutter: float = 3.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a card in points."""
        return self.width * MILLIMETRE, self.height * MILLIMETRE

    @property
    def gap(self) -> float:
        """The room between two cards in points."""
        return self.gutter * MILLIMETRE

    @property
    def places(self) -> int:
        """How many cards a sheet holds."""
        return self.columns * self.rows

    def sheets(self, cards: Sequence[Card], start: int) -> list[list[Card | None]]:
        """Share the cards between sheets; the first place that is free is `start`, from 1."""
        places: list[Card | None] = [None] * ((start - 1) % self.places)
        places += cards
        return [places[at : at + self.places] for at in range(0, len(places), self.places)]
