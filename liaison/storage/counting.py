"""How many rows the tables have: what a copy and a conversion are compared by."""

from collections.abc import Mapping
from typing import Final

from liaison.storage.connection import Connection, scalar

_TABLES: Final = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    " AND name NOT LIKE 'search\\_%' ESCAPE '\\'"
)


def row_counts(connection: Connection, *without: str) -> Mapping[str, int]:
    """Return how many rows each table has, those of the search and those named `without` aside."""
    names = [row[0] for row in connection.execute(_TABLES).fetchall() if row[0] not in without]
    return {name: scalar(connection, f'SELECT count(*) FROM "{name}"') for name in names}  # noqa: S608 - names of our own tables
