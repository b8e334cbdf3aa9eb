"""The list of a record type: sorted by a click, narrowed as one types, worked by keyboard."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from liaison.domain.records import by_name
from liaison.i18n import _, language
from liaison.storage.archive import Listing
from ui.records.columns import Columns
from ui.records.table import Table
from ui.records.table_model import UID, RecordTableModel
from ui.speaking import Speaking
from ui.widgets.pieces import button, label
from ui.workspace import Workspace

_PAUSE = 120
_WIDEST = 10_000  # pixels of a column


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
        title = self._title_column()
        self.table = Table(title)
        self.table.setModel(self.model)
        self.columns = Columns(self.table, self.model, title)
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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self.model.sort)
        self._sort_as_last_time()
        header.sortIndicatorChanged.connect(self._remember_order)
        self.table.resized.connect(self.columns.fit)
        self.columns.drawn.connect(self._remember_widths)
        kept = self.workspace.settings.get(self._place_of_widths())
        if (
            isinstance(kept, list)
            and len(kept) == self.model.columnCount()
            and all(type(width) is int and 0 < width < _WIDEST for width in kept)
        ):
            self.columns.take(kept)

    # -- what it shows

    def retranslate(self) -> None:
        """Read the list again in the language in use."""
        self.table.setAccessibleName(_(self.record_type.plural))
        if self.model.listing.lang != language():
            self.model.listing = replace(self.model.listing, lang=language())
            self.columns.forget()
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

    def ask(self, where: Mapping[str, Any]) -> None:
        """Show only records that are what `where` asks for, beside the text."""
        self.model.ask(replace(self.model.listing, where=dict(where)))

    def select(self, uid: str) -> None:
        """Put the cursor on `uid` where it is in sight."""
        row = self.model.row_of(uid)
        if row >= 0:
            index = self.model.index(row, 0)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def selected(self) -> list[int]:
        """Return the numbers of the records selected, in their order, if several are."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return self.model.ids_of(rows) if len(rows) > 1 else []

    def _narrow(self) -> None:
        self.model.ask(replace(self.model.listing, text=self._filter))

    def _loaded(self, count: int) -> None:
        self.counted.emit(count)
        if count:
            self._show(self.table, 0)
            self.columns.measure()
            if self._return_to:
                self.select(self._return_to)
                self._return_to = ""
            self._stand_somewhere()
        elif self.model.listing.text:
            self._say(_("Nothing matches. Type less, or another spelling."))
        elif self.model.listing.where:
            self._say(_("No record is what the filters ask for. Change or remove one of them."))
        else:
            self._answers = self.new_wanted.emit
            may_add = self.workspace.may_write(self.record_type.__tablename__)
            self._say(
                _("There is nothing here yet. Begin with the first record."),
                _("+ New record") if may_add else "",
            )

    def _stand_somewhere(self) -> None:
        """Choose a row; Qt alone puts the cursor on one without choosing it."""
        chosen = self.table.selectionModel()
        if not chosen.hasSelection():
            row = max(0, self.table.currentIndex().row())
            flags = QItemSelectionModel.SelectionFlag
            chosen.setCurrentIndex(self.model.index(row, 0), flags.ClearAndSelect | flags.Rows)

    def _failed(self, error: Exception) -> None:
        self._answers = self.refresh
        self._say(_("The list could not be read."), _("Try again"))
        self.workspace.troubled.emit(error)

    def _say(self, text: str, action: str = "") -> None:
        self._text.setText(text)
        self._act.setText(action)
        self._act.setVisible(bool(action))
        self._show(self._act if action else None, 1)

    def _show(self, control: QWidget | None, state: int) -> None:
        """Show the table or the words; the keyboard, if it was here, goes to what can be done.

        Where nothing can be done the list itself holds it for what comes.
        """
        here = any(each.hasFocus() for each in (self, self.table, self._act))
        self.setFocusProxy(control)  # type: ignore[arg-type] # None means no proxy, Qt says
        self._states.setCurrentIndex(state)
        if here:
            self.setFocus()

    def _answer(self) -> None:
        self._answers()

    def _moved(self, current: QModelIndex) -> None:
        self.chosen.emit(str(current.data(UID)) if current.isValid() else "")

    def _delete(self, uid: str) -> None:
        self.workspace.delete(self.record_type.__tablename__, uid)

    # -- widths

    def _title_column(self) -> int:
        """Return the column by which a record is known."""
        keys, titles = [each.key for each in self.model.columns], self.record_type.title_fields
        return next((keys.index(each) for each in titles if each in keys), 0)

    def _place_of_widths(self) -> str:
        return f"widths/{self.record_type.__tablename__}"

    def _sort_as_last_time(self) -> None:
        """Sort by the column that was chosen last for this type."""
        match self.workspace.settings.get(self._place_of_order()):
            case [str(key), bool(falling)]:
                keys = [each.key for each in self.model.columns]
                if key in keys:
                    order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
                    self.table.horizontalHeader().setSortIndicator(keys.index(key), order)

    def _remember_order(self, column: int, order: Qt.SortOrder) -> None:
        chosen = [self.model.columns[column].key, order == Qt.SortOrder.DescendingOrder]
        self.workspace.settings.set(self._place_of_order(), chosen if column >= 0 else None)

    def _place_of_order(self) -> str:
        return f"order/{self.record_type.__tablename__}"

    def _remember_widths(self, widths: list[int]) -> None:
        self.workspace.settings.set(self._place_of_widths(), widths)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Read again with F5."""
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)
