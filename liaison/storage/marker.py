"""The head marker: which change was the last, kept beside the database.

A database whose write-ahead log was lost or cut short is sound and lacks its last changes; only
something outside of it can tell. The marker also knows the hash of the history up to that change,
under its seal, and so tells a history that was rewritten.

It is one line of one length within one sector of the disk, written over in place: a power cut
leaves the line of before or of after.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from liaison.errors import DamagedError
from liaison.i18n import _, language, ngettext
from liaison.language import digits
from liaison.storage import chain
from liaison.storage.connection import Connection, scalar
from liaison.storage.place import HEAD

NAME: Final = HEAD
_DIGITS: Final = 19
_WIDTH: Final = _DIGITS + 2 * (1 + 64)


@dataclass(frozen=True)
class Marked:
    """What a marker says: the last change, the hash of the history up to it, and its seal."""

    number: int
    digest: bytes = b""
    seal: bytes = b""

    def is_genuine(self, key: chain.ChainKey) -> bool:
        """Tell whether the hash was written by somebody with the key; one of old days has none."""
        return not self.digest or self.seal == chain.sealed(key, self.number, self.digest)


class HeadMarker:
    """The marker of an open archive."""

    def __init__(self, folder: Path, key: chain.ChainKey) -> None:
        self._descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o644)
        self._key = key

    def set(self, head: chain.Head) -> None:
        """Write down that `head` was committed; it never counts further than the database."""
        line = f"{head.number:0{_DIGITS}}"
        if head.digest:
            seal = chain.sealed(self._key, head.number, head.digest)
            line += f" {head.digest.hex()} {seal.hex()}"
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, f"{line:{_WIDTH}}\n".encode())

    def close(self) -> None:
        """Let go of the file."""
        with suppress(OSError):
            os.close(self._descriptor)


def last_change(connection: Connection) -> int:
    """Return the number of the last change of a database, 0 where nothing was ever changed."""
    return int(scalar(connection, "SELECT coalesce(max(id), 0) FROM change"))


def read(folder: Path) -> Marked | None:
    """Return what the marker says, None where it says nothing that can be read."""
    try:
        number, *hashes = _content(folder / NAME).split()
        return Marked(int(number), *(bytes.fromhex(each.decode()) for each in hashes))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _content(path: Path) -> bytes:
    """Return what a file holds that somebody else may be writing over: the same twice."""
    content, again = _bytes(path), _bytes(path)
    while content != again:
        content, again = again, _bytes(path)
    return content


def _bytes(path: Path) -> bytes:
    """Return the bytes of a marker, of any other file no more than it has."""
    with path.open("rb") as file:
        return file.read(_WIDTH + 1)


def known(folder: Path) -> int | None:
    """Return the last change the marker knows of, None where it knows of none."""
    marked = read(folder)
    return None if marked is None else marked.number


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


def refuse_rewritten(folder: Path, key: chain.ChainKey, connection: Connection) -> None:
    """Raise DamagedError where the history up to the marked change is another by now."""
    marked = read(folder)
    if marked is None or not marked.digest or not marked.is_genuine(key):
        return
    if chain.digest_at(connection, marked.number) != marked.digest:
        raise DamagedError(
            _(
                "The history of the archive in {folder} is not the one this program wrote: change"
                " {number} is another. Use a backup; to go on with what is there, delete the file"
                " {name}."
            ).format(folder=folder, number=digits.number(marked.number, language()), name=NAME)
        )
