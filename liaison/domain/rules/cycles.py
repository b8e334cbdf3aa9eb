"""When a body meets next: windows computed from the last session and its cycle, never a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from liaison.domain.rules.facts import Facts
from liaison.time import jalali
from liaison.time.names import GREGORIAN, SOLAR
from liaison.time.span import Span
from liaison.time.span_days import months_from, parts, whole_months

_Event = TypeVar("_Event", bound=Facts)
MONTHS_AHEAD: Final = (1, 3, 9)
"""How many months before a session one is warned of it, the nearest first."""
_MOST: Final = 12
"""Months of a window; a longer one tells nothing."""


@dataclass(frozen=True)
class Session:
    """A session to come: its window, and its event; of a computed one, the last event before it.

    One is warned of what is `statutory`: what comes back every few years.
    """

    window: Span
    event: Facts
    computed: bool = False
    statutory: bool = False

    @property
    def begins(self) -> date:
        """The first day on which it may take place."""
        return self.window.since or date.max

    @property
    def estimated(self) -> bool:
        """Whether its window is computed, as nobody wrote down yet when it takes place."""
        return self.computed or _last_day(self.event) is None

    @property
    def represented(self) -> bool:
        """Whether somebody is named to represent us there; nobody can be before it is recorded."""
        return not self.computed and bool(self.event.get("representative"))


@dataclass(frozen=True)
class Warned:
    """A warning of a session of a membership: 9, 3 or 1 months before its window begins."""

    membership: str
    begins: date
    months: int

    @property
    def key(self) -> str:
        """The name under which the reminder is acknowledged; another window makes it another one.

        It is the same before the session is recorded and after.
        """
        return f"session/{self.membership}/{self.months}/{self.begins.isoformat()}"


def moved(when: Span, years: int) -> Span | None:
    """Return the window `years` after `when`: a season stays a season, a day becomes its month.

    None where it is not known when that was, or only within more than a year.
    """
    if when.since is None or when.until is None:
        return None
    whole = (each for each in (SOLAR, GREGORIAN) if whole_months(when.since, when.until, each))
    calendar = next(whole, SOLAR)
    year, month, _day = parts(when.since, calendar)
    last_year, last_month, _last = parts(when.until, calendar)
    length = (last_year - year) * 12 + last_month - month + 1
    if not year or length > _MOST:
        return None
    return Span(*months_from(calendar, year + years, month, length))


def awaited(last: Facts, today: date) -> Span | None:
    """Return the first window of the cycle of a session that was held which is not past."""
    when, years = last.get("when"), last.get("recurs_every_years")
    if when is None or not years or when.until is None or _is_ahead(when, today):
        return None
    rounds = (today.year - when.until.year) // years
    # One round less: a day in winter becomes a month that ends in the year after.
    for count in range(max(1, rounds - 1), max(1, rounds) + 2):
        window = moved(when, years * count)
        if window is None:
            return None
        if window.until and window.until >= today:
            return window
    return None


def to_come(events: Iterable[Facts], today: date) -> list[Session]:
    """Return the sessions to come of one body or its sections, the nearest first.

    Those that are recorded, and of every series that comes back the next one that is not. One
    that is recorded without a day stands in the window that is computed for it.
    """
    known = list(events)
    found = [
        Session(when, each, statutory=_is_statutory(each, known))
        for each in known
        if (when := each.get("when")) is not None and _is_ahead(when, today)
    ]
    series = _Series(known)
    for each in known:
        if series.ends_with(each) and (window := awaited(each, today)) is not None:
            begun = _begun_after(each, known)
            found.append(Session(window, begun or each, begun is None, statutory=True))
    return sorted(found, key=lambda each: (each.begins, each.computed, each.event.uid))


def warned(
    membership: str, sessions: Iterable[Session], today: date
) -> Iterator[tuple[Warned, Session]]:
    """Yield the warnings due on `today`, each with the statutory session it warns of.

    It ends on the day its window begins.
    """
    for each in sessions:
        if each.statutory and today < each.begins < date.max:
            due = (m for m in MONTHS_AHEAD if today >= jalali.add_months(each.begins, -m))
            months = next(due, None)
            if months is not None:
                yield Warned(membership, each.begins, months), each


def held(
    events: Iterable[_Event], today: date, since: date | None = None, until: date | None = None
) -> list[_Event]:
    """Return the sessions held by `today`, the newest first; none before `since` or after `until`.

    Of one whose day is not known it is known that it was held where our role there is recorded.
    """
    known = list(events)
    found = [each for each in known if each.get("our_role") and _last_day(each) is None]
    dated = [
        each
        for each in known
        if (day := _last_day(each)) is not None
        and day < today
        and (since is None or day >= since)
        and (until is None or (_first_day(each) or day) <= until)
    ]
    dated.sort(key=lambda each: _last_day(each) or date.min, reverse=True)
    return [*dated, *found]


def undated(events: Iterable[_Event], today: date) -> list[_Event]:
    """Return the sessions of which it is not known whether they were held: «تا ۱۴۰۶» is one."""
    return [
        each
        for each in events
        if _is_open(each)
        or (_first_day(each) is None and (day := _last_day(each)) is not None and day >= today)
    ]


def attended(session: Facts) -> bool:
    """Tell whether we took part in a session; where nothing is recorded we did not."""
    return session.get("our_role") not in {None, "absent"}


def _is_ahead(when: Span, today: date) -> bool:
    return when.since is not None and (when.until or when.since) >= today


def _first_day(session: Facts) -> date | None:
    when = session.get("when")
    return when.since if when is not None else None


def _last_day(session: Facts) -> date | None:
    when = session.get("when")
    return (when.until or when.since) if when is not None else None


class _Series:
    """Which of some sessions are the last of what comes back every few years.

    It looks at each once: a body may have met hundreds of times.
    """

    def __init__(self, known: Iterable[Facts]) -> None:
        self._followed: set[str] = set()
        self._last: dict[tuple[object, ...], date] = {}
        for each in known:
            previous, day = each.get("previous"), _last_day(each)
            if previous and previous != each.uid and not _is_open(each):
                self._followed.add(previous)
            if day is not None:
                self._last[_sort(each)] = max(day, self._last.get(_sort(each), day))

    def ends_with(self, session: Facts) -> bool:
        """Tell whether a session comes back, and no later one of its series is recorded."""
        day = _last_day(session)
        if not session.get("recurs_every_years") or day is None:
            return False
        return session.uid not in self._followed and self._last[_sort(session)] <= day


def _sort(session: Facts) -> tuple[object, ...]:
    """Return what the sessions of a series have in common."""
    return tuple(map(session.get, ("organiser", "kind")))


def _is_statutory(session: Facts, known: Iterable[Facts]) -> bool:
    """Tell whether a session comes back every few years, or is the next of what does."""
    return bool(session.get("recurs_every_years")) or any(
        each.get("recurs_every_years") and _follows(session, each) for each in known
    )


def _begun_after(session: Facts, known: Iterable[Facts]) -> Facts | None:
    """Return the session after this one that is recorded, but not yet when it takes place."""
    found = (each for each in known if each.get("previous") == session.uid)
    return next((each for each in found if _is_open(each)), None)


def _is_open(session: Facts) -> bool:
    """Tell whether nobody knows of a session when it was, or that it was held."""
    return _last_day(session) is None and session.get("our_role") is None


def _follows(later: Facts, session: Facts) -> bool:
    if later.get("previous") == session.uid:
        return not _is_open(later)
    first, second = _last_day(session), _last_day(later)
    return (
        _sort(later) == _sort(session)
        and first is not None
        and second is not None
        and second > first
    )
