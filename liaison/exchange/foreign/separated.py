"""Rows of a text whose cells are parted by a mark (CSV), each as it is numbered in Excel.

A quotation mark that never closes must not swallow the rows below it: a row that cannot be ended
within a few lines is refused by itself, and reading goes on below it.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final, NamedTuple

from liaison.exchange.foreign.tables import LONGEST_CELL, RawRow, RefusedRow
from liaison.exchange.leaving.text_file import unguarded
from liaison.i18n import N_, _
from liaison.language.normalise import is_damaged

SEPARATORS: Final = (";", ",", "\t", "|")
_MOST_LINES: Final = 60
"""The most lines one quoted cell goes over."""
_PATIENCE: Final = 100
"""After so many rows that never ended, none is looked for the end of any more."""
_SAMPLE: Final = 60
_DECLARED: Final = re.compile(r"sep=([;,\t|])\s*")
_SHOWN: Final = 60

_UNCLOSED: Final = N_("A quotation mark in it is never closed.")
_LONG: Final = N_("One of its cells is too long to be what a person wrote.")
_DAMAGED: Final = N_("It holds signs that cannot be read in this encoding.")


class Rows(NamedTuple):
    """What became of the lines of a text."""

    rows: list[RawRow]
    refused: list[RefusedRow]
    separator: str
    cut_short: bool


def read_rows(text: str, separator: str, most: int) -> Rows:
    """Return the rows of `text`, at most so many; `separator` is "" to be found out."""
    lines = re.split("\r\n|\n|\r", text)
    declared = _DECLARED.fullmatch(lines[0])
    skip = 1 if declared else 0
    if not separator:
        separator = declared[1] if declared else separator_of(lines)
    rows: list[RawRow] = []
    refused: list[RefusedRow] = []
    whole = _well_formed("\n".join(lines[skip:]), separator)
    records = _records(lines, skip, separator) if whole is None else whole
    for number, found in enumerate(records, start=1 + skip):
        row: RawRow | RefusedRow
        if isinstance(found, str):
            row = refusal(number, _(_UNCLOSED), found)
        elif not any(cell.strip() for cell in found):
            continue
        else:
            row = sound_row(number, found)
        if len(rows) >= most:
            return Rows(rows, refused, separator, cut_short=True)
        if isinstance(row, RefusedRow):
            refused.append(row)
        else:
            rows.append(row)
    return Rows(rows, refused, separator, cut_short=False)


def sound_row(number: int, cells: list[str]) -> RawRow | RefusedRow:
    """Return a row, refused where a cell of it is damaged or endless.

    What our own tables put before a text that a worksheet would calculate is taken away.
    """
    if any(len(cell) > LONGEST_CELL for cell in cells):
        return refusal(number, _(_LONG), " ".join(cell[:_SHOWN] for cell in cells))
    if any(is_damaged(cell) for cell in cells):
        return refusal(number, _(_DAMAGED), " ".join(cells))
    return RawRow(number, tuple(unguarded(cell) or None for cell in cells))


def refusal(number: int, reason: str, text: str) -> RefusedRow:
    """Return a refused row with the beginning of what stands in it, as far as it can be shown."""
    shown = re.sub("[\x00-\x1f\x7f\ud800-\udfff\ufffd]+", " ", text[: _SHOWN * 4])
    return RefusedRow(number, reason, shown.strip()[:_SHOWN])


def separator_of(lines: list[str]) -> str:
    """Return the mark that parts most lines into the same number of cells."""

    def worth(mark: str) -> tuple[float, int]:
        widths = Counter(len(_cells(line, mark)) for line in sample)
        width, times = max(widths.items(), key=lambda each: (each[0] > 1, each[1]), default=(1, 0))
        return (times / len(sample) if width > 1 else 0, width)

    sample = [line for line in lines if line.strip()][:_SAMPLE]
    return max(SEPARATORS, key=worth) if sample else SEPARATORS[0]


def _well_formed(text: str, separator: str) -> list[list[str]] | None:
    """Return the records of a text without a fault, None where a row may have swallowed others.

    That is one over many lines, or over several and not as wide as most.
    """
    try:
        records = list(csv.reader(StringIO(text), delimiter=separator, strict=True))
    except csv.Error:
        return None
    width = _usual_width(records)
    for record in records:
        breaks = sum(cell.count("\n") for cell in record)
        if breaks > _MOST_LINES or (breaks and len(record) != width):
            return None
    return records


def _usual_width(records: Iterable[list[str]]) -> int:
    widths = Counter(map(len, records))
    return max(widths, key=lambda width: widths[width], default=0)


def _usual_widths(lines: list[str], separator: str) -> frozenset[int]:
    """Return how many cells most lines have, and how many most records, which may go over several.

    Where a quotation mark never closes the one tells, where most records go over lines the other.
    """
    by_line = _usual_width(_cells(line, separator) for line in lines)
    try:
        text = StringIO("\n".join(lines))
        return frozenset((by_line, _usual_width(csv.reader(text, delimiter=separator))))
    except csv.Error:  # a cell larger than any
        return frozenset((by_line,))


def _records(lines: list[str], at: int, separator: str) -> Iterator[list[str] | str]:
    """Yield the cells of each record, or the text of a line that no record can be made of."""
    widths = _usual_widths([line for line in lines[at : at + _SAMPLE] if line], separator)
    unclosed = 0
    while at < len(lines):
        line = lines[at]
        if '"' not in line:
            at += 1
            yield line.split(separator)
            continue
        most = _MOST_LINES if unclosed < _PATIENCE else 1
        cells, taken = _quoted(lines[at : at + most], separator, widths)
        unclosed += cells is None
        at += taken
        yield line if cells is None else cells


def _quoted(
    lines: list[str], separator: str, widths: frozenset[int]
) -> tuple[list[str] | None, int]:
    """Return the cells of the record that begins `lines`, and how many of them it goes over."""
    text = ""
    for taken, line in enumerate(lines, start=1):
        text += ("\n" if taken > 1 else "") + line
        if len(text) > 2 * LONGEST_CELL and taken > 1:
            break
        cells, is_open = _strict(text, separator)
        if cells is not None and (taken == 1 or len(cells) in widths):
            return cells, taken
        if not is_open:
            break
    line = lines[0]
    if _strict(line, separator)[1]:
        return None, 1
    return _cells(line, separator), 1  # a mark inside a word, as in 5" of pipe


def _strict(text: str, separator: str) -> tuple[list[str] | None, bool]:
    """Return the cells of a well-formed record, and whether it only lacks its end."""
    try:
        rows = list(csv.reader([text], delimiter=separator, strict=True))
    except csv.Error as error:
        return None, "unexpected end" in str(error)
    return (rows[0] if rows else []), False


def _cells(line: str, separator: str) -> list[str]:
    """Return the cells of one line, whatever its quotation marks are."""
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return line.split(separator)
