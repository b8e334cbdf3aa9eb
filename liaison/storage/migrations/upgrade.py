"""Bringing an archive to this program's tables: all of the way, or not a step."""

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from sqlalchemy import Connection as AlchemyConnection

from liaison.errors import StorageError
from liaison.i18n import _
from liaison.storage import chain, derived, entries, search, version
from liaison.storage.change import Change
from liaison.storage.connection import Connection, connect, driver, scalar, single
from liaison.storage.counting import row_counts
from liaison.storage.disk import sync_folder
from liaison.storage.migrations.environment import configuration
from liaison.storage.place import Place

BACKUPS = "backups"
_WRITTEN = ("change", "alembic_version")
"""Tables that a migration itself writes to."""


def upgrade(place: Place, key: bytes | None) -> None:
    """Migrate the database, after a verified copy of it was put beside it.

    One transaction holds all of it: the migrations, a comparison of row counts, a check of all
    references, and triggers, indexes and titles made anew. Raises StorageError where anything does
    not come out even; the archive is then as it was.
    """
    engine = single(place.database, "rw", key)
    with engine.connect() as connection:
        own = driver(connection)
        copy_before(place, own, key)
        # Rebuilding a table drops the old one, which deletes what refers to it while keys hold.
        own.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():  # known to Alembic, which would commit each step by itself
            own.execute("BEGIN IMMEDIATE")
            _migrate(connection, own, chain.chain_key(key))


def _migrate(connection: AlchemyConnection, own: Connection, key: chain.ChainKey) -> None:
    before, start = row_counts(own, *_WRITTEN), version.version_of(own)
    derived.drop(own)
    with _quiet():
        command.upgrade(configuration(connection), "head")
    after = row_counts(own, *_WRITTEN)
    lost = [name for name, count in before.items() if after.get(name, count) != count]
    if lost or own.execute("PRAGMA foreign_key_check").fetchone():
        raise StorageError(
            _("The archive could not be converted without loss, so it was left as it was.")
        )
    derived.create(own)
    label = _("Converted from version {before} to {after}").format(
        before=start, after=version.newest()
    )
    end = chain.head(own)
    change = Change.begun(own, label, "", "migration")
    own.execute("DELETE FROM writing")
    if start < chain.SINCE:
        chain.relink(own, key)
    else:
        chain.append(own, key, change.number, end)
    entries.rebuild(own)
    search.rebuild(own)


def copy_before(place: Place, connection: Connection, key: bytes | None) -> Path:
    """Copy the database as it stands and return the copy's path; raises StorageError if unsound."""
    folder = place.folder / BACKUPS
    folder.mkdir(exist_ok=True)
    path = _unused(folder, f"archive-before-{version.newest()}")
    with _whole(path), closing(connect(path, "rwc", key)) as copy:
        connection.backup(copy)
        sound = scalar(copy, "PRAGMA quick_check") == "ok"
        if not sound or row_counts(copy, *_WRITTEN) != row_counts(connection, *_WRITTEN):
            raise StorageError(
                _("The archive is damaged, so it was not converted. Use a backup of it.")
            )
    sync_folder(folder)
    return path


@contextmanager
def _whole(path: Path) -> Iterator[None]:
    """Leave no half of a copy: it would take the room of the next one."""
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _unused(folder: Path, stem: str) -> Path:
    number, path = 1, folder / f"{stem}.db"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the migrations from talking on the terminal of whoever opens an archive."""
    logger = logging.getLogger("alembic")
    was, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = was
