"""The page of a partner: how the relation stands and why, before the form of the city or body."""

from __future__ import annotations

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
from ui.pages.partner_beginning import Beginning
from ui.pages.partner_claims import ClaimsTab
from ui.pages.partner_header import TABS, Header
from ui.pages.partner_lists import AgreementsTab, DealingsTab, PeopleTab, PromisesTab
from ui.pages.partner_reading import PartnerRows, read_partner
from ui.pages.partner_subjects import SubjectsTab
from ui.pages.partner_summary import SummaryTab
from ui.widgets.pieces import label
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


class PartnerPage(Page):
    """One partner: header, and the tab chosen."""

    def __init__(self, workspace: Workspace, uid: str) -> None:
        super().__init__(workspace)
        self.uid = uid
        self.rows: PartnerRows | None = None
        self.beginning = Beginning(workspace, self)
        self.header = Header(workspace, self.beginning)
        self.trouble = label("error", wrap=True)
        self.trouble.hide()
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
            "form": self._form,
        }
        return {name: makers[name] for name, _label in TABS}

    def _summary(self) -> Tab:
        tab = SummaryTab(self.workspace)
        tab.all_wanted.connect(lambda: self.open_tab("dealings"))
        return tab

    def _form(self) -> Tab:
        tab = FormTab(self.workspace, "partner", self.uid)
        tab.left.connect(lambda: self.open_tab("summary"))
        return tab

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "partners"

    def title(self) -> str:
        """Return the name of the partner."""
        return self.header.title()

    # -- reading

    def refresh(self) -> None:
        """Read the partner and everything that bears on it."""
        archive, uid, day, lang = self.workspace.archive, self.uid, today(), language()
        drafts, key = self.workspace.drafts, Drafts.key("partner", uid, "")
        self.workspace.jobs.run(
            lambda: (read_partner(archive, uid, day, lang), drafts.find(key) is not None),
            self._take,
            self._fail,
            owner=self,
            lane="partner",
        )

    def retranslate(self) -> None:
        """Read the titles again in the language in use."""
        if self.rows is not None:
            self.refresh()

    def _take(self, answer: tuple[PartnerRows, bool]) -> None:
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
        """Return the uid of the partner."""
        return self.uid

    def subject_type(self) -> str:
        """Return the type of the record."""
        return "partner"

    def print_shown(self) -> None:
        """Open the print room with the profile."""
        self._print("")

    def _print(self, task: str) -> None:
        self.workspace.print_record("partner-profile", self.uid, task)

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved in the particulars."""
        form = self.tabs.looked_at("form")
        if isinstance(form, FormTab):
            form.keep_drafts()
