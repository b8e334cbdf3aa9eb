"""What the outcomes are told in: sections of figures, tables and charts that know their records.

Nothing here reads the archive, and nothing says how it looks. Labels are in both languages, since
a paper may speak two.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias

from liaison.domain.rules.periods import Period
from liaison.drawing.setting import Setting
from liaison.drawing.shapes import Chart
from liaison.language.both import Both
from liaison.time.span import Span

Value: TypeAlias = Both | int | date | Span | None
"""What stands in a cell: words, a number, a day, a span as its source has it, or nothing."""


class ScopeKind(StrEnum):
    """By what the outcomes are narrowed."""

    ALL = "all"
    PARTNER = "partner"
    NETWORK = "network"
    THEME = "theme"
    OFFICER = "officer"


@dataclass(frozen=True)
class Scope:
    """What the outcomes are of: all, or one partner, network, theme (a key) or officer (by uid)."""

    kind: ScopeKind = ScopeKind.ALL
    key: str = ""


EVERYTHING: Final = Scope()


@dataclass(frozen=True)
class Asked:
    """What the outcomes are asked for: of which period and scope, as of which day.

    `highest` is the highest class of the records that count, "" for all.
    """

    period: Period
    today: date
    scope: Scope = EVERYTHING
    highest: str = ""

    @property
    def as_of(self) -> date:
        """The day as of which something is late: the last of the period that has come."""
        return min(self.period.until, self.today)

    @property
    def before(self) -> "Asked":
        """The same of the period that this one is compared with."""
        return Asked(self.period.before, self.today, self.scope, self.highest)


@dataclass(frozen=True)
class Records:
    """The records of one type, by uid, that a figure counts."""

    type_name: str
    uids: frozenset[str] = frozenset()

    def __len__(self) -> int:
        """Return how many they are."""
        return len(self.uids)

    @property
    def where(self) -> Mapping[str, Any]:
        """What a list is asked for that holds exactly these records."""
        return {"uid": self.uids}


@dataclass(frozen=True)
class Figure:
    """How many records there are of a sort in the period, and how many there were before.

    With a `whole` it is a part of it, told as a share. `before` and `whole_before` are None where
    nothing is compared, because the figure is of a day. Figures of one `group` stand together.
    """

    key: str
    label: Both
    records: Records
    before: Records | None = None
    whole: Records | None = None
    whole_before: Records | None = None
    group: str = ""

    @property
    def value(self) -> int:
        """The number of records."""
        return len(self.records)

    @property
    def value_before(self) -> int | None:
        """The number of records in the period before."""
        return None if self.before is None else len(self.before)


class ColumnKind(StrEnum):
    """What stands in a column, for whoever gives it its breadth."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    SPAN = "span"


@dataclass(frozen=True)
class Column:
    """A column of a table; `share` is its part of the breadth beside the others.

    An empty cell of one that is `owed` to the reader is told as not filled in.
    """

    key: str
    label: Both
    kind: ColumnKind = ColumnKind.TEXT
    share: float = 1.0
    owed: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell: what it says, and the record it names, or the records it counts.

    `opens` is (type name, uid). Where it counts `records`, the value is their number; where it
    counts those of `several` types, it is the number of all of them. `told` are records that it
    names without opening them.
    """

    value: Value = None
    opens: tuple[str, str] | None = None
    records: Records | None = None
    several: Sequence[Records] = ()
    told: Records | None = None


def counted(records: Records) -> Cell:
    """Return the cell that counts `records`; one that counts none says 0."""
    return Cell(len(records), records=records)


@dataclass(frozen=True)
class Row:
    """One row of a table; `heading` stands above it where that differs from the row before."""

    cells: tuple[Cell, ...]
    heading: Both = field(default_factory=Both)


@dataclass(frozen=True)
class Table:
    """Rows under columns; `note` says what is counted."""

    key: str
    title: Both
    columns: Sequence[Column]
    rows: Sequence[Row]
    note: Both = field(default_factory=Both)


@dataclass(frozen=True)
class Drawing:
    """A chart with its title; `draw` draws it as broad and in the language it is asked for."""

    title: Both
    draw: Callable[[Setting], Chart]


@dataclass(frozen=True)
class Section:
    """One part of the outcomes: its figures, then its charts, then its tables."""

    key: str
    title: Both
    figures: Sequence[Figure] = ()
    tables: Sequence[Table] = ()
    charts: Sequence[Drawing] = ()

    def figure(self, key: str) -> Figure:
        """Return the figure called `key`; raises KeyError where there is none."""
        return {each.key: each for each in self.figures}[key]

    def table(self, key: str) -> Table:
        """Return the table called `key`; raises KeyError where there is none."""
        return {each.key: each for each in self.tables}[key]
