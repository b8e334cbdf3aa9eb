"""The table of a meeting as it is seen from above: the other side above it, our side below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from liaison.domain.rules.seating import Seat
from liaison.drawing.setting import Setting
from liaison.drawing.shapes import Chart, Picture, Point, Rectangle, Shape, Words
from liaison.drawing.wording import alternative_of, width_of, wrapped
from liaison.i18n import N_, translated
from liaison.language import digits
from liaison.prints.both import Both
from liaison.prints.sides import Sides, in_house

# Translators: «م» in Persian: marks the interpreter's seat.
INTERPRETER_MARK: Final = N_("Int.")
_LOW_CHAIR, _TABLE, _GAP = 20.0, 50.0, 5.0
_HEAD, _FOOT, _LINE = 16.0, 5.0, 1.27
"""What a chair takes above and below its name, and how far its lines are apart, in sizes."""
_SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0)
_MOST_LINES: Final = 5
"""Lines that a name takes before it is set smaller."""
_NARROWEST: Final = 44.0
"""Chairs less wide than this hold their numbers only."""
_COLOURS: Final = {"theirs": ("accent_soft", "accent"), "ours": ("card", "muted")}
"""Ground and edge of the chairs; the sides are named in words beside them as well."""


@dataclass(frozen=True)
class Table:
    """Who sits at either side, and what they are called, by uid of the participant.

    `spare` places are left free at each end, for those who are moved there. `parties` says what the
    sides are called.
    """

    sides: Mapping[str, Sequence[Seat]]
    called: Mapping[str, Both]
    spare: int = 0
    parties: Sides = field(default_factory=in_house)


@dataclass(frozen=True)
class Places:
    """Where the places of a table lie in a picture of a width.

    The side above faces the reader, so its right is the reader's left. `size` is that of the
    names and `lines` how many the longest takes; a size of 0 leaves them all to the list.
    """

    width: float
    reach: int
    size: float = 0.0
    lines: int = 1

    @classmethod
    def of(cls, table: Table, setting: Setting) -> "Places":
        """Return the places of `table`, as many at either side, with the largest names."""
        seats = [seat for those in table.sides.values() for seat in those]
        reach = max((abs(seat.offset) for seat in seats), default=0) + table.spare
        plain = cls(setting.width, reach)
        names = [table.called[seat.person.uid].of(setting.language) for seat in seats]
        if plain.slot < _NARROWEST:
            return plain
        fitting = [size for size in _SIZES if all(_fits(name, size, plain.room) for name in names)]
        size = next(iter(fitting), _SIZES[-1])
        lines = max((len(_lines(name, size, plain.room)) for name in names), default=1)
        return cls(setting.width, reach, size, lines)

    @property
    def room(self) -> float:
        """The width of a name."""
        return self.slot - 8

    @property
    def slot(self) -> float:
        """The width of a place."""
        return self.width / (2 * self.reach + 1)

    @property
    def high(self) -> float:
        """The height of a chair."""
        return _HEAD + self.lines * self.size * _LINE + _FOOT if self.size else _LOW_CHAIR

    @property
    def height(self) -> float:
        """The height of the whole picture."""
        return 2 * (self.high + _GAP) + _TABLE

    def box(self, side: str, offset: int, fill: str = "", stroke: str = "") -> Rectangle:
        """Return the chair at a place."""
        above = side == "theirs"
        across = -offset if above else offset
        left = self.width / 2 + (across - 0.5) * self.slot + 2
        top = 0.0 if above else self.height - self.high
        return Rectangle(left, top, self.slot - 4, self.high, fill, stroke, radius=4)

    def offset_at(self, side: str, x: float) -> int:
        """Return the place of a side nearest to `x`."""
        across = round((x - self.width / 2) / self.slot)
        return max(-self.reach, min(self.reach, -across if side == "theirs" else across))


def draw(setting: Setting, table: Table) -> Chart:
    """Draw the table, heads in the middle; what is read names every seat."""
    places = Places.of(table, setting)
    high, height = places.high, places.height
    ground = Rectangle(0, high + _GAP, setting.width, _TABLE, fill="grey_soft", radius=6)
    shapes: list[Shape] = [ground]
    facts = []
    for side, seats in table.sides.items():
        label = table.parties.heading(side).of(setting.language)
        baseline = high + _GAP + (15 if side == "theirs" else _TABLE - 9)
        shapes.append(_words(label, (setting.width / 2, baseline), 9.0, setting, "accent"))
        for seat in seats:
            box = places.box(side, seat.offset, *_COLOURS[side])
            mark = mark_of(seat, setting.language)
            name = table.called[seat.person.uid].of(setting.language)
            shapes += _chair(box, mark, name, setting, places)
        facts += [f"{label}, {each}" for each in _read(seats, table, setting.language)]
    words = alternative_of(setting.title, facts, setting.language, setting.empty)
    return Chart(Picture(setting.width, height, tuple(shapes)), words)


def mark_of(seat: Seat, lang: str) -> str:
    """Return the number of a seat, «م» for the interpreter."""
    return digits.number(seat.rank, lang) if seat.rank else translated(INTERPRETER_MARK, lang)


def place_of(seat: Seat, lang: str) -> str:
    """Return where a seat is for who sits there: in the middle, or so many to its right or left."""
    if not seat.offset:
        return translated(N_("middle"), lang)
    text = N_("{count} to the right") if seat.offset > 0 else N_("{count} to the left")
    return translated(text, lang).format(count=digits.number(abs(seat.offset), lang))


def in_rank(seats: Sequence[Seat]) -> list[Seat]:
    """Return seats by their numbers, those of interpreters after them."""
    return sorted(seats, key=lambda seat: seat.rank or len(seats) + 1)


def _read(seats: Sequence[Seat], table: Table, lang: str) -> Iterator[str]:
    for seat in in_rank(seats):
        name = table.called[seat.person.uid].of(lang)
        yield f"{mark_of(seat, lang)}: {name} ({place_of(seat, lang)})"


def _chair(
    box: Rectangle, mark: str, name: str, setting: Setting, places: Places
) -> Iterator[Shape]:
    middle, size = box.left + box.width / 2, places.size
    yield box
    if not size:
        yield _words(mark, (middle, box.top + 13), 8.0, setting)
        return
    yield _words(mark, (middle, box.top + 12), 9.0, setting)
    for at, line in enumerate(_lines(name, size, places.room)):
        place = Point(middle, box.top + _HEAD + (at + 0.8) * size * _LINE)
        yield Words(line, place, size, "middle", language=setting.language)


def _fits(name: str, size: float, room: float) -> bool:
    """Tell whether a name goes into a chair with its words whole."""
    broad = any(width_of(word, size) > room for word in name.split())
    return not broad and len(_lines(name, size, room)) <= _MOST_LINES


def _lines(name: str, size: float, room: float) -> list[str]:
    """Break a name into as many lines as it needs; a word wider than the chair is parted."""
    parts = [part for word in name.split() for part in _parted(word, size, room)]
    return wrapped(" ".join(parts), size, room, len(parts))


def _parted(word: str, size: float, room: float) -> Iterator[str]:
    """Part a word that is wider than a chair."""
    while word:
        fitting = len(word)
        while fitting > 1 and width_of(word[:fitting], size) > room:
            fitting -= 1
        yield word[:fitting]
        word = word[fitting:]


def _words(
    text: str, at: tuple[float, float], size: float, setting: Setting, colour: str = "ink"
) -> Words:
    return Words(text, Point(*at), size, "middle", colour, bold=True, language=setting.language)
