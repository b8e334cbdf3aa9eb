"""A list of a visit on screen: whole rows, worked by keys, put in order by dragging."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui.pages.visit_cells import CellDelegate
from ui.pages.visit_rows import ROW_MIME, Entry, RowsModel
from ui.widgets.row_table import share_width
from ui.workspace import Workspace


class RowsView(QTableView):
    """Entries one under the other.

    `widths` gives each column its width: from 1 up in pixels, below 1 as a share of what is
    left. With `whole` the view is as high as its rows, so that the page scrolls and not the list.
    """

    opened = Signal(str)
    """Enter or a double click on an entry."""
    chosen = Signal(str)
    moved = Signal(str, int)
    """An entry was dropped at a row."""
    files_dropped = Signal(list)

    def __init__(
        self,
        workspace: Workspace,
        widths: Sequence[float],
        *,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self.takes_files = False
        self._widths = tuple(widths)
        self._whole = whole
        self._fitted: tuple[int, Sequence[Entry]] = (0, ())
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(workspace.theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)
        self.doubleClicked.connect(self._open)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def let_order(self) -> None:
        """Let entries be dragged to another row."""
        self.rows.movable = True
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)

    def let_drop_files(self) -> None:
        """Take files dropped here."""
        self.takes_files = True
        self.setAcceptDrops(True)

    # -- showing

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show `entries`; the chosen one stays chosen, or the one that took its place."""
        uid, row = self.uid(), self.currentIndex().row()
        self.rows.show_entries(entries)
        self.clearSpans()
        self._span()
        if self.isVisible():
            self._fit()
        goal = self.rows.row_of(uid)
        self._go(goal if goal >= 0 else min(max(0, row), len(entries) - 1))

    def _span(self) -> None:
        entries, wide = self.rows.entries, self.rows.columnCount()
        row = 0
        while row < len(entries):
            if entries[row].heading and wide > 1:
                self.setSpan(row, 0, 1, wide)
            group, last = entries[row].group, row
            while group and last + 1 < len(entries) and entries[last + 1].group == group:
                last += 1
            if last > row:
                self.setSpan(row, 0, last - row + 1, 1)
            row = last + 1

    def _go(self, row: int) -> None:
        """Make the first entry from `row` on that can be chosen the current one."""
        entries = self.rows.entries
        order = [*range(max(0, row), len(entries)), *range(max(0, row) - 1, -1, -1)]
        goal = next((each for each in order if not entries[each].heading), -1)
        if goal < 0:
            self.chosen.emit("")
            return
        column = 1 if entries[goal].group and self.rows.columnCount() > 1 else 0
        self.selectionModel().setCurrentIndex(
            self.rows.index(goal, column),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def uid(self) -> str:
        """Return the uid of the current entry, "" where there is none."""
        row = self.currentIndex().row()
        return self.rows.entries[row].uid if 0 <= row < len(self.rows.entries) else ""

    def select(self, uid: str) -> bool:
        """Make `uid` the current entry and tell whether it is shown."""
        row = self.rows.row_of(uid)
        if row >= 0:
            self._go(row)
            self.scrollTo(self.currentIndex())
        return row >= 0

    def currentChanged(self, current: object, previous: object) -> None:  # noqa: N802 - Qt's name
        """Tell which entry is current."""
        super().currentChanged(current, previous)  # type: ignore[arg-type] # Qt's own two indexes
        self.chosen.emit(self.uid())

    def _open(self) -> None:
        if self.uid():
            self.opened.emit(self.uid())

    # -- size

    def _fit(self) -> None:
        fitted = (self.viewport().width(), self.rows.entries)
        if fitted[0] == self._fitted[0] and fitted[1] is self._fitted[1]:
            return  # laid out already: words in many rows take their time
        self._fitted = fitted
        share_width(self, self._widths)
        self.resizeRowsToContents()
        if self._whole:
            rows = sum(self.rowHeight(row) for row in range(self.rows.rowCount()))
            head = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().height()
            self.setFixedHeight(rows + head + 2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, 120)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and event.size().width() != event.oldSize().width():
            self._fit()

    # -- keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._open()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._go(0)

    # -- dragging

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes_files and dropped_files(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.takes_files and dropped_files(event):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event) if self.takes_files else []
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.files_dropped.emit(files)
            return
        uid = bytes(event.mimeData().data(ROW_MIME).data()).decode()
        if self.rows.movable and self.rows.row_of(uid) >= 0:
            # The entries are read again in their new order; Qt must not take the old row out.
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
            self.moved.emit(uid, self._row_at(event))

    def _row_at(self, event: QDropEvent) -> int:
        """Return the row before which a drop falls: the upper half of a row means before it."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return self.rows.rowCount()
        return index.row() + (event.position().y() > self.visualRect(index).center().y())


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the local files a drag carries."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
