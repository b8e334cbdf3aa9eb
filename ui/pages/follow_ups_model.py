"""The rows of the follow-ups list: headings, and follow-ups that keep their number."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from liaison.i18n import N_, _
from ui.pages.follow_ups_cells import Cell, cells_of
from ui.pages.follow_ups_headings import counted, heading_of
from ui.pages.follow_ups_reading import Owed
from ui.pages.follow_ups_store import OwedStore

Index = QModelIndex | QPersistentModelIndex
CELL: Final = Qt.ItemDataRole.UserRole
_TOP: Final = QModelIndex()
COLUMNS: Final = (
    N_("#"),
    N_("Follow-up"),
    N_("City or body"),
    N_("Due on"),
    N_("Progress"),
    N_("State"),
)
_AWAITED: Final = Cell("…", muted=True)


class FollowUpModel(QAbstractTableModel):
    """Follow-ups under their headings: all numbers at once, the words of a row when it shows."""

    def __init__(self, store: OwedStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.ids: array[int] = array("q")
        self._headings: dict[int, Cell] = {}
        self._cells: dict[int, Sequence[Cell]] = {}
        self.heading_rows: list[int] = []
        """The rows that are headings, in order."""
        store.arrived.connect(self._arrived)

    def show_reading(self) -> None:
        """Show what the store read last in place of what was shown."""
        reading = self._store.reading
        if reading is None:
            return
        rows, row = [], 0
        for lot in reading.arrangement.lots:
            rows.append(row)
            row += 1 + lot.count
        self.beginResetModel()
        self.ids = reading.arrangement.ids
        self._headings, self.heading_rows = {}, rows
        self._cells.clear()
        self.endResetModel()

    # -- rows and follow-ups

    def place_of(self, row: int) -> int:
        """Return which of the numbers stands in `row`, -1 for a heading or beyond the end."""
        if not 0 <= row < self.rowCount():
            return -1
        lot = bisect_right(self.heading_rows, row)
        return -1 if self.heading_rows[lot - 1] == row else row - lot

    def identity(self, row: int) -> int:
        """Return the number of the follow-up in `row`, 0 for none."""
        place = self.place_of(row)
        return self.ids[place] if place >= 0 else 0

    def between(self, first: int, last: int) -> Sequence[int]:
        """Return the numbers of the follow-ups from one row to another, both included."""
        begin = first - bisect_left(self.heading_rows, first)
        return self.ids[begin : last + 1 - bisect_left(self.heading_rows, last + 1)]

    def owed(self, row: int) -> Owed | None:
        """Return the follow-up in `row`, None for a heading, beyond the end, or not at hand."""
        place = self.place_of(row)
        return self._store.look(self.ids, place) if place >= 0 else None

    def row_of(self, identity: int) -> int:
        """Return the row of a follow-up, -1 where it is not shown."""
        try:
            place = self.ids.index(identity)
        except ValueError:
            return -1
        return self.row_at(place)

    def row_at(self, place: int) -> int:
        """Return the row of the follow-up at `place` among the numbers."""
        low, high = 0, len(self.heading_rows)
        while low < high:  # the heading number n stands at row r: r - n follow-ups before it
            middle = (low + high) // 2
            if self.heading_rows[middle] - middle <= place:
                low = middle + 1
            else:
                high = middle
        return place + low

    def heading(self, row: int) -> Cell | None:
        """Return the heading in `row`, None for anything else."""
        lot = bisect_right(self.heading_rows, row)
        reading = self._store.reading
        if not lot or self.heading_rows[lot - 1] != row or reading is None:
            return None
        if row not in self._headings:
            found = reading.arrangement.lots[lot - 1]
            self._headings[row] = Cell(heading_of(found, reading), counted(found), bold=True)
        return self._headings[row]

    def shown(self) -> Iterator[Owed | Cell | None]:
        """Yield what stands in each row; None for what is not at hand."""
        for row in range(self.rowCount()):
            yield self.heading(row) or self.owed(row)

    def _arrived(self) -> None:
        if self.ids:
            last = self.rowCount() - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, len(COLUMNS) - 1))

    # -- what Qt asks

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.ids) + len(self.heading_rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in {
            CELL,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return None
        heading = self.heading(index.row())
        if heading is not None:
            return heading if role == CELL else heading.spoken if index.column() == 0 else ""
        owed = self.owed(index.row())
        if owed is None:
            return _AWAITED if role == CELL else _AWAITED.text
        cells = self._cells.get(owed.id)
        if cells is None:
            cells = self._cells[owed.id] = cells_of(owed, self._store.numbers.number(owed.id))
        cell = cells[index.column()]
        return cell if role == CELL else cell.spoken

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section])
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.place_of(index.row()) < 0:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
