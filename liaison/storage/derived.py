"""What the database holds that follows from the declarations, and is made anew when they change.

Migrations carry tables and columns only. Triggers, indexes of lists and the search are taken away
before a migration and made again after it.
"""

from hashlib import sha256
from typing import Final

from liaison.storage import orders, search, triggers
from liaison.storage.connection import Connection, scalar

_STAMP: Final = "derived"
_NAMED: Final = "SELECT type, name FROM sqlite_master WHERE substr(name, 1, ?) = ?"


def _statements() -> list[str]:
    return [*triggers.trigger_statements(), *orders.index_statements()]


def _fingerprint() -> str:
    return sha256("\n".join(_statements()).encode()).hexdigest()


def is_current(connection: Connection) -> bool:
    """Tell whether triggers, indexes and search are those of this program."""
    made = scalar(connection, "SELECT value FROM stamp WHERE name = ?", (_STAMP,))
    return bool(made == _fingerprint()) and search.is_current(connection)


def drop(connection: Connection) -> None:
    """Take triggers and indexes of lists away, whatever version of the program made them."""
    for prefix in (triggers.PREFIX, orders.PREFIX):
        named = connection.execute(_NAMED, (len(prefix), prefix)).fetchall()
        for kind, name in named:
            if kind in ("trigger", "index"):
                connection.execute(f'DROP {kind} "{name}"')


def create(connection: Connection) -> None:
    """Make triggers and indexes of lists; they must not be there."""
    for statement in _statements():
        connection.execute(statement)
    connection.execute("REPLACE INTO stamp VALUES (?, ?)", (_STAMP, _fingerprint()))
