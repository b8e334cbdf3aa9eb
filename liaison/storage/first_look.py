"""The first look at an archive: what the desk shows before anything heavy is loaded.

It goes through the database driver alone, on a connection of its own that cannot write, and says
nothing where there is nothing to read: whatever is wrong with an archive is told when it is opened.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from liaison.time.holidays import WEEKEND, fixed
from liaison.time.solar import to_jalali

DATABASE: Final = "archive.db"
WEEK: Final = timedelta(days=7)
EXPIRY: Final = timedelta(days=90)
"""How far ahead the desk counts visits and follow-ups, and agreements that end."""
_ROWS: Final = 5

_COUNTS: Final = (
    "SELECT type, count(*) FROM entry INDEXED BY list_entry_type WHERE deleted = 0 GROUP BY type"
)
_COMING: Final = """
    SELECT uid, title_fa, title_en, number, direction, starts_on, ends_on, stage
    FROM visit INDEXED BY list_calendar_visit
    WHERE deleted_at IS NULL
      AND max(coalesce(ends_on, starts_on), coalesce(starts_on, ends_on)) >= :today
      AND coalesce(ends_on, starts_on) >= :today
      AND coalesce(stage, '') NOT IN ('completed', 'closed', 'cancelled')
    ORDER BY starts_on LIMIT :rows"""
OPEN: Final = "deleted_at IS NULL AND coalesce(state, '') NOT IN ('done', 'cancelled')"
_WEEK_VISITS: Final = """
    SELECT count(*) FROM visit WHERE deleted_at IS NULL AND starts_on BETWEEN :today AND :week
      AND coalesce(stage, '') NOT IN ('completed', 'closed', 'cancelled')"""
# Told outright: an index over all days would do as well by the planner's guess, and is not read
# alone.
_BY_DAY: Final = f"follow_up INDEXED BY list_follow_up_open WHERE {OPEN} AND due_on"
_OVERDUE: Final = f"SELECT count(*) FROM {_BY_DAY} < :today"  # noqa: S608 - a constant
_DUE: Final = f"SELECT count(*) FROM {_BY_DAY} BETWEEN :today AND :week"  # noqa: S608 - a constant
ENDING: Final = """
    deleted_at IS NULL AND stage IN ('signed', 'in_force', 'renewed')
      AND coalesce(renewal, '') != 'evergreen'
      AND json_extract(valid_until, '$.until')"""
"""Agreements whose last day, compared with what follows, is one on which something ends."""
_EXPIRING: Final = f"SELECT count(*) FROM agreement WHERE {ENDING} BETWEEN :today AND :expiry"  # noqa: S608 - a constant
_URGENT: Final = """
    SELECT follow_up.uid, follow_up.title_fa, follow_up.title_en, due_on, state,
           officer.name_fa, officer.name_en
    FROM follow_up INDEXED BY list_follow_up_open
    LEFT JOIN officer ON officer.uid = follow_up.assignee
    WHERE follow_up.deleted_at IS NULL AND coalesce(state, '') NOT IN ('done', 'cancelled')
      AND due_on IS NOT NULL
    ORDER BY due_on LIMIT :rows"""
_HOLIDAYS: Final = "SELECT day FROM holiday WHERE deleted_at IS NULL"
_WEEKEND: Final = "SELECT value FROM setting WHERE key = 'weekend'"
_VIEWS: Final = "SELECT 1 FROM sqlite_master WHERE type = 'view'"
_YEARS_BACK: Final = 3


@dataclass(frozen=True)
class ComingVisit:
    """A visit that has not ended."""

    uid: str
    title_fa: str
    title_en: str
    number: str
    direction: str
    starts_on: date | None
    ends_on: date | None
    stage: str


@dataclass(frozen=True)
class DueFollowUp:
    """An open follow-up with a day on it, and the officer it lies with."""

    uid: str
    title_fa: str
    title_en: str
    due_on: date
    state: str
    officer_fa: str
    officer_en: str


@dataclass(frozen=True)
class FirstLook:
    """What the desk shows. `there` is false where no archive could be read."""

    there: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)
    visits_this_week: int = 0
    overdue: int = 0
    due_this_week: int = 0
    expiring: int = 0
    coming: tuple[ComingVisit, ...] = ()
    urgent: tuple[DueFollowUp, ...] = ()
    holidays: frozenset[date] = frozenset()
    weekend: frozenset[int] = WEEKEND


def first_look(folder: Path, today: date) -> FirstLook:
    """Return what the archive in `folder` holds for `today`; takes some milliseconds."""
    database = folder / DATABASE
    if not database.is_file():
        return FirstLook()
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped] # the driver has no types

    try:
        connection = dbapi2.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
    except dbapi2.Error:
        return FirstLook()
    try:
        return look_through(connection, today)
    except (dbapi2.Error, ValueError, TypeError):  # the last two for values that damage made
        return FirstLook()
    finally:
        connection.close()


def look_through(connection: Any, today: date) -> FirstLook:  # noqa: ANN401 - the driver has no types
    """Return what an archive holds for `today`, through a connection that is open to it."""
    days = {
        "today": today.isoformat(),
        "week": (today + WEEK).isoformat(),
        "expiry": (today + EXPIRY).isoformat(),
        "rows": _ROWS,
    }

    def rows(query: str) -> list[tuple[Any, ...]]:
        named = {name: value for name, value in days.items() if f":{name}" in query}
        return list(connection.execute(query, named))

    if rows(_VIEWS):  # there is none in an archive, and one might go on without end
        return FirstLook()
    return FirstLook(
        there=True,
        counts=dict(rows(_COUNTS)),
        visits_this_week=rows(_WEEK_VISITS)[0][0],
        overdue=rows(_OVERDUE)[0][0],
        due_this_week=rows(_DUE)[0][0],
        expiring=rows(_EXPIRING)[0][0],
        coming=tuple(_visit(row) for row in rows(_COMING)),
        urgent=tuple(_follow_up(row) for row in rows(_URGENT)),
        holidays=_fixed(today) | {date.fromisoformat(row[0]) for row in rows(_HOLIDAYS) if row[0]},
        weekend=_weekend(rows(_WEEKEND)),
    )


def _fixed(today: date) -> frozenset[date]:
    """Return the holidays of every year that `today` may be counted from."""
    year = to_jalali(today)[0]
    years = range(year - _YEARS_BACK, year + 2)
    return frozenset(day for each in years for day in fixed(each))


def _weekend(stored: list[tuple[Any, ...]]) -> frozenset[int]:
    """Return the weekend the office set, else the usual one."""
    days = json.loads(stored[0][0]) if stored else None
    return frozenset(days) if isinstance(days, list) else WEEKEND


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


def _visit(row: tuple[Any, ...]) -> ComingVisit:
    uid, title_fa, title_en, number, direction, starts_on, ends_on, stage = row
    return ComingVisit(
        uid,
        title_fa or "",
        title_en or "",
        number or "",
        direction or "",
        _day(starts_on),
        _day(ends_on),
        stage or "",
    )


def _follow_up(row: tuple[Any, ...]) -> DueFollowUp:
    uid, title_fa, title_en, due_on, state, officer_fa, officer_en = row
    return DueFollowUp(
        uid,
        title_fa or "",
        title_en or "",
        date.fromisoformat(due_on),
        state or "",
        officer_fa or "",
        officer_en or "",
    )
