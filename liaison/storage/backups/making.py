"""Making a backup while the archive is at work, and a second one of it elsewhere."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from liaison.errors import StorageError
from liaison.i18n import _
from liaison.storage import marker, version
from liaison.storage.attachments import Attachments
from liaison.storage.backups.manifest import Manifest, damaged
from liaison.storage.backups.shelf import Backup, Shelf
from liaison.storage.connection import Connection, connect, scalar
from liaison.storage.counting import row_counts
from liaison.storage.disk import copy_down, digest_of, sync_file
from liaison.storage.faults import disk_told, told
from liaison.storage.first_look import DATABASE
from liaison.storage.holding import spoken_of
from liaison.storage.store import Store

Progress = Callable[[int, int], object]
"""Told how many of how many steps are done; whatever it raises breaks the work off."""


@dataclass(frozen=True)
class _State:
    """What a copy of a database has to have in common with what it was copied from."""

    tables: str
    head: int
    counts: Mapping[str, int]


def make(store: Store, shelf: Shelf, at: datetime, progress: Progress = lambda *_: None) -> Backup:
    """Copy an open archive as it stands, verify the copy, and only then call it a backup.

    Others go on reading and writing meanwhile. Raises StorageError where the archive is damaged or
    the disk refuses; what stood on the shelf before is untouched, and nothing is left of the try.
    """
    with told(), disk_told(), shelf.under_way(at) as folder:
        with store.reading_alone() as connection:
            wanted = _state(connection)
            spoken = _copied(connection, folder / DATABASE, store.key, wanted)
        lacking = _take(Attachments(store.place.files), shelf, spoken, progress, linked=True)
        _described(folder / DATABASE, at, wanted, shelf, spoken, lacking).write(folder)
    return shelf.made(at)


def copy_to(
    backup: Backup, source: Shelf, goal: Shelf, progress: Progress = lambda *_: None
) -> Backup:
    """Put a backup on another shelf, every byte of it compared with what its manifest says."""
    at = backup.manifest.made_at
    with told(), disk_told(), goal.under_way(at) as folder:
        if not backup.is_there:
            raise damaged(backup.name)
        copy_down(backup.database, folder / DATABASE)
        if digest_of(folder / DATABASE) != backup.manifest.sha256:
            raise damaged(backup.name)
        if _take(source.files, goal, backup.manifest.files, progress, linked=False):
            raise damaged(backup.name)
        backup.manifest.write(folder)
    return goal.made(at)


def _state(connection: Connection) -> _State:
    return _State(
        version.version_of(connection), marker.last_change(connection), row_counts(connection)
    )


def _copied(source: Connection, path: Path, key: bytes | None, wanted: _State) -> set[str]:
    """Copy a database, look the copy through, and return which files it speaks of."""
    with closing(connect(path, "rwc", key)) as copy:
        source.backup(copy)
        # One file holds all of it: a backup has no log beside it that could be lost.
        copy.execute("PRAGMA journal_mode = DELETE")
        if scalar(copy, "PRAGMA quick_check(1)") != "ok" or _state(copy) != wanted:
            raise StorageError(
                _("The archive is damaged, so no backup was made of it; the older ones are kept.")
            )
        spoken = spoken_of(copy)
    sync_file(path)
    return spoken


def _take(
    source: Attachments, shelf: Shelf, wanted: Iterable[str], progress: Progress, *, linked: bool
) -> tuple[str, ...]:
    """Take attached files in; return those that are missing or altered where they come from."""
    hashes, lacking = sorted(wanted), []
    for done, sha256 in enumerate(hashes):
        progress(done, len(hashes))
        path = source.path(sha256)
        if not path.is_file() or not shelf.take(path, sha256, linked=linked):
            lacking.append(sha256)
    progress(len(hashes), len(hashes))
    return tuple(lacking)


def _described(
    path: Path,
    at: datetime,
    state: _State,
    shelf: Shelf,
    spoken: Iterable[str],
    lacking: Collection[str],
) -> Manifest:
    files = {each: shelf.files.path(each).stat().st_size for each in spoken if each not in lacking}
    return Manifest(
        at,
        state.tables,
        state.head,
        state.counts,
        path.stat().st_size,
        digest_of(path),
        files,
        tuple(sorted(lacking)),
    )
