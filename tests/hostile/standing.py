"""What stands in an archive's folder, to be compared before and after."""

import hashlib
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from liaison.storage.connection import Connection, connect
from liaison.storage.disk import digest_of
from liaison.storage.first_look import DATABASE

_OF_THE_DATABASE = (f"{DATABASE}-shm", "archive.lock")
_BY_ROWS = (DATABASE, f"{DATABASE}-wal", "archive.head")


def standing(folder: Path, *, same_bytes: bool) -> dict[str, str]:
    """Return a digest of everything under `folder`, by name; the archive's database by its rows."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.name in _OF_THE_DATABASE or (not same_bytes and path.name in _BY_ROWS):
            continue
        if path.is_symlink() or not path.is_dir():
            found[name] = _said(path)
    if not same_bytes:
        found |= _rows(folder / "archive" / DATABASE)
    return found


def _said(path: Path) -> str:
    if not path.is_file():
        return "no file"
    kept = path.stat()
    # A hole of gigabytes says nothing, and takes its time to say so.
    return digest_of(path) if kept.st_blocks else f"a hole of {kept.st_size} bytes"


def _rows(database: Path) -> dict[str, str]:
    if not database.is_file():
        return {}
    try:
        with closing(connect(database, "ro")) as connection:
            return {table: _digest(connection, table) for table in _tables(connection)}
    except dbapi2.Error:
        return {database.name: digest_of(database)}


def _tables(connection: Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    return [str(row[0]) for row in connection.execute(query)]


def _digest(connection: Connection, table: str) -> str:
    rows = hashlib.sha256()
    for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - a table's own name
        rows.update(repr(row).encode("utf-8", "surrogatepass"))
    return rows.hexdigest()
