"""A table of the outcomes on screen, whose cells open the records they name or count."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from liaison.insight.outcomes.declaration import Cell as Told
from liaison.insight.outcomes.declaration import ColumnKind, Table
from ui.fonts import scaled
from ui.pages.follow_ups_cells import Cell, FollowUpDelegate
from ui.pages.outcomes_words import said, shown
from ui.theme import Theme
from ui.widgets.row_table import show_whole_rows

Index = QModelIndex | QPersistentModelIndex
_CELL: Final = Qt.ItemDataRole.UserRole
_TOLD: Final = Qt.ItemDataRole.UserRole + 1
_TOP: Final = QModelIndex()
_ROW: Final = 34
_HEAD: Final = 46
_MOST: Final = 12
"""So many rows are in sight; further ones are scrolled to."""
_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_NUMBER: Final = 120
"""Pixels of a number whose column has the share 1."""
_DAY: Final = 112
"""Pixels of a day."""
_WORDS: Final = 112
"""The least pixels of words whose column has the share 1; what finds no room is scrolled to."""
_WRAPPED: Final = (
    Qt.AlignmentFlag.AlignLeading.value
    | Qt.AlignmentFlag.AlignVCenter.value
    | Qt.TextFlag.TextWordWrap.value
)
"""Headings of columns break into two lines."""


class OutcomesModel(QAbstractTableModel):
    """The rows of one table."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    def told(self, index: Index) -> Told:
        """Return what a cell tells and opens."""
        return self.table.rows[index.row()].cells[index.column()]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        told = self.told(index)
        if role == _TOLD:
            return told
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return shown(told.value)
        if role == _CELL:
            return Cell(shown(told.value), muted=told.value == 0, link=opens(told))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return said(self.table.columns[section].label)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _WRAPPED
        return None


def opens(told: Told) -> bool:
    """Tell whether there is something behind a cell."""
    return bool(told.opens or told.several or (told.records and len(told.records)))


class OutcomesTable(QTableView):
    """One table: every cell that stands for records opens them, by mouse and by key."""

    opened = Signal(object, str)
    """A cell is to be opened: what it tells, and the words of its row and column."""

    def __init__(self, table: Table, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = OutcomesModel(table, self)
        self.setModel(self.rows)
        self.setItemDelegate(FollowUpDelegate(theme, _CELL, self))
        show_whole_rows(self, scaled(_ROW))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(said(table.title))
        theme.changed.connect(self.viewport().update)
        in_sight = min(len(table.rows), _MOST)
        self.horizontalHeader().setFixedHeight(scaled(_HEAD))
        self._height = scaled(_ROW) * in_sight + scaled(_HEAD) + 4
        self.setFixedHeight(self._height)
        if table.rows:
            self.setCurrentIndex(self.rows.index(0, 0))

    def _widths(self) -> Sequence[int]:
        """Return the pixels of each column: numbers and days as they need, words what is left."""
        columns = self.rows.table.columns
        fixed = {
            at: scaled(_DAY if each.kind == ColumnKind.DAY else round(_NUMBER * each.share))
            for at, each in enumerate(columns)
            if each.kind in {ColumnKind.DAY, ColumnKind.NUMBER}
        }
        whole = sum(each.share for at, each in enumerate(columns) if at not in fixed)
        left = self.viewport().width() - sum(fixed.values())
        unit = max(left / whole, scaled(_WORDS)) if whole else 0
        return [fixed.get(at, int(each.share * unit)) for at, each in enumerate(columns)]

    def _open(self, index: Index) -> None:
        told = self.rows.told(index)
        if opens(told):
            first = shown(self.rows.table.rows[index.row()].cells[0].value)
            column = said(self.rows.table.columns[index.column()].label)
            self.opened.emit(told, f"{first} · {column}" if index.column() else first)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and opens(self.rows.told(index))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _PLAIN
        if plain and index.isValid() and index == self.currentIndex():
            self._open(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = self._widths()
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        is_broad = sum(widths) > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_broad else 0
        self.setFixedHeight(self._height + bar)
