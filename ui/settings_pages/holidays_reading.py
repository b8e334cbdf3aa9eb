"""The holidays of one Solar Hijri year: those closed every year, and those the office recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liaison.domain.records.holiday import Holiday
from liaison.time import holidays, jalali

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from liaison.storage.archive import Archive


@dataclass(frozen=True)
class HolidayRow:
    """One holiday; one without a uid is closed every year and cannot be changed."""

    uid: str
    day: date
    title_fa: str
    title_en: str
    provisional: bool = False


@dataclass(frozen=True)
class HolidayYear:
    """All holidays of a year, by day."""

    year: int
    rows: Sequence[HolidayRow] = ()

    @property
    def days(self) -> frozenset[date]:
        """The days that are on the list."""
        return frozenset(each.day for each in self.rows)


def bounds(year: int) -> tuple[date, date]:
    """Return the first and the last day of a Solar Hijri year."""
    return (
        jalali.from_jalali(year, 1, 1),
        jalali.from_jalali(year, 12, jalali.days_in_month(year, 12)),
    )


def read_year(archive: Archive, year: int) -> HolidayYear:
    """Read the holidays of a Solar Hijri year."""
    fixed = [HolidayRow("", day, *titles) for day, titles in holidays.fixed(year).items()]
    recorded = [
        HolidayRow(
            row.uid,
            row["day"],
            row["title_fa"] or "",
            row["title_en"] or "",
            bool(row["provisional"]),
        )
        for row in archive.rows(Holiday, {"day": bounds(year)})
    ]
    return HolidayYear(year, sorted([*fixed, *recorded], key=lambda each: (each.day, each.uid)))
