"""The periods an office reports on: years, halves and quarters, council terms, any two days."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from liaison.time import instant, jalali
from liaison.time.names import SOLAR
from liaison.time.span_days import months_from

_YEAR: Final = 12
_HALF: Final = 6
_QUARTER: Final = 3
_LEAP_DAY: Final = (12, 30)
_LONGEST_YEAR: Final = 366
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """The days from `since` to `until`, both included.

    `earlier` is what it is compared with where that is not told by its days.
    """

    since: date
    until: date
    earlier: "Period | None" = field(default=None, compare=False, repr=False)

    def holds(self, day: date | datetime | None) -> bool:
        """Tell whether a day, or the day of an instant by the office's clock, lies in it."""
        if isinstance(day, datetime):
            day = day.astimezone(instant.zone()).date()
        return day is not None and self.since <= day <= self.until

    @property
    def before(self) -> "Period":
        """What it is compared with: the same days a year earlier in the Solar Hijri calendar.

        Days up to the end of a year are compared with those up to the end of the year before, be
        it a leap year or not. What is longer than a year is compared with as many days right
        before it.
        """
        if self.earlier is not None:
            return self.earlier
        length = (self.until - self.since).days + 1
        if length > _LONGEST_YEAR:
            return Period(self.since - timedelta(days=length), self.since - _DAY)
        until = _year_before(self.until)
        if self.until > self.since and self.until == year_of(self.until).until:
            until = year_of(until).until
        return Period(_year_before(self.since), until)


@dataclass(frozen=True)
class Term:
    """A term of the council, with its name in both languages."""

    name_fa: str
    name_en: str
    period: Period


@dataclass(frozen=True)
class ReportTerms:
    """Of which days a report is, and which sections it has, none for what is usual."""

    since: date
    until: date
    sections: frozenset[str] = frozenset()


def year_of(today: date) -> Period:
    """Return the Solar Hijri year that holds `today`, up to its last day."""
    return _months_around(today, _YEAR)


def half_year(today: date) -> Period:
    """Return the half of the Solar Hijri year that holds `today`, up to its last day."""
    return _months_around(today, _HALF)


def quarter_of(today: date) -> Period:
    """Return the season of the Solar Hijri year that holds `today`, up to its last day."""
    return _months_around(today, _QUARTER)


def terms_in_order(terms: Iterable[Term]) -> list[Term]:
    """Return council terms, the first one first, each compared with the one before it."""
    ordered = sorted(terms, key=lambda each: each.period.since)
    found: list[Term] = []
    for each in ordered:
        earlier = found[-1].period if found else None
        period = Period(each.period.since, each.period.until, earlier)
        found.append(Term(each.name_fa, each.name_en, period))
    return found


def months_up_to(today: date, count: int) -> list[Period]:
    """Return `count` Solar Hijri months, of the last one, which holds `today`, what has passed."""
    year, month, _day = jalali.to_jalali(today)
    first = jalali.from_jalali(year, month, 1)
    begins = [jalali.add_months(first, -back) for back in range(count - 1, -1, -1)]
    ends = [*(day - _DAY for day in begins[1:]), today]
    return [Period(since, until) for since, until in zip(begins, ends, strict=True)]


def _months_around(today: date, count: int) -> Period:
    """Return that one of the stretches of `count` months of a year which holds `today`."""
    year, month, _day = jalali.to_jalali(today)
    begins = month - (month - 1) % count
    return Period(*months_from(SOLAR, year, begins, count))


def _year_before(day: date) -> date:
    """Return the same day of the year before; the last of a leap year is the last of Esfand."""
    year, month, number = jalali.to_jalali(day)
    is_leap_day = (month, number) == _LEAP_DAY
    return jalali.from_jalali(year - 1, month, number - is_leap_day)
