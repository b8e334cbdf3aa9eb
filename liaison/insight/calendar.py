"""What a stretch of days holds: visits, meetings, events, what is due, and holidays."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from liaison.domain.schema import Instant
from liaison.insight.calendar_entry import Entry, Kind
from liaison.insight.calendar_statements import STATEMENTS
from liaison.storage.archive import Archive
from liaison.storage.working_days import weekend_of
from liaison.time import holidays, instant, jalali, span
from liaison.time.span import Span

_INSTANT: Final = Instant()
_MOMENT: Final = timedelta(seconds=1)


@dataclass(frozen=True)
class Days:
    """The days from `since` to `until`: what is on them, and on which weekdays nobody works."""

    since: date
    until: date
    entries: tuple[Entry, ...]
    weekend: frozenset[int]

    @property
    def holidays(self) -> Mapping[date, tuple[Entry, ...]]:
        """The holidays of each day that has any."""
        found: dict[date, tuple[Entry, ...]] = {}
        for each in self.entries:
            if each.kind == "holiday" and each.first:
                found[each.first] = (*found.get(each.first, ()), each)
        return found


def read_days(archive: Archive, since: date, until: date, lang: str) -> Days:
    """Return what touches the days from `since` to `until`, titles in `lang` where they have one.

    Follow-ups and items of checklists are there while they are open; what was cancelled says so.
    """
    bound = {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "begun": _INSTANT.store(datetime.combine(since, time.min, instant.zone())),
        "ended": _INSTANT.store(datetime.combine(until, time.max, instant.zone())),
    }
    found: list[Entry] = []
    with archive.reading() as connection:
        for kind, statement in STATEMENTS.items():
            named = {name: value for name, value in bound.items() if f":{name}" in statement}
            rows = connection.execute(statement, named)
            found += [_entry(kind, row, lang) for row in rows]
    found = _with_fixed(found, since, until, lang)
    kept = sorted((each for each in found if each.touches(since, until)), key=_order)
    return Days(since, until, tuple(kept), weekend_of(archive))


def _order(entry: Entry) -> tuple[date, int, time, str]:
    """Put holidays first, then what lasts the day, then what has a time."""
    rank = 0 if entry.kind == "holiday" else 1 if entry.starts is None else 2
    return entry.first or date.min, rank, entry.starts or time.min, entry.title


def _entry(kind: Kind, row: tuple[Any, ...], lang: str) -> Entry:
    uid, fa, en, about_fa, about_en, visit, state, side, *when = row
    first, second = (fa, en) if lang == "fa" else (en, fa)
    about, about_else = (about_fa, about_en) if lang == "fa" else (about_en, about_fa)
    return Entry(
        kind=kind,
        uid=uid,
        title=first or second or "",
        about=about or about_else or "",
        visit=visit or "",
        state=state or "",
        side=side or "",
        provisional=kind == "holiday" and bool(state),
        **_WHEN.get(kind, _on_days)(when, lang),
    )


def _on_days(when: list[Any], _lang: str) -> dict[str, Any]:
    """Read a first and a last day."""
    first, last = (date.fromisoformat(each) for each in when)
    return {"first": first, "last": max(first, last)}


def _at_instants(when: list[Any], _lang: str) -> dict[str, Any]:
    """Read two moments; what ends at midnight does not touch the next day."""
    first, last = (_INSTANT.load(each).astimezone(instant.zone()) for each in when)
    last = max(first, last)
    closing = last - _MOMENT if last > first else last
    return {
        "first": first.date(),
        "last": closing.date(),
        "starts": first.time(),
        "ends": last.time() if last > first else None,
    }


def _at_clock(when: list[Any], _lang: str) -> dict[str, Any]:
    """Read a day with two times of the clock, each of which may lack."""
    day = date.fromisoformat(when[0])
    starts, ends = (time.fromisoformat(each) if each else None for each in when[1:])
    return {"first": day, "last": day, "starts": starts, "ends": ends}


def _in_span(when: list[Any], lang: str) -> dict[str, Any]:
    """Read a span: its days, how exact it is, and its words."""
    stretch = Span.from_json(json.loads(when[0]))
    return {
        "first": stretch.since,
        "last": stretch.until,
        "precision": stretch.precision,
        "words": span.show(stretch, lang),
    }


_WHEN: Final[Mapping[Kind, Callable[[list[Any], str], dict[str, Any]]]] = {
    "meeting": _at_instants,
    "programme": _at_clock,
    "event": _in_span,
    "agreement": _in_span,
}


def _with_fixed(found: list[Entry], since: date, until: date, lang: str) -> list[Entry]:
    """Add the holidays of every year, except where a record says the same."""
    recorded = {(each.first, each.title) for each in found if each.kind == "holiday"}
    fixed = [
        each for each in _fixed(since, until, lang) if (each.first, each.title) not in recorded
    ]
    return found + fixed


def _fixed(since: date, until: date, lang: str) -> Iterator[Entry]:
    for year in range(jalali.to_jalali(since)[0], jalali.to_jalali(until)[0] + 1):
        for day, (fa, en) in holidays.fixed(year).items():
            title = fa if lang == "fa" else en
            yield Entry(kind="holiday", uid="", title=title, first=day, last=day)
