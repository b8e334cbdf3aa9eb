"""Files on the disk: written down so that a power cut finds all of them, and told by content."""

import hashlib
import os
import shutil
from pathlib import Path
from typing import Final

_CHUNK: Final = 1 << 20


def sync_folder(folder: Path) -> None:
    """Have the disk write down the names in a folder; systems that cannot need not."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def identity_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other, whatever its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def copy_down(source: Path, goal: Path) -> None:
    """Copy a file so that it is on the disk when this returns."""
    with source.open("rb") as read, goal.open("xb") as written:
        shutil.copyfileobj(read, written, _CHUNK)
        written.flush()
        os.fsync(written.fileno())


def sync_file(path: Path) -> None:
    """Have the disk write down what a file holds."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
