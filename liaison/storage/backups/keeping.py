"""Which backups are kept: fine steps of the last day, coarser ones the further back."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

from liaison.time import instant

_Period = tuple[int, ...]


def _hour(at: datetime) -> _Period:
    return (at.year, at.month, at.day, at.hour)


def _day(at: datetime) -> _Period:
    return (at.year, at.month, at.day)


def _week(at: datetime) -> _Period:
    return at.isocalendar()[:2]


def _month(at: datetime) -> _Period:
    return (at.year, at.month)


STEPS: Final[tuple[tuple[Callable[[datetime], _Period], int], ...]] = (
    (_hour, 24),
    (_day, 14),
    (_week, 8),
    (_month, 24),
)
"""How many hours, days, weeks and months have a backup of their own, the newest of each."""


def kept(made: Iterable[datetime]) -> set[datetime]:
    """Return which of the backups made then are kept.

    They are told in the order they were made in, which a clock that was wrong for a while does not
    show. Only hours, days, weeks and months that have one count, by the office's clock: nothing
    goes because time went by, only because newer backups were made.
    """
    newest_first = list(made)[::-1]
    found: set[datetime] = set()
    for period, most in STEPS:
        seen: dict[_Period, datetime] = {}
        for each in newest_first:
            seen.setdefault(period(each.astimezone(instant.zone())), each)
        found.update(list(seen.values())[:most])
    return found
