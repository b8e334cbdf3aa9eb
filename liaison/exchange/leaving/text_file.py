"""Tables as text for other programs: every cell quoted, none of them a formula."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import Final

from liaison.exchange.sheets import Column, Heading, Kind, Sheet, Value
from liaison.exchange.worksheet import DOUBLED, SOLAR, solar
from liaison.i18n import translated
from liaison.language import isolation, phones, windows_1256
from liaison.language.windows_1256 import Lost

_CALCULATES: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")
_GUARD: Final = "'"


@dataclass(frozen=True)
class TextFile:
    """The bytes of the file, and the letters its encoding does not have."""

    content: bytes
    lost: Sequence[Lost] = ()


def text_file(sheet: Sheet, separator: str = ";", *, old_programs: bool = False) -> TextFile:
    """Return the labels and rows of `sheet`, without its words and headings, as separated text.

    It is UTF-8 with a byte order mark, which Excel wants, or Windows-1256 for `old_programs`; lines
    end as in Windows.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([guarded(each) for each in labels(sheet)])
    for line in sheet.lines:
        if not isinstance(line, Heading):
            writer.writerow(cells(sheet.columns, line))
    if old_programs:
        return TextFile(*windows_1256.encoded(stream.getvalue()))
    return TextFile(stream.getvalue().encode("utf-8-sig"))


def labels(sheet: Sheet) -> Iterator[str]:
    """Yield the labels of the columns: a day and a moment have two."""
    for column in sheet.columns:
        yield column.label
        if column.kind in DOUBLED:
            yield translated(SOLAR, sheet.lang).format(label=column.label)


def cells(columns: Sequence[Column], values: Sequence[Value]) -> Iterator[str]:
    """Yield the cells of a row: ISO days, plain figures, and text that nothing calculates."""
    for column, value in zip(columns, values, strict=True):
        match value:
            case date():
                yield _iso(value)
            case str() if column.kind is Kind.PHONE:
                yield guarded(dialled(value))
            case str():
                yield guarded("\n".join(map(isolation.balanced, value.split("\n"))))
            case _:
                yield "" if value is None else str(value)
        if column.kind in DOUBLED:
            yield solar(value) if isinstance(value, date) else ""


def _iso(day: date) -> str:
    return day.isoformat(" ", "minutes") if isinstance(day, datetime) else day.isoformat()


def guarded(text: str) -> str:
    """Return `text` with a ' before what a worksheet would calculate; `unguarded` takes it away."""
    return _GUARD + text if _CALCULATES.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text


def dialled(e164: str) -> str:
    """Return a telephone number in a form that stays text: 0098-21-5560-1234.

    Zeros at its head and hyphens in it keep a worksheet from taking it for a figure or a sum, and
    it reads from the left in a Persian column too. What is no such number stays as it is.
    """
    shown = phones.shown(e164, "en")
    return shown.replace("+", "00", 1).replace(" ", "-") if shown.startswith("+") else shown
