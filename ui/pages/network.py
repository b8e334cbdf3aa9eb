"""The page of a membership: the network, what we want of it, where we stand and what is next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from liaison.errors import UserError
from liaison.i18n import language
from ui import actions
from ui.day import today
from ui.drafts import Drafts
from ui.page import Page
from ui.pages.form_tab import FormTab
from ui.pages.network_beginning import NetworkBeginning
from ui.pages.network_capacities import CapacitiesTab
from ui.pages.network_header import TABS, NetworkHeader
from ui.pages.network_lists import GoalsTab, OfficesTab, PromisesTab, ProposalsTab
from ui.pages.network_overview import OverviewTab
from ui.pages.network_reading import NetworkRows, read_network
from ui.pages.network_sessions import SessionsTab
from ui.pages.networks_outing import PRODUCT
from ui.widgets.pieces import label
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


class NetworkPage(Page):
    """One membership: header, and the tab chosen."""

    def __init__(self, workspace: Workspace, uid: str) -> None:
        super().__init__(workspace)
        self.uid = uid
        self.rows: NetworkRows | None = None
        self.beginning = NetworkBeginning(workspace, self)
        self.header = NetworkHeader(workspace, self.beginning)
        self.trouble = label("error", wrap=True)
        self.trouble.hide()
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
            "form": self._form,
        }
        return {name: makers[name] for name, _label in TABS}

    def _overview(self) -> Tab:
        tab = OverviewTab(self.workspace)
        tab.offices_wanted.connect(partial(self.open_tab, "offices"))
        return tab

    def _form(self) -> Tab:
        tab = FormTab(self.workspace, "membership", self.uid)
        tab.left.connect(partial(self.open_tab, "overview"))
        return tab

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "networks"

    def title(self) -> str:
        """Return the name of the network."""
        return self.header.title()

    # -- reading

    def refresh(self) -> None:
        """Read the membership and everything that bears on it."""
        archive, uid, day, lang = self.workspace.archive, self.uid, today(), language()
        drafts, key = self.workspace.drafts, Drafts.key("membership", uid, "")
        self.workspace.jobs.run(
            lambda: (read_network(archive, uid, day, lang), drafts.find(key) is not None),
            self._take,
            self._fail,
            owner=self,
            lane="network",
        )

    def retranslate(self) -> None:
        """Read the titles again in the language in use."""
        if self.rows is not None:
            self.refresh()

    def _take(self, answer: tuple[NetworkRows, bool]) -> None:
        first = self.rows is None
        rows, has_draft = answer
        self.rows = self.beginning.rows = rows
        self.trouble.hide()
        self.tabs.show()
        self.header.show_rows(rows)
        self.tabs.show_rows(rows)
        self.name_window()
        if not first or not self.isVisible():
            return
        if has_draft:
            self.edit()  # what was typed and not saved is offered there
        else:
            self.tabs.start()

    def _fail(self, error: Exception) -> None:
        """Say in the page's place why nothing can be shown."""
        if not isinstance(error, UserError):
            self.workspace.troubled.emit(error)
            return
        self.trouble.setText(error.message)
        self.trouble.show()
        self.tabs.hide()

    # -- working

    def open_tab(self, name: str) -> None:
        """Show the tab called `name` and put the keyboard there."""
        self.tabs.open(name)

    def edit(self) -> None:
        """Turn to the particulars."""
        self.open_tab("form")

    def new(self) -> None:
        """Begin another record of the tab on screen."""
        self.beginning.begin(_NEW[TABS[self.header.tabs.currentIndex()][0]])

    def subject(self) -> str:
        """Return the uid of the membership."""
        return self.uid

    def print_shown(self) -> None:
        """Open the print room with the sheet of this membership."""
        self.workspace.print_record(PRODUCT, self.uid)

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved in the particulars."""
        form = self.tabs.looked_at("form")
        if isinstance(form, FormTab):
            form.keep_drafts()
