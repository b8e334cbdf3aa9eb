"""The table of relations on screen: cells that open what they name, a reason typed in place."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from liaison.i18n import _, language
from ui import actions
from ui.fonts import scaled
from ui.pages.follow_ups_cells import HEADING, ROW, FollowUpDelegate
from ui.pages.relations_cells import KIND, REASON
from ui.pages.relations_model import CELL, RelationsModel
from ui.pages.relations_reading import Bound, Reading
from ui.theme import Theme
from ui.widgets.row_table import share_width, show_whole_rows
from ui.widgets.typed_first import TypedFirst
from ui.widgets.typing_aids import WritingLine
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_WIDTHS: Final = (0.17, 0.24, 84, 112, 60, 130, 0.24, 0.16, 0.21)
_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_ROWS: Final = QItemSelectionModel.SelectionFlag.Rows
_ONLY: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS


class RelationDelegate(FollowUpDelegate):
    """Draws the cells, and takes the reason that is typed into one."""

    typed = Signal(object, str)
    """A reason was typed: what stands in its row, and the text."""

    def __init__(self, theme: Theme, rows: RelationsModel, parent: QObject) -> None:
        super().__init__(theme, CELL, parent)
        self._rows = rows

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        editor = WritingLine(persian=language() == "fa", parent=parent)
        editor.setAccessibleName(_("Why it is dormant"))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        bound = self._rows.bound(index.row())
        if isinstance(editor, QLineEdit) and bound is not None:
            editor.setText(bound.typed or "")
            editor.setPlaceholderText(bound.reason)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        bound = self._rows.bound(index.row())
        if isinstance(editor, QLineEdit) and bound is not None:
            text = " ".join(editor.text().split())
            if text != bound.typed:
                self.typed.emit(bound, text)


class RelationsView(TypedFirst, QTableView):
    """Relations under headings; several may be selected at once."""

    chosen = Signal()
    """Other rows are selected."""
    opened = Signal(str, int)
    """A cell is to open what it names: the uid of its row, and its column."""
    pressed_key = Signal(str)
    """A letter was pressed: the Latin cap of its key, in either layout."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RelationsModel(self)
        self.setModel(self.rows)
        self.delegate = RelationDelegate(workspace.theme, self.rows, self)
        self.setItemDelegate(self.delegate)
        show_whole_rows(self, scaled(ROW))
        self.viewport().setMouseTracking(True)
        self.lang = language()
        """The language of what is shown, in which a reason is typed."""
        self.doubleClicked.connect(self._double)
        workspace.theme.changed.connect(self.viewport().update)

    # -- showing

    def show_bound(self, reading: Reading, shown: Sequence[Bound]) -> None:
        """Show `shown`; what was selected stays so, or the row that took its place is.

        While a reason is typed that waits.
        """
        self.once_typed(lambda: self._show(reading, shown))

    def _show(self, reading: Reading, shown: Sequence[Bound]) -> None:
        self.lang = reading.lang
        selected, here = [each.uid for each in self.selected()], self.currentIndex()
        current = self.rows.bound(here.row())
        scrolled = self.verticalScrollBar().value()
        self.rows.show_bound(reading, shown)
        side = self.verticalHeader()
        for place, line in enumerate(self.rows.lines):
            height = scaled(ROW if line.bound else HEADING)
            if side.sectionSize(place) != height:  # sizes outlive what stood in the row before
                side.resizeSection(place, height)
        row = self.rows.row_of(current.uid) if current else -1
        self._go(row if row >= 0 else max(0, here.row()), max(0, here.column()))
        self._select(selected)
        self.verticalScrollBar().setValue(scrolled)

    def _go(self, row: int, column: int = 0) -> None:
        """Make the first row from `row` on that is no heading the current one."""
        rows = self.rows
        order = [*range(row, rows.rowCount()), *range(min(row, rows.rowCount()) - 1, -1, -1)]
        goal = next((each for each in order if rows.bound(each)), -1)
        if goal >= 0:
            self.selectionModel().setCurrentIndex(rows.index(goal, column), _ONLY)

    def _select(self, uids: Sequence[str]) -> None:
        found = QItemSelection()
        for row in filter(lambda row: row >= 0, map(self.rows.row_of, uids)):
            found.select(self.rows.index(row, 0), self.rows.index(row, 0))
        self.selectionModel().select(found, QItemSelectionModel.SelectionFlag.Select | _ROWS)

    def go_to(self, uid: str, column: int = 0) -> None:
        """Make a cell the current one."""
        self._go(self.rows.row_of(uid), column)
        self.scrollTo(self.currentIndex())

    def selected(self) -> list[Bound]:
        """Return the selected rows in the order shown."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [bound for place in places if (bound := self.rows.bound(place)) is not None]

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    # -- opening and editing

    def edit_reason(self, uid: str) -> None:
        """Let the reason of a row be typed where it stands; a long one, in its relation."""
        self.go_to(uid, REASON)
        bound = self.rows.bound(self.currentIndex().row())
        if bound is not None and bound.typed is None:
            self.opened.emit(uid, KIND)
        elif self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())

    def _open(self, index: Index) -> None:
        bound = self.rows.bound(index.row())
        if bound is not None:
            self.opened.emit(bound.uid, index.column())

    def _double(self, index: Index) -> None:
        if not self._is_link(index):  # the first of the two clicks has opened that
            self._open(index)

    def _is_link(self, index: Index) -> bool:
        return (
            index.isValid() and self.rows.bound(index.row()) is not None and index.data(CELL).link
        )

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._is_link(self.indexAt(event.position().toPoint()))
        hand = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand if over else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _PLAIN
        if plain and self._is_link(index) and index == self.currentIndex():
            self._open(index)

    # -- keys and size

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Pass over headings."""
        goal = super().moveCursor(action, modifiers)
        onward = range(goal.row(), self.rows.rowCount())
        back = range(goal.row(), -1, -1)
        ways = (back, onward) if goal.row() < self.currentIndex().row() else (onward, back)
        row = next((row for way in ways for row in way if self.rows.bound(row)), goal.row())
        return self.rows.index(row, goal.column())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _PLAIN
        cap = actions.cap(event.text()) if plain else ""
        bound = self.rows.bound(self.currentIndex().row())
        match event.key():
            case _ if self.state() == QAbstractItemView.State.EditingState:
                super().keyPressEvent(event)  # what the line of a reason has no use for
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self._open(self.currentIndex())
            case Qt.Key.Key_F2 if bound is not None:
                self.edit_reason(bound.uid)
            case _ if cap:
                self.pressed_key.emit(cap)
            case _:
                super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        share_width(self, _WIDTHS)
