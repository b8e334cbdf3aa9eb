"""Worksheets of Excel, read in a process of their own (see `confined_reader`)."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any, Final

from openpyxl import load_workbook  # type: ignore[import-untyped] # it carries no types
from openpyxl.utils.cell import range_boundaries  # type: ignore[import-untyped] # as above
from openpyxl.worksheet._read_only import (  # type: ignore[import-untyped] # as above
    ReadOnlyWorksheet,
)

from liaison.exchange.foreign.messages import Problem, Teller, Trouble, packed
from liaison.exchange.foreign.tables import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_TABLES,
    Cell,
)
from liaison.storage.weighing import weigh

_BLOCK: Final = 1 << 18
_OVERLAP: Final = 1 << 12
_LAST_ROW: Final = 1 << 20
_MOST_MARKS: Final = 20_000
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+\d+:[A-Z]+\d+)"')
_UNCOUNTED: Final = re.compile(
    rb'<c [^>]*r="([A-Z]+\d+)"[^>]*>\s*<f[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_FAULTS: Final = frozenset(
    ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#GETTING_DATA")
)
_SHOWN: Final = 100


def read(content: bytes, teller: Teller) -> None:
    """Tell of each sheet its name, then its rows, then what was met in it."""
    # What a sheet says of its own size is not asked for: without it all would be read to find out.
    ReadOnlyWorksheet._get_size = lambda _sheet: None  # noqa: SLF001 - in this process alone
    with zipfile.ZipFile(BytesIO(content)) as package:
        _refuse_others(package)
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = list(book.worksheets)
        for sheet in sheets[:MOST_TABLES]:
            _tell_sheet(package, sheet, teller)
        if len(sheets) > MOST_TABLES:
            teller.tell("sheets", len(sheets))


def _refuse_others(package: zipfile.ZipFile) -> None:
    """Refuse packages that are no workbook, and those that would unpack to more than one is."""
    names = set(package.namelist())
    if "mimetype" in names:
        raise Problem(Trouble.OPEN_DOCUMENT)
    if "xl/workbook.bin" in names:
        raise Problem(Trouble.BINARY)
    weigh(package)


def _tell_sheet(package: zipfile.ZipFile, sheet: Any, teller: Teller) -> None:  # noqa: ANN401 - the library has no types
    teller.tell("sheet", str(sheet.title))
    merged, uncounted = _marks(package, sheet._worksheet_path)  # noqa: SLF001 - no other way to its file
    from_above = _reaching_down(merged)
    told, faults = 0, 0
    held: dict[int, tuple[int, Cell]] = {}
    for number, cells in _rows(sheet):
        if number > _LAST_ROW:
            break
        if not cells and not held:
            continue
        row = [_plain(cell) for cell in cells[: MOST_COLUMNS + 1]]
        faults += sum(cell in _FAULTS for cell in row if isinstance(cell, str))
        row = [None if isinstance(cell, str) and cell in _FAULTS else cell for cell in row]
        _fill(row, number, held, from_above)
        if all(cell is None for cell in row):
            continue
        if told >= MOST_ROWS:
            teller.tell("cut")
            break
        told += 1
        long = next(
            (cell for cell in row if isinstance(cell, str) and len(cell) > LONGEST_CELL), ""
        )
        if long:
            teller.tell("refused", number, str(long)[:_SHOWN])
        else:
            teller.tell("row", number, packed(row))
    teller.tell("met", len(merged), uncounted, faults)


def _rows(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:  # noqa: ANN401 - as above
    """Yield the rows that are there, whatever the sheet says of its own size."""
    sheet.reset_dimensions()
    yield from enumerate(sheet.iter_rows(values_only=True), start=1)


def _plain(value: Any) -> Cell:  # noqa: ANN401 - whatever the library makes of a cell
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, time | timedelta):
        return str(value)
    if value is None or isinstance(value, bool | int | float | date):
        return value
    return str(value) or None


def _marks(
    package: zipfile.ZipFile, path: str
) -> tuple[list[tuple[int, int, int, int]], list[str]]:
    """Return the merged ranges of a sheet, and the formulas whose result it does not hold."""
    merged: dict[bytes, None] = {}
    uncounted: dict[bytes, None] = {}
    held = b""
    with package.open(path.removeprefix("/")) as source:
        while block := source.read(_BLOCK):
            held += block
            for found, pattern in ((merged, _MERGED), (uncounted, _UNCOUNTED)):
                if len(found) < _MOST_MARKS:
                    found.update(dict.fromkeys(pattern.findall(held)))
            held = held[-_OVERLAP:]
    ranges = [range_boundaries(each.decode()) for each in merged]
    return ranges, [each.decode() for each in uncounted]


def _reaching_down(merged: Sequence[tuple[int, int, int, int]]) -> dict[tuple[int, int], int]:
    """Return by first row and column how many rows a merged range reaches."""
    return {
        (top, left): bottom
        for left, top, _right, bottom in merged
        if bottom > top and left <= MOST_COLUMNS
    }


def _fill(
    row: list[Cell],
    number: int,
    held: dict[int, tuple[int, Cell]],
    from_above: dict[tuple[int, int], int],
) -> None:
    """Put what is merged with the row above into each row it reaches; sideways it stays alone."""
    for column, (last, value) in list(held.items()):
        if number > last:
            del held[column]
        elif value is not None:
            row.extend([None] * (column - len(row)))
            if row[column - 1] is None:
                row[column - 1] = value
    for column, cell in enumerate(row, start=1):
        if last := from_above.get((number, column), 0):
            held[column] = (last, cell)
