"""The list of a record type: sorted by a click, narrowed as one types, worked by keyboard."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from liaison.domain.records import by_name
from liaison.i18n import _, language
from liaison.storage.archive import Listing
from ui.records.delegate import ROW, CellDelegate
from ui.records.table_model import UID, RecordTableModel
from ui.speaking import Speaking
from ui.widgets.pieces import button, label
from ui.workspace import Workspace

_PAUSE = 120
_FIRST_WIDTH, _WIDTH = 320, 150


class Table(QTableView):
    """A table whose rows are opened with Enter, put away with Delete and made with Insert."""

    opened = Signal(str)
    deletion_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        rows.hide()
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setStretchLastSection(True)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._open)

    def uid(self) -> str:
        """Return the uid of the current row, "" where there is none."""
        index = self.currentIndex()
        return str(index.data(UID)) if index.isValid() else ""

    def _open(self, index: QModelIndex) -> None:
        if uid := str(index.data(UID)):
            self.opened.emit(uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open, delete or begin a record."""
        uid = self.uid()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if uid:
                self.opened.emit(uid)
            case Qt.Key.Key_Delete if uid:
                self.deletion_wanted.emit(uid)
            case Qt.Key.Key_Insert:
                self.new_wanted.emit()
            case _:
                super().keyPressEvent(event)


class RecordList(Speaking, QWidget):
    """The records of one type, with what is said when there are none, not yet, or not at all."""

    opened = Signal(str)
    """The uid of the record to open."""
    chosen = Signal(str)
    """The uid of the record the cursor stands on, "" for none."""
    new_wanted = Signal()
    counted = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        type_name: str,
        where: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.record_type = by_name(type_name)
        listing = Listing(self.record_type, where=dict(where or {}), lang=language())
        self.model = RecordTableModel(workspace, listing, self)
        self.table = Table()
        self.table.setModel(self.model)
        self._text = label("muted", wrap=True)
        self._act = button("primary", self._answer)
        self._answers: Callable[[], object] = self.new_wanted.emit
        self._return_to = ""
        self._states = QStackedLayout(self)
        self._states.addWidget(self.table)
        self._states.addWidget(self._word())
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._narrow)
        self._filter = ""
        self._connect()
        self.retranslate()
        self._say(_("Reading…"))

    def _word(self) -> QWidget:
        holder = QFrame()
        holder.setProperty("role", "listing")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(holder)
        column.addStretch(2)
        column.addWidget(self._text)
        column.addWidget(self._act, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        return holder

    def _connect(self) -> None:
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._failed)
        self.table.opened.connect(self.opened)
        self.table.new_wanted.connect(self.new_wanted)
        self.table.deletion_wanted.connect(self._delete)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        header = self.table.horizontalHeader()
        for index, width in enumerate(self._widths()):
            self.table.setColumnWidth(index, width)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self.model.sort)
        header.sectionResized.connect(self._remember_widths)

    # -- what it shows

    def retranslate(self) -> None:
        """Read the list again in the language in use."""
        self.table.setAccessibleName(_(self.record_type.plural))
        if self.model.listing.lang != language():
            self.model.listing = replace(self.model.listing, lang=language())
            self.model.headerDataChanged.emit(
                Qt.Orientation.Horizontal, 0, max(0, self.model.columnCount() - 1)
            )
            self.refresh()

    def refresh(self) -> None:
        """Read the list again and return to the record the cursor stood on."""
        self._return_to = self._return_to or self.table.uid()
        self.model.reload()

    def narrow(self, text: str) -> None:
        """Show only records in which `text` is found."""
        self._filter = text
        self._timer.start()

    def select(self, uid: str) -> None:
        """Put the cursor on `uid` where it is in sight."""
        row = self.model.row_of(uid)
        if row >= 0:
            index = self.model.index(row, 0)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def _narrow(self) -> None:
        self.model.ask(replace(self.model.listing, text=self._filter))

    def _loaded(self, count: int) -> None:
        self.counted.emit(count)
        if count:
            self._states.setCurrentIndex(0)
            if self._return_to:
                self.select(self._return_to)
                self._return_to = ""
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 0))
        elif self.model.listing.text:
            self._say(_("Nothing matches. Type less, or another spelling."))
        else:
            self._answers = self.new_wanted.emit
            self._say(
                _("There is nothing here yet. Begin with the first record."), _("+ New record")
            )

    def _failed(self, error: Exception) -> None:
        self._answers = self.refresh
        self._say(_("The list could not be read."), _("Try again"))
        self.workspace.troubled.emit(error)

    def _say(self, text: str, action: str = "") -> None:
        self._text.setText(text)
        self._act.setText(action)
        self._act.setVisible(bool(action))
        self._states.setCurrentIndex(1)

    def _answer(self) -> None:
        self._answers()

    def _moved(self, current: QModelIndex) -> None:
        self.chosen.emit(str(current.data(UID)) if current.isValid() else "")

    def _delete(self, uid: str) -> None:
        self.workspace.delete(self.record_type.__tablename__, uid)

    # -- widths

    def _widths(self) -> list[int]:
        kept = self.workspace.settings.get(f"columns/{self.record_type.__tablename__}")
        count = self.model.columnCount()
        if isinstance(kept, list) and len(kept) == count:
            return [int(width) for width in kept]
        return [_FIRST_WIDTH if index == 0 else _WIDTH for index in range(count)]

    def _remember_widths(self) -> None:
        header = self.table.horizontalHeader()
        widths = [header.sectionSize(index) for index in range(header.count())]
        self.workspace.settings.set(f"columns/{self.record_type.__tablename__}", widths)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Read again with F5."""
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)
