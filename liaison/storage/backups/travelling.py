"""A copy of the archive for a memory stick: one sealed file.

After a mark stand a keyring and a sealed zip of one backup: database, manifest, attached files. An
encrypted archive's copy opens for its own people; that of an unencrypted one has a passphrase of
its own. Who finds the stick learns from it how large the archive is, and how many can open it.
"""

import io
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from liaison.errors import UserError
from liaison.i18n import _
from liaison.storage.backups.making import Progress
from liaison.storage.backups.manifest import NAME as MANIFEST
from liaison.storage.backups.manifest import Manifest
from liaison.storage.backups.restoring import restore
from liaison.storage.backups.shelf import Backup, Shelf
from liaison.storage.disk import sync_folder
from liaison.storage.faults import disk_told
from liaison.storage.first_look import DATABASE
from liaison.storage.keys import KEYS
from liaison.storage.keys.keyring import LARGEST, Keyring, Person, empty_keyring, new_key
from liaison.storage.keys.sealing import SealedReader, SealingWriter, derived

_MARK: Final = b"LIACOPY1"
_LENGTH: Final = 4
_BINDING: Final = "copy"
_CHUNK: Final = 1 << 20
_INSIDE: Final = "copy"
_FILE: Final = re.compile(r"files/[0-9a-f]{2}/[0-9a-f]{64}")
_DAMAGED: Final = (BadZipFile, EOFError, ValueError, KeyError, NotImplementedError, RuntimeError)


@dataclass(frozen=True)
class Opener:
    """What opens a copy: the keyring that lies in it, and the key that one locks away."""

    ring: Keyring
    key: bytes


def own_opener(ring: Keyring, key: bytes) -> Opener:
    """Return what opens the copy of an encrypted archive: its people's own passphrases."""
    return Opener(ring.nameless(), key)


def opener_for(passphrase: str) -> Opener:
    """Return what opens a copy by a passphrase of its own; raises UserError for a weak one."""
    key = new_key()
    return Opener(empty_keyring().with_person(key, Person("copy", "", ""), passphrase), key)


def save_copy(
    backup: Backup, shelf: Shelf, path: Path, opener: Opener, progress: Progress = lambda *_: None
) -> None:
    """Write a backup as one sealed file to `path`, and read all of it again before that is done.

    What stood at `path` before stays until then. Raises StorageError where the disk refuses, the
    backup is not whole, or what was written does not come back.
    """
    unfinished = path.with_name(f".{path.name}.unfinished")
    with disk_told():
        try:
            _write(backup, shelf, unfinished, opener, progress)
            _read_through(unfinished, opener.key, backup)
            unfinished.replace(path)
            sync_folder(path.parent)
        finally:
            unfinished.unlink(missing_ok=True)


def _write(backup: Backup, shelf: Shelf, path: Path, opener: Opener, progress: Progress) -> None:
    parts = {name: backup.folder / name for name in (DATABASE, MANIFEST, KEYS)}
    parts |= {f"files/{each[:2]}/{each}": shelf.files.named(each) for each in backup.manifest.files}
    there = {name: source for name, source in parts.items() if name != KEYS or source.exists()}
    ring = opener.ring.to_bytes()
    path.unlink(missing_ok=True)  # left where the program ended in the middle of one
    with path.open("xb") as file:
        file.write(_MARK + len(ring).to_bytes(_LENGTH) + ring)
        sealed = SealingWriter(file, derived(opener.key, "travelling copy"))
        with ZipFile(sealed, "w", ZIP_STORED) as container:
            for done, (name, source) in enumerate(there.items()):
                progress(done, len(there))
                with (
                    source.open("rb") as content,
                    container.open(ZipInfo(name), "w", force_zip64=True) as entry,
                ):
                    shutil.copyfileobj(content, entry, _CHUNK)
        sealed.finish(_BINDING)
        file.flush()
        os.fsync(file.fileno())
    progress(len(there), len(there))


def _read_through(path: Path, key: bytes, backup: Backup) -> None:
    """Raise StorageError where a file is not what was to be written; every byte of it is read."""
    with path.open("rb") as file, _container(file, key) as container:
        if container.testzip() is not None or len(container.namelist()) < len(
            backup.manifest.files
        ):
            raise _unreadable(path)
        said = container.getinfo(DATABASE).file_size
    if said != backup.manifest.size:
        raise _unreadable(path)


def keyring_in(path: Path) -> Keyring:
    """Return the keyring of a copy; raises UserError where the file is no copy of an archive."""
    try:
        with path.open("rb") as file:
            return _ring(file)
    except (OSError, ValueError) as fault:
        raise _unreadable(path) from fault


def restore_copy(
    path: Path, key: bytes, folder: Path, progress: Progress = lambda *_: None
) -> tuple[str, ...]:
    """Make an archive of a copy in a folder that is new or empty; return what it lacks.

    `key` is what the keyring in it gave. Raises UserError and StorageError as `restore` does.
    """
    work = folder.absolute().with_name(f".unpacking-{folder.name}")
    try:
        with disk_told():
            shutil.rmtree(work, ignore_errors=True)
            _unpack(path, key, work)
        inside = work / _INSIDE
        shelf = Shelf(work, key if (inside / KEYS).exists() else None)
        return restore(shelf, Backup(inside, Manifest.read(inside)), folder, progress)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _unpack(path: Path, key: bytes, work: Path) -> None:
    try:
        with path.open("rb") as file, _container(file, key) as container:
            for entry in container.infolist():
                goal = _goal(work, entry)
                goal.parent.mkdir(parents=True, exist_ok=True)
                with container.open(entry) as content, goal.open("xb") as written:
                    shutil.copyfileobj(content, written, _CHUNK)
    except _DAMAGED as fault:
        raise _unreadable(path) from fault


def _goal(work: Path, entry: ZipInfo) -> Path:
    """Return where a part of a copy goes; raises ValueError for what is no part of one."""
    if entry.compress_type != ZIP_STORED:
        raise ValueError(entry.filename)
    if entry.filename in {DATABASE, MANIFEST, KEYS}:
        return work / _INSIDE / entry.filename
    if not _FILE.fullmatch(entry.filename):
        raise ValueError(entry.filename)
    return work / entry.filename


@contextmanager
def _container(file: BinaryIO, key: bytes) -> Iterator[ZipFile]:
    """Open the zip in a copy; raises one of the errors of a damaged file."""
    _ring(file)
    sealed = SealedReader(file, derived(key, "travelling copy"), _BINDING)
    with ZipFile(io.BufferedReader(sealed, _CHUNK)) as container:
        yield container


def _ring(file: BinaryIO) -> Keyring:
    if file.read(len(_MARK)) != _MARK:
        raise ValueError(_MARK)
    length = int.from_bytes(file.read(_LENGTH))
    if length > LARGEST:
        raise ValueError(length)
    return Keyring.from_bytes(file.read(length))


def _unreadable(path: Path) -> UserError:
    return UserError(
        _("{file} is not a copy of an archive, or it is damaged; use another one.").format(
            file=path
        )
    )
