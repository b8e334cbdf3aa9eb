"""One column of the board: the follow-ups of one state."""

import json
from array import array
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from ui import actions
from ui.pages.follow_ups_card import HEIGHT, CardDelegate
from ui.pages.follow_ups_cells import due_cell
from ui.pages.follow_ups_reading import Owed
from ui.pages.follow_ups_store import OwedStore
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
OWED: Final = Qt.ItemDataRole.UserRole
MIME: Final = "application/x-liaison-follow-ups"
_TOP: Final = QModelIndex()


class ColumnModel(QAbstractListModel):
    """The numbers of a state in their order, each worded when it comes into sight."""

    dropped = Signal(list)
    """Cards of another column were let go here."""

    def __init__(self, store: OwedStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.ids: array[int] = array("q")
        store.arrived.connect(self._arrived)

    def show_ids(self, ids: "array[int]") -> None:
        """Show the follow-ups numbered `ids`."""
        self.beginResetModel()
        self.ids = ids
        self.endResetModel()

    def _arrived(self) -> None:
        if self.ids:
            self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.ids)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = {OWED, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if not index.isValid() or role not in shown:
            return None
        owed = self._store.look(self.ids, index.row())
        if role == OWED or owed is None:
            return owed if role == OWED else "…"
        due = due_cell(owed)
        words = (owed.title, owed.partner, owed.responsible, due.text, due.note)
        return " · ".join(filter(None, words))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = [self.ids[each.row()] for each in indexes]
        data.setData(MIME, json.dumps(ids).encode())
        return data

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not data.hasFormat(MIME):
            return False
        self.dropped.emit(json.loads(bytes(data.data(MIME).data())))
        return False  # the archive moves them, and the column is read again


class BoardColumn(QListView):
    """Cards below each other, worked by the same keys as the list."""

    chosen = Signal()
    opened = Signal()
    pressed_key = Signal(str)
    moved = Signal(int)
    """Shift and an arrow: the selected cards go to the next state (1) or the one before (-1)."""
    left = Signal(int)
    """An arrow alone: the cursor goes to the next column or the one before."""

    def __init__(
        self, workspace: Workspace, store: OwedStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cards = ColumnModel(store, self)
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(workspace.theme, OWED, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.verticalScrollBar().setSingleStep(HEIGHT // 3)
        self.doubleClicked.connect(self.opened)
        workspace.theme.changed.connect(self.viewport().update)

    def current(self) -> Owed | None:
        """Return the follow-up the cursor stands on, once it is at hand."""
        owed: Owed | None = (
            self.currentIndex().data(OWED) if self.currentIndex().isValid() else None
        )
        return owed

    def selected_ids(self) -> list[int]:
        """Return the numbers of the selected cards in their order; else of the current one."""
        rows = sorted(each.row() for each in self.selectionModel().selectedRows())
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return [self.cards.ids[row] for row in rows]

    def select(self, ids: Sequence[int]) -> bool:
        """Select the cards of `ids` that are here, and tell whether there was one."""
        wanted = set(ids)
        rows = [row for row, each in enumerate(self.cards.ids) if each in wanted]
        if rows:
            chosen = QItemSelection()
            for row in rows:
                chosen.select(self.cards.index(row), self.cards.index(row))
            model, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
            model.setCurrentIndex(self.cards.index(rows[0]), flags.ClearAndSelect)
            model.select(chosen, flags.ClearAndSelect)
            self.scrollTo(self.currentIndex())
        return bool(rows)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self.signalsBlocked():
            self.chosen.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.ids:
            self.setCurrentIndex(self.cards.index(0))
        self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        way = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(key), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            way = -way
        cap = actions.cap(event.text()) if plain else ""
        if way and (plain or shift):
            (self.left if plain else self.moved).emit(way)
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif plain and key == Qt.Key.Key_Delete:
            self.pressed_key.emit("Delete")
        elif cap:
            self.pressed_key.emit(cap)
        else:
            super().keyPressEvent(event)
