"""Making one record of two: which stays, whose values, and what will lead elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout
from typing_extensions import override

from liaison.domain.rules.joining import label as change_label
from liaison.domain.schema import Reference
from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.insight.joining import Both, read_both
from liaison.storage.joining import join
from ui import actions
from ui.editors.reference_edit import ReferenceEditor
from ui.history import words
from ui.page import Page
from ui.pages.join_fields import FieldChoices
from ui.pages.join_sheet import Sheet
from ui.pages.join_words import folding, foretold, other_names
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, card, label, row
from ui.widgets.toast import Banner
from ui.workspace import NOT_YOURS

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison.storage.change import Change
    from ui.workspace import Workspace

_KEYS: Final = ("Ctrl+S", "F2")
_ALL: Final = 1000
"""The share of the height that the fields take while they are in sight."""


class JoinPage(Page):
    """Two records side by side; the second one is asked for where only one was told.

    `asked` is type, first uid and second uid with slashes in between; the last may lack.
    """

    def __init__(self, workspace: Workspace, asked: str) -> None:
        super().__init__(workspace)
        self.type_name, self.first, self.second = (*asked.split("/"), "", "")[:3]
        self._asked_for, self._name = not self.second, ""
        self.sheet: Sheet | None = None
        self._joining = False
        self._title, self._told = label("page-title", wrap=True), label("muted", wrap=True)
        self.trouble, self.fault = Banner("banner"), Banner("banner")
        self.picker = ReferenceEditor(Reference(self.type_name), workspace)
        self._picker_label = label("label")
        self._picker_label.setBuddy(self.picker.control)
        self._keeps_label = label("label")
        self.keeps = [button("filter", self._keeper(place)) for place in (0, 1)]
        self._preview, self._names = label("strong", wrap=True), label("muted", wrap=True)
        self.fields = FieldChoices(workspace.theme)
        self.equal_button = button("link")
        self.close_button = button("", workspace.go_back)
        self.join_button = button("primary", self.join)
        self._lay_out()
        self._connect()
        self.enter_at(self.fields, self.picker.control)
        self.retranslate()

    def _lay_out(self) -> None:
        head, head_column = card()
        line = row(spacing=12)
        line.addWidget(self._title, 1)
        line.addLayout(row(self.close_button, self.join_button))
        head_column.addLayout(line)
        head_column.addWidget(self._told)
        asked = row(self._picker_label, spacing=8)
        asked.addWidget(self.picker, 1)
        head_column.addLayout(asked)
        stays = FlowLayout()
        group = QButtonGroup(self)
        stays.addWidget(self._keeps_label)
        for each in self.keeps:
            each.setCheckable(True)
            group.addButton(each)
            stays.addWidget(each)
        head_column.addLayout(stays)
        head_column.addWidget(self._preview)
        body, body_column = card(margin=8)
        body_column.addWidget(self.fields, 1)
        body_column.addLayout(row(self.equal_button, 1))
        self._names.setContentsMargins(8, 0, 8, 6)
        body_column.addWidget(self._names)
        self.equal_button.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.trouble)
        column.addWidget(self.fault)
        column.addWidget(body, _ALL)
        column.addStretch(1)
        self._body = body

    def _connect(self) -> None:
        self.fields.changed.connect(self._foretell)
        self.equal_button.toggled.connect(self.fields.show_equal)
        self.equal_button.toggled.connect(self._foretell)
        self.picker.changed.connect(self._picked)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.workspace.go_back, "Esc", context=within)
        actions.bind(self, self.join, *_KEYS, context=within)

    @override
    def chapter(self) -> str:
        return "doubles"

    @override
    def title(self) -> str:
        if self._name and not self.second:
            return _("Make “{title}” one with another record").format(title=self._name)
        return _("Make one record of two")

    @override
    def subject(self) -> str:
        return self.first

    @override
    def retranslate(self) -> None:
        self._title.setText(self.title())
        self._told.setText(
            _(
                "The arrows choose whose value stands, the space also both. Every other name goes"
                " on to be found; what goes into the bin stays in the history."
            )
        )
        self._picker_label.setText(_("The other record"))
        self.picker.set_name(_("The other record"))
        self._keeps_label.setText(_("Which one stays"))
        self.close_button.setText(_("Close"))
        self.close_button.setToolTip("Esc")
        self.join_button.setText(_("Make one"))
        self.join_button.setToolTip(", ".join(_KEYS))
        if self.sheet is not None:
            self.refresh()
        self._show()

    # -- reading

    @override
    def refresh(self) -> None:
        """Read both records again; what was chosen stays chosen."""
        archive, lang = self.workspace.archive, language()
        if not self.second:
            first = self.first
            self.workspace.jobs.run(lambda: archive.title(first, lang), self._name_it, owner=self)
            return
        name, uids = self.type_name, (self.first, self.second)
        self.workspace.jobs.run(
            lambda: read_both(archive, name, uids, lang),
            self._take,
            self._fail,
            owner=self,
            lane="both",
        )

    def _name_it(self, title: str) -> None:
        self._name = title
        self._title.setText(self.title())
        self.name_window()

    def _take(self, both: Both) -> None:
        first = self.sheet is None
        if self.sheet is None:
            self.sheet = Sheet(both)
        else:
            self.sheet.take(both)
        gone = [
            title
            for row_, title in zip(both.rows, both.titles, strict=True)
            if row_.deleted_at is not None
        ]
        self.trouble.hide()
        if gone:
            message = _("“{title}” is in the bin; bring it back first.")
            self.trouble.ask(message.format(title=gone[0]))
            self.trouble.close_button.hide()
        self._show()
        if first and self.isVisible():
            self.fields.setFocus()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.fault.show_message(error.message)
        else:
            self.workspace.troubled.emit(error)

    def _picked(self) -> None:
        try:
            uid = self.picker.value()
        except UserError:
            return
        if uid == self.first:
            self.picker.mark(_("A record cannot be joined with itself; choose another one."))
        elif uid:
            self.second, self.sheet = uid, None
            self._title.setText(self.title())
            self.refresh()

    # -- showing

    def _show(self) -> None:
        sheet = self.sheet
        self._picker_label.setVisible(self._asked_for)
        self.picker.setVisible(self._asked_for)
        for each in (self._body, self._keeps_label, self._preview, *self.keeps):
            each.setVisible(sheet is not None)
        self._let()
        if sheet is None:
            return
        for place, each in enumerate(self.keeps):
            title = sheet.both.titles[place]
            each.setText(" ".join(title.split()))
            each.setAccessibleName(f"{_('Which one stays')}: {title}")
            each.setChecked(place == sheet.keeps)
        self.fields.show_sheet(sheet)
        self._foretell()

    def _foretell(self) -> None:
        """Say what will lead to the record that stays, and what else it will be called."""
        if self.sheet is None:
            return
        self._preview.setText(foretold(self.sheet))
        self._names.setText(other_names(self.sheet))
        count = len(self.sheet.equal)
        self.equal_button.setVisible(bool(count))
        self.equal_button.setText(folding(count, shown=self.equal_button.isChecked()))

    def _let(self) -> None:
        """Let the two become one where both are there, by who may."""
        sheet, archive = self.sheet, self.workspace.archive
        allowed = self.workspace.may_write(self.type_name)
        there = sheet is not None and all(each.deleted_at is None for each in sheet.both.rows)
        self.join_button.setEnabled(
            there and allowed and not archive.read_only and not self._joining
        )
        self.join_button.setToolTip(", ".join(_KEYS) if allowed else _(NOT_YOURS))

    def _keeper(self, place: int) -> Callable[[], object]:
        return lambda: self.keep(place)

    def keep(self, place: int) -> None:
        """Let the record at a place, 0 or 1, be the one that stays."""
        if self.sheet is not None:
            self.sheet.keeps = place
            self._show()

    # -- working

    def join(self) -> None:
        """Make one record of the two, in one change."""
        sheet = self.sheet
        if sheet is None or not self.join_button.isEnabled():
            return
        self._joining = True
        self.fault.hide()
        self._let()
        titles = sheet.both.titles
        kept, dropped, sides = sheet.kept, sheet.dropped, sheet.sides()

        def work(change: Change) -> None:
            join(change, kept, dropped, sides)

        name = change_label(titles[sheet.keeps], titles[1 - sheet.keeps])
        self.workspace.write(name, work, lambda _n: self._joined(sheet), self._refused, owner=self)

    def _joined(self, sheet: Sheet) -> None:
        workspace, kept = self.workspace, sheet.kept.uid
        message = _("{type}: “{title}” is one record now.").format(
            type=words.kind_of(self.type_name), title=sheet.both.titles[sheet.keeps]
        )
        workspace.say(message, _("Undo"), workspace.undo)
        if not self.isVisible():  # somebody went on meanwhile; much may have been led away
            return
        workspace.go_back()
        if self._asked_for and kept != self.first:  # where one came from is in the bin now
            workspace.go_back()
            workspace.open_record(self.type_name, kept)

    def _refused(self, error: Exception) -> None:
        self._joining = False
        self.refresh()
        self._fail(error)
