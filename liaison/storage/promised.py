"""What is still open between us and each partner, counted by the database."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from liaison.storage.connection import Connection
from liaison.storage.first_look import OPEN

# Told outright: without statistics the planner may read the whole rows instead.
_OWED: Final = f"""
    SELECT coalesce(task.partner, relation.partner) AS whose, task.uid AS uid, due_on
    FROM (SELECT uid, partner, relation, due_on
          FROM follow_up INDEXED BY list_follow_up_owed WHERE {OPEN}) AS task
    LEFT JOIN relation ON task.partner IS NULL AND relation.uid = task.relation"""  # noqa: S608 - a constant
_COUNTED: Final = f"""
    SELECT whose, count(*), coalesce(sum(due_on < :today), 0) FROM ({_OWED})
    WHERE whose IS NOT NULL GROUP BY whose"""  # noqa: S608 - as above
_UIDS: Final = f"""
    SELECT uid FROM ({_OWED}) WHERE whose IN (SELECT value FROM json_each(:partners))"""  # noqa: S608 - as above


class Owed(NamedTuple):
    """How many follow-ups with a partner are open, and how many of them are past their day."""

    partner: str
    number: int
    overdue: int


def counted(connection: Connection, today: date) -> Iterator[Owed]:
    """Yield what is open with each partner, by its own follow-ups or those of its relations."""
    rows = connection.execute(_COUNTED, {"today": today.isoformat()})
    yield from map(Owed._make, rows)


def uids(connection: Connection, partners: Iterable[str]) -> frozenset[str]:
    """Return the follow-ups that `counted` counts for any of `partners`."""
    rows = connection.execute(_UIDS, {"partners": json.dumps(list(partners))})
    return frozenset(uid for (uid,) in rows)
