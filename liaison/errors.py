"""What can go wrong, sorted by who has to act."""


class LiaisonError(Exception):
    """Something the program foresaw and can tell in one sentence."""


class UserError(LiaisonError):
    """The user can put this right.

    `message` is one sentence in the user's language; `record` names the record it speaks of
    (a uid or a title) and `field` the key of the field to mark, each empty where there is none.
    """

    def __init__(self, message: str, *, record: str = "", field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.record = record
        self.field = field


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
