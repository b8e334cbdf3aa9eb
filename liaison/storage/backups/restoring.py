"""Putting a backup back: into a folder of its own, or in the place of a damaged archive."""

import json
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from liaison.errors import DamagedError
from liaison.i18n import _
from liaison.storage import chain, marker
from liaison.storage.attachments import Attachments
from liaison.storage.backups.making import Progress
from liaison.storage.backups.manifest import damaged
from liaison.storage.backups.shelf import Backup, Shelf
from liaison.storage.connection import connect, scalar
from liaison.storage.copying import new_folder
from liaison.storage.disk import copy_down, digest_of, sync_file, sync_folder
from liaison.storage.faults import disk_told, told
from liaison.storage.first_look import DATABASE
from liaison.storage.keys import KEYS
from liaison.storage.leading import administrators
from liaison.storage.place import ASIDE, FILES, Place
from liaison.storage.settings import PEOPLE

if TYPE_CHECKING:
    from liaison.storage.keys.keyring import Keyring

_UNFINISHED: Final = ".restoring"


def restore(
    shelf: Shelf,
    backup: Backup,
    folder: Path,
    progress: Progress = lambda *_: None,
) -> tuple[str, ...]:
    """Make an archive of a backup in a folder that is new or empty.

    Every byte is compared with what the manifest says before the folder gets its name. Returns
    the attached files, by name, that the backup lacks. Raises UserError where something is
    there already, StorageError where the copy of the database is damaged, or the folder lies on
    another computer.
    """
    Place(folder).refuse_network()
    refusal = _("{folder} is not empty; restore the backup into a new folder.")
    with (
        told(),
        disk_told(),
        new_folder(folder, _UNFINISHED, refusal.format(folder=folder)) as unfinished,
    ):
        _put_database(backup, unfinished / DATABASE, shelf.key)
        _put_keys(backup, unfinished)
        lacking = _bring_files(shelf, backup, unfinished / FILES, progress)
        _set_marker(unfinished, backup, shelf.key)
    return lacking


def put_back(
    place: Place,
    shelf: Shelf,
    backup: Backup,
    progress: Progress = lambda *_: None,
) -> Path:
    """Put a backup in the place of a damaged database; return the folder that now keeps that one.

    The caller holds the lock. Attached files stay where they are, and those that are gone come
    from the backup. So does the keyring, where nobody could lead the archive with the one there
    is; that one is kept too. Broken off anywhere, the next opening finds the old database or the
    new one.
    """
    aside = place.folder / datetime.now(UTC).strftime(ASIDE)
    with told(), disk_told():
        fresh = place.restored
        fresh.unlink(missing_ok=True)
        try:
            _put_database(backup, fresh, shelf.key)
            _bring_files(shelf, backup, place.files, progress)
            ring = _keys_wanted(place, backup, shelf.key)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
        aside.mkdir()
        if ring is not None:
            with suppress(FileNotFoundError):
                copy_down(place.keys, aside / KEYS)
            ring.write(place.folder)
        # The database goes first: without it the next opening takes the new one, and sets aside
        # what the old one left. A database without its log would lack its last changes.
        with suppress(FileNotFoundError):
            place.database.replace(aside / place.database.name)
        place.finish_restoring()
        _set_marker(place.folder, backup, shelf.key)
        sync_folder(aside)
    return aside


def _put_database(backup: Backup, goal: Path, key: bytes | None) -> None:
    """Copy the database of a backup, and make it ready to be worked with once it is sound."""
    if not backup.is_there:
        raise damaged(backup.name)
    copy_down(backup.database, goal)
    if digest_of(goal) != backup.manifest.sha256:
        raise damaged(backup.name)
    with closing(connect(goal, "rw", key)) as connection:
        if scalar(connection, "PRAGMA quick_check(1)") != "ok":
            raise damaged(backup.name)
        connection.execute("PRAGMA journal_mode = WAL")
    sync_file(goal)


def _put_keys(backup: Backup, folder: Path) -> None:
    """Put the keyring of an encrypted archive beside its database."""
    if not backup.has_keys:
        raise damaged(backup.name)
    if backup.keys.exists():
        copy_down(backup.keys, folder / KEYS)


def _keys_wanted(place: Place, backup: Backup, key: bytes | None) -> "Keyring | None":
    """Return the keyring of the backup where it has to come along, None where it need not.

    The one there is may know new passphrases, and stays where one of its people can lead the
    archive as it was then.
    """
    if key is None:
        return None
    here, kept = _ring_in(place.folder), _ring_in(backup.folder)
    if here is None or kept is None:
        return kept
    leading = _leading(place.restored, key)
    can, could = ({each.officer for each in ring.people} for ring in (here, kept))
    return kept if could & leading and not can & leading else None


def _ring_in(folder: Path) -> "Keyring | None":
    """Return the keyring in a folder, None where there is none or none that is whole."""
    from liaison.storage.keys.keyring import Keyring  # only who has a key pays for its use

    with suppress(DamagedError):
        return Keyring.read(folder)
    return None


def _leading(database: Path, key: bytes) -> set[str]:
    """Return the uids of the administrators at work whom a database lets sign in."""
    with closing(connect(database, "immutable", key)) as connection:
        known = administrators(connection)
        stored = scalar(connection, "SELECT value FROM setting WHERE key = ?", (PEOPLE,))
    people = None if stored is None else json.loads(stored)
    return known & people.keys() if isinstance(people, dict) else known


def _bring_files(shelf: Shelf, backup: Backup, folder: Path, progress: Progress) -> tuple[str, ...]:
    """Bring the attached files that a folder has not; return those the backup has not either."""
    here, lacking = Attachments(folder, shelf.key), []
    folder.mkdir(exist_ok=True)
    names = sorted(backup.manifest.files)
    for done, name in enumerate(names):
        progress(done, len(names))
        path, source = here.named(name), shelf.files.named(name)
        if path.is_file() and here.is_whole(path):
            continue
        if not (source.is_file() and shelf.files.is_whole(source)):
            lacking.append(name)
            continue
        here.bring(source)
    progress(len(names), len(names))
    return tuple(lacking)


def _set_marker(folder: Path, backup: Backup, key: bytes | None) -> None:
    told = backup.manifest
    head = marker.HeadMarker(folder, chain.chain_key(key))
    try:
        head.set(chain.Head(told.head, bytes.fromhex(told.history)))
    finally:
        head.close()
