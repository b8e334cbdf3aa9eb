"""The page of registers: what is judged of the city and its partners, and what is in dispute."""

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.records.assessment import Assessment
from liaison.i18n import _, language, ngettext
from liaison.storage.archive import Listing
from ui.exports.listed import Listed
from ui.figures import figure
from ui.page import Page
from ui.pages.registers_reading import RegistersRows, read_registers
from ui.pages.registers_tabs import TABS, RegistersTab, makers
from ui.rights import allow
from ui.widgets.pieces import button, card, label, row
from ui.widgets.tab_stack import TabStack
from ui.workspace import Workspace

PRODUCT = "registers"
_PLACE = "registers/tab"


class RegistersPage(Page):
    """Registers side by side in their tabs; each judgement can have a follow-up."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._known: RegistersRows | None = None
        self._title, self._counts = label("page-title"), label("muted")
        self.list_button = button("", self._open_all)
        self.print_button = button("", self.print_shown)
        self.new_button = button("primary", self.new)
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        for _each in TABS:
            self.bar.addTab("")
        self.tabs = TabStack[RegistersTab, RegistersRows](self.bar, makers(workspace))
        self.tabs.remember(workspace.settings, _PLACE)
        self.tabs.bind_keys(self)
        head, column = card()
        buttons = (self.list_button, self.print_button, self.new_button)
        column.addLayout(row(self._title, self._counts, 1, *buttons, spacing=10))
        column.addWidget(self.bar)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 20)
        outer.setSpacing(12)
        outer.addWidget(head)
        outer.addWidget(self.tabs, 1)
        self.enter_at(self.bar)
        self.retranslate()

    @override
    def title(self) -> str:
        return _("Registers")

    @override
    def chapter(self) -> str:
        return "registers"

    @override
    def retranslate(self) -> None:
        self._title.setText(self.title())
        self.bar.setAccessibleName(self.title())
        for at, text in enumerate(TABS.values()):
            self.bar.setTabText(at, _(text))
        self.list_button.setText(_("All in a list"))
        self.print_button.setText(_("Print the registers"))
        self.print_button.setToolTip("Ctrl+P")
        self.new_button.setText(_("+ Assessment"))
        allow(self.new_button, self.workspace, "assessment", "Ctrl+N")
        if self._known is not None:
            self.refresh()

    @override
    def refresh(self) -> None:
        archive, lang = self.workspace.archive, language()
        self.workspace.jobs.run(
            lambda: read_registers(archive, lang), self._take, owner=self, lane="registers"
        )

    def _take(self, rows: RegistersRows) -> None:
        self._known = rows
        count = ngettext("{count} assessment", "{count} assessments", rows.count)
        self._counts.setText(count.format(count=figure(rows.count)))
        self.tabs.show_rows(rows)

    @override
    def new(self) -> None:
        self.workspace.new_record("assessment")

    @override
    def listed(self) -> Listed:
        """Return all judgements."""
        return Listed(_("Assessments"), Listing(Assessment, lang=language()))

    @override
    def print_shown(self) -> None:
        self.workspace.print_record(PRODUCT)

    def _open_all(self) -> None:
        self.workspace.open_list("assessment", _("Assessments"), {})
