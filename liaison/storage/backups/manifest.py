"""What a backup says of itself: what it holds, and how every byte of it can be checked."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from liaison.errors import StorageError
from liaison.i18n import _
from liaison.storage.disk import sync_folder

NAME: Final = "manifest.json"
_FORMAT: Final = 1
_LARGEST: Final = 1 << 25
"""Bytes; four hundred thousand attached files need as many."""
_MOST_AMOUNT: Final = 1 << 63


@dataclass(frozen=True)
class Manifest:
    """The state of an archive at one moment.

    `number` grows from one backup to the next whatever the clock shows: it is the second the clock
    showed, or one more than that of the last backup where the clock was set back. `head` is the
    number of its last change, `tables` the version of its tables, `counts` how many rows each table
    has, `files` the size of each attached file by its name in the archive, `lacking` those that
    were whole neither there nor in an older backup, `history` the hash of all changes up to the
    head, in hex, `keys` the SHA-256 of the keyring, nothing where there is none; backups of older
    programs do not tell these two.
    """

    made_at: datetime
    tables: str
    head: int
    counts: Mapping[str, int]
    size: int
    sha256: str
    files: Mapping[str, int]
    lacking: tuple[str, ...] = ()
    history: str = ""
    number: int = 0
    keys: str = ""

    @property
    def records(self) -> int:
        """How many records there are, those in the bin included."""
        return self.counts.get("entry", 0)

    @property
    def whole_size(self) -> int:
        """The bytes of the database and of all attached files."""
        return self.size + sum(self.files.values())

    def write(self, folder: Path) -> None:
        """Write it into the folder of a backup, down to the disk."""
        told = {
            "format": _FORMAT,
            "number": self.number,
            "made_at": self.made_at.astimezone(UTC).isoformat(),
            "tables": self.tables,
            "head": self.head,
            "history": self.history,
            "counts": dict(sorted(self.counts.items())),
            "size": self.size,
            "sha256": self.sha256,
            "files": dict(sorted(self.files.items())),
            "lacking": list(self.lacking),
            "keys": self.keys,
        }
        with (folder / NAME).open("xb") as file:
            file.write(json.dumps(told, indent=1).encode())
            file.flush()
            os.fsync(file.fileno())
        sync_folder(folder)

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Read that of a backup; raises StorageError where it is gone, damaged or of later days."""
        try:
            told = json.loads(_content(folder / NAME))
            if told["format"] != _FORMAT:
                raise damaged(folder.name)
            made_at = _moment(told["made_at"])
            return cls(
                made_at,
                str(told["tables"]),
                _amount(told["head"]),
                {str(name): _amount(count) for name, count in told["counts"].items()},
                _amount(told["size"]),
                _hash(told["sha256"]),
                {_hash(name): _amount(size) for name, size in told["files"].items()},
                tuple(_hash(each) for each in told["lacking"]),
                _hash(told["history"]) if told.get("history") else "",
                _amount(told.get("number", int(made_at.timestamp()))),
                _hash(told["keys"]) if told.get("keys") else "",
            )
        except (OSError, *_FAULTS) as fault:
            raise damaged(folder.name) from fault


_FAULTS: Final = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
)


def _content(path: Path) -> bytes:
    """Return the bytes of a manifest; those that are none, but would fill the memory, are refused.

    It holds three objects and one list, and little besides hashes.
    """
    if not path.is_file():  # a pipe would keep its reader waiting
        raise ValueError(path)
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    nested = content.count(b"{") > _OBJECTS or content.count(b"[") > 1
    if len(content) > _LARGEST or nested or content.count(b",") * _PART > len(content) + _REST:
        raise ValueError(path)
    return content


_OBJECTS: Final = 3
_PART: Final = 40  # a hash alone has 64 figures
_REST: Final = 10_000  # the counts of the tables, whose names are short


def _amount(value: object) -> int:
    """Return a number of things."""
    if type(value) is not int or not 0 <= value < _MOST_AMOUNT:
        raise ValueError(value)
    return value


def _moment(text: str) -> datetime:
    """Return a moment; one that does not say where on earth it was is none."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(UTC)


def _hash(text: object) -> str:
    """Return a SHA-256 as it is written; a name that could be a path is none."""
    if not isinstance(text, str) or len(bytes.fromhex(text)) != hashlib.sha256().digest_size:
        raise ValueError(text)
    return text.lower()


def damaged(name: str) -> StorageError:
    """Return the error for a backup that is not what its manifest says, or has none."""
    message = _("The backup {name} is damaged or of a newer program; use another one.")
    return StorageError(message.format(name=name))
