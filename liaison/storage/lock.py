"""The lock that keeps a second window out of an archive."""

import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol, TypedDict

from liaison.errors import StorageError
from liaison.i18n import _

NAME: Final = "archive.lock"
# Far behind what is written in the file: Windows refuses to read the bytes another one locked.
_BYTE: Final = 4096


class Holder(TypedDict):
    """Who works with an archive."""

    host: str
    pid: int


class Lock(Protocol):
    """Held while the archive is open."""

    def release(self) -> None:
        """Let others in."""
        ...


class NoLock:
    """Stands for the lock of an archive that can only be read: there is nothing to guard."""

    def release(self) -> None:
        """Do nothing: nothing was held."""


class FolderLock:
    """A lock file in the archive's folder that names its holder.

    The operating system holds the lock and lets go of it when the process ends, however it ends.
    It cannot see other computers, so a file left by one of them is believed.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock; raises StorageError naming host and process where somebody has it.

        Raises OSError where the folder cannot be written to.
        """
        self._descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            self._take(folder)
        except BaseException:
            os.close(self._descriptor)
            raise

    def _take(self, folder: Path) -> None:
        holder = self._holder()
        if not grasp(self._descriptor):
            raise _refusal(holder)
        if holder and holder["host"] != socket.gethostname():
            raise StorageError(
                _(
                    "The archive is open on the computer {host} (process {pid}); close it there."
                    " If Liaison does not run there any more, delete the file {file}."
                ).format(**holder, file=folder / NAME)
            )
        self.was_left = holder is not None
        """Whether the last one to work here ended without closing the archive."""
        own: Holder = {"host": socket.gethostname(), "pid": os.getpid()}
        self._write(json.dumps(own).encode())

    def release(self) -> None:
        """Let others in."""
        if self._descriptor >= 0:
            with suppress(OSError):  # a disk that is gone: whoever comes next looks it through
                self._write(b"")
            with suppress(OSError):
                os.close(self._descriptor)  # which also lets go of the lock
            self._descriptor = -1

    def _holder(self) -> Holder | None:
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        try:
            match json.loads(os.read(self._descriptor, _BYTE)):
                case {"host": str(host), "pid": int(pid)}:
                    return {"host": host, "pid": pid}
        except (ValueError, UnicodeDecodeError):
            pass  # written half: its writer did not get to hold it
        return None

    def _write(self, content: bytes) -> None:
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, content)


def _refusal(holder: Holder | None) -> StorageError:
    if holder is None:
        return StorageError(_("The archive is open in another window; close that one first."))
    return StorageError(
        _(
            "The archive is open in another window on {host} (process {pid}); close that one first."
        ).format(**holder)
    )


if sys.platform == "win32":
    import msvcrt

    def grasp(descriptor: int) -> bool:
        """Take the system's lock of an open file; tell whether nobody else had it."""
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def grasp(descriptor: int) -> bool:
        """Take the system's lock of an open file; tell whether nobody else had it."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
