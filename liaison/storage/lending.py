"""Lent copies: content that lies sealed in the archive, for another program to show.

Other programs read files. The copy lies where no disk keeps it, as far as the system has such a
place; it is read-only, and gone once the archive is closed.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from liaison.storage.attachments import clean_name

_PREFIX: Final = "liaison-lent-"
_CHUNK: Final = 1 << 20


class Lending:
    """The copies lent by one open archive."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def lend(self, content: BinaryIO, key: str, name: str) -> Path:
        """Copy `content` to a file called `name` and return its path; `key` tells contents apart.

        Raises OSError where there is no room.
        """
        if self._folder is None:
            take_back()
            made = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=place())
            self._folder = Path(made)
        goal = self._folder / key[:16] / clean_name(name)
        if not goal.exists():
            goal.parent.mkdir(exist_ok=True)
            unfinished = goal.parent / ".unfinished"
            with unfinished.open("wb") as copy:
                shutil.copyfileobj(content, copy, _CHUNK)
            unfinished.chmod(0o400)
            unfinished.replace(goal)
        return goal

    def close(self) -> None:
        """Take back everything that was lent."""
        if self._folder is not None:
            _remove(self._folder)
            self._folder = None


def place() -> Path:
    """Return the folder for lent copies: one in memory, else that of temporary files."""
    for each in (os.environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm"):  # noqa: S108 - memory, and the folder in it is made for us alone
        if sys.platform == "linux" and os.path.isabs(each) and os.access(each, os.W_OK | os.X_OK):  # noqa: PTH117 - "" is no path
            return Path(each)
    return Path(tempfile.gettempdir())


def take_back() -> None:
    """Remove what programs left that were killed."""
    for folder in _lent():
        owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if owner.isdecimal() and not _runs(int(owner)):
            _remove(folder)


def _lent() -> Iterator[Path]:
    """Yield the folders of lent copies; where others write too, one may be a link to elsewhere."""
    with suppress(OSError):
        yield from (each for each in place().glob(f"{_PREFIX}*") if not each.is_symlink())


def _remove(folder: Path) -> None:
    """Remove a folder; what another program still holds open goes another time."""
    for each in folder.rglob("*"):
        if not each.is_symlink():
            with suppress(OSError):
                each.chmod(0o700)  # systems that keep read-only files from going
    shutil.rmtree(folder, ignore_errors=True)


if sys.platform == "win32":

    def _runs(process: int) -> bool:
        import ctypes

        asked = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
        handle = ctypes.windll.kernel32.OpenProcess(asked, 0, process)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)

else:

    def _runs(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            pass
        return True
