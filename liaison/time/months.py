"""Months and weeks as a calendar on the wall has them: weeks from Saturday.

Persian readers have Solar Hijri months, English ones Gregorian months.
"""

from datetime import date, timedelta
from typing import Final

from liaison.language.digits import to_persian
from liaison.time.names import GREGORIAN, GREGORIAN_MONTHS, SOLAR, SOLAR_MONTHS
from liaison.time.solar import MONTHS_IN_YEAR, add_months
from liaison.time.span_days import months_from, parts

WEEK: Final = 7
_SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)
_NAMES: Final = {SOLAR: SOLAR_MONTHS, GREGORIAN: GREGORIAN_MONTHS}


def calendar_of(lang: str) -> str:
    """Return the calendar in which readers of `lang` count their months."""
    return SOLAR if lang == "fa" else GREGORIAN


def month_of(day: date, lang: str) -> tuple[date, date]:
    """Return the first and the last day of the month `day` lies in."""
    calendar = calendar_of(lang)
    year, month, _number = parts(day, calendar)
    return months_from(calendar, year, month, 1)


def week_of(day: date) -> date:
    """Return the Saturday with which the week of `day` begins."""
    return day - _DAY * ((day.weekday() - _SATURDAY) % WEEK)


def months_later(day: date, months: int, lang: str) -> date:
    """Move `day` by whole months; a day the new month lacks becomes its last one."""
    if calendar_of(lang) == SOLAR:
        return add_months(day, months)
    years, index = divmod(day.month - 1 + months, MONTHS_IN_YEAR)
    _first, last = months_from(GREGORIAN, day.year + years, index + 1, 1)
    return last.replace(day=min(day.day, last.day))


def number_of(day: date, lang: str) -> int:
    """Return the figure of `day` in its month."""
    return parts(day, calendar_of(lang))[2]


def month_name(day: date, lang: str, counted: str) -> str:
    """Name in `lang` the month of a day as readers of `counted` have it."""
    calendar = calendar_of(counted)
    return _NAMES[calendar][lang][parts(day, calendar)[1] - 1]


def numbers_of(day: date, lang: str) -> tuple[str, str]:
    """Write the figure of a day in its month, and that of the other calendar."""
    numbers = number_of(day, lang), number_of(day, "en" if lang == "fa" else "fa")
    own, other = (to_persian(str(each)) if lang == "fa" else str(each) for each in numbers)
    return own, other


def month_title(since: date, until: date, lang: str) -> tuple[str, str]:
    """Name the months from one day to another, and those of the other calendar beside them.

    («آبان ۱۴۰۵», «اکتبر – نوامبر ۲۰۲۶»), ("November 2026", "Aban – Azar 1405").
    """
    own = calendar_of(lang)
    other = GREGORIAN if own == SOLAR else SOLAR
    return _named(since, until, own, lang), _named(since, until, other, lang)


def _named(since: date, until: date, calendar: str, lang: str) -> str:
    year, month, _day = parts(since, calendar)
    last_year, last_month, _last = parts(until, calendar)
    names = _NAMES[calendar][lang]
    ended = f"{names[last_month - 1]} {last_year}"
    if (year, month) == (last_year, last_month):
        written = ended
    elif year == last_year:
        written = f"{names[month - 1]} – {ended}"
    else:
        written = f"{names[month - 1]} {year} – {ended}"
    return to_persian(written) if lang == "fa" else written
