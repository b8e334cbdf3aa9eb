"""One thing on a calendar."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal[
    "visit",
    "programme",
    "meeting",
    "event",
    "session",
    "reply",
    "follow_up",
    "checklist",
    "agreement",
    "holiday",
]
"""A `programme` item, a `session` of a network that is only computed, a `reply` to an invitation
that is due, the end of an `agreement`."""

_INEXACT: Final = frozenset({"month", "season", "year", "open"})
_LONGEST_BAR: Final = timedelta(days=31)
_OVER: Final = frozenset({"cancelled", "terminated", "renewed"})


@dataclass(frozen=True)
class Entry:
    """Something with a day, a stretch of days, or a month, season or year only.

    An end of an open span is None. `words` say a span; `side` is the direction of a visit, or who
    owes a follow-up; `about` is the title of the `visit` that an item is part of. A holiday of
    every year has no uid.
    """

    kind: Kind
    uid: str
    title: str
    first: date | None
    last: date | None
    precision: str = "day"
    words: str = ""
    starts: time | None = None
    ends: time | None = None
    state: str = ""
    side: str = ""
    about: str = ""
    visit: str = ""
    provisional: bool = False

    def touches(self, since: date, until: date) -> bool:
        """Tell whether its days and those from `since` to `until` overlap."""
        if self.first is None and self.last is None:
            return False
        return (self.first or date.min) <= until and (self.last or date.max) >= since

    @property
    def is_band(self) -> bool:
        """Whether no day can be named for it: it stands over its months, never on a day."""
        if self.precision in _INEXACT:
            return True
        if self.precision != "period" or self.first is None or self.last is None:
            return False
        return self.last - self.first > _LONGEST_BAR

    @property
    def is_over(self) -> bool:
        """Whether it will not take place, or does not stand any more."""
        return self.state in _OVER
