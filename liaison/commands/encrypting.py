"""Commands that encrypt an archive, take that back, and change what opens it."""

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from liaison.commands.parser import Parser
from liaison.commands.request import Request, opened
from liaison.commands.signing import new_passphrase, passphrase, unlocked
from liaison.commands.terminal import say
from liaison.errors import UserError
from liaison.i18n import _

if TYPE_CHECKING:
    from liaison.storage.archive import Archive
    from liaison.storage.keys.person import Person


def declare_encrypt(parser: Parser) -> None:
    """Declare what `encrypt` takes."""
    _declare_into(parser)
    _declare_new(parser)
    parser.choices.add_argument(
        "--name",
        metavar="NAME",
        default="",
        help=_("The first administrator: an officer of the archive, or a new one."),
    )


def encrypt(request: Request) -> int:
    """Make an encrypted copy of the archive, verified, in a folder of its own."""
    from liaison.storage.converting import encrypted

    into: Path = request.options.into
    with opened(request) as archive:
        person = _person(archive, request.options.name or getpass.getuser())
        typed = new_passphrase(request.options.new_passphrase_file)
        recovery = encrypted(archive, into, person, typed)
    say(_("The encrypted copy is in {folder}; this archive stays as it was.").format(folder=into))
    say(_("Recovery key, to be kept in a safe: {key}").format(key=recovery))
    return 0


def declare_decrypt(parser: Parser) -> None:
    """Declare what `decrypt` takes."""
    _declare_into(parser)


def decrypt(request: Request) -> int:
    """Make an unencrypted copy of the archive, verified, in a folder of its own."""
    from liaison.storage.converting import decrypted

    into: Path = request.options.into
    with opened(request) as archive:
        decrypted(archive, into)
    say(_("The unencrypted copy is in {folder}; this archive stays as it was.").format(folder=into))
    return 0


def declare_passphrase(parser: Parser) -> None:
    """Declare what `passphrase` takes."""
    _declare_new(parser)
    parser.choices.add_argument(
        "--name",
        metavar="NAME",
        default="",
        help=_("With the recovery key: the officer it is for."),
    )


def change_passphrase(request: Request) -> int:
    """Give whoever signs in another passphrase; with the recovery key, give one to an officer."""
    from liaison.storage.signing_in import keyring_of, open_signed

    ring = keyring_of(request.folder)
    if ring is None:
        raise UserError(_("The archive is not encrypted."))
    old = passphrase(request.passphrase_file, _("Passphrase:"))
    key, officer = unlocked([ring], old)
    with open_signed(request.folder, key, officer) as archive:
        whose = officer or _person(archive, request.options.name).officer
        new = new_passphrase(request.options.new_passphrase_file)
        if officer:
            archive.people.change_passphrase(old, new)
        else:
            archive.people.admit(whose, new)
    say(_("The new passphrase opens the archive from now on."))
    return 0


def declare_copy(parser: Parser) -> None:
    """Declare what `copy` takes."""
    parser.words.add_argument(
        "file", metavar="FILE", type=Path, help=_("The file to write, on a memory stick for one.")
    )
    _declare_new(parser)


def save_copy(request: Request) -> int:
    """Write the whole archive into one sealed file, and read that through."""
    from liaison.storage.backups import routine, travelling
    from liaison.storage.signing_in import needed_keyring

    goal: Path = request.options.file
    if not goal.parent.is_dir():
        raise UserError(_("There is no folder {folder}.").format(folder=goal.parent))
    with opened(request) as archive:
        made = routine.back_up(archive, datetime.now(UTC), always=True).made
        if archive.key is None:
            opener = travelling.opener_for(new_passphrase(request.options.new_passphrase_file))
        else:
            opener = travelling.own_opener(needed_keyring(archive.folder), archive.key)
        if made is None:
            return 1
        travelling.save_copy(made, routine.shelf_of(archive.folder, archive.key), goal, opener)
    say(_("Copy written and verified: {file}").format(file=goal))
    return 0


def _person(archive: "Archive", name: str) -> "Person":
    """Return the officer called `name`, or somebody new of that name where there is none.

    Raises UserError where the name could mean several officers.
    """
    from liaison.domain.records.officer import Officer
    from liaison.language.keys import spaced
    from liaison.storage.keys.person import Person
    from liaison.storage.people import person_of

    wanted = spaced(name)
    named = [person_of(row) for row in archive.rows(Officer)]
    found = [each for each in named if wanted in {spaced(each.name_fa), spaced(each.name_en)}]
    if len(found) > 1:
        raise UserError(_("Several officers are called “{name}”.").format(name=name))
    persian = any("\u0600" <= letter <= "\u06ff" for letter in name)
    return found[0] if found else Person("", name if persian else "", "" if persian else name)


def _declare_into(parser: Parser) -> None:
    parser.choices.add_argument(
        "--into",
        metavar="FOLDER",
        type=Path,
        required=True,
        help=_("The new or empty folder that the copy goes into."),
    )


def _declare_new(parser: Parser) -> None:
    parser.choices.add_argument(
        "--new-passphrase-file",
        metavar="FILE",
        type=Path,
        help=_("File whose first line is the new passphrase; else it is asked for."),
    )
