"""The command that takes records out, in the form that the name of a file asks for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from liaison.commands.request import Request, declare_today, opened
from liaison.commands.terminal import figure, say_error
from liaison.i18n import _, ngettext
from liaison.time.instant import zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.commands.parser import Parser
    from liaison.domain.schema import RecordType
    from liaison.exchange.leaving.order import Report
    from liaison.storage.archive import Archive

_SEPARATORS = ("semicolon", "comma", "tab")
_CARDS = ("3.0", "4.0")
_WHOLE = (".json", ".liaison")
"""Forms that hold records whole, whatever their class."""


def declare_export(parser: Parser) -> None:
    """Declare what `export` takes."""
    parser.words.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help=_("The file to write: .json, .liaison, .xlsx, .csv, .vcf or .ics."),
    )
    add = parser.choices.add_argument
    add("--type", action="append", default=[], metavar="T", help=_("Only records of this type."))
    add(
        "--columns",
        metavar="A,B",
        default="",
        help=_("The fields that become columns of a table; else those of the list."),
    )
    add(
        "--separator",
        choices=_SEPARATORS,
        default=_SEPARATORS[0],
        help=_("What parts the cells of a .csv file."),
    )
    add(
        "--old-programs",
        action="store_true",
        help=_("Write a .csv file in Windows-1256, for programs that know no Unicode."),
    )
    add("--vcard", choices=_CARDS, default=_CARDS[0], help=_("The version of contact cards."))
    add(
        "--classified",
        action="store_true",
        help=_(
            "Put what is restricted or classified into a table, cards or a calendar, too;"
            " .json and .liaison always hold it."
        ),
    )
    declare_today(parser)


def export(request: Request) -> int:
    """Write records to a file."""
    from liaison.domain.records import by_name
    from liaison.exchange.formats import FORMATS, wrong_ending
    from liaison.exchange.leaving.writing import WRITERS

    path: Path = request.options.file
    ending = path.suffix.lower()
    types = [by_name(name) for name in request.options.type]
    if ending in _WHOLE:
        with opened(request) as archive:
            left = FORMATS[ending].export(archive, path, types)
        if left:
            say_error(
                ngettext(
                    "{count} attached file stays behind; a name ending in .liaison takes it along.",
                    "{count} attached files stay behind; a name ending in .liaison takes them"
                    " along.",
                    left,
                ).format(count=figure(left))
            )
        return 0
    if ending not in WRITERS:
        raise wrong_ending(path, dict.fromkeys((*_WHOLE, *WRITERS)))
    with opened(request) as archive:
        _tell_all(_taken_out(archive, request, path, types or _usual(ending)))
    return 0


def _usual(ending: str) -> list[RecordType]:
    """Return the types that leave in a form where none is named."""
    from liaison.domain.records import by_name
    from liaison.exchange.leaving.days import TYPES

    return [by_name(name) for name in {".vcf": ("person",), ".ics": TYPES}.get(ending, ())]


def _taken_out(
    archive: Archive, request: Request, path: Path, types: Sequence[RecordType]
) -> Report:
    """Write all records of `types`."""
    from liaison.exchange.leaving.order import SEPARATORS, Order, Selection
    from liaison.exchange.leaving.writing import write
    from liaison.storage.archive import Listing

    asked, lang = request.options, request.language
    order = Order(
        asked.today or datetime.now(zone()).date(),
        lang,
        columns=tuple(filter(None, (key.strip() for key in asked.columns.split(",")))),
        classified=asked.classified,
        separator=SEPARATORS[asked.separator],
        old_programs=asked.old_programs,
        card_version=asked.vcard,
    )
    return write(archive, path, [Selection(Listing(each, lang=lang)) for each in types], order)


def _tell_all(report: Report) -> None:
    """Say of what class the file is, and what is not in it."""
    for sentence in report.sentences():
        say_error(sentence)
