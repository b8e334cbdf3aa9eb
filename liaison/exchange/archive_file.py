"""The `.liaison` file: a zip of `bundle.json` and the files it speaks of, by their hashes."""

import hashlib
import re
import shutil
import stat
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from liaison.domain.schema import RecordType, StoredFile
from liaison.errors import UserError
from liaison.exchange.bundle import LARGEST, check_files, import_label
from liaison.exchange.incoming import read_stream
from liaison.exchange.intake import Outcome, take_in
from liaison.exchange.outgoing import bundle_bytes, files_of, outgoing
from liaison.exchange.source import opened
from liaison.exchange.whole_file import whole_file
from liaison.i18n import N_, _
from liaison.storage import attachments
from liaison.storage.archive import Archive, Row

BUNDLE: Final = "bundle.json"
_FOLDER: Final = "files/"
_OBJECT: Final = re.compile(r"files/[0-9a-f]{64}")
_MOST_ENTRIES: Final = 200_000
# Text of records shrinks to a tenth; only a bomb shrinks to less than a two-hundredth.
_RATIO: Final = 200
_DAMAGED: Final = N_("{path} is not a readable .liaison file: it is damaged or something else.")
_SMALL: Final = 2**20
_CHUNK: Final = 2**20
UNREADABLE: Final = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    RuntimeError,
    UnicodeDecodeError,
    zlib.error,
)


def export_archive_file(archive: Archive, path: Path, types: Collection[RecordType] = ()) -> int:
    """Write records and their files to `path`; returns the number of files left behind: none."""
    write_archive_file(archive, path, outgoing(archive, types))
    return 0


def write_archive_file(
    archive: Archive,
    path: Path,
    rows: Collection[Row],
    without: Mapping[str, Collection[str]] | None = None,
) -> None:
    """Write `rows` and their files to `path`; `without` as `bundle_bytes` takes it."""
    left_out = without or {}
    with whole_file(path) as stream, ZipFile(stream, "w") as container:
        container.writestr(entry_named(BUNDLE, ZIP_DEFLATED), bundle_bytes(rows, left_out))
        put_files(container, archive, files_of(rows, left_out))


def put_files(container: ZipFile, archive: Archive, files: Iterable[StoredFile]) -> None:
    """Write attached files into a container."""
    for file in files:
        entry = entry_named(_FOLDER + file.sha256, ZIP_STORED)
        entry.file_size = file.size
        with archive.open_file(file) as source, container.open(entry, "w") as target:
            shutil.copyfileobj(source, target, _CHUNK)


def entry_named(name: str, compression: int) -> ZipInfo:
    """Return an entry that carries no time of its own, so that equal contents give equal bytes."""
    entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = compression
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry


def import_archive_file(archive: Archive, path: Path, *, dry_run: bool = False) -> Outcome:
    """Take in the records and files of the `.liaison` file at `path`, all or none.

    The whole file is refused, in one UserError, where any entry is not what the format names, too
    large, damaged, missing, or not spoken of by a record.
    """
    with _container(path) as container:
        objects = objects_in(container)
        with container.open(BUNDLE) as stream:
            incoming = read_stream(stream)
        files = {file.sha256: file for record in incoming for file in record.files()}
        check_objects(container, objects, files)
    check_files(archive, incoming, objects)

    def bring_files() -> None:
        with _container(path) as container:
            fetch_files(container, archive, objects, files)

    return take_in(
        archive, incoming, import_label(path.name), dry_run=dry_run, bring_files=bring_files
    )


def fetch_files(
    container: ZipFile,
    archive: Archive,
    objects: Mapping[str, ZipInfo],
    files: Mapping[str, StoredFile],
) -> None:
    """Take the attached files of a container into the archive."""
    for sha256, entry in objects.items():
        with container.open(entry) as stream:
            stored = archive.attach(cast("BinaryIO", stream), files[sha256].name)
        if stored.sha256 != sha256:  # the file is another one than a moment ago
            raise _altered(stored.name)


@contextmanager
def _container(path: Path) -> Iterator[ZipFile]:
    """Lend a container; tell whatever a damaged or foreign one makes the reader stumble over."""
    with opened(path) as source:
        try:
            with ZipFile(source) as container:
                yield container
        except UNREADABLE as error:
            raise UserError(_(_DAMAGED).format(path=path)) from error


def objects_in(container: ZipFile, beside: Collection[str] = ()) -> dict[str, ZipInfo]:
    """Return the entries of attached files by hash; refuse a container with any other entry.

    Only the bundle, and what is named `beside` it, may be there too.

    Nothing is ever unpacked to a path the container names, so a path outside the folder could do
    no harm; it is refused because nobody honest wrote it.
    """
    entries = container.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise UserError(_("The .liaison file holds too many files."))
    objects: dict[str, ZipInfo] = {}
    names: set[str] = set()
    for entry in entries:
        if (
            entry.filename in names
            or not (entry.filename in {BUNDLE, *beside} or _OBJECT.fullmatch(entry.filename))
            or stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG}
        ):
            raise _does_not_belong(entry.filename)
        names.add(entry.filename)
        _check_size(entry)
        if _OBJECT.fullmatch(entry.filename):
            objects[entry.filename.removeprefix(_FOLDER)] = entry
    if BUNDLE not in names:
        raise UserError(_("The .liaison file holds no {name}.").format(name=BUNDLE))
    return objects


def _does_not_belong(name: str) -> UserError:
    return UserError(
        _("The .liaison file holds “{name}”, which does not belong there.").format(name=name)
    )


def _check_size(entry: ZipInfo) -> None:
    """Refuse what would unpack to more than a file of the office can be."""
    largest = LARGEST if entry.filename == BUNDLE else attachments.LARGEST
    ratio = entry.file_size / max(entry.compress_size, 1)
    if entry.file_size > largest or (entry.file_size > _SMALL and ratio > _RATIO):
        raise UserError(
            _("“{name}” in the .liaison file would unpack to too much.").format(name=entry.filename)
        )


def check_objects(
    container: ZipFile, objects: Mapping[str, ZipInfo], files: Mapping[str, StoredFile]
) -> None:
    """Refuse a file no record speaks of, and one whose content is not what its record says."""
    for sha256, entry in objects.items():
        if sha256 not in files:
            raise _does_not_belong(entry.filename)
        if _digest(container, entry) != (sha256, files[sha256].size):
            raise _altered(files[sha256].name)


def _altered(name: str) -> UserError:
    message = _("The content of “{name}” in the .liaison file was altered.")
    return UserError(message.format(name=name))


def _digest(container: ZipFile, entry: ZipInfo) -> tuple[str, int]:
    """Return hash and size of an entry, read a piece at a time."""
    digest, size = hashlib.sha256(), 0
    with container.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size
