"""The head marker: the number of the last change, kept beside the database.

A database whose write-ahead log was lost or cut short is sound and lacks its last changes; only
something outside of it can tell.
"""

import os
from pathlib import Path
from typing import Final

from liaison.errors import DamagedError
from liaison.i18n import language, ngettext
from liaison.language import digits
from liaison.storage.connection import Connection, scalar

NAME: Final = "archive.head"
_WIDTH: Final = 19


class HeadMarker:
    """The marker of an open archive."""

    def __init__(self, folder: Path) -> None:
        self._descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o644)

    def set(self, change: int) -> None:
        """Write down that `change` was committed; it never counts further than the database."""
        line = f"{change:0{_WIDTH}}\n".encode()
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, line)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)


def last_change(connection: Connection) -> int:
    """Return the number of the last change of a database, 0 where nothing was ever changed."""
    return int(scalar(connection, "SELECT coalesce(max(id), 0) FROM change"))


def known(folder: Path) -> int | None:
    """Return the last change the marker knows of, None where it knows of none."""
    try:
        with (folder / NAME).open("rb") as file:
            return int(file.read(_WIDTH + 1))
    except (FileNotFoundError, ValueError):
        return None


def refuse_loss(folder: Path, change: int) -> None:
    """Raise DamagedError where the marker knows changes later than `change`, the last there is."""
    lost = (known(folder) or 0) - change
    if lost > 0:
        raise DamagedError(
            ngettext(
                "The last change of the archive is missing: the file archive.db-wal in {folder} is"
                " gone or damaged. Copy the whole folder again or use a backup; to go on without"
                " the change, delete the file {name}.",
                "The last {count} changes of the archive are missing: the file archive.db-wal in"
                " {folder} is gone or damaged. Copy the whole folder again or use a backup; to go"
                " on without the changes, delete the file {name}.",
                lost,
            ).format(count=digits.number(lost, language()), folder=folder, name=NAME)
        )
