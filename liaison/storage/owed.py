"""Follow-ups in the order and under the headings of a list, however many there are.

Only numbers are read of what is far down; whole records only of what comes into sight.
"""

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.overdue import PERIOD, RESPONSIBLE, SOON, Group
from liaison.domain.rules.owed import Asked, Choice, Grouping, Sorting, end_of_week
from liaison.storage.archive import Archive
from liaison.storage.connection import Connection
from liaison.storage.first_look import OPEN
from liaison.storage.matching import matching

CANCELLED: Final = "cancelled"
"""The key of the heading of what was cancelled, where headings say how late things are."""
_NO_ONE: Final = " AND ".join(f"{key} IS NULL" for key in RESPONSIBLE)
_OURS: Final = "coalesce(owed_by, '') != 'theirs'"
_CHOSEN: Final[Mapping[Choice, str]] = {
    Choice.OPEN: OPEN,
    Choice.OVERDUE: f"{OPEN} AND due_on < :today",
    Choice.WEEK: f"{OPEN} AND due_on BETWEEN :today AND :friday",
    Choice.WAITING: f"{OPEN} AND state = 'waiting'",
    Choice.UNASSIGNED: f"{OPEN} AND {_OURS} AND {_NO_ONE}",
    Choice.THEIRS: f"{OPEN} AND owed_by = 'theirs'",
    Choice.LATELY: (f"deleted_at IS NULL AND ({OPEN} OR (state = 'done' AND done_on >= :since))"),
    Choice.FINISHED: "deleted_at IS NULL AND state IN ('done', 'cancelled')",
}
_AMONG: Final = "follow_up.id IN (SELECT value FROM json_each(:found))"
_GROUPS: Final = (*Group, CANCELLED)
_KEYS: Final[Mapping[Grouping, str]] = {
    Grouping.LATENESS: """CASE
        WHEN state = 'cancelled' THEN 'cancelled' WHEN state = 'done' THEN 'done'
        WHEN due_on < :today THEN 'overdue' WHEN state = 'waiting' THEN 'waiting'
        WHEN due_on IS NULL THEN 'undated' WHEN due_on <= :soon THEN 'soon' ELSE 'later' END""",
    Grouping.RESPONSIBLE: f"coalesce({', '.join(RESPONSIBLE)}, '')",
    Grouping.PARTNER: "coalesce(partner, '')",
    Grouping.ORIGIN: (
        "coalesce(meeting, article, statement, visit, relation, membership, proposal, '')"
    ),
    Grouping.STATE: "coalesce(state, 'open')",
}
_BY_DAY: Final = "due_on IS NULL, due_on, follow_up.id"
_ORDERS: Final[Mapping[Sorting, str]] = {
    Sorting.DUE: _BY_DAY,
    Sorting.PRIORITY: (
        "CASE priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'low' THEN 3 ELSE 2 END,"
        f" {_BY_DAY}"
    ),
    Sorting.TITLE: "(SELECT sort_{lang} FROM entry WHERE entry.id = follow_up.id), follow_up.id",
    Sorting.NEWEST: "follow_up.id DESC",
}
_STATES: Final = tuple(FollowUp.__table__.columns["state"].info["field"].kind.options)
_OPEN_ONES: Final = "follow_up INDEXED BY list_follow_up_owed"
"""Told outright: an index over all states would do as well by the planner's guess."""
_COUNTS: Final = f"""
    SELECT count(*), total(due_on < :today), total(due_on BETWEEN :today AND :friday),
           total(state = 'waiting'), total({_OURS} AND {_NO_ONE}), total(owed_by = 'theirs')
    FROM {{source}} WHERE {OPEN}"""  # noqa: S608 - constants of our own
_ALL: Final = "SELECT count(*) FROM entry WHERE type = 'follow_up' AND deleted = 0"
_LATELY: Final = """
    SELECT count(*) FROM follow_up
    WHERE deleted_at IS NULL AND state = 'done' AND done_on >= :since"""
_RANGE: Final = """
    SELECT (SELECT min(due_on) FROM follow_up WHERE deleted_at IS NULL),
           (SELECT max(due_on) FROM follow_up WHERE deleted_at IS NULL)"""
_SORTS: Final = "SELECT uid, sort_{lang} FROM entry WHERE uid IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True)
class Lot:
    """The follow-ups under one heading, as many as `count`, `late` of them overdue.

    `key` is that of a group or a state, or the uid of what they have in common, "" for none; the
    other side's promises are one lot of their own with no key.
    """

    key: str
    theirs: bool
    count: int
    late: int


@dataclass(frozen=True)
class Arrangement:
    """The numbers of the follow-ups of a list in its order, and the lots they fall into."""

    ids: "array[int]"
    lots: Sequence[Lot] = ()


def arrange(archive: Archive, asked: Asked, today: date, lang: str) -> Arrangement:
    """Put what is asked for in order, ours first; the other side's promises stand apart.

    By state both sides stand together: a board has one column for each.
    """
    bound = _bound(today)
    where = _CHOSEN[asked.choice]
    order = _ORDERS[asked.sorting].format(lang=lang)
    if asked.choice is Choice.FINISHED and asked.sorting is Sorting.DUE:
        order = "done_on DESC, follow_up.id DESC"
    with archive.reading() as connection:
        where = _narrowed(connection, asked, where, bound)
        apart = "0" if asked.grouping is Grouping.STATE else "owed_by IS 'theirs'"
        rows = connection.execute(
            f"SELECT {apart} AS theirs,"  # noqa: S608 - constants of our own
            f" CASE WHEN {apart} THEN '' ELSE {_KEYS[asked.grouping]} END AS key,"
            " due_on < :today AND coalesce(state, '') NOT IN ('done', 'cancelled'), follow_up.id"
            f" FROM {_source(archive, asked.choice)} WHERE {where} ORDER BY theirs, key, {order}",
            bound,
        ).fetchall()
        runs = [(key, list(run)) for key, run in groupby(rows, itemgetter(0, 1))]
        ranks = _ranks(connection, asked.grouping, [key for (_theirs, key), _run in runs], lang)
    runs.sort(key=lambda run: (run[0][0], ranks.get(run[0][1], (2, b""))))
    ids = array("q")
    lots = []
    for (theirs, key), run in runs:
        ids.extend([row[3] for row in run])
        lots.append(Lot(key, bool(theirs), len(run), sum(row[2] or 0 for row in run)))
    return Arrangement(ids, lots)


def counts(archive: Archive, today: date) -> dict[Choice, int]:
    """Return how many follow-ups each choice shows."""
    bound = _bound(today)
    with archive.reading() as connection:
        found = (
            connection.execute(_COUNTS.format(source=_source(archive)), bound).fetchone()
            or (0,) * 6
        )
        everything = _number(connection, _ALL, {})
        lately = _number(connection, _LATELY, bound)
    names = (
        Choice.OPEN,
        Choice.OVERDUE,
        Choice.WEEK,
        Choice.WAITING,
        Choice.UNASSIGNED,
        Choice.THEIRS,
    )
    counted = {name: int(count) for name, count in zip(names, found, strict=True)}
    counted[Choice.LATELY] = counted[Choice.OPEN] + lately
    counted[Choice.FINISHED] = everything - counted[Choice.OPEN]
    return counted


def due_between(
    archive: Archive, asked: Asked, today: date, since: date, until: date
) -> dict[date, list[int]]:
    """Return the numbers of what is asked for by the day it is due, from `since` to `until`."""
    bound = _bound(today) | {"first": since.isoformat(), "last": until.isoformat()}
    with archive.reading() as connection:
        where = _narrowed(connection, asked, _CHOSEN[asked.choice], bound)
        rows = connection.execute(
            f"SELECT due_on, id FROM {_source(archive, asked.choice)} WHERE {where}"  # noqa: S608 - constants of our own
            " AND due_on BETWEEN :first AND :last ORDER BY due_on, id",
            bound,
        ).fetchall()
    return {
        date.fromisoformat(day): [row[1] for row in run]
        for day, run in groupby(rows, itemgetter(0))
    }


def undated(archive: Archive, asked: Asked, today: date) -> int:
    """Return how many of what is asked for have no day to be done by."""
    bound = _bound(today)
    with archive.reading() as connection:
        where = _narrowed(connection, asked, _CHOSEN[asked.choice], bound)
        source = _source(archive, asked.choice)
        counted = f"SELECT count(*) FROM {source} WHERE {where} AND due_on IS NULL"  # noqa: S608 - constants of our own
        return _number(connection, counted, bound)


def due_range(archive: Archive) -> tuple[date, ...]:
    """Return the first and the last day anything is due, nothing where nothing is."""
    with archive.reading() as connection:
        found = connection.execute(_RANGE).fetchone() or ()
    return tuple(date.fromisoformat(each) for each in found if each)


def _source(archive: Archive, choice: Choice = Choice.OPEN) -> str:
    """Return the table with the index to read it by.

    An archive that can only be read may still have the indexes of an older program.
    """
    everything = {Choice.LATELY, Choice.FINISHED}
    return "follow_up" if archive.read_only or choice in everything else _OPEN_ONES


def _bound(today: date) -> dict[str, Any]:
    days = {
        "today": today,
        "soon": today + SOON,
        "friday": end_of_week(today),
        "since": today - PERIOD,
    }
    return {name: day.isoformat() for name, day in days.items()}


def _narrowed(connection: Connection, asked: Asked, where: str, bound: dict[str, Any]) -> str:
    """Return `where` narrowed to the words asked for."""
    found = matching(connection, asked.text, FollowUp.__tablename__) if asked.text else None
    if found is None:
        return where
    bound["found"] = json.dumps(found)
    return f"{where} AND {_AMONG}"


def _ranks(
    connection: Connection, grouping: Grouping, keys: Sequence[str], lang: str
) -> dict[str, tuple[int, Any]]:
    """Return what puts the headings in order: nobody and nothing first, then by the alphabet."""
    if grouping is Grouping.LATENESS:
        return {key: (0, rank) for rank, key in enumerate(_GROUPS)}
    if grouping is Grouping.STATE:
        return {key: (0, rank) for rank, key in enumerate(_STATES)}
    rows = connection.execute(_SORTS.format(lang=lang), (json.dumps(list(keys)),))
    ranks: dict[str, tuple[int, Any]] = {uid: (1, sort) for uid, sort in rows}
    return ranks | {"": (0, b"")}


def _number(connection: Connection, statement: str, bound: Mapping[str, Any]) -> int:
    row = connection.execute(statement, bound).fetchone()
    return int(row[0]) if row else 0
