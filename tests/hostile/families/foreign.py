"""Tables, cards and calendars from strangers, taken in by a person who trusts them."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import openpyxl

from liaison.exchange.foreign.guessing import guessed
from liaison.exchange.foreign.planning import plan
from liaison.exchange.foreign.reading import read_source
from liaison.exchange.foreign.tables import MOST_ROWS, MOST_TABLES, Source
from liaison.exchange.foreign.taking_in import carry_out
from liaison.storage.archive import Archive
from tests.hostile.case import Case, Expected, insist
from tests.hostile.families.places import furnished, insist_whole, of

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXTS = "tests/exchange/foreign/test_text_files.py"
_TABLES = "tests/exchange/foreign/test_tables.py"
_IMPORT = "tests/exchange/foreign/test_import.py"
_CARDS = "tests/exchange/foreign/test_cards.py"
_SHEET = (
    '<?xml version="1.0"?>{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/'
    'spreadsheetml/2006/main">{dimension}<sheetData>{rows}</sheetData></worksheet>'
)
_LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
_QUADRATIC = f'<!DOCTYPE w [<!ENTITY a "{"x" * 50_000}">]>'
_EXTERNAL = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def _text_cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def _workbook(sheet: str) -> bytes:
    """Return a real workbook whose first sheet is written by hand."""
    plain, made = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as now:
        for name in before.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            now.writestr(name, sheet if is_sheet else before.read(name))
    return made.getvalue()


def _sheet(rows: str, doctype: str = "", dimension: str = "") -> bytes:
    return _workbook(_SHEET.format(doctype=doctype, dimension=dimension, rows=rows))


def _entities(doctype: str, named: str) -> bytes:
    return _sheet(f'<row r="1">{_text_cell("A1", named)}</row>', doctype)


def _many_rows() -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1_048_577))
    return _sheet(rows)


def _lying_dimension() -> bytes:
    last = f'<row r="1048576">{_text_cell("XFD1048576", "شهر")}</row>'
    first = f'<row r="1">{_text_cell("A1", "نام")}</row>'
    return _sheet(first + last, dimension='<dimension ref="A1:XFD1048576"/>')


def _many_sheets() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    for number in range(3_000):
        book.create_sheet(f"s{number}").append(["نام"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _member(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(name, "application/vnd.oasis.opendocument.spreadsheet")
    return stream.getvalue()


def _prepare(name: str, make: Callable[[], bytes], folder: Path) -> None:
    furnished(folder)
    (folder / name).write_bytes(make())


def _take_in(
    name: str, folder: Path, look: Callable[[Source], object] = lambda _source: True
) -> None:
    """Read it, look at what was read, take it in, and look at the archive."""
    source = read_source(folder / name)
    insist(look(source), "it was not read as it should")
    with Archive.open(of(folder)) as archive:
        found = plan(source, [guessed(table) for table in source.tables], archive)
        carry_out(archive, found, {}, "import")
        insist_whole(archive)


def _refused(
    number: str,
    what: str,
    name: str,
    make: Callable[[], bytes],
    *,
    heavy: bool = False,
    elsewhere: str = "",
) -> Case:
    return Case(
        number,
        what,
        partial(_prepare, name, make),
        partial(_take_in, name),
        heavy=heavy,
        elsewhere=elsewhere,
    )


def _harmless(
    number: str,
    what: str,
    name: str,
    make: Callable[[], bytes],
    look: Callable[[Source], object],
    *,
    heavy: bool = False,
) -> Case:
    act = partial(_take_in, name, look=look)
    return Case(number, what, partial(_prepare, name, make), act, Expected.HARMLESS, heavy=heavy)


def _held(number: str, what: str, elsewhere: str) -> Case:
    return Case(
        number,
        what,
        partial(_prepare, "t.csv", lambda: b"name;city\nx;y"),
        partial(_take_in, "t.csv"),
        Expected.HARMLESS,
        elsewhere=elsewhere,
    )


def _is_cut_short(source: Source) -> bool:
    table = source.tables[0]
    return len(table.rows) <= MOST_ROWS and bool(table.notes)


def _has_two_cells(source: Source) -> bool:
    rows = [row for row in source.tables[0].rows if any(cell is not None for cell in row.cells)]
    return len(rows) <= 2 and len(source.tables) == 1


def _unclosed() -> bytes:
    return b"name;city\n" + b"\n".join(b'"x%d;y' % number for number in range(20_000))


def _photo() -> bytes:
    return (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\nPHOTO;ENCODING=b:"
        + b"A" * (50 << 20)
        + (b"\r\nEND:VCARD\r\n")
    )


def _folded_photo() -> bytes:
    line = b" " + b"A" * 74 + b"\r\n"
    return (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\nPHOTO;ENCODING=b:\r\n"
        + line * 600_000
        + (b"END:VCARD\r\n")
    )


def _rule_bomb() -> bytes:
    return (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:x\r\n"
        b"DTSTART:19000101T000000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def _nested(kind: bytes) -> bytes:
    return (
        b"BEGIN:VCALENDAR\r\n" * (kind == b"VEVENT")
        + b"BEGIN:"
        + kind
        + (b"\r\nBEGIN:" + kind) * 100_000
    )


CASES = (
    _refused("1", "a million laughs", "t.xlsx", partial(_entities, _LAUGHS, "&i;")),
    _refused(
        "2", "one long entity", "t.xlsx", partial(_entities, _QUADRATIC, "&a;" * 20_000), heavy=True
    ),
    _refused("3", "an entity of a file", "t.xlsx", partial(_entities, _EXTERNAL, "&a;")),
    _refused(
        "4",
        "six hundred megabytes of text",
        "t.xlsx",
        lambda: _sheet(f'<row r="1">{_text_cell("A1", "x" * 600_000_000)}</row>'),
        heavy=True,
    ),
    _harmless("5", "a million rows", "t.xlsx", _many_rows, _is_cut_short, heavy=True),
    _harmless("6", "a size that is a lie", "t.xlsx", _lying_dimension, _has_two_cells, heavy=True),
    _harmless(
        "7",
        "three thousand sheets",
        "t.xlsx",
        _many_sheets,
        lambda source: len(source.tables) == MOST_TABLES and source.notes,
        heavy=True,
    ),
    _refused("8", "old Excel", "t.xlsx", lambda: _OLE + bytes(4_096), elsewhere=_TABLES),
    _refused("8", "binary Excel", "t.xlsx", partial(_member, "xl/workbook.bin"), elsewhere=_TABLES),
    _refused("8", "LibreOffice", "t.xlsx", partial(_member, "mimetype"), elsewhere=_TABLES),
    _refused("9", "a password", "t.xlsx", lambda: _OLE + "EncryptedPackage".encode("utf-16-le")),
    _held("10", "merged cells and formulas", _TABLES),
    *(_held(str(number), "encodings", _TEXTS) for number in range(11, 16)),
    _held("18", "days in three calendars", "tests/exchange/foreign/test_values.py"),
    _held("19", "a cell without end", _TEXTS),
    _held("20", "NUL", _TEXTS),
    _held("21", "half a pair", _TEXTS),
    _harmless(
        "22",
        "quotes that never close",
        "t.csv",
        _unclosed,
        lambda source: len(source.tables[0].refused) > 19_000,
    ),
    _held("23", "separators", _TEXTS),
    _held("24", "doubled and empty heads", _TEXTS),
    _held("25", "given up", _IMPORT),
    _held("26", "the same again", _IMPORT),
    _harmless(
        "62", "every second since 1900", "c.ics", _rule_bomb, lambda source: source.tables[0].rows
    ),
    _refused("63", "nested cards", "c.vcf", partial(_nested, b"VCARD")),
    _refused("63", "nested entries", "c.ics", partial(_nested, b"VEVENT"), heavy=True),
    _harmless("64", "a picture of 50 MB", "c.vcf", _photo, lambda s: s.tables[0].rows, heavy=True),
    _harmless("64", "a folded one", "c.vcf", _folded_photo, lambda s: s.tables[0].rows, heavy=True),
    *(_held(number, "cards and calendars", _CARDS) for number in ("65", "66", "67", "68")),
)
