"""Where one is in the calendar: a day, and the month, week or days around it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Self

from liaison.time import months
from ui.pages.calendar_words import View

EARLIEST, LATEST = date(1800, 1, 1), date(2250, 1, 1)
LISTED: Final = 30
"""How many days the list shows, and goes on by."""
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Place:
    """A day seen in one of the views; the list by day is `length` days long."""

    day: date
    view: View = View.MONTH
    length: int = LISTED

    def shown(self, lang: str) -> tuple[date, date]:
        """Return the first and the last day of the month, week or list."""
        match self.view:
            case View.MONTH:
                return months.month_of(self.day, lang)
            case View.WEEK:
                first = months.week_of(self.day)
                return first, first + _DAY * (months.WEEK - 1)
            case _:
                return self.day, self.day + _DAY * (self.length - 1)

    def read(self, lang: str) -> tuple[date, date]:
        """Return the days to be read: those shown, with the rest of the weeks of a month."""
        first, last = self.shown(lang)
        if self.view is View.MONTH:
            return months.week_of(first), months.week_of(last) + _DAY * (months.WEEK - 1)
        return first, last

    def at(self, day: date) -> Self:
        """Return the place on another day, within what the calendar knows."""
        return replace(self, day=min(max(day, EARLIEST), LATEST))

    def moved(self, days: int, later: int, lang: str) -> Self:
        """Return the place so many days and months later."""
        day = months.months_later(self.day, later, lang) if later else self.day
        return self.at(day + _DAY * days)

    def turned(self, ahead: int, lang: str) -> Self:
        """Return the place a month, a week or a list ahead, or back."""
        match self.view:
            case View.MONTH:
                return self.moved(0, ahead, lang)
            case View.WEEK:
                return self.moved(ahead * months.WEEK, 0, lang)
            case _:
                return self.moved(ahead * LISTED, 0, lang)
