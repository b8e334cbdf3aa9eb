"""The list of follow-ups on screen, worked by single keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui import actions
from ui.fonts import scaled
from ui.pages.follow_ups_cells import HEADING, ROW, FollowUpDelegate
from ui.pages.follow_ups_groups import Section
from ui.pages.follow_ups_model import CELL, FollowUpModel
from ui.pages.follow_ups_reading import Owed
from ui.widgets.shares import laid_out
from ui.workspace import Workspace

_WIDTHS: Final = (48, 0.66, 0.34, 132, 72, 126)
_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_ROWS: Final = QItemSelectionModel.SelectionFlag.Rows
_ONLY: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS


class FollowUpView(QTableView):
    """Follow-ups under headings; several may be selected at once."""

    chosen = Signal()
    """The cursor came to stand on another follow-up, or on none."""
    opened = Signal()
    """Enter or a double click."""
    pressed_key = Signal(str)
    """A letter or “Delete” was pressed: the Latin cap of the key, in either layout."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FollowUpModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(FollowUpDelegate(workspace.theme, CELL, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(scaled(ROW))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self.opened)
        workspace.theme.changed.connect(self.viewport().update)

    # -- showing

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show `sections`; what was selected stays so, or the row that took its place is."""
        selected, current = self.selected_uids(), self.current_uid()
        row = max(0, self.currentIndex().row())
        scrolled = self.verticalScrollBar().value()
        quiet = self.blockSignals(True)  # noqa: FBT003 - Qt's flag; one word at the end is enough
        self.clearSpans()
        self.rows.show_sections(sections)
        side = self.verticalHeader()
        for place, line in enumerate(self.rows.lines):
            height = scaled(ROW if line.owed else HEADING)
            if side.sectionSize(place) != height:  # sizes outlive what stood in the row before
                side.resizeSection(place, height)
            if line.owed is None:
                self.setSpan(place, 0, 1, self.rows.columnCount())
        self._select(selected, current, row)
        self.verticalScrollBar().setValue(scrolled)
        self.blockSignals(quiet)
        self.chosen.emit()

    def _select(self, selected: Sequence[str], current: str, row: int) -> None:
        goal = self.rows.row_of(current)
        if goal < 0:
            self._go(row)
            return
        chosen = QItemSelection()
        for uid in selected:
            place = self.rows.row_of(uid)
            if place >= 0:
                chosen.select(self.rows.index(place, 0), self.rows.index(place, 0))
        model = self.selectionModel()
        model.setCurrentIndex(self.rows.index(goal, 1), _ONLY)
        model.select(chosen, QItemSelectionModel.SelectionFlag.Select | _ROWS)

    def _go(self, row: int) -> None:
        """Make the first follow-up from `row` on the current one, or the last before it."""
        count = self.rows.rowCount()
        order = [*range(min(row, count), count), *range(min(row, count) - 1, -1, -1)]
        goal = next((each for each in order if self.rows.owed(each)), -1)
        if goal >= 0:
            self.selectionModel().setCurrentIndex(self.rows.index(goal, 1), _ONLY)

    def select(self, uid: str) -> bool:
        """Make `uid` the current follow-up and tell whether it is shown."""
        row = self.rows.row_of(uid)
        if row >= 0:
            self._go(row)
            self.scrollTo(self.currentIndex())
        return row >= 0

    # -- what is selected

    def current(self) -> Owed | None:
        """Return the follow-up the cursor stands on."""
        return self.rows.owed(self.currentIndex().row())

    def current_uid(self) -> str:
        """Return its uid, "" for none."""
        current = self.current()
        return current.uid if current else ""

    def selected(self) -> list[Owed]:
        """Return the selected follow-ups in the order shown; the current one where none is."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = [each for row in rows if (each := self.rows.owed(row)) is not None]
        current = self.current()
        return found or ([current] if current else [])

    def selected_uids(self) -> list[str]:
        """Return the uids of the selected follow-ups."""
        return [each.uid for each in self.selected()]

    @override
    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override] # Qt passes plain indexes
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.chosen.emit()

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
        row = next((row for way in ways for row in way if self.rows.owed(row)), goal.row())
        return self.rows.index(row, max(1, goal.column()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _PLAIN
        cap = actions.cap(event.text()) if plain else ""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.opened.emit()
            case Qt.Key.Key_Delete if plain:
                self.pressed_key.emit("Delete")
            case _ if cap:
                self.pressed_key.emit(cap)
            case _:
                super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = laid_out(_WIDTHS, self.viewport().width())
        for column in range(len(_WIDTHS)):
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, shown.get(column, 0))
