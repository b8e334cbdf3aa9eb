"""What the outcomes owe their reader and nobody has filled in yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liaison.insight.outcomes.declaration import Section, Table, Value
from liaison.language.both import Both


@dataclass(frozen=True)
class Gap:
    """A record (type name, uid) that lacks what is owed: what it is called, and the columns."""

    record: tuple[str, str]
    name: Value
    lacks: Sequence[Both]


def gaps(section: Section) -> list[Gap]:
    """Return the records of a section with an empty cell that is owed, in their order."""
    return [each for table in section.tables for each in _of(table)]


def _of(table: Table) -> Iterator[Gap]:
    owed = [at for at, column in enumerate(table.columns) if column.owed]
    for row in table.rows if owed else ():
        lacks = [table.columns[at].label for at in owed if not row.cells[at].value]
        first = next((cell for cell in row.cells if cell.opens), None)
        if lacks and first is not None and first.opens is not None:
            yield Gap(first.opens, first.value, lacks)
