"""The table of a meeting as it is seen from above: the other side above it, our side below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from liaison.domain.rules.seating import Seat
from liaison.drawing.setting import Setting
from liaison.drawing.shapes import Chart, Picture, Point, Rectangle, Shape, Words
from liaison.drawing.wording import alternative_of, wrapped
from liaison.i18n import N_, translated
from liaison.language import digits
from liaison.prints.both import Both

SIDES: Final[Mapping[str, str]] = {"theirs": N_("The other side"), "ours": N_("Our side")}
# Translators: «م» in Persian: marks the interpreter's seat.
INTERPRETER_MARK: Final = N_("Int.")
_CHAIR, _LOW_CHAIR, _TABLE, _GAP = 46.0, 20.0, 50.0, 5.0
_NARROWEST: Final = 44.0
"""A chair less wide than this holds its number only; the name is in the list."""
_SIZE, _LINE, _MOST_LINES = 7.5, 9.5, 3
_COLOURS: Final = {"theirs": ("accent_soft", "accent"), "ours": ("card", "muted")}
"""Ground and edge of the chairs; the sides are named in words beside them as well."""


@dataclass(frozen=True)
class Table:
    """Who sits at either side, and what they are called, by uid of the participant."""

    sides: Mapping[str, Sequence[Seat]]
    called: Mapping[str, Both]


def draw(setting: Setting, table: Table) -> Chart:
    """Draw the table, heads in the middle; what is read names every seat.

    The side above faces the reader, so its right is the reader's left.
    """
    reach = max((abs(seat.offset) for seats in table.sides.values() for seat in seats), default=0)
    slot = setting.width / (2 * reach + 1)
    high = _CHAIR if slot >= _NARROWEST else _LOW_CHAIR
    height = 2 * (high + _GAP) + _TABLE
    ground = Rectangle(0, high + _GAP, setting.width, _TABLE, fill="grey_soft", radius=6)
    shapes: list[Shape] = [ground]
    facts = []
    for side, seats in table.sides.items():
        above = side == "theirs"
        label = translated(SIDES[side], setting.language)
        baseline = high + _GAP + (15 if above else _TABLE - 9)
        shapes.append(_words(label, (setting.width / 2, baseline), 9.0, setting, "accent"))
        for seat in seats:
            offset = -seat.offset if above else seat.offset
            name = table.called[seat.person.uid].of(setting.language)
            box = Rectangle(
                setting.width / 2 + (offset - 0.5) * slot + 2,
                0.0 if above else height - high,
                slot - 4,
                high,
                *_COLOURS[side],
                radius=4,
            )
            shapes += _chair(box, mark_of(seat, setting.language), name, setting)
        facts += [f"{label}, {each}" for each in _read(seats, table, setting.language)]
    words = alternative_of(setting.title, facts, setting.language, setting.empty)
    return Chart(Picture(setting.width, height, tuple(shapes)), words)


def mark_of(seat: Seat, lang: str) -> str:
    """Return the number of a seat, «م» for the interpreter."""
    return digits.number(seat.rank, lang) if seat.rank else translated(INTERPRETER_MARK, lang)


def in_rank(seats: Sequence[Seat]) -> list[Seat]:
    """Return seats by their numbers, those of interpreters after them."""
    return sorted(seats, key=lambda seat: seat.rank or len(seats) + 1)


def _read(seats: Sequence[Seat], table: Table, lang: str) -> Iterator[str]:
    for seat in in_rank(seats):
        yield f"{mark_of(seat, lang)}: {table.called[seat.person.uid].of(lang)}"


def _chair(box: Rectangle, mark: str, name: str, setting: Setting) -> Iterator[Shape]:
    middle = box.left + box.width / 2
    yield box
    if box.height == _LOW_CHAIR:
        yield _words(mark, (middle, box.top + 13), 8.0, setting)
        return
    yield _words(mark, (middle, box.top + 12), 9.0, setting)
    for at, line in enumerate(wrapped(name, _SIZE, box.width - 4, _MOST_LINES)):
        place = Point(middle, box.top + 22 + at * _LINE)
        yield Words(line, place, _SIZE, "middle", language=setting.language)


def _words(
    text: str, at: tuple[float, float], size: float, setting: Setting, colour: str = "ink"
) -> Words:
    return Words(text, Point(*at), size, "middle", colour, bold=True, language=setting.language)
