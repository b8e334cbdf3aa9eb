"""What stands in a folder, seen before anything of it is opened or loaded."""

from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import Final

from liaison.storage.first_look import DATABASE
from liaison.storage.keys import KEYS

_PLAIN: Final = b"SQLite format 3\0"
_LEFT: Final = (f"{DATABASE}.restored", f"{DATABASE}-wal", "archive.head", "backups")
"""What shows that there was an archive, though its database is gone."""


class Way(Enum):
    """How one comes to the archive in a folder."""

    NEW = auto()
    """There is none: it has to be made."""
    SIGN_IN = auto()
    """It is encrypted, or looks like it."""
    OPEN = auto()
    """It is opened as it stands; what is wrong with it is told then."""


def way_into(folder: Path) -> Way:
    """Return how one comes to the archive in `folder`."""
    database = folder / DATABASE
    if not database.exists():
        if any((folder / name).exists() for name in _LEFT):
            return Way.SIGN_IN if _has_keys(folder) else Way.OPEN
        return Way.NEW
    if (folder / KEYS).exists():
        return Way.SIGN_IN
    with suppress(OSError):
        with database.open("rb") as file:
            is_plain = file.read(len(_PLAIN)) == _PLAIN
        if not is_plain and _has_keys(folder):
            return Way.SIGN_IN
    return Way.OPEN


def _has_keys(folder: Path) -> bool:
    return (folder / KEYS).exists() or any(folder.glob(f"backups/*/{KEYS}"))
