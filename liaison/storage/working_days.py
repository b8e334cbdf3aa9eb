"""The office's working days, from what it set and which holidays it recorded."""

from collections.abc import Iterable
from datetime import date

from liaison.domain.records.holiday import Holiday
from liaison.domain.rules.calendar import OfficeCalendar
from liaison.storage.archive import Archive
from liaison.storage.settings import WEEKEND
from liaison.time import holidays, jalali


def office_calendar(archive: Archive, days: Iterable[date]) -> OfficeCalendar:
    """Return the calendar of the office for the years around `days` (one day at least).

    It knows the fixed holidays of every Solar Hijri year from the first of the days to a year
    after the last, the `holiday` records, and the weekend of the settings.
    """
    years = [jalali.to_jalali(day)[0] for day in days]
    fixed = {day for year in range(min(years), max(years) + 2) for day in holidays.fixed(year)}
    recorded = {row["day"] for row in archive.rows(Holiday) if row.get("day")}
    return OfficeCalendar(weekend_of(archive), frozenset(fixed | recorded))


def weekend_of(archive: Archive) -> frozenset[int]:
    """Return the closed days of the office's week, by `date.weekday()`."""
    weekend = archive.settings.get(WEEKEND, None)
    if isinstance(weekend, list):
        return frozenset(number for number in weekend if isinstance(number, int))
    return holidays.WEEKEND
