"""Which row of a table names its columns, and the table that begins below it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from liaison.exchange.foreign.guessing import is_known_head
from liaison.exchange.foreign.tables import (
    MOST_COLUMNS,
    Cell,
    RawRow,
    RawTable,
    RefusedRow,
    too_many,
)
from liaison.i18n import _, language, ngettext
from liaison.language import digits

_LOOKED_AT: Final = 12


def headed(
    name: str,
    rows: Sequence[RawRow],
    refused: Sequence[RefusedRow] = (),
    *,
    head_row: int | None = None,
    cut_short: bool = False,
) -> RawTable:
    """Return the table of `rows`, all brought to one length.

    `head_row` is the number of the row that names the columns, 0 where none does, None to be
    found out. Rows above it are told of.
    """
    width = max((len(_trimmed(row.cells)) for row in rows), default=0)
    notes = [too_many()] if cut_short else []
    if width > MOST_COLUMNS:
        notes.append(
            _("Only the first {count} columns are read.").format(
                count=digits.number(MOST_COLUMNS, language())
            )
        )
        width = MOST_COLUMNS
    even = [replace(row, cells=_padded(row.cells, width)) for row in rows]
    head = _head(even) if head_row is None else head_row
    heads = next((row.cells for row in even if row.number == head), (None,) * width)
    above = sum(row.number < head for row in even)
    if above:
        notes.append(
            ngettext(
                "{count} row above the names of the columns is left out.",
                "{count} rows above the names of the columns are left out.",
                above,
            ).format(count=digits.number(above, language()))
        )
    body = tuple(row for row in even if row.number > head)
    return RawTable(name, tuple(map(_said, heads)), body, tuple(refused), tuple(notes))


def _trimmed(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return the cells without the empty ones at the end."""
    end = len(cells)
    while end and cells[end - 1] in {None, ""}:
        end -= 1
    return cells[:end]


def _padded(cells: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    return (*cells[:width], *(None,) * (width - len(cells)))


def _said(cell: Cell) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _head(rows: Sequence[RawRow]) -> int:
    """Return the number of the row that names columns: the one with most known names.

    Where no row holds any, it is the first, if all its cells are words that stand there once.
    """

    def known(row: RawRow) -> int:
        return sum(isinstance(cell, str) and is_known_head(cell) for cell in row.cells)

    first = rows[:_LOOKED_AT]
    best = max(first, key=known, default=None)
    if best is None:
        return 0
    filled = [cell for cell in best.cells if cell is not None]
    if known(best) > 1 or known(best) * 2 > len(filled):
        return best.number
    words = [cell for cell in first[0].cells if cell is not None]
    return first[0].number if len(rows) > 1 and _all(words, _is_word) else 0


def _all(cells: Sequence[Cell], test: Callable[[Cell], bool]) -> bool:
    return bool(cells) and len(set(cells)) == len(cells) and all(map(test, cells))


def _is_word(cell: Cell) -> bool:
    return (
        isinstance(cell, str) and "@" not in cell and not any(letter.isdecimal() for letter in cell)
    )
