"""The days on which the office works: its weekend and the official holidays."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from liaison.time import workdays

THURSDAY, FRIDAY = 3, 4
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class OfficeCalendar:
    """The office's weekend, by `date.weekday()`, and the holidays it knows of."""

    weekend: frozenset[int] = frozenset({THURSDAY, FRIDAY})
    holidays: frozenset[date] = frozenset()

    def is_closed(self, day: date) -> bool:
        """Tell whether the office does not work on `day`."""
        return workdays.is_closed(day, self.weekend, self.holidays)

    def due(self, start: date, days: int) -> date:
        """Return the day that is `days` working days after `start`."""
        return workdays.due(start, days, self.weekend, self.holidays)

    def working_days(self, after: date, until: date) -> int:
        """Count the working days after `after`, up to and with `until`; 0 where none is left."""
        return max(0, workdays.working_days_between(after, until, self.weekend, self.holidays))

    def working_days_back(self, before: date, until: date) -> int:
        """Count the working days before `before`, down to and with `until`; 0 where none is."""
        return max(0, self.working_days(until - _DAY, before - _DAY))

    def nearest(self, day: date) -> tuple[date, date]:
        """Return the last working day not after `day` and the first one not before it."""
        return workdays.nearest_open(day, self.weekend, self.holidays)
