"""Making a new, empty archive."""

import os
from pathlib import Path
from typing import Final

from liaison.storage import derived, entries, search, version
from liaison.storage.connection import APPLICATION_ID, driver, single
from liaison.storage.disk import sync_folder
from liaison.storage.place import Place
from liaison.storage.tables import METADATA

_UNFINISHED: Final = ".new"


def create(place: Place, key: bytes | None) -> None:
    """Make the database of a new archive; raises the faults of driver and disk.

    It is built under another name and moved into place whole: there is never half an archive.
    """
    unfinished = place.database.with_suffix(_UNFINISHED)
    unfinished.unlink(missing_ok=True)
    try:
        _build(unfinished, key)
        os.replace(unfinished, place.database)  # noqa: PTH105 - os.replace says what it does
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(place.folder)


def _build(path: Path, key: bytes | None) -> None:
    engine = single(path, "rwc", key)
    with engine.connect() as connection:
        own = driver(connection)
        own.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        own.execute("BEGIN IMMEDIATE")
        for table in METADATA.tables.values():  # in any order: references are deferred
            table.create(connection, checkfirst=False)
        own.execute(f"CREATE TABLE {version.TABLE}(version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        own.execute("INSERT INTO alembic_version VALUES (?)", (version.newest(),))
        search.create(own)
        derived.create(own)
        entries.rebuild(own)
        own.execute("COMMIT")
        own.execute("PRAGMA journal_mode = WAL")
