"""Why the operating system refused something, in the language in use."""

import errno
from typing import Final

from liaison.i18n import N_, _

FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
PROTECTED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
_SILENT: Final = frozenset({errno.EIO, errno.ENXIO, errno.ENODEV, errno.ESTALE, errno.ETIMEDOUT})

_REASONS: Final = (
    (FULL, N_("the disk is full")),
    (frozenset({errno.EROFS}), N_("the disk is write-protected")),
    (PROTECTED, N_("you are not permitted to")),
    (GONE, N_("it is not there")),
    (_SILENT, N_("reading or writing failed")),
    (frozenset({errno.EBUSY, errno.ETXTBSY}), N_("another program is using it")),
    (frozenset({errno.EEXIST, errno.ENOTEMPTY}), N_("something of this name is there already")),
    (frozenset({errno.EFBIG}), N_("it is too large for this disk")),
    (frozenset({errno.EISDIR}), N_("it is a folder")),
    (frozenset({errno.ENAMETOOLONG}), N_("its name is too long")),
)


def reason_of(fault: OSError) -> str:
    """Return why a file could not be read or written, as the end of a sentence."""
    for numbers, reason in _REASONS:
        if fault.errno in numbers:
            return _(reason)
    return _("error {number} of the system").format(number=fault.errno or 0)
