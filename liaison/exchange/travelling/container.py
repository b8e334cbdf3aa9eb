"""The travelling file: sealed for a passphrase when it goes out, for the trip's own key after that.

After a mark stands a head that anybody can read, in it the keyring of a file that goes out, or the
trip's uid of one that comes back; then a sealed zip, bound to the head: what the trip is, the
bundle of its records, and their files. Nobody makes such a file, or changes one, without the key.
"""

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from liaison.errors import UserError
from liaison.exchange.archive_file import UNREADABLE, entry_named
from liaison.exchange.source import Source, opened
from liaison.exchange.whole_file import whole_file
from liaison.i18n import _
from liaison.storage.keys.keyring import LARGEST, Keyring
from liaison.storage.keys.sealing import SealedReader, SealingWriter, derived

TOLD: Final = "trip.json"
_MARK: Final = b"LIATRIP1"
_LENGTH: Final = 4
_PURPOSE: Final = "travelling records"
_LARGEST_TOLD: Final = 16 * 2**20
_CHUNK: Final = 1 << 16


@dataclass(frozen=True)
class Head:
    """What anybody can read of a travelling file: who opens it, or which trip comes back."""

    ring: Keyring | None = None
    trip: str = ""

    @property
    def is_coming_back(self) -> bool:
        """Whether it is on the way back."""
        return self.ring is None

    def to_bytes(self) -> bytes:
        """Return it as it is written."""
        if self.ring is not None:
            return self.ring.to_bytes()
        return json.dumps({"trip": self.trip}).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Head":
        """Return a head as it was written; raises ValueError for anything else."""
        told = json.loads(content)
        if isinstance(told, dict) and isinstance(told.get("trip"), str):
            return cls(trip=told["trip"])
        return cls(Keyring.from_bytes(content))


@contextmanager
def written(path: Path, head: Head, key: bytes, told: Mapping[str, Any]) -> Iterator[ZipFile]:
    """Lend the zip in a new travelling file, which stands at `path` once the block has ended."""
    content = head.to_bytes()
    with whole_file(path) as stream:
        stream.write(_MARK + len(content).to_bytes(_LENGTH) + content)
        sealed = SealingWriter(stream, derived(key, _PURPOSE))
        with ZipFile(sealed, "w") as container:
            text = json.dumps(told, ensure_ascii=False).encode()
            container.writestr(entry_named(TOLD, ZIP_DEFLATED), text)
            yield container
        sealed.finish(content.decode())


def head_of(path: Path) -> Head:
    """Return what can be read of a travelling file without a key; raises UserError where none."""
    with opened(path) as source:
        return _head(source, path)[0]


@contextmanager
def read(path: Path, key: bytes) -> Iterator[tuple[ZipFile, dict[str, Any]]]:
    """Lend the zip in a travelling file, with what it tells of the trip.

    Raises UserError where the file is not what was written, or the key is another one.
    """
    with opened(path) as source:
        _read, binding = _head(source, path)
        try:
            sealed = SealedReader(source, derived(key, _PURPOSE), binding)
            with ZipFile(io.BufferedReader(sealed, _CHUNK)) as container:
                yield container, _told(container)
        except (*UNREADABLE, ValueError, KeyError, TypeError) as fault:
            raise _unreadable(path) from fault


def _told(container: ZipFile) -> dict[str, Any]:
    entry = container.getinfo(TOLD)
    if entry.file_size > _LARGEST_TOLD:
        raise ValueError(entry.file_size)
    told = json.loads(container.read(entry))
    if not isinstance(told, dict):
        raise ValueError(TOLD)  # noqa: TRY004 - the file is at fault, not the caller
    return told


def _head(source: Source, path: Path) -> tuple[Head, str]:
    """Return the head of a file, and how it is written, to which the rest is bound."""
    try:
        if source.read(len(_MARK)) != _MARK:
            raise ValueError(_MARK)  # noqa: TRY301 - told below as every other fault of the file
        length = int.from_bytes(source.read(_LENGTH))
        if length > LARGEST:
            raise ValueError(length)  # noqa: TRY301 - as above
        content = source.read(length)
        return Head.from_bytes(content), content.decode()
    except (ValueError, RecursionError) as fault:
        raise _unreadable(path) from fault


def _unreadable(path: Path) -> UserError:
    return UserError(
        _(
            "{file} is not a travelling file, or it was cut short or altered; fetch it again from"
            " where it was made."
        ).format(file=path)
    )
