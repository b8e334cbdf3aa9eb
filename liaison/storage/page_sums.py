"""Sums of pages: what the program wrote to each page of a plain database, kept beside it.

An encrypted page carries its own proof; SQLite's plain pages carry none, and most flipped bits in
them pass every check it has. So a sum of each page stands in a file of its own, and a page that
differs from its sum was not written by this program.

Nothing goes from the log to the database but through `settle`, and the sums of what is in the log
are on the disk before that. A page that is in the log is not asked for its sum: broken off
anywhere, the log is still there. A page that differed before it was written over stays marked, so
that damage does not turn into something the program once wrote.
"""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from sqlcipher3 import dbapi2  # type: ignore[import-untyped] # the driver has no types

from liaison.storage.connection import Connection, scalar
from liaison.storage.disk import sync_folder
from liaison.storage.place import SUMS, Place

_MAGIC: Final = b"LIAISUM1"
_HEAD: Final = 16
_SUM: Final = 8
_NONE: Final = bytes(_SUM)
"""No sum: what a power cut leaves of those that were on their way to the disk."""
_SPOILT: Final = b"\xff" * _SUM
_LOCKED_BYTE: Final = 1 << 30
"""Where SQLite locks a database: the page there holds nothing, and is never written."""
_LOG_HEAD: Final = 32
_FRAME_HEAD: Final = 24
_LOG_IS_LONG: Final = 4 << 20
_CHUNK: Final = 1 << 20
_ANYTHING: Final = "SELECT count(*) FROM sqlite_master"


class PageSums:
    """The sums of one archive's database; only who holds its lock writes them."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._path = place.folder / SUMS
        self._whole = not _size(place.log)
        """Whether no page of the database is newer than its sum."""

    def take_charge(self, connection: Connection) -> None:
        """Keep a connection from carrying anything from the log to the database by itself.

        A database copied out of a backup by hand has no log before that.
        """
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")

    def begin(self, connection: Connection) -> None:
        """Make the sums of a database that has none, of what it is now; a full disk gets none."""
        known = self._known()
        if known is not None:
            self._fill(*known)
            return
        size = int(scalar(connection, "PRAGMA page_size"))
        fresh = self._path.with_suffix(".sums-new")
        try:
            with fresh.open("wb") as file:
                file.write(_MAGIC + size.to_bytes(_HEAD - len(_MAGIC)))
                file.writelines(_sums(self._place.database, size))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
            sync_folder(self._path.parent)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)

    def _fill(self, size: int, sums: bytearray) -> None:
        """Take those sums from the database that a power cut left out."""
        lacking = [at for at in range(1, len(sums) // _SUM + 1) if _sum_of(sums, at) == _NONE]
        if lacking and self._whole:
            with suppress(OSError), self._place.database.open("rb", buffering=0) as file:
                found = {page: _read(file, page, size) for page in lacking}
                self._write(size, len(sums) // _SUM, len(sums) // _SUM, found)

    def forget(self) -> None:
        """Drop the sums, before something is done that they do not follow."""
        self._path.unlink(missing_ok=True)
        sync_folder(self._path.parent)

    def settle(self, connection: Connection, *, only_long: bool = False) -> None:
        """Write down the sums of the pages in the log, and carry it over to the database.

        Readers may hold that up; then it is done another time. `only_long` leaves a log alone that
        is not worth it yet. A full disk costs the sums, never what is in the log.
        """
        if only_long and _size(self._place.log) < _LOG_IS_LONG:
            return
        try:
            self._follow(connection)
        except (OSError, dbapi2.Error):
            with suppress(OSError):
                self.forget()
        self._whole = False
        with suppress(dbapi2.Error):
            self._whole = _carried_over(connection)
            if self._whole:
                _empty(connection)

    def _follow(self, connection: Connection) -> None:
        """Write down the sums of the pages that are in the log."""
        connection.execute(_ANYTHING).fetchone()  # which reads a log that somebody left
        _busy, frames, _carried = connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchall()[0]
        known = self._known()
        if known is None or frames < 1:
            return
        size, sums = known
        log = _Log(self._place.log, size)
        fresh, pages = log.latest(frames)
        spoilt = self._spoilt(size, sums, fresh)
        self._write(size, len(sums) // _SUM, pages, fresh | dict.fromkeys(spoilt, _SPOILT))

    def _spoilt(self, size: int, sums: bytearray, pages: Iterable[int]) -> set[int]:
        """Return which pages, about to be written over, are not what their sums say."""
        with self._place.database.open("rb", buffering=0) as file:
            return {
                page
                for page in pages
                if (wanted := _sum_of(sums, page)) not in {b"", _NONE}
                and (wanted == _SPOILT or (self._whole and _read(file, page, size) != wanted))
            }

    def _write(self, size: int, before: int, pages: int, fresh: dict[int, bytes]) -> None:
        """Write `fresh` sums of a database that had so many pages `before`, down to the disk."""
        with self._place.database.open("rb", buffering=0) as file:
            for page in set(range(before + 1, pages + 1)) - fresh.keys():
                fresh[page] = _read(file, page, size)  # passed over by SQLite, which needs it not
        with self._path.open("rb+") as file:
            for page, value in sorted(fresh.items()):
                if page <= pages:
                    file.seek(_HEAD + (page - 1) * _SUM)
                    file.write(value)
            file.truncate(_HEAD + pages * _SUM)
            file.flush()
            os.fsync(file.fileno())

    def differing(self, connection: Connection) -> int:
        """Return how many pages are not what the program wrote; 0 where there are no sums.

        `connection` is in a transaction that only reads: while it lasts, nothing that is not in
        the log now is written to the database.
        """
        connection.execute(_ANYTHING).fetchone()
        known = self._known()
        if known is None:
            return 0
        size, sums = known
        in_log = set(_Log(self._place.log, size).pages())  # after the sums, which are written first
        found = enumerate(_sums(self._place.database, size), 1)
        differing = {page for page, value in found if _sum_of(sums, page) not in {value, _NONE}}
        missing = set(range(_size(self._place.database) // size + 1, len(sums) // _SUM + 1))
        spoilt = {page for page in in_log if _sum_of(sums, page) == _SPOILT}
        return len((differing | missing) - in_log - {_LOCKED_BYTE // size + 1} | spoilt)

    def _known(self) -> tuple[int, bytearray] | None:
        """Return the size of a page and the sums; None where there are none that can be read."""
        try:
            told = self._path.read_bytes()
        except FileNotFoundError:
            return None
        if not told.startswith(_MAGIC) or len(told) < _HEAD:
            return None
        return int.from_bytes(told[len(_MAGIC) : _HEAD]), bytearray(told[_HEAD:])


class _Log:
    """The write-ahead log of a database, as SQLite's file format describes it."""

    def __init__(self, path: Path, page_size: int) -> None:
        self._path, self._step = path, page_size + _FRAME_HEAD

    def pages(self) -> Iterator[int]:
        """Yield the page of each frame, those that were never committed too."""
        return (page for page, _pages in self._frames())

    def _frames(self) -> Iterator[tuple[int, int]]:
        """Yield of each frame its page, and how many pages there are after it where it commits."""
        with suppress(FileNotFoundError), self._path.open("rb") as file:
            salts = file.read(_LOG_HEAD)[16:24]
            at = _LOG_HEAD
            while len(head := file.read(_FRAME_HEAD)) == _FRAME_HEAD and head[8:16] == salts:
                yield int.from_bytes(head[:4]), int.from_bytes(head[4:8])
                at += self._step
                file.seek(at)

    def latest(self, frames: int) -> tuple[dict[int, bytes], int]:
        """Return the sum of each page in the first `frames`, and how many pages there are then."""
        heads = list(islice(self._frames(), frames))
        if len(heads) < frames:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        last = {page: number for number, (page, _pages) in enumerate(heads)}
        with self._path.open("rb", buffering=0) as file:
            found = {}
            for page, number in last.items():
                file.seek(_LOG_HEAD + number * self._step + _FRAME_HEAD)
                found[page] = _sum(file.read(self._step - _FRAME_HEAD))
        return found, heads[-1][1]


def _carried_over(connection: Connection) -> bool:
    """Carry the log over as far as readers allow, and tell whether that was all of it."""
    busy, frames, carried = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()[0]
    return not busy and frames == carried


def _empty(connection: Connection) -> None:
    """Empty a log that was carried over, unless somebody is reading it."""
    waiting = scalar(connection, "PRAGMA busy_timeout")
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {waiting}")


def _sums(database: Path, size: int) -> Iterator[bytes]:
    """Yield the sum of each page of a database."""
    with database.open("rb") as file:
        while chunk := file.read(_CHUNK):
            view = memoryview(chunk)
            for at in range(0, len(chunk), size):
                yield _sum(view[at : at + size])


def _read(file: BinaryIO, page: int, size: int) -> bytes:
    """Return the sum of one page as it is in the database, of nothing where it is not yet."""
    file.seek((page - 1) * size)
    return _sum(file.read(size).ljust(size, b"\0"))


def _sum(content: bytes | memoryview) -> bytes:
    return blake2b(content, digest_size=_SUM).digest()


def _sum_of(sums: bytearray, page: int) -> bytes:
    return bytes(sums[(page - 1) * _SUM : page * _SUM])


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
