"""The rows of the page of relations: headings of groups, and one row for each partner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from liaison.i18n import _
from ui.pages.follow_ups_cells import Cell
from ui.pages.relations_cells import COLUMNS, CONTACT, REASON, cells_of, heading_of
from ui.pages.relations_reading import Bound, Reading

Index = QModelIndex | QPersistentModelIndex
CELL: Final = Qt.ItemDataRole.UserRole
_TOP: Final = QModelIndex()
_ROLES: Final = {CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}


@dataclass(frozen=True)
class Line:
    """One row: what binds us to a partner, or a heading, which has a text instead."""

    bound: Bound | None
    today: date
    heading: Cell | None = None

    @cached_property
    def cells(self) -> Sequence[Cell]:
        """What stands in the row, worded when it is first looked at; a heading spans it."""
        if self.bound is None:
            return (self.heading or Cell(),) * len(COLUMNS)
        return cells_of(self.bound, self.today)


class RelationsModel(QAbstractTableModel):
    """Relations under their headings, shown again as a whole after each reading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.may_reason = False
        """Whether whoever is signed in may write why a relation is dormant."""
        self._row_of: dict[str, int] = {}

    def show_bound(self, reading: Reading, shown: Iterable[Bound]) -> None:
        """Show `shown`, which stand in the order of their groups, in place of the former rows."""
        today = reading.review.today
        lines: list[Line] = []
        for group, found in groupby(shown, lambda each: each.line.group):
            bound = list(found)
            lines.append(Line(None, today, heading_of(group, bound, reading)))
            lines += [Line(each, today) for each in bound]
        self.beginResetModel()
        self.lines = lines
        self._row_of = {
            line.bound.uid: row for row, line in enumerate(lines) if line.bound is not None
        }
        self.endResetModel()

    def bound(self, row: int) -> Bound | None:
        """Return what stands in `row`, None for a heading or beyond the end."""
        return self.lines[row].bound if 0 <= row < len(self.lines) else None

    def row_of(self, uid: str) -> int:
        """Return the row of `uid`, -1 where it is not shown."""
        return self._row_of.get(uid, -1)

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        line = self.lines[index.row()]
        cell = line.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == CONTACT and line.bound:
            _type, _uid, title = line.bound.contact or ("", "", cell.spoken)
            return title
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
        if self.lines[index.row()].bound is None:
            return Qt.ItemFlag.ItemIsEnabled
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == REASON and self.may_reason:
            found |= Qt.ItemFlag.ItemIsEditable
        return found
