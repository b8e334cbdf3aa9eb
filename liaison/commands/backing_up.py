"""Commands that copy an archive, look the copies through, and put one back."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from liaison.commands.parser import Parser
from liaison.commands.request import Request, opened
from liaison.commands.signing import passphrase, unlocked
from liaison.commands.terminal import figure, say, say_rows
from liaison.diagnostics import diary
from liaison.errors import LiaisonError, StorageError, UserError
from liaison.i18n import _, language, ngettext
from liaison.time import instant

if TYPE_CHECKING:
    from liaison.storage.backups.shelf import Backup, Shelf


def declare_backup(parser: Parser) -> None:
    """Declare what `backup` takes."""
    parser.choices.add_argument(
        "--to", metavar="FOLDER", type=Path, help=_("Put a copy of the backup there too.")
    )


def back_up(request: Request) -> int:
    """Make a backup, verify it, and thin out the older ones."""
    from liaison.storage.backups import routine
    from liaison.storage.backups.making import copy_to
    from liaison.storage.backups.shelf import Shelf

    goal: Path | None = request.options.to
    if goal is not None and not goal.is_dir():
        raise UserError(_("There is no folder {folder}.").format(folder=goal))
    with opened(request) as archive:
        outcome = routine.back_up(archive, datetime.now(UTC), always=True)
        if outcome.made is None:
            return 1
        if goal is not None:
            shelf = routine.shelf_of(archive.folder, archive.key)
            copy_to(outcome.made, shelf, Shelf(goal / routine.ELSEWHERE, archive.key))
    diary.note(
        diary.Event.SECOND_PLACE_FAILED if outcome.trouble else diary.Event.BACKED_UP,
        records=outcome.made.manifest.records,
        bytes=outcome.made.manifest.whole_size,
    )
    say(_("Backup made and verified: {name}").format(name=outcome.made.name))
    if outcome.trouble:
        say(outcome.trouble)
    return 1 if outcome.trouble else 0


def declare_backups(parser: Parser) -> None:
    """Declare what `backups` takes."""
    parser.choices.add_argument(
        "--verify", action="store_true", help=_("Read every byte of each and say what is wrong.")
    )
    _declare_shelf(parser)


def list_backups(request: Request) -> int:
    """List the backups there are, the newest last."""
    from liaison.storage.archive import Archive
    from liaison.storage.backups.verifying import faults_of, rewritten

    shelf = _shelf(request)
    backups, faults = shelf.backups(), []
    say_rows([_line(each) for each in backups])
    if request.options.verify:
        shelf = _unlocked(request, shelf, backups)
        faults = [fault for each in backups for fault in faults_of(shelf, each)]
        with (
            suppress(LiaisonError),  # backups outlive their archive
            Archive.open(request.folder, key=shelf.key, create=False, only_read=True) as archive,
        ):
            faults += rewritten(archive, shelf)
        for fault in faults:
            say(fault)
        if not faults and backups:
            say(_("Nothing is wrong with the backups."))
    if not backups:
        say(_("There is no backup in {folder}.").format(folder=shelf.folder))
    return 1 if faults else 0


def declare_restore(parser: Parser) -> None:
    """Declare what `restore` takes."""
    parser.words.add_argument(
        "name", metavar="NAME", help=_("A backup, as “backups” lists it, or a file of “copy”.")
    )
    parser.choices.add_argument(
        "--into",
        metavar="FOLDER",
        type=Path,
        required=True,
        help=_("The new or empty folder that the archive goes into."),
    )
    _declare_shelf(parser)


def restore(request: Request) -> int:
    """Make an archive of a backup in a folder of its own."""
    from liaison.storage.backups.restoring import restore as put_into

    shelf, name = _shelf(request), request.options.name
    into: Path = request.options.into
    backup = shelf.find(name)
    if backup is not None:
        lacking = put_into(_unlocked(request, shelf, [backup]), backup, into)
    elif Path(name).is_file():
        lacking = _restore_copy(request, Path(name), into)
    else:
        raise UserError(_("There is no backup called {name}.").format(name=name))
    say(_("The backup {name} now is an archive in {folder}.").format(name=name, folder=into))
    if lacking:
        text = ngettext(
            "The backup {name} lacks {count} attached file.",
            "The backup {name} lacks {count} attached files.",
            len(lacking),
        )
        say(text.format(name=name, count=figure(len(lacking))))
    return 1 if lacking else 0


def _restore_copy(request: Request, file: Path, into: Path) -> tuple[str, ...]:
    """Make an archive of the one file that `copy` wrote."""
    from liaison.storage.backups.travelling import keyring_in, restore_copy

    ring = keyring_in(file)
    key, _officer = unlocked([ring], passphrase(request.passphrase_file, _("Passphrase:")))
    return restore_copy(file, key, into)


def _unlocked(request: Request, shelf: "Shelf", backups: Sequence["Backup"]) -> "Shelf":
    """Return the shelf with the key that its backups need, if they need one.

    Any passphrase does that opens the archive now, or opened one of the backups then.
    """
    from liaison.storage.backups.shelf import Shelf
    from liaison.storage.keys import KEYS
    from liaison.storage.keys.keyring import Keyring

    rings: dict[Keyring, None] = {}
    for folder in (request.folder, *(each.folder for each in reversed(backups))):
        with suppress(StorageError):
            ring = Keyring.read(folder)
            rings |= {ring: None} if ring is not None else {}
    if not any((each.folder / KEYS).exists() for each in backups):
        return shelf
    key, _officer = unlocked(rings, passphrase(request.passphrase_file, _("Passphrase:")))
    return Shelf(shelf.folder, key)


def _declare_shelf(parser: Parser) -> None:
    parser.choices.add_argument(
        "--from",
        dest="source",
        metavar="FOLDER",
        type=Path,
        help=_("The second place the backups stand at, instead of the folder of the archive."),
    )


def _shelf(request: Request) -> "Shelf":
    from liaison.storage.backups import routine
    from liaison.storage.backups.shelf import Shelf

    source: Path | None = request.options.source
    return routine.shelf_of(request.folder) if source is None else Shelf(source / routine.ELSEWHERE)


def _line(backup: "Backup") -> list[str]:
    manifest = backup.manifest
    records = ngettext("{count} record", "{count} records", manifest.records)
    files = ngettext("{count} file", "{count} files", len(manifest.files))
    return [
        backup.name,
        instant.shown(manifest.made_at, instant.zone(), language()),
        records.format(count=figure(manifest.records)),
        files.format(count=figure(len(manifest.files))),
        _("{size} MB").format(size=figure(max(1, manifest.whole_size >> 20))),
    ]
