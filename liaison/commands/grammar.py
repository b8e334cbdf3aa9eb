"""The grammar of the command line: which words there are, and what one of them was asked for."""

from argparse import REMAINDER, Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from liaison.commands import (
    backing_up,
    checking,
    comparing,
    counting,
    encrypting,
    exchanging,
    looking,
    printing,
    reporting,
    scanning,
    taking_out,
    travelling,
)
from liaison.commands.parser import Parser, Usage
from liaison.commands.places import default_folder
from liaison.commands.request import Request
from liaison.i18n import LANGUAGES, N_, _, install

PROGRAM: Final = "main.py"


@dataclass(frozen=True)
class Command:
    """A word of the command line: what it is for, what it takes, and what it does.

    `execute` returns the exit status and raises LiaisonError for what it refuses.
    """

    purpose: str
    declare: Callable[[Parser], None]
    execute: Callable[[Request], int]


def _nothing(parser: Parser) -> None:
    """Declare nothing: the word says it all."""


COMMANDS: Final[Mapping[str, Command]] = {
    "sample": Command(
        N_("Fill an empty archive with the sample drawn from public documents."),
        _nothing,
        exchanging.sample,
    ),
    "import": Command(
        N_("Take in the records of a file, all or none."),
        exchanging.declare_import,
        exchanging.take_in,
    ),
    "export": Command(N_("Write records to a file."), taking_out.declare_export, taking_out.export),
    "list": Command(
        N_("List the records of a type, one a line."), looking.declare_list, looking.list_type
    ),
    "search": Command(
        N_("Find records by words, in any spelling."), looking.declare_search, looking.search
    ),
    "doubles": Command(
        N_("List the pairs of records that may be one."),
        comparing.declare_doubles,
        comparing.list_doubles,
    ),
    "print": Command(N_("Make a print as PDF."), printing.declare, printing.print_product),
    "check": Command(N_("Verify database, attachments and references."), _nothing, checking.check),
    "sweep": Command(
        N_("Remove attached files that nothing speaks of any more."), _nothing, checking.sweep
    ),
    "scans": Command(N_("Read the text of scanned papers."), _nothing, scanning.scans),
    "backup": Command(
        N_("Copy the archive, and verify the copy."), backing_up.declare_backup, backing_up.back_up
    ),
    "backups": Command(
        N_("List the backups there are."), backing_up.declare_backups, backing_up.list_backups
    ),
    "restore": Command(
        N_("Make an archive of a backup, in a new folder."),
        backing_up.declare_restore,
        backing_up.restore,
    ),
    "copy": Command(
        N_("Write the archive into one encrypted file, for a memory stick."),
        encrypting.declare_copy,
        encrypting.save_copy,
    ),
    "travel": Command(
        N_("Send records out to a laptop, and take its work in again."),
        travelling.declare,
        travelling.travel,
    ),
    "encrypt": Command(
        N_("Make an encrypted copy of the archive, in a new folder."),
        encrypting.declare_encrypt,
        encrypting.encrypt,
    ),
    "decrypt": Command(
        N_("Make an unencrypted copy of an encrypted archive, in a new folder."),
        encrypting.declare_decrypt,
        encrypting.decrypt,
    ),
    "passphrase": Command(
        N_("Change the passphrase that opens the archive."),
        encrypting.declare_passphrase,
        encrypting.change_passphrase,
    ),
    "report": Command(
        N_("Write a report for whoever looks after the program, without names and texts."),
        reporting.declare_report,
        reporting.write_report,
    ),
    "stats": Command(
        N_("Count the records by type, and what came of the work in a period."),
        counting.declare_stats,
        counting.stats,
    ),
}


def understood(arguments: Sequence[str]) -> tuple[Command | None, Request]:
    """Return the command asked for (None: the window) and what it was asked with.

    Speaks the chosen language from here on. Raises Usage where the line cannot be understood or
    asks for help.
    """
    install(_language(arguments))
    first = _read_first(arguments)
    name = first.command
    if name is None:
        return None, _request(first, Namespace(), unstated="")
    if name not in COMMANDS:
        problem = _("“{name}” is no command; there are {known}.").format(
            name=name, known=", ".join(COMMANDS)
        )
        raise Usage(_first_parser().format_usage(), problem)
    command = COMMANDS[name]
    parser = Parser(f"{PROGRAM} {name}", _(command.purpose))
    parser.declare_place()
    command.declare(parser)
    options = parser.parse_args(first.rest)
    request = _request(first, options, unstated=LANGUAGES[0])
    install(request.language)
    return command, request


def name_of(command: Command) -> str:
    """Return the word of a command."""
    return next(name for name, each in COMMANDS.items() if each is command)


def _read_first(arguments: Sequence[str]) -> Namespace:
    """Read up to the command; what follows it stays in `rest`."""
    return _first_parser().parse_args(arguments)


def _first_parser() -> Parser:
    width = max(map(len, COMMANDS)) + 2
    listed = "\n".join(
        f"  {name:{width}}{_(command.purpose)}" for name, command in COMMANDS.items()
    )
    parser = Parser(
        PROGRAM, _("Without a command the window opens."), _("Commands:") + "\n" + listed
    )
    parser.declare_place()
    parser.words.add_argument("command", nargs="?", metavar="COMMAND", help=_("What to do."))
    parser.words.add_argument(
        "rest", nargs=REMAINDER, metavar="…", help=_("What the command takes; see COMMAND --help.")
    )
    return parser


def _request(first: Namespace, options: Namespace, *, unstated: str) -> Request:
    """Bring the two halves of a line together; what stands after the command wins."""
    place = vars(first) | vars(options)
    return Request(
        folder=place.get("data") or default_folder(),
        language=place.get("lang", unstated),
        options=options,
        passphrase_file=place.get("passphrase_file"),
    )


def _language(arguments: Sequence[str]) -> str:
    """Return the language a line asks for, before anything about it can be complained of."""
    asked = LANGUAGES[0]
    for option, value in zip(arguments, [*arguments[1:], ""], strict=True):
        if option == "--lang" and value in LANGUAGES:
            asked = value
        elif option.removeprefix("--lang=") in LANGUAGES and option.startswith("--lang="):
            asked = option.removeprefix("--lang=")
    return asked
