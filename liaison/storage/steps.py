"""Steps back and forth: undo and redo are changes of their own, made from the history."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from liaison.domain.records import by_name
from liaison.domain.schema import Instant, RecordType, fields_of, sort_keys
from liaison.storage import statements
from liaison.storage.change import WRITE_SETTING, Change
from liaison.storage.connection import Connection
from liaison.storage.tables import SETTING


class Step(NamedTuple):
    """A change that can be taken back, or done again: what it was, who did it, and when."""

    number: int
    label: str
    author: str
    at: datetime


# Nothing before a purge or a migration can be taken back: its rows are gone, or have other columns.
_BARRIER: Final = "coalesce((SELECT max(id) FROM change WHERE kind IN ('purge', 'migration')), 0)"
_LAST_MOVE: Final = "(SELECT kind FROM change WHERE undoes = done.id ORDER BY id DESC LIMIT 1)"
# An undo does not change whether another step can be undone, so the next ones are known before.
_UNDOABLE: Final = f"""
    SELECT id, label, author, at FROM change AS done WHERE kind = 'change' AND id > {_BARRIER}
    AND coalesce({_LAST_MOVE}, 'redo') = 'redo' ORDER BY id DESC LIMIT ?"""  # noqa: S608 - constants
# What was taken back can be done again until something new is done.
_REDOABLE: Final = f"""
    SELECT DISTINCT done.id, done.label, done.author, done.at
    FROM change AS step JOIN change AS done ON done.id = step.undoes
    WHERE step.kind = 'undo'
    AND step.id > max(coalesce((SELECT max(id) FROM change WHERE kind = 'change'), 0), {_BARRIER})
    AND {_LAST_MOVE} = 'undo' ORDER BY done.id LIMIT ?"""  # noqa: S608 - constants
_DONE_LAST_BY: Final = """
    SELECT max(id) FROM change WHERE id = :step OR (undoes = :step AND kind = :kind)"""
_ROWS: Final = "SELECT type, uid, before, after FROM history WHERE change = ? ORDER BY id DESC"
_MOVED: Final = {"version", "updated_at", "deleted_at"}
_KEPT: Final = {"version", "updated_at"}
"""Columns that tell of writing itself, and go on counting when a change is taken back."""


def undoable(connection: Connection, limit: int = 1) -> list[Step]:
    """Return what as many undos would take back, at most `limit`, in their order."""
    return _steps(connection, _UNDOABLE, limit)


def redoable(connection: Connection, limit: int = 1) -> list[Step]:
    """Return what as many redos would do again, at most `limit`, in their order."""
    return _steps(connection, _REDOABLE, limit)


def _steps(connection: Connection, statement: str, limit: int) -> list[Step]:
    rows = connection.execute(statement, (limit,)).fetchall()
    return [Step(number, label, author, Instant().load(at)) for number, label, author, at in rows]


def reverse(change: Change, step: int, kind: str) -> None:
    """Write the opposite of what the change `step` did last: its own rows, or its `kind` rows.

    `kind` is "redo" when undoing, as a redo may have done the step again, and "undo" when redoing.
    """
    connection = change.connection
    given = {"step": step, "kind": kind}
    number = connection.execute(_DONE_LAST_BY, given).fetchone()
    for name, uid, before, after in connection.execute(_ROWS, number or ()).fetchall():
        old, new = (json.loads(each) if each else {} for each in (before, after))
        if name == SETTING.name:
            change.permit_setting(uid)
            _reverse_setting(connection, uid, old)
        elif not old:
            change.permit(name)
            table = statements.table(by_name(name))
            connection.execute(statements.removal(table), {"this_uid": uid})
        elif not new:
            change.permit(name)
            _bring_back(change, by_name(name), old)
        else:
            change.permit(name, old.keys() - _MOVED)
            _set_back(change, by_name(name), uid, old)


def _bring_back(change: Change, record_type: RecordType, old: Mapping[str, Any]) -> None:
    """Insert a row that was removed."""
    table = statements.table(record_type)
    row = {**old, **_keys(record_type, old)}
    row |= {"version": old["version"] + 1, "updated_at": change.at}
    values = tuple(row.get(column.key) for column in table.columns)
    change.connection.execute(statements.insertion(table), values)


def _set_back(change: Change, record_type: RecordType, uid: str, old: Mapping[str, Any]) -> None:
    """Give a row the values it had."""
    given = {key: value for key, value in old.items() if key not in _KEPT}
    columns = {**given, **_keys(record_type, given)}
    statement = statements.version_of(statements.table(record_type))
    version = change.connection.execute(statement, {"this_uid": uid}).fetchall()[0][0]
    change.write(record_type, uid, version, columns)


def _keys(record_type: RecordType, stored: Mapping[str, Any]) -> dict[str, bytes | None]:
    """Return the sort keys of stored values; kinds that are sorted store what they load."""
    declared = fields_of(record_type)
    collated = {
        key: stored[key] for key in stored if key in declared and declared[key].kind.collated
    }
    return sort_keys(record_type, collated)


def _reverse_setting(connection: Connection, key: str, old: Mapping[str, Any]) -> None:
    if "value" in old:
        connection.execute(WRITE_SETTING, (key, old["value"]))
    else:
        connection.execute("DELETE FROM setting WHERE key = ?", (key,))
