"""Opening an archive: every check before anything is touched."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2  # type: ignore[import-untyped] # the driver has no types

from liaison.errors import DamagedError, StorageError
from liaison.i18n import _
from liaison.storage import chain, derived, entries, marker, search, version
from liaison.storage.connection import Connection, Mode, connect, scalar
from liaison.storage.creation import create
from liaison.storage.faults import DAMAGED, READ_ONLY, UNSOUND, disk_told, told, words_told
from liaison.storage.lock import FolderLock, Lock, NoLock
from liaison.storage.page_sums import PageSums
from liaison.storage.place import FILES, Place
from liaison.storage.soundness import refuse_altered


@dataclass(frozen=True)
class Opened:
    """An archive that may be worked with, and how."""

    place: Place
    lock: Lock
    mode: Mode


def opened(
    folder: Path,
    key: bytes | None,
    *,
    make: bool,
    only_read: bool = False,
    lock: FolderLock | None = None,
) -> Opened:
    """Find or make the archive in `folder`, and bring it up to this program's version.

    Who wants to `only_read` it reads alongside a window that has it open, instead of being refused.
    Who holds the `lock` already hands it over.

    Raises StorageError, in a sentence, where there is none to be made, it is foreign, damaged,
    newer, incomplete, in use, or out of reach; its file is not touched then.
    """
    place = Place(folder)
    place.refuse_network()
    with told(), disk_told(), words_told():
        present = _is_present(place, make=make)
        if present:
            _refuse_closed(place, key)
        if not place.is_writable():
            return _readable(place, key)
        try:
            lock = lock or FolderLock(folder)
        except StorageError:
            if only_read and present:
                return _alongside(place, key)
            raise
        try:
            place.finish_restoring()
            if not present and place.database.exists():  # another process made it just now
                present = True
                _refuse_closed(place, key)
            with _blamed_on_damage(place, key):
                _prepare(place, key, present=present, was_left=lock.was_left)
        except BaseException:
            lock.release()
            raise
        return Opened(place, lock, "rw")


def _refuse_closed(place: Place, key: bytes | None) -> None:
    """Raise StorageError where it takes a key that is not given, or the file is a stranger's."""
    if key is None:
        place.refuse_locked()
        if place.database.exists():
            place.refuse_stranger()


@contextmanager
def _blamed_on_damage(place: Place, key: bytes | None) -> Iterator[None]:
    """Say that a database is damaged where that is why it does not do what it is asked."""
    try:
        yield
    except dbapi2.Error:
        mode = _only_looking(place)
        with suppress(dbapi2.Error), closing(connect(place.database, mode, key)) as connection:
            connection.execute("BEGIN")
            refuse_altered(connection, place, key)
        raise


def _is_present(place: Place, *, make: bool) -> bool:
    """Tell whether there is an archive; raises StorageError where there is none to be made."""
    if place.database.exists() or place.restored.exists():
        return True
    if place.has_backups():
        raise DamagedError(
            _(
                "The database of the archive in {folder} is gone, and its backups are there. Put"
                " the newest back, or copy the database to its place."
            ).format(folder=place.folder)
        )
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
    mode = _only_looking(place)
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


def _only_looking(place: Place) -> Mode:
    """Return the mode that leaves nothing behind, not even an empty log."""
    return "ro" if place.log.exists() and place.log.stat().st_size > 0 else "immutable"


def _prepare(place: Place, key: bytes | None, *, present: bool, was_left: bool) -> None:
    if not present:
        marker.refuse_loss(place.folder, 0)
        if key is None:
            place.set_keys_aside()
        create(place, key)
        with closing(connect(place.database, "rw", key)) as connection:
            _keep_sums(place, key, connection)
        (place.folder / FILES).mkdir(exist_ok=True)
        return
    found = _inspected(place, key, _only_looking(place))
    is_older = found != version.newest()
    # Whoever closes an archive leaves no log: what is there may be another's.
    if was_left or is_older or _only_looking(place) == "ro":
        _look_through(place, key)
    if is_older:
        from liaison.storage.migrations.upgrade import upgrade  # Alembic is loaded for this alone

        PageSums(place).forget()
        upgrade(place, key)
    with closing(connect(place.database, "rw", key)) as connection:
        _keep_sums(place, key, connection)
        _bring_up_to_date(connection)
        _keep_sums(place, key, connection)


def _inspected(place: Place, key: bytes | None, mode: Mode) -> str:
    """Return the version of the tables, once all of an archive was found to be there."""
    connection = connect(place.database, mode, key)
    try:
        found = version.version_of(connection)
        marker.refuse_loss(place.folder, marker.last_change(connection))
        if found >= chain.SINCE:
            marker.refuse_rewritten(place.folder, chain.chain_key(key), connection)
        return found
    finally:
        connection.close()


def _keep_sums(place: Place, key: bytes | None, connection: Connection) -> None:
    """Bring the sums of a plain database in step with what a log still holds, or begin them."""
    if key is None:
        sums = PageSums(place)
        sums.take_charge(connection)
        sums.settle(connection)
        sums.begin(connection)


def _look_through(place: Place, key: bytes | None) -> None:
    """Raise DamagedError where a database that nobody closed is not sound with its log."""
    with closing(connect(place.database, "ro", key)) as connection:
        connection.execute("BEGIN")
        refuse_altered(connection, place, key)
        found = scalar(connection, "PRAGMA quick_check(1)")
    if found != "ok":
        raise DamagedError(_(DAMAGED).format(reason=_(UNSOUND)))


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
