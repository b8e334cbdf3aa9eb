"""Commands that show what the archive holds."""

from argparse import ArgumentTypeError
from collections.abc import Sequence
from typing import TYPE_CHECKING

from liaison.commands.parser import Parser
from liaison.commands.request import Request, declare_json, opened
from liaison.commands.terminal import say_json, say_rows
from liaison.i18n import _

if TYPE_CHECKING:
    from liaison.storage.archive import Row


def declare_list(parser: Parser) -> None:
    """Declare what `list` takes."""
    parser.words.add_argument("type", metavar="TYPE", help=_("A record type, such as meeting."))
    declare_json(parser)


def list_type(request: Request) -> int:
    """List the records of a type by title, in the alphabet of the language."""
    from liaison.domain.records import by_name
    from liaison.language.collate import sort_key

    record_type = by_name(request.options.type)
    with opened(request) as archive:
        rows = archive.rows(record_type)
        titles = archive.titles([row.uid for row in rows], request.language)
        rows.sort(key=lambda row: (sort_key(titles[row.uid]), row.uid))
        _show(rows, titles, as_json=request.options.json)
    return 0


def declare_search(parser: Parser) -> None:
    """Declare what `search` takes."""
    parser.words.add_argument("text", metavar="TEXT", help=_("The words to find."))
    parser.choices.add_argument(
        "--type", action="append", default=[], metavar="T", help=_("Only records of this type.")
    )
    parser.choices.add_argument(
        "--limit", type=_count, default=50, metavar="N", help=_("At most so many.")
    )
    declare_json(parser)


def search(request: Request) -> int:
    """Show the records in which words are found, the best first."""
    from liaison.domain.records import by_name

    asked = request.options
    types = [by_name(name).__tablename__ for name in asked.type]
    with opened(request) as archive:
        hits = archive.search(asked.text, types=types, limit=asked.limit)
        rows = [archive.read(by_name(hit.type), hit.uid) for hit in hits]
        titles = archive.titles([row.uid for row in rows], request.language)
        _show(rows, titles, as_json=asked.json, with_type=True)
    return 0


def _show(
    rows: Sequence["Row"], titles: dict[str, str], *, as_json: bool, with_type: bool = False
) -> None:
    """Print records one a line, or as the JSON array programs read."""
    from liaison.exchange.outgoing import fields_json

    if as_json:
        say_json(
            [
                {
                    "type": row.record_type.__tablename__,
                    "uid": row.uid,
                    "title": titles.get(row.uid, ""),
                    "fields": fields_json(row.record_type, row.values),
                }
                for row in rows
            ]
        )
        return
    for row in rows:
        cells = (row.record_type.__tablename__,) if with_type else ()
        say_rows([(*cells, row.uid, titles.get(row.uid, ""))])


def _count(text: str) -> int:
    """Read a number of results, one or more."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(_("“{text}” is not a number from 1 on.").format(text=text))
    return int(text)
