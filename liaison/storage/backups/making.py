"""Making a backup while the archive is at work, and a second one of it elsewhere."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from liaison.errors import StorageError
from liaison.i18n import _
from liaison.storage import chain, version
from liaison.storage.admission import refuse_keyless
from liaison.storage.attachments import Attachments
from liaison.storage.backups.manifest import Manifest, damaged
from liaison.storage.backups.shelf import Backup, Shelf
from liaison.storage.connection import Connection
from liaison.storage.copying import copied
from liaison.storage.counting import row_counts
from liaison.storage.disk import copy_down, digest_of, sync_folder
from liaison.storage.faults import disk_told, told
from liaison.storage.first_look import DATABASE
from liaison.storage.holding import spoken_of
from liaison.storage.keys import KEYS
from liaison.storage.soundness import refuse_altered
from liaison.storage.store import Store

Progress = Callable[[int, int], object]
"""Told how many of how many steps are done; whatever it raises breaks the work off."""


@dataclass(frozen=True)
class _State:
    """What a copy of a database has to have in common with what it was copied from."""

    tables: str
    head: chain.Head
    counts: Mapping[str, int]


def make(store: Store, shelf: Shelf, at: datetime, progress: Progress = lambda *_: None) -> Backup:
    """Copy an open archive as it stands, verify the copy, and only then call it a backup.

    Others go on reading and writing meanwhile. Raises StorageError where the archive is damaged or
    the disk refuses; what stood on the shelf before is untouched, and nothing is left of the try.
    """
    store.refuse_moved()  # or its place would get a new folder, in the way of its return
    files = Attachments(store.place.files, store.key)
    with told(), disk_told(), shelf.under_way(at) as folder:
        with store.reading_alone() as connection:
            refuse_altered(connection, store.place, store.key)
            refuse_keyless(connection, store.place.folder)
            state, spoken = _copied(connection, folder / DATABASE, store.key)
        names = {files.name_of(sha256) for sha256 in spoken}
        lacking = _take(files, shelf, names, progress, linked=True)
        _take_keys(store.place.keys, folder)
        _described(folder, at, state, shelf, names, lacking).write(folder)
    return shelf.made(at)


def copy_to(
    backup: Backup, source: Shelf, goal: Shelf, progress: Progress = lambda *_: None
) -> Backup:
    """Put a backup on another shelf, every byte of it compared with what its manifest says."""
    at = backup.manifest.made_at
    with told(), disk_told(), goal.under_way(at) as folder:
        if not (backup.is_there and backup.has_keys):
            raise damaged(backup.name)
        copy_down(backup.database, folder / DATABASE)
        if digest_of(folder / DATABASE) != backup.manifest.sha256:
            raise damaged(backup.name)
        if _take(source.files, goal, backup.manifest.files, progress, linked=False):
            raise damaged(backup.name)
        _take_keys(backup.keys, folder)
        backup.manifest.write(folder)
    return goal.made(at)


def _take_keys(keyring: Path, folder: Path) -> None:
    """Put the keyring of an encrypted archive with a backup, which nobody opens without it."""
    if keyring.exists():
        copy_down(keyring, folder / KEYS)
        sync_folder(folder)


def _state(connection: Connection) -> _State:
    return _State(version.version_of(connection), chain.head(connection), row_counts(connection))


def _copied(source: Connection, path: Path, key: bytes | None) -> tuple[_State, set[str]]:
    """Copy a database, and return its state and which files it speaks of."""
    refusal = _("The archive is damaged, so no backup was made of it; the older ones are kept.")
    state = copied(source, path, key, _state, refusal)
    try:
        return state, spoken_of(source)
    except (ValueError, KeyError, TypeError) as fault:  # what it says cannot be read
        raise StorageError(refusal) from fault


def _take(
    source: Attachments, shelf: Shelf, wanted: Iterable[str], progress: Progress, *, linked: bool
) -> tuple[str, ...]:
    """Take attached files in; return those that are whole neither where they come from nor here."""
    names, lacking = sorted(wanted), []
    for done, name in enumerate(names):
        progress(done, len(names))
        path = source.named(name)
        taken = path.is_file() and shelf.take(path, linked=linked)
        if not taken and not shelf.holds(name):
            lacking.append(name)
    progress(len(names), len(names))
    return tuple(lacking)


def _described(
    folder: Path,
    at: datetime,
    state: _State,
    shelf: Shelf,
    spoken: Iterable[str],
    lacking: Collection[str],
) -> Manifest:
    path, keys = folder / DATABASE, folder / KEYS
    files = {each: shelf.files.named(each).stat().st_size for each in spoken if each not in lacking}
    return Manifest(
        at,
        state.tables,
        state.head.number,
        state.counts,
        path.stat().st_size,
        digest_of(path),
        files,
        tuple(sorted(lacking)),
        state.head.digest.hex(),
        shelf.next_number(at),
        digest_of(keys) if keys.exists() else "",
    )
