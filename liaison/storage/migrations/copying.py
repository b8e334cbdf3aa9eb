"""The copy of an archive as it was before a migration."""

import shutil
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from liaison.errors import StorageError
from liaison.i18n import _
from liaison.storage import marker, version
from liaison.storage.connection import Connection, connect
from liaison.storage.copying import copied
from liaison.storage.counting import row_counts
from liaison.storage.disk import sync_folder
from liaison.storage.faults import told
from liaison.storage.first_look import DATABASE
from liaison.storage.place import BACKUPS, Place

# A folder so called is removed by the next backup too.
_UNFINISHED: Final = ".unfinished-before-{version}"


@dataclass(frozen=True)
class _State:
    """What two copies of the same moment have in common."""

    tables: str
    head: int
    counts: Mapping[str, int]


def copy_before(place: Place, connection: Connection, key: bytes | None) -> Path:
    """Copy the database as it stands and return the copy's path; raises StorageError if unsound.

    The copy gets its name once it is whole and on the disk, and nothing is left of one that was
    broken off. It takes the place of an earlier one of the very same state: what cannot be
    converted is tried at every opening, and must not fill the disk with copies.
    """
    folder = place.folder / BACKUPS
    unfinished = folder / _UNFINISHED.format(version=version.newest())
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        refusal = _("The archive is damaged, so it was not converted. Use a backup of it.")
        state = copied(connection, unfinished / DATABASE, key, _state, refusal)
        path = _name_for(state, folder, key)
        (unfinished / DATABASE).replace(path)
        sync_folder(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return path


def _state(connection: Connection) -> _State:
    return _State(
        version.version_of(connection), marker.last_change(connection), row_counts(connection)
    )


def _name_for(state: _State, folder: Path, key: bytes | None) -> Path:
    """Return the first name that is free, or that of an earlier copy of the same state."""
    stem = f"archive-before-{version.newest()}"
    number, path = 1, folder / f"{stem}.db"
    while path.exists() and not _is_of(state, path, key):
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


def _is_of(state: _State, path: Path, key: bytes | None) -> bool:
    with suppress(StorageError), told(), closing(connect(path, "immutable", key)) as copy:
        return _state(copy) == state
    return False
