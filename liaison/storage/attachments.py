"""Attached files: kept by their content, named for people."""

import hashlib
import io
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from uuid6 import uuid7

from liaison.domain.schema import StoredFile
from liaison.errors import StorageError, UserError
from liaison.i18n import _, language
from liaison.language import digits
from liaison.reasons import reason_of
from liaison.storage.claims import Claims
from liaison.storage.disk import copy_down, digest_of, sync_folder
from liaison.storage.faults import disk_told

if TYPE_CHECKING:
    from liaison.storage.keys.sealing import SealingWriter

LARGEST: Final = 1 << 30
"""Bytes of the largest file that can be attached."""

_CHUNK: Final = 1 << 20
_TEMPORARY: Final = "incoming"
_LONGEST_NAME: Final = 200  # bytes; file systems take 255, and a copy may get a number
_NAMELESS: Final = "file"
# Everything that could steer a path or hide what a name really is: separators, signs of drives,
# streams and wildcards, controls, and the invisible marks that turn the order of letters.
_UNSAFE: Final = re.compile(
    '[/\\\\:*?"<>|\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]'
)
# Names Windows keeps for devices, with any ending.
_DEVICE: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)")


def clean_name(name: str) -> str:
    """Return `name` as one that is safe to show and to save under on every system.

    Only the last part of a path is kept, in Unicode's composed form; ZWNJ stays.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rpartition("/")[2]
    last = re.sub(r"^[A-Za-z]:(?=.)", "", last)
    kept = _UNSAFE.sub("", last.replace(":", "_")).encode("utf-8", "ignore").decode()
    kept = " ".join(kept.split()).strip(". ")
    kept = _DEVICE.sub(r"\1_", kept, count=1) if _DEVICE.match(kept) else kept
    return _shortened(kept) or _NAMELESS


def _shortened(name: str) -> str:
    """Cut a name to what file systems take, without losing its ending."""
    encoded = name.encode()
    if len(encoded) <= _LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > len("template"):
        stem, ending = name, ""
    room = _LONGEST_NAME - len(f"{dot}{ending}".encode()) if ending else _LONGEST_NAME
    cut = stem.encode()[:room].decode("utf-8", "ignore").rstrip(". \u200c")
    return f"{cut}.{ending}" if ending else cut


class Attachments:
    """The folder of attached files: each stored once, named by its content.

    The name is the SHA-256 of the content. With the archive's `key` it is a keyed hash of that,
    which tells nobody what is here, and the content is sealed.
    """

    def __init__(self, folder: Path, key: bytes | None = None) -> None:
        self.folder = folder
        self.claims = Claims()
        self._seal: bytes | None = None
        self._name: bytes | None = None
        if key is not None:
            self._seal, self._name = _keys(key)

    def name_of(self, sha256: str) -> str:
        """Return what the file of a content is called here."""
        if self._name is None:
            return sha256
        from liaison.storage.keys.sealing import keyed_name

        return keyed_name(self._name, sha256)

    def path(self, sha256: str) -> Path:
        """Return where a content lies, or would lie."""
        return self.named(self.name_of(sha256))

    def named(self, name: str) -> Path:
        """Return where the file called `name` lies, or would lie."""
        return self.folder / name[:2] / name

    def store(self, source: Path | BinaryIO, name: str = "") -> StoredFile:
        """Copy a file in and return what a record keeps of it; it is on the disk by then.

        Raises UserError for what is no plain file or too large, StorageError where it cannot be
        read to its end or the disk refuses it; then nothing is kept.
        """
        if not isinstance(source, Path):
            return self._take(source, name)
        with _plain_file(source) as stream:
            return self._take(stream, name or source.name, os.fstat(stream.fileno()))

    def _take(self, stream: BinaryIO, name: str, begun: os.stat_result | None = None) -> StoredFile:
        """Copy a stream in; `begun` is what its file was before, which it has to be still."""
        shown = clean_name(name)
        if begun is not None and begun.st_size > LARGEST:
            raise _too_large(shown)
        with disk_told(), self._incoming() as temporary:
            sha256, size = self._copy(stream, temporary, shown)
            if begun is not None:
                _refuse_changed(begun, os.fstat(stream.fileno()), shown)
            self._settle(temporary, self.name_of(sha256))
        return StoredFile(sha256, shown, size)

    def bring(self, source: Path) -> None:
        """Copy in a file as it lies in another folder of attached files of the same archive."""
        with disk_told(), self._incoming() as temporary:
            copy_down(source, temporary)
            self._settle(temporary, source.name)

    @contextmanager
    def _incoming(self) -> Iterator[Path]:
        """Lend a path for a copy on its way; nothing is left there afterwards."""
        incoming = self.folder / _TEMPORARY
        incoming.mkdir(parents=True, exist_ok=True)
        temporary = incoming / str(uuid7())
        self.claims.claim(temporary)
        try:
            yield temporary
        finally:
            temporary.unlink(missing_ok=True)

    def _copy(self, stream: BinaryIO, target: Path, name: str) -> tuple[str, int]:
        """Copy a stream to `target`, down to the disk; return its SHA-256 and size."""
        digest, size = hashlib.sha256(), 0
        with target.open("xb") as copy:
            sealed = self._sealing(copy)
            while chunk := _chunk(stream, name):
                size += len(chunk)
                if size > LARGEST:
                    raise _too_large(name)
                digest.update(chunk)
                (sealed or copy).write(chunk)
            if sealed is not None:
                sealed.finish(self.name_of(digest.hexdigest()))
            copy.flush()
            os.fsync(copy.fileno())
        return digest.hexdigest(), size

    def _sealing(self, target: BinaryIO) -> "SealingWriter | None":
        if self._seal is None:
            return None
        from liaison.storage.keys.sealing import SealingWriter

        return SealingWriter(target, self._seal)

    def _settle(self, temporary: Path, name: str) -> None:
        """Move a whole copy to its place, so that a power cut finds all of it or none."""
        goal = self.named(name)
        self.claims.claim(goal)
        if goal.exists() and self.is_whole(goal):
            return
        new_folder = not goal.parent.exists()
        goal.parent.mkdir(exist_ok=True)
        temporary.replace(goal)
        goal.chmod(0o444)
        sync_folder(goal.parent)
        if new_folder:
            sync_folder(self.folder)
            sync_folder(self.folder.parent)

    def opened(self, file: StoredFile) -> BinaryIO:
        """Return the content of a file, to read from anywhere; raises StorageError as `verified`.

        Whoever asked closes it.
        """
        path = self.verified(file)
        with disk_told():
            return self._reader(path)

    def verified(self, file: StoredFile) -> Path:
        """Return the path of a file whose content is what it was; raises StorageError else."""
        path = self.path(file.sha256)
        with disk_told():
            if not path.is_file():
                raise StorageError(
                    _("The attached file “{name}” is missing from the archive's folder.").format(
                        name=file.name
                    )
                )
            if not self.is_whole(path):
                raise StorageError(
                    _("The attached file “{name}” was altered or is damaged.").format(
                        name=file.name
                    )
                )
        return path

    def contents(self) -> Iterator[Path]:
        """Yield the files there are, by content."""
        if self.folder.is_dir():
            yield from sorted(self.folder.glob("[0-9a-f][0-9a-f]/*"))

    def unfinished(self) -> Iterator[Path]:
        """Yield the copies that were never finished, or are on their way in now."""
        yield from sorted((self.folder / _TEMPORARY).glob("*"))

    def is_whole(self, path: Path) -> bool:
        """Tell whether a file still has the content it is named by."""
        try:
            if self._seal is None:
                return digest_of(path) == path.name
            with self._reader(path) as reader:
                while reader.read(_CHUNK):
                    pass
        except (OSError, ValueError):  # a broken seal is a ValueError
            return False
        return True

    def _reader(self, path: Path) -> BinaryIO:
        source = path.open("rb")
        if self._seal is None:
            return source
        from liaison.storage.keys.sealing import SealedReader

        try:
            return io.BufferedReader(SealedReader(source, self._seal, path.name), _CHUNK)
        except BaseException:
            source.close()
            raise


def _keys(key: bytes) -> tuple[bytes, bytes]:
    """Return the keys that seal attached files and that name them."""
    from liaison.storage.keys.sealing import derived  # only who has a key pays for its use

    return derived(key, "attached files"), derived(key, "names of attached files")


def _too_large(name: str) -> UserError:
    return UserError(
        _("The file “{name}” is larger than {limit} MB and cannot be attached.").format(
            name=name, limit=digits.number(LARGEST >> 20, language())
        )
    )


@contextmanager
def _plain_file(source: Path) -> Iterator[BinaryIO]:
    """Open a plain file; links, devices and pipes are refused before anything is read."""
    try:
        kind = source.lstat().st_mode
        if not stat.S_ISREG(kind):
            raise UserError(
                _(
                    "“{name}” is not a plain file; links, folders and devices cannot be attached."
                ).format(name=clean_name(source.name))
            )
        descriptor = os.open(
            source, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        )
    except OSError as fault:
        raise UserError(
            _("The file “{name}” cannot be read: {reason}.").format(
                name=clean_name(source.name), reason=reason_of(fault)
            )
        ) from fault
    with os.fdopen(descriptor, "rb") as stream:
        yield stream


def _refuse_changed(before: os.stat_result, after: os.stat_result, name: str) -> None:
    """Refuse what another program wrote to meanwhile; nothing of it is kept."""
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise UserError(
            _("The file “{name}” was changed while it was being copied; attach it again.").format(
                name=name
            )
        )


def _chunk(stream: BinaryIO, name: str) -> bytes:
    try:
        return stream.read(_CHUNK)
    except OSError as fault:
        raise StorageError(
            _("The file “{name}” could not be read to its end: {reason}.").format(
                name=name, reason=reason_of(fault)
            )
        ) from fault
