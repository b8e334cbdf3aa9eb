"""The page of a partner: how the relation stands and why, before the form of the city or body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from liaison.i18n import language
from ui import actions
from ui.day import today
from ui.pages.file_page import FilePage
from ui.pages.partner_beginning import Beginning
from ui.pages.partner_claims import ClaimsTab
from ui.pages.partner_header import TABS, Header
from ui.pages.partner_lists import AgreementsTab, DealingsTab, PeopleTab, PromisesTab
from ui.pages.partner_reading import PartnerRows, read_partner
from ui.pages.partner_subjects import SubjectsTab
from ui.pages.partner_summary import SummaryTab
from ui.widgets.tab_stack import StackedTab, TabStack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.workspace import Workspace

Tab = StackedTab[PartnerRows]
_NEW = {
    "summary": "visit",
    "dealings": "visit",
    "agreements": "agreement",
    "promises": "follow_up",
    "people": "position",
    "subjects": "experience",
    "claims": "claim",
    "form": "relation",
}
"""What Ctrl+N begins on each tab."""


class PartnerPage(FilePage[PartnerRows]):
    """One partner: header, and the tab chosen."""

    type_name = "partner"
    home = "summary"

    def __init__(self, workspace: Workspace, uid: str) -> None:
        super().__init__(workspace, uid)
        self.beginning = Beginning(workspace, self)
        self.header = Header(workspace, self.beginning)
        self.tabs: TabStack[Tab, PartnerRows] = TabStack(self.header.tabs, self._makers())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self.trouble)
        column.addWidget(self.tabs, 1)
        self.header.print_wanted.connect(self._print)
        self.header.history_wanted.connect(self.show_history)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.edit, "Ctrl+E", context=context)
        self.tabs.bind_keys(self)
        self.tabs.remember(workspace.settings, "tab/partner")
        self.tabs.come_up()

    def _makers(self) -> Mapping[str, Callable[[], Tab]]:
        """Return what makes each tab, in the order of the bar."""
        workspace, beginning = self.workspace, self.beginning
        makers: dict[str, Callable[[], Tab]] = {
            "summary": self._summary,
            "dealings": lambda: DealingsTab(workspace, beginning),
            "agreements": lambda: AgreementsTab(workspace, beginning),
            "promises": lambda: PromisesTab(workspace, beginning),
            "people": lambda: PeopleTab(workspace, beginning),
            "subjects": lambda: SubjectsTab(workspace, beginning),
            "claims": lambda: ClaimsTab(workspace, beginning),
            "form": self.form,
        }
        return {name: makers[name] for name, _label in TABS}

    def _summary(self) -> Tab:
        tab = SummaryTab(self.workspace)
        tab.all_wanted.connect(lambda: self.open_tab("dealings"))
        return tab

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "partners"

    def reader(self) -> Callable[[], PartnerRows]:
        """Return what reads the partner as it stands today."""
        archive, day, lang = self.workspace.archive, today(), language()
        return lambda: read_partner(archive, self.uid, day, lang)

    def take_rows(self, rows: PartnerRows) -> None:
        """Show what was read; what is begun here starts from it."""
        self.beginning.rows = rows
        super().take_rows(rows)

    def new(self) -> None:
        """Begin another record of the tab on screen."""
        self.beginning.begin(_NEW[TABS[self.header.tabs.currentIndex()][0]])

    def print_shown(self) -> None:
        """Open the print room with the profile."""
        self._print("")

    def _print(self, task: str) -> None:
        self.workspace.print_record("partner-profile", self.uid, task)
