"""Opening an archive: every check before anything is touched."""

from dataclasses import dataclass
from pathlib import Path

from liaison.errors import DamagedError, StorageError
from liaison.i18n import _
from liaison.storage import derived, entries, marker, search, version
from liaison.storage.connection import Connection, Mode, connect, scalar
from liaison.storage.creation import create
from liaison.storage.faults import DAMAGED, NOT_SOUND, READ_ONLY, disk_told, told
from liaison.storage.lock import FolderLock, Lock, NoLock
from liaison.storage.place import FILES, Place


@dataclass(frozen=True)
class Opened:
    """An archive that may be worked with, and how."""

    place: Place
    lock: Lock
    mode: Mode


def opened(folder: Path, key: bytes | None, *, make: bool, only_read: bool = False) -> Opened:
    """Find or make the archive in `folder`, and bring it up to this program's version.

    Who wants to `only_read` it reads alongside a window that has it open, instead of being refused.

    Raises StorageError, in a sentence, where there is none to be made, it is foreign, damaged,
    newer, incomplete, in use, or out of reach; its file is not touched then.
    """
    place = Place(folder)
    place.refuse_network()
    with told(), disk_told():
        present = _is_present(place, make=make)
        if present and key is None and place.database.exists():
            place.refuse_stranger()
        if not place.is_writable():
            return _readable(place, key)
        try:
            lock = FolderLock(folder)
        except StorageError:
            if only_read and present:
                return _alongside(place, key)
            raise
        try:
            place.finish_restoring()
            _prepare(place, key, present=present, was_left=lock.was_left)
        except BaseException:
            lock.release()
            raise
        return Opened(place, lock, "rw")


def _is_present(place: Place, *, make: bool) -> bool:
    """Tell whether there is an archive; raises StorageError where there is none to be made."""
    if place.database.exists() or place.restored.exists():
        return True
    if not make:
        raise StorageError(_("There is no archive in {folder}.").format(folder=place.folder))
    if place.folder.exists() and not place.folder.is_dir():
        raise StorageError(_("{folder} is not a folder.").format(folder=place.folder))
    place.folder.mkdir(parents=True, exist_ok=True)
    if not place.is_writable():
        raise StorageError(_(READ_ONLY))
    return False


def _readable(place: Place, key: bytes | None) -> Opened:
    """Open what can only be read; older tables stay as they are and cannot be shown."""
    mode: Mode = "ro" if _has_log(place) else "immutable"
    if _inspected(place, key, mode) != version.newest():
        raise StorageError(
            _(
                "The archive was made by an older version of Liaison and has to be converted,"
                " which its write-protected folder does not allow."
            )
        )
    return Opened(place, NoLock(), mode)


def _alongside(place: Place, key: bytes | None) -> Opened:
    """Open beside a window that writes: each reading sees one state that the window left whole."""
    connection = connect(place.database, "ro", key)
    try:
        version.version_of(connection)
    finally:
        connection.close()
    return Opened(place, NoLock(), "ro")


def _has_log(place: Place) -> bool:
    return place.log.exists() and place.log.stat().st_size > 0


def _prepare(place: Place, key: bytes | None, *, present: bool, was_left: bool) -> None:
    if not present:
        marker.refuse_loss(place.folder, 0)
        create(place, key)
        (place.folder / FILES).mkdir(exist_ok=True)
        return
    mode: Mode = "ro" if _has_log(place) else "immutable"
    found = _inspected(place, key, mode)
    if was_left or _has_log(place):  # whoever closes an archive leaves no log: it may be another's
        _look_through(place, key)
    if found != version.newest():
        from liaison.storage.migrations.upgrade import upgrade  # Alembic is loaded for this alone

        upgrade(place, key)
    connection = connect(place.database, "rw", key)
    try:
        _bring_up_to_date(connection)
    finally:
        connection.close()


def _inspected(place: Place, key: bytes | None, mode: Mode) -> str:
    """Return the version of the tables, once all of an archive was found to be there."""
    connection = connect(place.database, mode, key)
    try:
        found = version.version_of(connection)
        marker.refuse_loss(place.folder, marker.last_change(connection))
        return found
    finally:
        connection.close()


def _look_through(place: Place, key: bytes | None) -> None:
    """Raise DamagedError where a database that nobody closed is not sound with its log."""
    connection = connect(place.database, "ro", key)
    try:
        found = scalar(connection, "PRAGMA quick_check(1)")
    finally:
        connection.close()
    if found != "ok":
        raise DamagedError(_(DAMAGED).format(reason=_(NOT_SOUND)))


def _bring_up_to_date(connection: Connection) -> None:
    """Make anew what follows from declarations that changed since the archive was open last."""
    connection.execute("BEGIN IMMEDIATE")
    if not derived.is_current(connection):
        derived.drop(connection)
        derived.create(connection)
    if not entries.is_current(connection):
        entries.rebuild(connection)
        search.rebuild(connection)
    elif not search.is_current(connection):
        search.rebuild(connection)
    connection.execute("COMMIT")
