"""What a confined reader tells its parent: one JSON list a line, the last of them ["end"].

Nothing of a stranger's file is ever unpickled; days and moments travel as marked lists.
"""

import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from liaison.exchange.foreign.tables import Cell

_MOST: Final = 96 << 20
"""The most bytes a reader may tell; what would be more is larger than any table."""
_DAY, _MOMENT = "day", "moment"
END: Final = "end"
PROBLEM: Final = "problem"


class Trouble(StrEnum):
    """What keeps a file from being read."""

    WORKBOOK = "workbook"
    BINARY = "binary"
    OPEN_DOCUMENT = "opendocument"
    LARGE = "large"
    DEEP = "deep"
    CARDS = "cards"
    CALENDAR = "calendar"


class Problem(Exception):  # noqa: N818 - what is told of a file, not a fault of the program
    """The file cannot be read, for the reason that is its argument."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)


class Teller:
    """Writes the lines of a reader to its standard output."""

    def __init__(self) -> None:
        self._room = _MOST

    def tell(self, *parts: Any) -> None:
        """Write one line; raises Problem where there are too many."""
        line = json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
        self._room -= len(line)
        if self._room < 0:
            raise Problem(Trouble.LARGE)
        sys.stdout.buffer.write(line)


def packed(cells: Sequence[Cell]) -> list[Any]:
    """Return cells as JSON carries them."""
    return [_packed(cell) for cell in cells]


def unpacked(cells: Sequence[Any]) -> tuple[Cell, ...]:
    """Return the cells that `packed` gave."""
    return tuple(_unpacked(cell) for cell in cells)


def _packed(cell: Cell) -> Any:  # noqa: ANN401 - as above
    if isinstance(cell, datetime):
        return [_MOMENT, cell.isoformat()]
    return [_DAY, cell.isoformat()] if isinstance(cell, date) else cell


def _unpacked(cell: Any) -> Cell:  # noqa: ANN401 - as above
    if not isinstance(cell, list):
        plain: Cell = cell
        return plain
    mark, written = cell
    return datetime.fromisoformat(written) if mark == _MOMENT else date.fromisoformat(written)
