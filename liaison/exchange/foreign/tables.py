"""What was read of a foreign file: tables of plain cells, before anybody says what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, TypeAlias

from liaison.i18n import _, language
from liaison.language import digits

Cell: TypeAlias = str | int | float | bool | date | datetime | None
Format: TypeAlias = Literal["xlsx", "csv", "vcf", "ics", "pasted"]

MOST_ROWS: Final = 50_000
"""The most rows of one table; a longer file is brought in parts."""
MOST_TABLES: Final = 50
MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 100_000
"""The most letters of one cell; a longer one is a mistake, and its row is refused."""


@dataclass(frozen=True)
class Target:
    """What a column holds: a field of a type of record.

    `field` is the key of the record's field, without its language where `language` is "" and the
    field has one in each: then the letters of each cell say which. "name" of a person is its
    whole name, which is taken apart; "uid" is the identifier of the record itself.
    """

    record: str
    field: str
    language: Literal["fa", "en", ""] = ""


Columns: TypeAlias = tuple[Target | None, ...]
"""What each column of a table holds, None for one that is left out."""


@dataclass(frozen=True)
class RawRow:
    """One row: its number as people count it in the file, and its cells."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class RefusedRow:
    """A row that cannot be read: its number, why, and the beginning of what stands there."""

    number: int
    reason: str
    text: str = ""


@dataclass(frozen=True)
class RawTable:
    """The rows of one sheet, list, card file or calendar, all as long as `heads`.

    `heads` are the names of the columns, "" where one has none; `columns` are given where the
    format itself says what they hold. `notes` are sentences on what was met while reading.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[RawRow, ...]
    refused: tuple[RefusedRow, ...] = ()
    notes: tuple[str, ...] = ()
    columns: Columns = ()

    def column(self, place: int) -> Iterator[Cell]:
        """Yield the cells of one column."""
        return (row.cells[place] for row in self.rows)


@dataclass(frozen=True)
class Source:
    """A foreign file as it was read.

    `encoding` and `separator` are those it was read with, "" where the format has none;
    `encodings` are those in which it could be read too, the likeliest first.
    """

    name: str
    format: Format
    encoding: str
    separator: str
    tables: tuple[RawTable, ...]
    encodings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def too_many() -> str:
    """Say that a table was not read to its end."""
    return _(
        "Only the first {count} rows are read; bring the others in a file of their own."
    ).format(count=digits.number(MOST_ROWS, language()))
