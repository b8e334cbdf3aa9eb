"""Files that are there whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from liaison.errors import StorageError, UserError
from liaison.i18n import _
from liaison.storage.faults import reason_of


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content stands at `path` once the block ends without an error.

    Until then, and after any error, what stood at `path` before is untouched. Raises UserError
    where the folder is missing, StorageError where the disk refuses.
    """
    folder = path.parent
    if not folder.is_dir():
        raise UserError(_("There is no folder {folder}.").format(folder=folder))
    if path.is_dir():
        raise UserError(_("{path} is a folder; name a file in it.").format(path=path))
    try:
        handle, name = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise StorageError(
            _("{path} could not be written: {reason}.").format(path=path, reason=reason_of(error))
        ) from error


def _umask() -> int:
    """Return the permissions this process withholds from new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
