"""What a worksheet holds, before it is written: typed columns, rows, and headings of groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | float | date | datetime | None


class Kind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    """Out of a hundred: 25 stands as 25 percent."""
    DAY = "day"
    """A real date, and beside it the same day of the Solar Hijri calendar as text."""
    MOMENT = "moment"
    """A day with the time on the office's clock, and beside it the same of the Solar calendar."""
    PHONE = "phone"
    """A telephone number in E.164, shown as the reader of the sheet dials it."""


@dataclass(frozen=True)
class Column:
    """A column: its label in the language of the sheet, and its breadth in letters."""

    label: str
    kind: Kind = Kind.TEXT
    width: int = 20


@dataclass(frozen=True)
class Heading:
    """A row above the rows of a group; the rows below it can be folded away."""

    text: str


Line: TypeAlias = Sequence[Value] | Heading


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, a title, lines of words below it, and the rows under the columns.

    `notes` say what a reader must know of the rows: as of which day, under which filters, of
    which class. A sheet in Persian opens from the right.
    """

    name: str
    columns: Sequence[Column]
    lines: Sequence[Line]
    title: str = ""
    notes: Sequence[str] = ()
    lang: str = "fa"
