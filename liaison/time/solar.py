"""Solar Hijri days and Gregorian ones, by the calendar in force in Iran.

The 33-year rule holds from 1178 to 1634 (K. M. Borkowski, "The Persian calendar for 3000 years").
"""

from datetime import MINYEAR, date
from functools import lru_cache

from persiantools.jdatetime import JalaliDate

from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.language.digits import to_persian

MONTHS_IN_YEAR = 12
_LONG_MONTHS = 6
_LAST_MONTH = 12
_LEAP_DAY = 30
FIRST_YEAR, LAST_YEAR = 1178, 1634
_FIRST_DAY, _LAST_DAY = date(622, 3, 22), date(9999, 3, 19)
_DISTANT_YEAR = 9377


def has_solar_date(day: date) -> bool:
    """Tell whether a day lies within the calendar; others have only their Gregorian date."""
    return _FIRST_DAY <= day <= _LAST_DAY


@lru_cache(maxsize=8192)
def to_jalali(day: date) -> tuple[int, int, int]:
    """Give year, month and day of the Solar Hijri calendar; a page asks for the same days again."""
    solar = JalaliDate(day)  # type: ignore[no-untyped-call]  # persiantools has no types here
    return solar.year, solar.month, solar.day


def from_jalali(year: int, month: int, day: int) -> date:
    """Give the Gregorian date; raises UserError for a day the calendar does not have."""
    if not MINYEAR <= year <= _DISTANT_YEAR:
        raise UserError(_("The year {year} is out of range.").format(year=figure(year)))
    if not 1 <= month <= MONTHS_IN_YEAR:
        raise UserError(
            _("There is no month {month}; months run from 1 to 12.").format(month=figure(month))
        )
    length = days_in_month(year, month)
    if month == _LAST_MONTH and day == _LEAP_DAY and not is_leap(year):
        raise UserError(
            _("{year} is not a leap year, so Esfand has 29 days.").format(year=figure(year))
        )
    if not 1 <= day <= length:
        raise UserError(
            _("There is no day {day}; this month has {length} days.").format(
                day=figure(day), length=figure(length)
            )
        )
    solar = JalaliDate(year, month, day)  # type: ignore[no-untyped-call]  # as above
    gregorian: date = solar.to_gregorian()
    return gregorian


def figure(number: int) -> str:
    """Write a year, month or day in the digits of the language in use."""
    return to_persian(str(number)) if language() == "fa" else str(number)


def is_leap(year: int) -> bool:
    """Tell whether Esfand of a Solar Hijri year has thirty days."""
    return bool(JalaliDate.is_leap(year))


def days_in_month(year: int, month: int) -> int:
    """Give the length of a Solar Hijri month (1 to 12)."""
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < _LAST_MONTH or is_leap(year) else 29


def add_months(day: date, months: int) -> date:
    """Move by Solar Hijri months; a day the new month lacks becomes its last day."""
    year, month, number = to_jalali(day)
    years, index = divmod(month - 1 + months, MONTHS_IN_YEAR)
    year, month = year + years, index + 1
    return from_jalali(year, month, min(number, days_in_month(year, month)))
