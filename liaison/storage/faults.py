"""What the driver and the disk complain of, told as sentences."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2  # type: ignore[import-untyped] # the driver has no types

from liaison.errors import DamagedError, StorageError
from liaison.i18n import N_, _

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
_PRIMARY_CODE = 0xFF
_FULL = {errno.ENOSPC, errno.EDQUOT}
_PROTECTED = {errno.EACCES, errno.EPERM, errno.EROFS}


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
    code = getattr(fault, "sqlite_errorcode", None) or 0
    message = _MESSAGES.get(code & _PRIMARY_CODE, _REFUSED)
    told_as = DamagedError if message == DAMAGED else StorageError
    return told_as(_(message).format(reason=fault))


def _disk_fault(fault: OSError) -> StorageError:
    if fault.errno in _FULL:
        return StorageError(_(DISK_FULL))
    if fault.errno in _PROTECTED:
        return StorageError(_(READ_ONLY))
    return StorageError(_(_UNREACHABLE).format(reason=fault.strerror or fault))
