"""What the driver and the disk complain of, told as sentences."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2  # type: ignore[import-untyped] # the driver has no types

from liaison.errors import DamagedError, StorageError
from liaison.i18n import N_, _, language
from liaison.language import digits

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
NOT_SOUND = N_("its parts do not fit together")
_NO_DATABASE = N_("its content is no database")
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
_REASONS = {
    errno.ENOENT: N_("it is not there"),
    errno.ENOTDIR: N_("it is not there"),
    errno.EISDIR: N_("it is a folder"),
    errno.EACCES: N_("you lack the right to it"),
    errno.EPERM: N_("you lack the right to it"),
    errno.EROFS: N_("its disk is write-protected"),
    errno.EIO: N_("its disk does not answer"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EBUSY: N_("another program is using it"),
    errno.ETXTBSY: N_("another program is using it"),
    errno.ELOOP: N_("it is a link"),
    errno.ENAMETOOLONG: N_("its name is too long"),
}
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
def disk_told() -> Iterator[None]:
    """Turn what the operating system refuses inside the block into a StorageError."""
    try:
        yield
    except OSError as fault:
        raise _disk_fault(fault) from fault


def reason_of(fault: OSError) -> str:
    """Return why the system refused something, in the language in use."""
    if fault.errno in _REASONS:
        return _(_REASONS[fault.errno])
    return _numbered(fault.errno or 0)


def _numbered(number: int) -> str:
    return _("error {number} of the system").format(number=digits.number(number, language()))


def _database_fault(fault: BaseException) -> StorageError:
    code = getattr(fault, "sqlite_errorcode", None) or 0
    primary = code & _PRIMARY_CODE
    message = _MESSAGES.get(primary, _REFUSED)
    if message == DAMAGED:
        reason = _(_NO_DATABASE if primary == dbapi2.SQLITE_NOTADB else NOT_SOUND)
        return DamagedError(_(message).format(reason=reason))
    reason = _numbered(code) if message == _UNREACHABLE else str(fault)
    return StorageError(_(message).format(reason=reason))


def _disk_fault(fault: OSError) -> StorageError:
    if fault.errno in _FULL:
        return StorageError(_(DISK_FULL))
    if fault.errno in _PROTECTED:
        return StorageError(_(READ_ONLY))
    return StorageError(_(_UNREACHABLE).format(reason=reason_of(fault)))
