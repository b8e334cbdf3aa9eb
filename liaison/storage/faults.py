"""What the driver and the disk complain of, told as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2  # type: ignore[import-untyped] # the driver has no types

from liaison.errors import DamagedError, DiskError, StorageError
from liaison.i18n import N_, _
from liaison.reasons import FULL, GONE, PROTECTED, reason_of

DISK_FULL = N_(
    "The disk is full, so this was not saved. What was saved before is safe;"
    " free some space and try again."
)
DAMAGED = N_(
    "The archive is damaged: {reason}. Nothing was written to it; work with a backup of it."
)
READ_ONLY = N_("The archive can only be read here: its folder or its disk is write-protected.")
_BUSY = N_("Another program is using the archive; close it or try again in a moment.")
_UNREACHABLE = N_(
    "The disk of the archive does not answer ({reason}). What was saved before is safe;"
    " check the disk and try again."
)
_GONE = N_(
    "The folder of the archive is not there any more. What was saved before is safe; put the folder"
    " back or connect its disk again, and try once more."
)
UNSOUND = N_("its content does not hold together")
_REASONS = {
    dbapi2.SQLITE_CORRUPT: UNSOUND,
    dbapi2.SQLITE_NOTADB: N_("it is no database of this program, or its key is another one"),
    dbapi2.SQLITE_IOERR: N_("reading or writing failed"),
    dbapi2.SQLITE_CANTOPEN: N_("a file of it cannot be opened"),
}
_REFUSED = N_("The archive did not take this: {reason}.")
_MESSAGES = {
    dbapi2.SQLITE_FULL: DISK_FULL,
    dbapi2.SQLITE_CORRUPT: DAMAGED,
    dbapi2.SQLITE_NOTADB: DAMAGED,
    dbapi2.SQLITE_READONLY: READ_ONLY,
    dbapi2.SQLITE_PERM: READ_ONLY,
    dbapi2.SQLITE_BUSY: _BUSY,
    dbapi2.SQLITE_LOCKED: _BUSY,
    dbapi2.SQLITE_IOERR: _UNREACHABLE,
    dbapi2.SQLITE_CANTOPEN: _UNREACHABLE,
}
# The driver gives no code for what stops a copy of a whole database, only SQLite's words.
_CODES = {
    "database or disk is full": dbapi2.SQLITE_FULL,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "file is not a database": dbapi2.SQLITE_NOTADB,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "database is locked": dbapi2.SQLITE_BUSY,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "unable to open database file": dbapi2.SQLITE_CANTOPEN,
}
_PRIMARY_CODE = 0xFF
# What the log needs to be shared by is made when an archive is opened; a full disk has no room.
_FULL = {dbapi2.SQLITE_IOERR | size << 8 for size in (19,)}  # SHMSIZE


@contextmanager
def told() -> Iterator[None]:
    """Turn faults of the database inside the block into a StorageError."""
    try:
        yield
    except dbapi2.Error as fault:
        raise _database_fault(fault) from fault
    except DBAPIError as fault:
        raise _database_fault(fault.orig or fault) from fault


@contextmanager
def words_told() -> Iterator[None]:
    """Turn names in a database that are no text any more into a DamagedError.

    The driver cannot even complain of them: it stumbles over the name in its own complaint.
    """
    try:
        yield
    except UnicodeDecodeError as fault:
        raise DamagedError(_(DAMAGED).format(reason=fault)) from fault


@contextmanager
def disk_told() -> Iterator[None]:
    """Turn what the operating system refuses inside the block into a StorageError."""
    try:
        yield
    except OSError as fault:
        raise _disk_fault(fault) from fault


def _database_fault(fault: BaseException) -> StorageError:
    code = getattr(fault, "sqlite_errorcode", None) or _CODES.get(str(fault), 0)
    primary = code & _PRIMARY_CODE
    message = DISK_FULL if code in _FULL else _MESSAGES.get(primary, _REFUSED)
    reason = _(_REASONS[primary]) if primary in _REASONS else fault
    told_as = {DAMAGED: DamagedError, _REFUSED: StorageError}.get(message, DiskError)
    return told_as(_(message).format(reason=reason))


def _disk_fault(fault: OSError) -> StorageError:
    if fault.errno in FULL:
        return DiskError(_(DISK_FULL))
    if fault.errno in PROTECTED:
        return DiskError(_(READ_ONLY))
    if fault.errno in GONE:
        return DiskError(_(_GONE))
    return DiskError(_(_UNREACHABLE).format(reason=reason_of(fault)))
