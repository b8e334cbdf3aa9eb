"""What a record looked like after a change: its states, told from now back through its history."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, select

from liaison.domain.schema import Instant, RecordType, fields_of
from liaison.storage.connection import Connection
from liaison.storage.past import referred, titles_of
from liaison.storage.record_past import LAST, FieldChange, field_changes
from liaison.storage.statements import sql, table

NOW: Final = LAST
"""The state that stands, by the number of a change."""
_VERSIONS: Final = """
    SELECT change.id, at, author, label, kind FROM change
    WHERE id IN (SELECT change FROM history WHERE uid = :uid)
    ORDER BY id DESC LIMIT :limit"""
_LATER: Final = """
    SELECT action, before FROM history WHERE uid = ? AND change > ? ORDER BY id DESC"""

State = dict[str, Any]


@dataclass(frozen=True)
class Version:
    """A state of a record: the change it was made by."""

    number: int
    at: datetime
    author: str
    label: str
    kind: str


def versions(connection: Connection, uid: str, limit: int) -> list[Version]:
    """Return the changes of a record itself, the newest first, at most `limit`."""
    rows = connection.execute(_VERSIONS, {"uid": uid, "limit": limit}).fetchall()
    return [
        Version(number, Instant().load(at), author, label, kind)
        for number, at, author, label, kind in rows
    ]


def state_at(connection: Connection, record_type: RecordType, uid: str, number: int) -> State:
    """Return the stored values of a record after the change `number`; {} where there was none.

    What was told of it before the bin was emptied is forgotten, and counts as the same.
    """
    row = connection.execute(_stored(record_type), {"this_uid": uid}).fetchone()
    state: State = {} if row is None else dict(zip(fields_of(record_type), row, strict=True))
    for action, before in connection.execute(_LATER, (uid, number)).fetchall():
        match action:
            case "add":
                state = {}
            case "remove":
                state = json.loads(before) if before else {}
            case _ if before:
                state |= json.loads(before)
    declared = fields_of(record_type)
    return {key: value for key, value in state.items() if key in declared}


def compared(
    connection: Connection, record_type: RecordType, uid: str, older: int, newer: int, lang: str
) -> list[FieldChange]:
    """Return the fields in which two states of a record differ, in the order of its form."""
    old, new = (state_at(connection, record_type, uid, each) for each in (older, newer))
    keys = [key for key in fields_of(record_type) if old.get(key) != new.get(key)]
    uids = {each for state in (old, new) for each in referred(record_type, state)}
    titles = titles_of(connection, uids, lang)
    return list(field_changes(record_type, keys, old, new, titles, lang))


@cache
def _stored(record_type: RecordType) -> str:
    own = table(record_type)
    chosen = select(*(own.c[key] for key in fields_of(record_type)))
    return sql(chosen.where(own.c.uid == bindparam("this_uid")))
