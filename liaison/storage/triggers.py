"""The triggers that write history, and keep it and what left the print room as they were.

They stand in the database itself, so nothing that reaches a row passes them by, and a write
outside a change is refused.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Table

from liaison.storage.tables import CHANGE, HISTORY, ISSUED_PRINT, recorded_tables, table_of

PREFIX: Final = "history_"

_WRITING: Final = "coalesce((SELECT change FROM writing), RAISE(ABORT, 'write outside a change'))"
_RECORD: Final = (
    f"INSERT INTO history(change, salt, type, uid, action, before, after) VALUES ({_WRITING}, "  # noqa: S608 - constants
    "randomblob(16), "
)
# Bins are left and entered by one column; other tables have no bin.
_MOVE: Final = (
    "CASE WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL THEN 'delete'"
    " WHEN OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NULL THEN 'restore'"
    " ELSE 'update' END"
)


_KEPT: Final = (
    f'CREATE TRIGGER "{PREFIX}{ISSUED_PRINT.name}_{{0}}" BEFORE {{0}} ON "{ISSUED_PRINT.name}"'
    " BEGIN SELECT RAISE(ABORT, 'what left the print room is never changed'); END"
)
# The past stays as it is, but that a purge may empty what a row told.
_PAST: Final = (
    f'CREATE TRIGGER "{PREFIX}{{0}}_{{1}}" BEFORE {{1}} ON {{0}}{{2}}'
    " BEGIN SELECT RAISE(ABORT, 'what was done is never changed'); END"
)
_EMPTIED: Final = (
    "EXISTS(SELECT 1 FROM writing JOIN change ON change.id = writing.change WHERE kind = 'purge')"
    " AND NEW.salt IS NULL AND NEW.before IS NULL AND NEW.after IS NULL"
    " AND NEW.id IS OLD.id AND NEW.change IS OLD.change"
    " AND NEW.type IS OLD.type AND NEW.uid IS OLD.uid AND NEW.action IS OLD.action"
)


def recorded_columns(table: Table) -> list[str]:
    """Return the columns a history row keeps: all but those derived from others."""
    return [column.key for column in table.columns if not column.info.get("derived")]


def trigger_statements() -> Iterator[str]:
    """Yield the statements that make all triggers."""
    for name, key in recorded_tables().items():
        columns = recorded_columns(table_of(name))
        yield _trigger(
            name, "add", "INSERT", f"'{name}', NEW.{key}, 'add', NULL, {_whole('NEW', columns)}"
        )
        yield _trigger(
            name,
            "remove",
            "DELETE",
            f"'{name}', OLD.{key}, 'remove', {_whole('OLD', columns)}, NULL",
        )
        action = _MOVE if "deleted_at" in columns else "'update'"
        differing = " OR ".join(f'OLD."{each}" IS NOT NEW."{each}"' for each in columns)
        yield _trigger(
            name,
            "update",
            "UPDATE",
            f"'{name}', NEW.{key}, {action}, {_part('was', columns)}, {_part('now', columns)}",
            f" WHEN {differing}",
        )
    for event in ("UPDATE", "DELETE"):
        yield _KEPT.format(event)
        yield _PAST.format(CHANGE.name, event, "")
    yield _PAST.format(HISTORY.name, "UPDATE", f" WHEN NOT ({_EMPTIED})")
    yield _PAST.format(HISTORY.name, "DELETE", "")


def _trigger(table: str, what: str, event: str, values: str, condition: str = "") -> str:
    return (
        f'CREATE TRIGGER "{PREFIX}{table}_{what}" AFTER {event} ON "{table}"{condition}'
        f" BEGIN {_RECORD}{values}); END"
    )


def _whole(row: str, columns: Sequence[str]) -> str:
    pairs = ", ".join(f"'{each}', {row}.\"{each}\"" for each in columns)
    return f"json_object({pairs})"


def _part(side: str, columns: Sequence[str]) -> str:
    """Return the object of those columns that differ between the old row and the new one."""
    rows = " UNION ALL ".join(
        f'SELECT \'{each}\' AS name, OLD."{each}" AS was, NEW."{each}" AS now' for each in columns
    )
    return f"(SELECT json_group_object(name, {side}) FROM ({rows}) WHERE was IS NOT now)"  # noqa: S608 - names of our own columns
