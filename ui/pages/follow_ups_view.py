"""The list of follow-ups on screen, worked by single keys."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from ui import actions
from ui.fonts import scaled
from ui.pages.follow_ups_cells import HEADING, ROW, FollowUpDelegate
from ui.pages.follow_ups_model import CELL, FollowUpModel
from ui.pages.follow_ups_reading import Owed
from ui.pages.follow_ups_store import OwedStore
from ui.widgets.row_table import share_width, show_whole_rows
from ui.workspace import Workspace

_WIDTHS: Final = (48, 0.66, 0.34, 132, 72, 126)
_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_ROWS: Final = QItemSelectionModel.SelectionFlag.Rows
_MOST_LOW: Final = 300
_FEW: Final = 20
_ONLY: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS


class FollowUpView(QTableView):
    """Follow-ups under headings; several may be selected at once."""

    chosen = Signal()
    """The cursor came to stand on another follow-up, or others are selected."""
    opened = Signal()
    """Enter or a double click."""
    pressed_key = Signal(str)
    """A letter or “Delete” was pressed: the Latin cap of the key, in either layout."""

    def __init__(
        self, workspace: Workspace, store: OwedStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self.rows = FollowUpModel(store, self)
        self.setModel(self.rows)
        self.setItemDelegate(FollowUpDelegate(workspace.theme, CELL, self))
        show_whole_rows(self, scaled(ROW))
        self._low: list[int] = []
        self._awaited = False
        self.doubleClicked.connect(self.opened)
        workspace.theme.changed.connect(self.viewport().update)
        store.arrived.connect(self._arrived)

    # -- showing

    def show_reading(self) -> None:
        """Show what was read; what was selected stays so, or the row that took its place is."""
        selected, current = self.selected_ids(), self.rows.identity(self.currentIndex().row())
        row = max(0, self.currentIndex().row())
        scrolled = self.verticalScrollBar().value()
        quiet = self.blockSignals(True)  # noqa: FBT003 - Qt's flag; one word at the end is enough
        self.rows.show_reading()
        self._lower_headings()
        self._select(selected, current, row)
        self.verticalScrollBar().setValue(scrolled)
        self.blockSignals(quiet)
        self._tell()

    def _lower_headings(self) -> None:
        """Make headings lower than rows, but for so many that it would take long."""
        side = self.verticalHeader()
        wanted = self.rows.heading_rows if len(self.rows.heading_rows) <= _MOST_LOW else []
        for place in self._low:  # sizes outlive what stood in the row before
            if place < side.count():
                side.resizeSection(place, scaled(ROW))
        for place in wanted:
            side.resizeSection(place, scaled(HEADING))
        self._low = list(wanted)

    def in_sight(self) -> list[int]:
        """Return the numbers of the follow-ups in sight, selected ones first."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        count = self.rows.rowCount()
        rows = range(max(0, first), last + 1 if last >= 0 else min(count, max(0, first) + 40))
        found = [self.rows.identity(self.currentIndex().row()), *map(self.rows.identity, rows)]
        return [each for each in dict.fromkeys(found) if each]

    def _select(self, selected: Sequence[int], current: int, row: int) -> None:
        goal = self.rows.row_of(current) if current else -1
        if goal < 0:
            self._go(row)
            return
        chosen = QItemSelection()
        for first, last in _runs(self.rows, selected):
            chosen.select(self.rows.index(first, 0), self.rows.index(last, 0))
        model = self.selectionModel()
        model.setCurrentIndex(self.rows.index(goal, 1), _ONLY)
        model.select(chosen, QItemSelectionModel.SelectionFlag.Select | _ROWS)

    def _go(self, row: int) -> None:
        """Make the first follow-up from `row` on the current one, or the last before it."""
        count = self.rows.rowCount()
        row = min(row, count)
        order = [*range(row, min(row + 2, count)), *range(min(row, count) - 1, row - 3, -1)]
        goal = next((each for each in order if self.rows.place_of(each) >= 0), -1)
        if goal >= 0:
            self.selectionModel().setCurrentIndex(self.rows.index(goal, 1), _ONLY)

    def select(self, identity: int) -> bool:
        """Make a follow-up the current one and tell whether it is shown."""
        row = self.rows.row_of(identity)
        if row >= 0:
            self._go(row)
            self.scrollTo(self.currentIndex())
        return row >= 0

    # -- what is selected

    def current(self) -> Owed | None:
        """Return the follow-up the cursor stands on, once it is at hand."""
        return self.rows.owed(self.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """Return the numbers of the selected follow-ups in their order; else of the current one."""
        ranges = sorted((each.top(), each.bottom()) for each in self._ranges())
        found = list(dict.fromkeys(each for ends in ranges for each in self.rows.between(*ends)))
        current = self.rows.identity(self.currentIndex().row())
        return found or ([current] if current else [])

    def _ranges(self) -> Sequence[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def _tell(self) -> None:
        self._awaited = self.current() is None and self.currentIndex().isValid()
        self.chosen.emit()

    def _arrived(self) -> None:
        if self._awaited and self.isVisible():
            self._tell()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self.signalsBlocked():
            self._tell()

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
        row = next((row for way in ways for row in way if self.rows.place_of(row) >= 0), goal.row())
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
        share_width(self, _WIDTHS)


def _runs(rows: FollowUpModel, ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last row of each run of follow-ups that are shown together."""
    if len(ids) <= _FEW:
        found = sorted(row for each in ids if (row := rows.row_of(each)) >= 0)
    else:
        wanted = set(ids)
        places = [place for place, each in enumerate(rows.ids) if each in wanted]
        found = [rows.row_at(place) for place in places]
    first = 0
    for at, row in enumerate(found):
        if at + 1 == len(found) or found[at + 1] != row + 1:
            yield found[first], row
            first = at + 1
