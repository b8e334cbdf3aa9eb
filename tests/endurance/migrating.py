"""Killing the opening of an archive of the oldest released version, while it is converted."""

import shutil
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from uuid6 import uuid7

from liaison.errors import StorageError
from liaison.storage import faults, version
from liaison.storage.archive import Archive
from liaison.storage.connection import Connection, connect, scalar
from tests.endurance.deeds import READY, Tell
from tests.storage.released import RELEASED, Rows, rows_of, unpack

_DONE: Final = "converted"
_RECORDS: Final = 1500
"""How many records of each of two types are added; each adds a row of history too."""
_SCHEMA: Final = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
_NEWER: Final = {"alembic_version", "stamp"}
"""Tables whose rows a conversion replaces; to `change` it adds one."""


class Migrating:
    """The opening of an old archive, killed at any moment of it; it is wholly old or wholly new."""

    longest = 1.0

    def __init__(self) -> None:
        self._rows: Rows = {}
        self._schema: list[tuple[object, ...]] = []

    def prepare(self, folder: Path) -> None:
        """Begin with the oldest archive, enlarged, and see how long its conversion takes."""
        kept = unpack(RELEASED[0], folder / "kept")
        _enlarge(kept / "archive.db")
        self._rows = rows_of(kept / "archive.db")
        self._schema = _schema(kept / "archive.db")
        trial = shutil.copytree(kept, folder / "trial")
        began = time.perf_counter()
        Archive.open(trial, create=False).close()
        self.longest = time.perf_counter() - began
        shutil.rmtree(trial)
        shutil.copytree(kept, folder / "archive")

    def work(self, folder: Path, tell: Tell) -> None:
        """Open the archive, which converts it, and wait for the end."""
        tell(READY)
        Archive.open(folder / "archive", create=False)
        tell(_DONE)
        signal.pause()

    def faults(self, folder: Path, told: Sequence[str]) -> Iterator[str]:
        """Look at a copy of what is left; what is old still goes on to be killed again."""
        left = folder / "archive"
        yield from self._copies(left)
        looked = shutil.copytree(left, folder / "looked")
        rows = rows_of(looked / "archive.db")
        is_old = rows["alembic_version"] == self._rows["alembic_version"]
        if is_old:
            if rows != self._rows or _schema(looked / "archive.db") != self._schema:
                yield "the old version is not what it was"
            if _DONE in told:
                yield "a conversion that was acknowledged is gone"
        else:
            yield from self._converted(rows)
        yield from self._opened(looked)
        shutil.rmtree(looked)
        if not is_old:
            shutil.rmtree(left)
            shutil.copytree(folder / "kept", left)

    def _copies(self, folder: Path) -> Iterator[str]:
        """Compare every copy that has the name of one with what was before."""
        found = sorted(folder.glob("backups/*.db"))
        if len(found) > 1:
            yield f"copies heap up: {[each.name for each in found]}"
        for each in found:
            with suppress(StorageError), faults.told():
                if rows_of(each) == self._rows:
                    continue
            yield f"the copy {each.name} is not what was before"

    def _converted(self, rows: Rows) -> Iterator[str]:
        if rows["alembic_version"] != [{"version_num": version.newest()}]:
            yield f"a version between: {rows['alembic_version']}"
        for name in self._rows.keys() - _NEWER:
            known = self._rows[name]
            kept = [
                {column: row[column] for column in old}
                for old, row in zip(known, rows[name], strict=False)
            ]
            more = 1 if name == "change" else 0
            if kept != known or len(rows[name]) != len(known) + more:
                yield f"the rows of {name} are not what they were"

    def _opened(self, folder: Path) -> Iterator[str]:
        """Open what was left: whatever it was, it is whole and new afterwards, and works."""
        with Archive.open(folder, create=False) as archive:
            yield from (str(each) for each in archive.check())
            if len(archive.search("کمیاب")) != 1:
                yield "a word is not found"
        yield from self._converted(rows_of(folder / "archive.db"))
        yield from self._copies(folder)
        if [*folder.glob("backups/.unfinished*")]:
            yield "an unfinished copy stays"


def _enlarge(database: Path) -> None:
    """Add records the way the program of that day did: its triggers write their history."""
    with closing(connect(database, "rw")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        change = scalar(connection, "SELECT max(id) + 1 FROM change")
        at = "2026-11-28T08:00:00Z"
        connection.execute(
            "INSERT INTO change(id, at, author, label, kind) VALUES (?, ?, '', 'more', 'change')",
            (change, at),
        )
        connection.execute("INSERT INTO writing VALUES (?)", (change,))
        for table in ("partner", "follow_up"):
            _multiply(connection, table)
        connection.execute("DELETE FROM writing")
        connection.execute("COMMIT")


def _multiply(connection: Connection, table: str) -> None:
    """Add copies of a record, each with a number, a uid and a note of its own."""
    told = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    own = {"id", "uid", "notes"}
    columns = ", ".join(f'"{row[1]}"' for row in told if row[1] not in own)
    first = scalar(connection, "SELECT max(id) + 1 FROM entry")
    source = scalar(connection, f'SELECT min(id) FROM "{table}"')  # noqa: S608 - our own tables
    added = f'INSERT INTO "{table}"(id, uid, notes, {columns})'
    added += f' SELECT ?, ?, ?, {columns} FROM "{table}" WHERE id = ?'  # noqa: S608 - the same
    entered = (
        "INSERT INTO entry(id, uid, type, title_fa, title_en, sort_fa, sort_en)"
        " SELECT ?, ?, type, title_fa, title_en, sort_fa, sort_en FROM entry WHERE id = ?"
    )
    for number in range(first, first + _RECORDS):
        uid = str(uuid7())
        connection.execute(added, (number, uid, f"ردیف {number}", source))
        connection.execute(entered, (number, uid, source))


def _schema(database: Path) -> list[tuple[object, ...]]:
    with closing(connect(database, "ro")) as connection:
        return connection.execute(_SCHEMA).fetchall()
