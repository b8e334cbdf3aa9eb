"""What a command is asked with, and the archive it works on."""

import getpass
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from liaison.commands.parser import Parser
from liaison.commands.signing import passphrase, unlocked
from liaison.commands.terminal import say_error
from liaison.i18n import _

if TYPE_CHECKING:
    from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Request:
    """The folder of the archive, the language spoken, and the command's own options by name.

    `passphrase_file` is where the passphrase of an encrypted archive stands; None to be asked.
    """

    folder: Path
    language: str
    options: Namespace
    passphrase_file: Path | None = None


@contextmanager
def opened(request: Request, *, create: bool = False, write: bool = False) -> Iterator["Archive"]:
    """Open the archive of a request for as long as the block lasts.

    Only a command that brings records makes an archive where there is none: a mistyped folder
    stays unmade. Those that neither `create` nor `write` may look into one that a window has open.
    An encrypted one asks for a passphrase; a new one is encrypted where a passphrase came along.
    Raises StorageError where it cannot be opened.
    """
    from liaison.storage.place import Place
    from liaison.storage.signing_in import keyring_of, open_again
    from liaison.storage.wording import adopt_wording

    ring, folder = keyring_of(request.folder), request.folder
    is_new = create and not Place(folder).is_there
    if is_new and request.passphrase_file is not None:
        archive = _founded(request)
    elif ring is None:
        archive = open_again(folder, None, "", create=create, only_read=not (create or write))
    else:
        typed = passphrase(request.passphrase_file, _("Passphrase:"))
        key, officer = unlocked([ring], typed)
        archive = open_again(folder, key, officer, only_read=not (create or write))
    with archive:
        adopt_wording(archive)
        is_empty = archive.last_change() == 0
        yield archive
        if is_empty and archive.key is None and archive.last_change():
            say_error(
                _("The archive is not encrypted: whoever has the disk can read it. See “encrypt”.")
            )


def _founded(request: Request) -> "Archive":
    """Make an encrypted archive whose first administrator is who uses this computer."""
    from liaison.storage.signing_in import found

    typed = passphrase(request.passphrase_file, "")
    founded = found(request.folder, "", getpass.getuser(), typed)
    say_error(_("Recovery key, to be kept in a safe: {key}").format(key=founded.recovery))
    return founded.archive


def declare_json(parser: Parser) -> None:
    """Declare the option by which programs ask for what people do not read."""
    parser.choices.add_argument("--json", action="store_true", help=_("Print JSON."))


def declare_today(parser: Parser) -> None:
    """Declare the day that figures and prints count from."""
    parser.choices.add_argument(
        "--today",
        type=day,
        metavar="YYYY-MM-DD",
        help=_("Count days from this one instead of today."),
    )


def day(text: str) -> date:
    """Read a day of the command line, 2026-11-20."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise ArgumentTypeError(
            _("“{text}” is not a day such as 2026-11-20.").format(text=text)
        ) from None
