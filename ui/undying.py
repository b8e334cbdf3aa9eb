"""A guard against losing None, True and False, for one version of Qt's binding on one Python.

PySide6 6.12.0 counts on the singletons of the language being immortal, as they are since Python
3.12. On 3.11 every call of a Qt method that returns nothing takes one reference to None away, and
some calls one to True or False; after some thousands the interpreter ends with "none_dealloc".
Later Pythons made them immortal by the very means used here: a count of references that no program
can bring down to nothing (PEP 683).
"""

import ctypes
import sys
from typing import Final

BEYOND_REACH: Final = 1 << 60
SINGLETONS: Final = (None, True, False, Ellipsis, NotImplemented)
_IMMORTAL_SINCE: Final = (3, 12)


def keep_singletons() -> None:
    """Give the singletons more references than any session can lose; twice does no harm."""
    if sys.version_info >= _IMMORTAL_SINCE:
        return
    for each in SINGLETONS:
        if sys.getrefcount(each) < BEYOND_REACH // 2:
            # The count of references is the first word of every object of CPython.
            ctypes.c_ssize_t.from_address(id(each)).value += BEYOND_REACH
