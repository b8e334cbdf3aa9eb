"""The sheet on which a pasted table is looked at before its people join the delegation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from liaison.i18n import _, ngettext
from ui import actions
from ui.figures import figure
from ui.pages.visit_card import WorkCard
from ui.pages.visit_members import Planned, add_members, is_city, partner_names, planned
from ui.pages.visit_paste_text import COLUMNS, Pasted, guessed_columns, read_members, read_table
from ui.records.delegate import CellDelegate
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Row
    from ui.pages.visit_paste_text import PastedMember
    from ui.pages.visit_reading import VisitRows
    from ui.workspace import Workspace

_KEPT: Final = 200
"""As many rows as a delegation may have; more is a wrong table."""


class PasteSheet(WorkCard):
    """The table with what each column holds, to be changed, and what will come of each row."""

    added = Signal(list)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.table = Pasted(())
        self.plan: list[Planned] = []
        self.choices: list[QComboBox] = []
        self._rows: VisitRows | None = None
        self._arriving = False
        self._people: list[PastedMember] = []
        self._title, self.summary = label("card-title"), label("muted", wrap=True)
        self.head_box = QCheckBox()
        self.head_box.toggled.connect(self._head_toggled)
        self.add_button = button("primary", self.add)
        self.again_button = button("", self._again)
        self.cancel_button = button("", self.left.emit)
        self.preview = QTableWidget()
        self._dress_preview()
        column = self.column
        column.addLayout(row(self._title, 1, self.head_box))
        column.addWidget(self.summary)
        column.addWidget(self.preview, 1)
        column.addLayout(row(1, self.cancel_button, self.again_button, self.add_button))
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self._again, "Ctrl+V", context=context)
        actions.bind(self, self.add, "Ctrl+S", "F2", "Ctrl+Return", context=context)
        self.retranslate()

    def _dress_preview(self) -> None:
        view = self.preview
        view.setItemDelegate(CellDelegate(view, bold_column=-1))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.verticalHeader().hide()
        view.horizontalHeader().hide()

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Members from a table"))
        self.head_box.setText(_("The first row names the columns"))
        self.again_button.setText(_("Paste again"))
        self.again_button.setToolTip("Ctrl+V")
        self.cancel_button.setText(_("Close"))
        self.cancel_button.setToolTip("Esc")
        self.preview.setAccessibleName(_("Preview of the table"))
        for number, choice in enumerate(self.choices, start=1):
            choice.setAccessibleName(_("Column {number} holds").format(number=figure(number)))
            for index, text in enumerate(COLUMNS.values()):
                choice.setItemText(index, _(text))
        self._sum_up()

    # -- reading

    def begin(self, rows: VisitRows, text: str) -> None:
        """Read `text` as a table of people for the delegation in `rows`."""
        self._rows = rows
        table = read_table(text)
        self.table = Pasted(table.rows[:_KEPT], table.has_head)
        self.plan, self._people = [], []
        self.head_box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.head_box.setChecked(self.table.has_head)
        self.head_box.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._guess()

    def _again(self) -> None:
        if self._rows is not None:
            self.begin(self._rows, QApplication.clipboard().text())

    def _head_toggled(self, checked: bool) -> None:  # noqa: FBT001 - a slot of the box
        self.table = Pasted(self.table.rows, checked)
        self._guess()

    def _guess(self) -> None:
        archive, table = self.workspace.archive, self.table
        self.workspace.jobs.run(
            lambda: guessed_columns(table, lambda text: is_city(archive, text)),
            self._show_table,
            owner=self,
            lane="columns",
        )

    def _show_table(self, columns: Sequence[str]) -> None:
        """Show the rows below the choice of what each column holds."""
        view, body = self.preview, self.table.body
        view.clear()
        self.choices = []
        view.setRowCount(len(body) + 1 if body else 0)
        view.setColumnCount(self.table.width + 1 if body else 0)
        head = view.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if body:  # what will come of a row must be read whole
            head.setSectionResizeMode(self.table.width, QHeaderView.ResizeMode.ResizeToContents)
        for at, kind in enumerate(columns if body else ()):
            view.setCellWidget(0, at, self._choice(kind))
        for number, texts in enumerate(body, start=1):
            for at, text in enumerate(texts):
                view.setItem(number, at, QTableWidgetItem(text))
        view.setRowHeight(0, 44)
        self.retranslate()
        self._arriving = True
        self._plan()

    def _choice(self, kind: str) -> QComboBox:
        """Return the choice of what a column holds."""
        made = QComboBox()
        for key, text in COLUMNS.items():
            made.addItem(_(text), key)
        made.setCurrentIndex(list(COLUMNS).index(kind))
        made.currentIndexChanged.connect(self._plan)
        self.choices.append(made)
        return made

    def columns(self) -> list[str]:
        """Return what each column holds, a key of `COLUMNS`."""
        return [str(choice.currentData()) for choice in self.choices]

    def _plan(self) -> None:
        """Work out, on the worker, who is known already."""
        self._people = read_members(self.table, self.columns()) if self.choices else []
        self.add_button.setEnabled(False)
        archive, people = self.workspace.archive, self._people
        present: Sequence[Row] = self._rows.members if self._rows is not None else ()
        self.workspace.jobs.run(
            lambda: planned(archive, people, present), self._planned, owner=self, lane="plan"
        )

    def _planned(self, plan: list[Planned]) -> None:
        self.plan = plan
        at = self.preview.columnCount() - 1
        one_each = len(plan) == self.preview.rowCount() - 1
        for number, each in enumerate(plan if one_each else (), start=1):
            self.preview.setItem(number, at, QTableWidgetItem(_fate(each)))
        self._sum_up()
        if self._arriving:
            goal = self.add_button if self.add_button.isEnabled() else self.again_button
            goal.setFocus(Qt.FocusReason.TabFocusReason)
            self._arriving = False

    def _sum_up(self) -> None:
        """Say what will come of the table."""
        joining = [each for each in self.plan if not each.there]
        self.add_button.setEnabled(bool(joining))
        if not self.table.rows:
            self.summary.setText(
                _("The clipboard holds no table. Copy the names in Excel or e-mail, then paste.")
            )
            self.add_button.setText(_("Add members"))
            return
        count = len(joining)
        self.add_button.setText(
            ngettext("Add {count} member", "Add {count} members", count).format(count=figure(count))
        )
        words = (
            (sum(bool(each.person) for each in joining), _("known already: {count}")),
            (sum(not each.person and bool(each.filled) for each in joining), _("new: {count}")),
            (sum(not each.person and not each.filled for each in joining), _("by office: {count}")),
            (sum(not each.named_fa for each in joining), _("without Persian name: {count}")),
            (len(self.plan) - count, _("in the delegation already: {count}")),
        )
        told = [text.format(count=figure(number)) for number, text in words if number]
        self.summary.setText("  ·  ".join(told))

    # -- writing

    def add(self) -> None:
        """Add everybody in one change."""
        if self._rows is None or not self.add_button.isEnabled():
            return
        self.add_button.setEnabled(False)
        visit, plan, archive = self._rows.visit, list(self.plan), self.workspace.archive
        after = max((each.get("rank") or 0 for each in self._rows.members), default=0)
        count = sum(not each.there for each in plan)
        label_text = ngettext("Add {count} member", "Add {count} members", count)
        self.workspace.write(
            label_text.format(count=figure(count)),
            lambda change: add_members(
                change, visit, partner_names(archive, visit.values), plan, after
            ),
            self.added.emit,
            self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        self.add_button.setEnabled(True)
        self.workspace.troubled.emit(error)


def _fate(each: Planned) -> str:
    """Return what will come of a row, in a word or two."""
    if each.there:
        return _("There already")
    if each.person:
        return _("Known person")
    if not each.filled:
        return _("By office only")
    return _("New person") if each.named_fa else _("New, no Persian name")
