"""A foreign file read into tables, whatever its format; each within bounds of size and time."""

import codecs
from pathlib import Path, PurePath
from typing import Final

from liaison.errors import UserError
from liaison.exchange.foreign import calendars, cards, encodings, worksheets
from liaison.exchange.foreign.headings import headed
from liaison.exchange.foreign.pasted import rows_of_html, rows_of_text
from liaison.exchange.foreign.separated import read_rows
from liaison.exchange.foreign.tables import MOST_ROWS, Source
from liaison.exchange.source import opened
from liaison.i18n import _

ENDINGS: Final = (".xlsx", ".csv", ".vcf", ".ics")
"""The endings of the names of foreign files."""
_TEXTS: Final = (".csv", ".txt", ".tsv")
_LARGEST: Final = 64 << 20
_PIECE: Final = 8 << 20
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED: Final = "EncryptedPackage".encode("utf-16-le")


def read_source(
    given: Path | bytes,
    name: str = "",
    *,
    encoding: str = "",
    separator: str = "",
    head_row: int | None = None,
) -> Source:
    """Return what stands in a file, told by its content and its name.

    `encoding` is one of `encodings.ENCODINGS` and `separator` one of `separated.SEPARATORS`, both
    for text and found out where they are ""; `head_row` is the number of the row that names the
    columns, 0 for none. Raises UserError in one sentence for what is no such file, is protected,
    or is larger than any; StorageError where the disk does not give it.
    """
    content = given if isinstance(given, bytes) else _content(given)
    called = name or (given.name if isinstance(given, Path) else "")
    start = _start(content)
    if content.startswith(_OLE):
        raise _old_or_protected(content, called)
    if content.startswith(_ZIP):
        return worksheets.read(content, called, head_row=head_row)
    if start.startswith("BEGIN:VCARD"):
        return cards.read(content, called, encoding=encoding)
    if start.startswith("BEGIN:VCALENDAR"):
        return calendars.read(content, called)
    if PurePath(called).suffix.lower() in _TEXTS or not called:
        return _separated(content, called, encoding, separator, head_row)
    raise UserError(
        _("“{name}” is no readable table; save it as .xlsx or .csv and bring that.").format(
            name=called
        )
    )


def read_pasted(text: str, html: str = "", *, head_row: int | None = None) -> Source:
    """Return the tables of what was copied in Excel, Word or a browser.

    `html` is what the clipboard holds beside the plain `text`; its tables go before it.
    """
    tables = [
        headed(_("Pasted table {number}").format(number=number), rows, refused, head_row=head_row)
        for number, (rows, refused) in enumerate(rows_of_html(html), start=1)
    ]
    if not tables:
        rows, refused = rows_of_text(text)
        tables = [headed(_("Pasted table"), rows, refused, head_row=head_row)]
    return Source(_("the clipboard"), "pasted", "", "", tuple(tables))


def _content(path: Path) -> bytes:
    with opened(path) as source:
        pieces = []
        while piece := source.read(_PIECE):
            pieces.append(piece)
            if sum(map(len, pieces)) > _LARGEST:
                raise UserError(
                    _("“{name}” is larger than any table; bring it in parts.").format(
                        name=path.name
                    )
                )
    return b"".join(pieces)


def _start(content: bytes) -> str:
    """Return the first letters in capitals, whatever the encoding."""
    return (
        content[:200]
        .removeprefix(codecs.BOM_UTF8)
        .replace(b"\0", b"")
        .lstrip(b"\xff\xfe\r\n\t ")
        .decode("latin-1")
        .upper()
    )


def _old_or_protected(content: bytes, name: str) -> UserError:
    if _PROTECTED in content:
        return UserError(
            _(
                "“{name}” is protected by a password; take that off in Excel and bring it again."
            ).format(name=name)
        )
    return UserError(
        _("“{name}” is a file of old Excel; open it there and save it as .xlsx.").format(name=name)
    )


def _separated(
    content: bytes, name: str, encoding: str, separator: str, head_row: int | None
) -> Source:
    found = encodings.decoded(content, encoding)
    rows = read_rows(found.text, separator, MOST_ROWS)
    table = headed(
        PurePath(name).stem, rows.rows, rows.refused, head_row=head_row, cut_short=rows.cut_short
    )
    notes = (
        ()
        if encodings.MISREAD not in found.likely or found.encoding == encodings.MISREAD
        else (_("The letters look as if they had been read wrongly; choose another encoding."),)
    )
    return Source(name, "csv", found.encoding, rows.separator, (table,), found.likely, notes)
