"""The page of a membership: the network, what we want of it, where we stand and what is next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from liaison.i18n import language
from ui import actions
from ui.day import today
from ui.pages.file_page import FilePage
from ui.pages.network_beginning import NetworkBeginning
from ui.pages.network_capacities import CapacitiesTab
from ui.pages.network_header import TABS, NetworkHeader
from ui.pages.network_lists import GoalsTab, OfficesTab, PromisesTab, ProposalsTab
from ui.pages.network_overview import OverviewTab
from ui.pages.network_reading import NetworkRows, read_network
from ui.pages.network_sessions import SessionsTab
from ui.pages.networks_outing import PRODUCT
from ui.widgets.tab_stack import StackedTab, TabStack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.workspace import Workspace

Tab = StackedTab[NetworkRows]
_NEW = {
    "overview": "event",
    "sessions": "event",
    "goals": "membership_goal",
    "offices": "membership_milestone",
    "proposals": "proposal",
    "capacities": "follow_up",
    "promises": "follow_up",
    "form": "membership",
}
"""What Ctrl+N begins on each tab."""


class NetworkPage(FilePage[NetworkRows]):
    """One membership: header, and the tab chosen."""

    type_name = "membership"
    home = "overview"

    def __init__(self, workspace: Workspace, uid: str) -> None:
        super().__init__(workspace, uid)
        self.beginning = NetworkBeginning(workspace, self)
        self.header = NetworkHeader(workspace, self.beginning)
        self.tabs: TabStack[Tab, NetworkRows] = TabStack(self.header.tabs, self._makers())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self.trouble)
        column.addWidget(self.tabs, 1)
        self.header.print_wanted.connect(self.print_shown)
        self.header.history_wanted.connect(self.show_history)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.edit, "Ctrl+E", context=context)
        self.tabs.bind_keys(self)
        self.tabs.remember(workspace.settings, "tab/membership")
        self.tabs.come_up()

    def _makers(self) -> Mapping[str, Callable[[], Tab]]:
        """Return what makes each tab, in the order of the bar."""
        workspace, beginning = self.workspace, self.beginning
        makers: dict[str, Callable[[], Tab]] = {
            "overview": self._overview,
            "sessions": lambda: SessionsTab(workspace, beginning),
            "goals": lambda: GoalsTab(workspace, beginning),
            "offices": lambda: OfficesTab(workspace, beginning),
            "proposals": lambda: ProposalsTab(workspace, beginning),
            "capacities": lambda: CapacitiesTab(workspace, beginning),
            "promises": lambda: PromisesTab(workspace, beginning),
            "form": self.form,
        }
        return {name: makers[name] for name, _label in TABS}

    def _overview(self) -> Tab:
        tab = OverviewTab(self.workspace)
        tab.offices_wanted.connect(partial(self.open_tab, "offices"))
        return tab

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "networks"

    def reader(self) -> Callable[[], NetworkRows]:
        """Return what reads the membership as it stands today."""
        archive, day, lang = self.workspace.archive, today(), language()
        return lambda: read_network(archive, self.uid, day, lang)

    def take_rows(self, rows: NetworkRows) -> None:
        """Show what was read; what is begun here starts from it."""
        self.beginning.rows = rows
        super().take_rows(rows)

    def new(self) -> None:
        """Begin another record of the tab on screen."""
        self.beginning.begin(_NEW[TABS[self.header.tabs.currentIndex()][0]])

    def print_shown(self) -> None:
        """Open the print room with the sheet of this membership."""
        self.workspace.print_record(PRODUCT, self.uid)
