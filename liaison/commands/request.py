"""What a command is asked with, and the archive it works on."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from liaison.commands.parser import Parser
from liaison.i18n import _

if TYPE_CHECKING:
    from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Request:
    """The folder of the archive, the language spoken, and the command's own options by name."""

    folder: Path
    language: str
    options: Namespace


@contextmanager
def opened(request: Request, *, create: bool = False, write: bool = False) -> Iterator["Archive"]:
    """Open the archive of a request for as long as the block lasts.

    Only a command that brings records makes an archive where there is none: a mistyped folder
    stays unmade. Those that neither `create` nor `write` may look into one that a window has open.
    Raises StorageError where it cannot be opened.
    """
    from liaison.storage.archive import Archive

    with Archive.open(request.folder, create=create, only_read=not (create or write)) as archive:
        yield archive


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
