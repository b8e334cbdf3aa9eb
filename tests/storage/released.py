"""Archives of released versions, unpacked: as they were, or encrypted with a key for tests."""

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from liaison.storage import chain, marker
from liaison.storage.attachments import Attachments
from liaison.storage.connection import APPLICATION_ID, connect, database_key
from liaison.storage.first_look import DATABASE
from liaison.storage.place import FILES
from liaison.storage.version import version_of

_FIXTURES: Final = Path(__file__).resolve().parent / "fixtures"
RELEASED: Final = sorted(each.stem for each in _FIXTURES.glob("[0-9]*.zip"))
"""The versions of the tables that an archive was kept of, the oldest first."""
KEY: Final = bytes(range(32))
_ROWS: Final = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    " AND name NOT LIKE 'search\\_%' ESCAPE '\\'"
)

Rows = dict[str, list[dict[str, Any]]]


def unpack(version: str, folder: Path) -> Path:
    """Unpack the archive of a version into `folder` and return that."""
    with ZipFile(_FIXTURES / f"{version}.zip") as container:
        container.extractall(folder)
    return folder


def encrypt(folder: Path, key: bytes) -> None:
    """Encrypt an unpacked archive, its tables as they are: the database, and attached files."""
    plain, keyed = folder / DATABASE, folder / "keyed.db"
    with closing(connect(plain, "rw")) as connection:
        secret = f"x'{database_key(key)}'"
        connection.execute("ATTACH ? AS keyed KEY ?", (str(keyed), secret))
        connection.execute("SELECT sqlcipher_export('keyed')")
        connection.execute(f"PRAGMA keyed.application_id = {APPLICATION_ID}")
        connection.execute("DETACH keyed")
    keyed.replace(plain)
    with closing(connect(plain, "rw", key)) as connection:
        if str(version_of(connection)) >= chain.SINCE:
            chain.relink(connection, chain.chain_key(key))  # as converting does
        connection.execute("PRAGMA journal_mode = WAL")
    (folder / marker.NAME).unlink(missing_ok=True)  # sealed without the key
    in_sight = (folder / FILES).rename(folder / "in sight")
    for each in Attachments(in_sight).contents():
        Attachments(folder / FILES, key).store(each)
    shutil.rmtree(in_sight)


def rows_of(database: Path, key: bytes | None = None) -> Rows:
    """Return every row of every table, those of the search aside, whatever the version."""
    with closing(connect(database, "rw", key)) as connection:
        found: Rows = {}
        for (name,) in connection.execute(_ROWS).fetchall():
            told = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            columns = [row[1] for row in told]
            rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()  # noqa: S608 - names of our own tables
            found[name] = [dict(zip(columns, row, strict=True)) for row in rows]
        return found
