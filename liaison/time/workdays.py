"""Working days: counting starts on the day after, and closed days are passed over."""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import Final

_WEEK: Final = 7
_DAY: Final = timedelta(days=1)


def is_closed(day: date, weekend: AbstractSet[int], holidays: AbstractSet[date]) -> bool:
    """Tell whether the office is closed; `weekend` holds numbers of `date.weekday()`."""
    return day.weekday() in weekend or day in holidays


def due(start: date, days: int, weekend: AbstractSet[int], holidays: AbstractSet[date]) -> date:
    """Give the day on which `days` working days after `start` have passed.

    A negative number counts back; zero is `start` itself, open or closed. Raises ValueError for
    a weekend that leaves no working day.
    """
    _check(weekend)
    step = _DAY if days > 0 else -_DAY
    day, left = start, abs(days)
    while left:
        day += step
        left -= not is_closed(day, weekend, holidays)
    return day


def working_days_between(
    start: date, end: date, weekend: AbstractSet[int], holidays: AbstractSet[date]
) -> int:
    """Count the working days after `start` up to and with `end`; negative where it is earlier."""
    if end < start:
        return -working_days_between(end, start, weekend, holidays)
    weeks, rest = divmod((end - start).days, _WEEK)
    opened = weeks * (_WEEK - len(weekend & set(range(_WEEK))))
    opened += sum((start.weekday() + n) % _WEEK not in weekend for n in range(1, rest + 1))
    closed = sum(start < day <= end and day.weekday() not in weekend for day in holidays)
    return opened - closed


def days_late(
    due: date, today: date, weekend: AbstractSet[int], holidays: AbstractSet[date]
) -> int:
    """Count the working days that have begun since `due`; zero until it has passed."""
    return max(0, working_days_between(due, today, weekend, holidays)) if today > due else 0


def nearest_open(
    day: date, weekend: AbstractSet[int], holidays: AbstractSet[date]
) -> tuple[date, date]:
    """Give the last working day not after `day` and the first not before it.

    Both are `day` itself where the office is open.
    """
    _check(weekend)
    previous = following = day
    while is_closed(previous, weekend, holidays):
        previous -= _DAY
    while is_closed(following, weekend, holidays):
        following += _DAY
    return previous, following


def _check(weekend: AbstractSet[int]) -> None:
    if weekend >= set(range(_WEEK)):
        message = "a week needs one working day"
        raise ValueError(message)
