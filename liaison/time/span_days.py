"""A stretch of days and the words in which it was told."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from liaison.errors import UserError
from liaison.i18n import _
from liaison.time.names import GREGORIAN, SOLAR
from liaison.time.reading import on
from liaison.time.solar import MONTHS_IN_YEAR, has_solar_date, to_jalali

_DAY = timedelta(days=1)
SEASON_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A closed interval of days; a missing end is open, and without both only the words speak."""

    since: date | None = None
    until: date | None = None
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins."""
        if self.since and self.until and self.since > self.until:
            raise UserError(
                _("“{text}” ends before it begins; check the two dates.").format(
                    text=self.text or f"{self.since} – {self.until}"
                )
            )

    @classmethod
    def from_json(cls, value: dict[str, str | None]) -> Self:
        """Build a span from {"from", "until", "text"}; raises UserError for what is no ISO day."""
        return cls(_iso(value.get("from")), _iso(value.get("until")), value.get("text") or "")

    def to_json(self) -> dict[str, str | None]:
        """Give the form in which a span is stored and exchanged."""
        return {
            "from": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "text": self.text,
        }

    @property
    def precision(self) -> str:
        """Tell how exact it is: day, month, season, year, period, open or unknown."""
        if self.since is None and self.until is None:
            return "unknown"
        if self.since is None or self.until is None:
            return "open"
        if self.since == self.until:
            return "day"
        return self.unit[0]

    @property
    def unit(self) -> tuple[str, str]:
        """Give what a closed span fills, with the calendar in which it does: ("month", "solar").

        ("period", "") where it is no whole month, season or year.
        """
        if self.since and self.until:
            for calendar in (SOLAR, GREGORIAN):
                length = whole_months(self.since, self.until, calendar)
                first = parts(self.since, calendar)[1]
                if length == 1:
                    return "month", calendar
                if length == SEASON_MONTHS and first % SEASON_MONTHS == 1 and calendar == SOLAR:
                    return "season", calendar
                if length == MONTHS_IN_YEAR and first == 1:
                    return "year", calendar
        return "period", ""


def parts(day: date, calendar: str) -> tuple[int, int, int]:
    """Give year, month and day in a calendar; zeros for a day outside the solar one."""
    if calendar == GREGORIAN:
        return day.year, day.month, day.day
    return to_jalali(day) if has_solar_date(day) else (0, 0, 0)


def whole_months(since: date, until: date, calendar: str) -> int:
    """Count the months that a span fills from first day to last, 0 where it cuts one."""
    if until == date.max:
        return 0
    year, month, first = parts(since, calendar)
    end_year, end_month, after = parts(until + _DAY, calendar)
    if first != 1 or after != 1:
        return 0
    return (end_year - year) * MONTHS_IN_YEAR + end_month - month


def months_from(calendar: str, year: int, month: int, count: int) -> tuple[date, date]:
    """Give the first and the last day of `count` whole months."""
    years, index = divmod(month - 1 + count, MONTHS_IN_YEAR)
    following = on(calendar, year + years, index + 1, 1, str(year))
    return on(calendar, year, month, 1, str(year)), following - _DAY


def _iso(value: str | None) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as fault:
        raise UserError(
            _("“{text}” is not a date; write it like 2025-11-20.").format(text=value)
        ) from fault
