"""What stands on the days of a grid, and in which lane of a week each of it goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from liaison.domain.rules.lanes import lanes
from liaison.time.months import WEEK

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mark:
    """Something on the days from `first` to `last`; `told` is what a screen reader says of it.

    `tone` is a colour of the theme, or grey; what is `over` does not take place.
    """

    key: str
    text: str
    told: str
    first: date
    last: date
    tone: str = "grey"
    starts: time | None = None
    ends: time | None = None
    clock: str = ""
    over: bool = False

    @property
    def is_bar(self) -> bool:
        """Whether it runs across days."""
        return self.last > self.first


@dataclass(frozen=True)
class Sheet:
    """The weeks a grid shows: days outside `month` are pale, the weekend and `named` days shaded.

    `named` gives the holidays by day; those that are `doubtful` are not certain yet.
    """

    first: date
    weeks: int
    month: tuple[date, date]
    today: date
    marks: Sequence[Mark] = ()
    weekend: frozenset[int] = frozenset()
    named: Mapping[date, str] = field(default_factory=dict)
    doubtful: frozenset[date] = frozenset()

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.first + _DAY * (self.weeks * WEEK - 1)

    def day(self, row: int, column: int) -> date:
        """Return the day in a cell."""
        return self.first + _DAY * (row * WEEK + column)

    def cell(self, day: date) -> tuple[int, int] | None:
        """Return row and column of a day, None where it is not shown."""
        number = (day - self.first).days
        return divmod(number, WEEK) if 0 <= number < self.weeks * WEEK else None

    def on(self, day: date) -> list[Mark]:
        """Return what touches a day, in order."""
        return [each for each in self.marks if each.first <= day <= each.last]

    def is_shaded(self, day: date) -> bool:
        """Tell whether the office does not work on a day."""
        return day.weekday() in self.weekend or day in self.named


@dataclass(frozen=True)
class Placed:
    """A stretch of a mark in one week, from column to column; `begins` and `ends` in it or not."""

    mark: Mark
    lane: int
    first: int
    last: int
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Week:
    """One week with its marks in lanes, and how many of each day found no room."""

    placed: Sequence[Placed]
    hidden: Sequence[int]

    def at(self, column: int, lane: int) -> Placed | None:
        """Return what stands in a lane of a day."""
        found = (each for each in self.placed if each.lane == lane)
        return next((each for each in found if each.first <= column <= each.last), None)


def week_of(marks: Sequence[Mark], first: date, room: int) -> Week:
    """Put what touches the week from `first` on into at most `room` lanes.

    What runs across days comes on top. Where a day holds more than there is room for, its last
    lane is kept free to say how many more there are.
    """
    last = first + _DAY * (WEEK - 1)
    touching = [each for each in marks if each.first <= last and each.last >= first]
    touching.sort(key=lambda each: not each.is_bar)
    columns = [
        (max(0, (each.first - first).days), min(WEEK - 1, (each.last - first).days))
        for each in touching
    ]
    bars = sum(each.is_bar for each in touching)
    given = lanes(columns[:bars])
    taken = [
        {lane for lane, ends in zip(given, columns[:bars], strict=True) if _in(ends, day)}
        for day in range(WEEK)
    ]
    for column, _same in columns[bars:]:
        lane = next(each for each in range(len(touching)) if each not in taken[column])
        taken[column].add(lane)
        given.append(lane)
    rooms = [room if not used or max(used) < room else room - 1 for used in taken]
    placed: list[Placed] = []
    for mark, lane, ends in zip(touching, given, columns, strict=True):
        placed += _runs(mark, lane, ends, rooms, (first, last))
    hidden = [sum(lane >= rooms[day] for lane in used) for day, used in enumerate(taken)]
    return Week(placed, hidden)


def _in(ends: tuple[int, int], column: int) -> bool:
    return ends[0] <= column <= ends[1]


def _runs(
    mark: Mark, lane: int, ends: tuple[int, int], rooms: Sequence[int], week: tuple[date, date]
) -> list[Placed]:
    """Return the stretches of a mark on whose days its lane has room."""
    seen = [day for day in range(ends[0], ends[1] + 1) if lane < rooms[day]]
    found: list[Placed] = []
    for day in seen:
        if found and found[-1].last == day - 1:
            begun = found.pop()
            found.append(Placed(mark, lane, begun.first, day, begun.begins, ends=False))
        else:
            begins = day == ends[0] and mark.first >= week[0]
            found.append(Placed(mark, lane, day, day, begins, ends=False))
    if found and found[-1].last == ends[1] and mark.last <= week[1]:
        whole = found.pop()
        found.append(Placed(mark, lane, whole.first, whole.last, whole.begins, ends=True))
    return found
