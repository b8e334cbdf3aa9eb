"""Files that strangers send, opened only where they are plain, and read in bounded pieces."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from liaison.errors import StorageError, UserError
from liaison.i18n import _
from liaison.reasons import reason_of

LARGEST_PIECE: Final = 16 * 2**20
"""The most bytes that are read at once: the directory of 140,000 files takes as many."""


class Source(BufferedReader):
    """A file whose reader cannot be talked into taking a large part of it into memory at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return up to `size` bytes."""
        if size is None or size < 0:
            size = LARGEST_PIECE
        if size > LARGEST_PIECE:
            raise BadZipFile
        return super().read(size)


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Lend a plain file; raises UserError for anything else, StorageError where it is unreadable.

    A pipe would keep its reader waiting, and some devices have no end.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError(_("{path} is no plain file; name the file itself.").format(path=path))
        file = FileIO(path)
    except (FileNotFoundError, NotADirectoryError):
        raise UserError(_("There is no file {path}.").format(path=path)) from None
    except OSError as error:
        raise _unreadable(path, error) from error
    with Source(file) as source:
        try:
            yield source
        except OSError as error:
            raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> StorageError:
    return StorageError(
        _("{path} could not be read: {reason}.").format(path=path, reason=reason_of(error))
    )
