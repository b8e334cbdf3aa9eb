"""The files the program exchanges, by the ending of their names."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from liaison.domain.schema import RecordType
from liaison.errors import UserError
from liaison.exchange.archive_file import export_archive_file, import_archive_file
from liaison.exchange.bundle import export_bundle, import_bundle
from liaison.exchange.intake import Outcome
from liaison.i18n import _
from liaison.storage.archive import Archive


class Export(Protocol):
    """Write records to a file; return the number of attached files it cannot carry."""

    def __call__(self, archive: Archive, path: Path, types: Collection[RecordType] = ...) -> int:
        """Write the records of `types`, all where none are named, to `path`."""
        ...


class Import(Protocol):
    """Take in the records of a file, all or none."""

    def __call__(self, archive: Archive, path: Path, *, dry_run: bool = ...) -> Outcome:
        """Take in the file at `path`, or with `dry_run` only say what that would do."""
        ...


@dataclass(frozen=True)
class Format:
    """A kind of file: how it is written and how it is taken in."""

    export: Export
    take_in: Import


FORMATS: Final[Mapping[str, Format]] = {
    ".json": Format(export_bundle, import_bundle),
    ".liaison": Format(export_archive_file, import_archive_file),
}


def format_of(path: Path, others: Collection[str] = ()) -> Format:
    """Return the format the name of `path` asks for; raises UserError naming those there are.

    `others` are endings of names that would do as well.
    """
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise wrong_ending(path, (*FORMATS, *others))
    return found


def wrong_ending(path: Path, endings: Iterable[str]) -> UserError:
    """Return the error that says by which endings a file has to be named."""
    return UserError(
        _("The name must end in one of {endings}, not “{ending}”.").format(
            endings=", ".join(endings), ending=path.suffix or path.name
        )
    )
