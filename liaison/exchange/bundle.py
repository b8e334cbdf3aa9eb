"""The bundle: records as one UTF-8 JSON file."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from liaison.domain.schema import RecordType
from liaison.errors import UserError
from liaison.exchange.incoming import Incoming, read_stream
from liaison.exchange.intake import Outcome, take_in
from liaison.exchange.outgoing import bundle_bytes, files_of, outgoing
from liaison.exchange.source import opened
from liaison.exchange.whole_file import whole_file
from liaison.i18n import _
from liaison.storage.archive import Archive

LARGEST: Final = 64 * 2**20
"""The most bytes of JSON that are read; a hundred thousand records take less."""


def export_bundle(archive: Archive, path: Path, types: Collection[RecordType] = ()) -> int:
    """Write the records of `types` (all where none are named) to `path`, without the bin.

    Equal records give equal bytes. Returns the number of attached files that stay behind: a
    `.liaison` file takes them along. Raises UserError and StorageError where `path` cannot be
    written.
    """
    rows = outgoing(archive, types)
    with whole_file(path) as stream:
        stream.write(bundle_bytes(rows))
    return len(files_of(rows))


def import_bundle(archive: Archive, path: Path, *, dry_run: bool = False) -> Outcome:
    """Take in the records of the bundle at `path`, all or none.

    Raises UserError naming record and field, StorageError where the file cannot be read.
    """
    return import_file(archive, path, path.name, dry_run=dry_run)


def import_file(archive: Archive, path: Path, name: str, *, dry_run: bool = False) -> Outcome:
    """Take in the records of the bundle at `path`; `name` is what the change is called by."""
    with opened(path) as source:
        if path.stat().st_size > LARGEST:
            raise UserError(_("{path} is too large for a bundle.").format(path=path))
        incoming = read_stream(source)
    check_files(archive, incoming)
    return take_in(archive, incoming, import_label(name), dry_run=dry_run)


def import_label(name: str) -> str:
    """Return what the history calls an import."""
    return _("Import of {name}").format(name=name)


def check_files(
    archive: Archive, incoming: Collection[Incoming], brought: Collection[str] = ()
) -> None:
    """Refuse a record whose file is neither `brought` (SHA-256) nor in the archive already."""
    for record in incoming:
        for file in record.files():
            if file.sha256 not in brought and not archive.has_file(file):
                raise UserError(
                    _("The file “{name}” neither came along nor is it in the archive.").format(
                        name=file.name
                    ),
                    record=record.name,
                )
