"""A guard against losing None, for one version of Qt's binding on one version of Python.

PySide6 6.12.0 counts on None being immortal, as it is since Python 3.12. On 3.11 every call of a
Qt method that returns nothing takes one reference to None away; after some thousands the
interpreter ends with "none_dealloc". Later Pythons made None immortal by the very means used here:
a count of references that no program can bring down to nothing (PEP 683).
"""

import ctypes
import sys
from typing import Final

BEYOND_REACH: Final = 1 << 60
_IMMORTAL_SINCE: Final = (3, 12)


def keep_none() -> None:
    """Give None more references than any session can lose; once is enough, twice does no harm."""
    if sys.version_info < _IMMORTAL_SINCE and sys.getrefcount(None) < BEYOND_REACH:
        # The count of references is the first word of every object of CPython.
        ctypes.c_ssize_t.from_address(id(None)).value += BEYOND_REACH
