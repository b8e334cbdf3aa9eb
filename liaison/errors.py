"""What can go wrong, sorted by who has to act."""

import re
from typing import Final

_BREAKS: Final = re.compile("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]+")
_LONGEST: Final = 360
_ENDING: Final = 140


def on_one_line(text: str) -> str:
    """Return a sentence that quotes what strangers wrote on one line, long quotations cut short.

    What to do stands at its end, so what is cut is its middle.
    """
    line = _BREAKS.sub(" ", text).strip()
    if len(line) <= _LONGEST:
        return line
    return f"{line[: _LONGEST - _ENDING]}…{line[-_ENDING:]}"


class LiaisonError(Exception):
    """Something the program foresaw and can tell in one sentence."""

    def __init__(self, message: str = "") -> None:
        super().__init__(on_one_line(message))


class UserError(LiaisonError):
    """The user can put this right.

    `message` is one sentence in the user's language; `record` names the record it speaks of
    (a uid or a title) and `field` the key of the field to mark, each empty where there is none.
    """

    def __init__(self, message: str, *, record: str = "", field: str = "") -> None:
        super().__init__(message)
        self.message = str(self)
        self.record = on_one_line(record)
        self.field = on_one_line(field)


class ConflictError(UserError):
    """The record was changed elsewhere since it was read; nothing was written."""


class StorageError(LiaisonError):
    """The disk or the file is at fault: full, locked, read-only, damaged, or too new."""


class DiskError(StorageError):
    """The disk took or gave nothing just now: full, protected, gone. What is on it is whole."""


class DamagedError(StorageError):
    """The archive itself is not whole any more: a backup is what helps."""


class LockedError(StorageError):
    """The archive is encrypted, and nobody signed in."""
