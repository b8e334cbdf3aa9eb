"""The bin: what was deleted, by whom and when, with the way back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from liaison.domain.records import by_name
from liaison.i18n import _, language, ngettext
from liaison.storage.bin_list import Binned
from liaison.storage.journal import Journal
from ui.figures import figure
from ui.page import Page
from ui.pages.bin_emptying import EmptyingQuestion
from ui.pages.bin_model import COLUMNS, BinModel, Kept, kept_of
from ui.records.table import Table
from ui.widgets.pieces import button, card, label, row
from ui.workspace import NOT_YOURS, Workspace

if TYPE_CHECKING:
    from liaison.storage.change import Change

_WIDTHS: Final = {1: 120, 2: 140, 3: 290}


class BinPage(Page):
    """Everything that was deleted and can still be brought back."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.model = BinModel(self)
        self.table = Table()
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.filter, self.types = QLineEdit(), QComboBox()
        self.enter_at(self.table, self.filter)
        self.filter.setMaximumWidth(260)
        self.filter.setClearButtonEnabled(True)
        self._title, self._count = label("page-title"), label("muted")
        self._nothing = label("muted", wrap=True)
        self.restore_button = button("primary", self.restore)
        self.empty_button = button("danger", self._ask_to_empty)
        self.question = EmptyingQuestion(workspace)
        self._read = False
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head, head_column = card()
        tools = (self.filter, self.types, self.empty_button, self.restore_button)
        head_column.addLayout(row(self._title, self._count, 1, *tools, spacing=12))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body, body_column = card(margin=8)
        self._states = QStackedWidget()
        self._states.addWidget(self._nothing)
        self._states.addWidget(self.table)
        body_column.addWidget(self._states)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.question)
        column.addWidget(body, 1)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(False)
        for number in range(len(COLUMNS)):
            fixed = number in _WIDTHS
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(number, modes.Fixed if fixed else modes.Stretch)
            header.resizeSection(number, _WIDTHS.get(number, 0))

    def _connect(self) -> None:
        self.question.put_away.connect(self.table.setFocus)
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self.table.setFocus)
        self.types.activated.connect(self._narrow)
        self.table.opened.connect(self.restore)
        self.table.deletion_wanted.connect(self._refuse_deletion)
        self.table.selectionModel().selectionChanged.connect(self._let)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "bin"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Bin")

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.title())
        self.filter.setPlaceholderText(_("Filter this list…"))
        self.filter.setAccessibleName(_("Filter this list"))
        self.filter.setToolTip("Ctrl+F")
        self.types.setAccessibleName(_("Type of record"))
        self.table.setAccessibleName(self.title())
        self.empty_button.setText(_("Empty the bin…"))
        self._nothing.setText(_("Reading…"))
        self._let()
        if self._read:
            self.refresh()

    def find_here(self) -> bool:
        """Put the keyboard on the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def subject(self) -> str:
        """Return the uid of the record the cursor stands on."""
        return self.table.uid()

    # -- reading

    def refresh(self) -> None:
        """Read the bin again."""
        journal, lang = Journal(self.workspace.archive), language()
        self.workspace.jobs.run(
            lambda: kept_of(journal.bin(lang)), self._take, self._fail, owner=self, lane="bin"
        )

    def _take(self, found: Sequence[Kept]) -> None:
        first, self._read = not self._read, True
        self.question.hide()
        at = self.table.currentIndex().row()
        self.model.show_kept(found)
        self._offer_types()
        self._narrow(at=at)
        if first and self.model.rows and self.filter.hasFocus():  # where the page was entered
            self.table.setFocus()

    def _offer_types(self) -> None:
        chosen = self.types.currentData()
        self.types.clear()
        self.types.addItem(_("All"), "")
        for shown, name in sorted((_(by_name(each).plural), each) for each in self.model.types()):
            self.types.addItem(shown, name)
        self.types.setCurrentIndex(max(0, self.types.findData(chosen)))

    def _narrow(self, *_signal: object, at: int = 0) -> None:
        self.model.narrow(self.filter.text(), str(self.types.currentData() or ""))
        shown = len(self.model.rows)
        self._count.setText(figure(shown))
        if not shown:
            self._nothing.setText(
                _("Nothing matches. Type less, or another spelling.")
                if self.model.whole_count
                else _("The bin is empty. What you delete waits here.")
            )
        self._states.setCurrentIndex(int(bool(shown)))
        if shown:
            self.table.setCurrentIndex(self.model.index(max(0, min(at, shown - 1)), 0))
        self._let()

    def _fail(self, error: Exception) -> None:
        self._nothing.setText(_("The bin could not be read."))
        self._states.setCurrentIndex(0)
        self.workspace.troubled.emit(error)

    def _let(self) -> None:
        """Let what is chosen be brought back, and the bin be emptied, by who may."""
        chosen, archive = self.chosen(), self.workspace.archive
        allowed = all(self.workspace.may_write(each.type_name) for each in chosen)
        self.restore_button.setText(
            ngettext("Bring {count} back", "Bring {count} back", len(chosen)).format(
                count=figure(len(chosen))
            )
            if len(chosen) > 1
            else _("Bring back")
        )
        self.restore_button.setEnabled(bool(chosen) and allowed and not archive.read_only)
        self.restore_button.setToolTip("Enter" if allowed else _(NOT_YOURS))
        may_empty = archive.rights.may("empty_bin")
        there = self.model.whole_count and not archive.read_only
        self.empty_button.setEnabled(bool(may_empty and there))
        self.empty_button.setToolTip("" if may_empty else _(NOT_YOURS))

    # -- working

    def chosen(self) -> list[Binned]:
        """Return what is selected, in the order it stands."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.rows[each] for each in rows if each < len(self.model.rows)]

    def select(self, *rows: int) -> None:
        """Select some rows."""
        model = self.table.selectionModel()
        model.clearSelection()
        wanted = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for each in rows:
            model.select(self.model.index(each, 0), wanted)

    def restore(self) -> None:
        """Bring back what is selected, with the parts that went along."""
        chosen = self.chosen()
        if not chosen or not self.restore_button.isEnabled():
            return
        if len(chosen) == 1:
            kind = _(by_name(chosen[0].type_name).singular)
            name = _("Bring back {type}").format(type=kind)
        else:
            name = ngettext(
                "Bring {count} record back", "Bring {count} records back", len(chosen)
            ).format(count=figure(len(chosen)))

        def work(change: "Change") -> None:
            for each in chosen:
                change.restore(by_name(each.type_name), each.uid)

        self.workspace.write(name, work, lambda _nothing: self._restored(chosen), owner=self)

    def _restored(self, chosen: Sequence[Binned]) -> None:
        if len(chosen) == 1:
            message = _("“{title}” is back.").format(title=chosen[0].title)
        else:
            message = ngettext(
                "{count} record is back.", "{count} records are back.", len(chosen)
            ).format(count=figure(len(chosen)))
        self.workspace.say(message, _("Undo"), self.workspace.undo)

    def _refuse_deletion(self, _uid: str) -> None:
        self.workspace.say(
            _("Nothing is removed from here one by one; “Empty the bin…” removes all of it.")
        )

    def _ask_to_empty(self) -> None:
        self.question.ask_for(self.model.whole_count)
