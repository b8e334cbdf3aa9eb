"""A table of records, worked by keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.fonts import scaled
from ui.records.delegate import ROW, CellDelegate
from ui.records.table_model import UID

_SEVERAL = 2


class Table(QTableView):
    """A table whose rows are opened with Enter, put away with Delete and made with Insert.

    Several rows may be selected, to be taken out; what is deleted is one row, selected alone.
    """

    opened = Signal(str)
    deletion_wanted = Signal(str)
    new_wanted = Signal()
    resized = Signal()
    """There is more room for the columns, or less."""

    def __init__(self, bold_column: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(CellDelegate(self, bold_column=bold_column))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setProperty("role", "listing")
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(ROW))
        rows.hide()
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
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
            case Qt.Key.Key_Delete if uid and len(self.selectionModel().selectedRows()) < _SEVERAL:
                self.deletion_wanted.emit(uid)
            case Qt.Key.Key_Insert:
                self.new_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Give rows the height their texts need."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(scaled(ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that there is another room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()
