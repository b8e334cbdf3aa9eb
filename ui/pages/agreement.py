"""The page of a cooperation document: from its negotiation over clearances to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from liaison.i18n import language
from ui import actions
from ui.day import today
from ui.page import Page
from ui.pages.agreement_checks import checked_form, home_of, tab_of
from ui.pages.agreement_header import Header
from ui.pages.agreement_reading import AgreementRows, read_agreement
from ui.pages.agreement_steps import AgreementSteps
from ui.pages.agreement_tabs import AgreementTabs
from ui.pages.visit_side import Side
from ui.widgets.file_layout import lay_out_file

if TYPE_CHECKING:
    from liaison.domain.rules.facts import Finding
    from liaison.domain.rules.share_ready import Readiness
    from ui.pages.agreement_tab import AgreementTab
    from ui.workspace import Workspace


class AgreementPage(Page):
    """One document: header with its stages, the tab chosen, and at the side what its form lacks."""

    def __init__(self, workspace: Workspace, uid: str) -> None:
        super().__init__(workspace)
        self.uid = uid
        self.rows: AgreementRows | None = None
        self._awaited = ""
        self.header = Header(workspace)
        self.side = Side(workspace)
        self.tabs = AgreementTabs(workspace, self.side, self.header.tabs)
        self.steps = AgreementSteps(workspace, self.header, self.side, self)
        lay_out_file(self, self.header, self.tabs, self.side)
        self._connect()
        actions.bind(
            self, self.edit, "Ctrl+E", context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.tabs.bind_keys(self)
        self.tabs.remember(workspace.settings, "tab/agreement")
        self.tabs.come_up()

    def _connect(self) -> None:
        header = self.header
        header.deletion_wanted.connect(self._delete)
        header.stage_wanted.connect(self.steps.set_stage)
        header.override_wanted.connect(self.steps.ask_reason)
        header.clearances_wanted.connect(lambda: self.open_tab("clearances"))
        header.print_wanted.connect(self.print_shown)
        header.history_wanted.connect(self.show_history)
        self.steps.refused.connect(self.refresh)
        self.side.readiness.jump_wanted.connect(self.jump)
        self.side.edited.connect(self._await)
        self.side.closed.connect(self.tabs.start)
        self.tabs.made.connect(self._await)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "agreements"

    def title(self) -> str:
        """Return the title of the document."""
        return self.header.title()

    # -- reading

    def refresh(self) -> None:
        """Read the document and everything that belongs to it."""
        archive, uid, day, lang = self.workspace.archive, self.uid, today(), language()

        def read() -> tuple[AgreementRows, Readiness]:
            rows = read_agreement(archive, uid, day, lang)
            return rows, checked_form(rows)

        self.workspace.jobs.run(read, self._take, owner=self, lane="agreement")

    def retranslate(self) -> None:
        """Read the titles again in the language in use."""
        if self.rows is not None:
            self.refresh()

    def _take(self, answer: tuple[AgreementRows, Readiness]) -> None:
        first = self.rows is None
        self.rows, ready = answer
        self.header.show_rows(self.rows)
        self.steps.rows = self.rows
        self.side.readiness.show_readiness(ready)
        self.tabs.show_rows(self.rows)
        may, fixed = self.workspace.may_write, self.workspace.archive.read_only
        self.header.let_write(
            stage=not fixed and may("agreement", ("stage",)), whole=not fixed and may("agreement")
        )
        self.name_window()
        if self._awaited:
            self._await(self._awaited)
        if first and self.isVisible():
            self.tabs.start()

    # -- tabs

    @property
    def tab(self) -> AgreementTab:
        """The tab on screen."""
        return self.tabs.tab

    def open_tab(self, name: str) -> None:
        """Show the tab called `name` and put the keyboard there."""
        self.tabs.open(name)

    def _await(self, uid: str) -> None:
        """Go to a record that was written, at once or as soon as it has been read."""
        self._awaited = "" if self.tab.select(uid) else uid

    def jump(self, finding: Finding) -> None:
        """Go to the field a finding speaks of: of a part in its tab, or of the document."""
        for uid in finding.records:
            home = home_of(self.rows, uid) if self.rows is not None else ""
            if home:
                self.open_tab(home)
                self.tab.select(uid)
                type_name = self._type_of(home)
                self.side.edit(type_name, uid, hidden=("agreement",), focus=finding.kind)
                return
        if tab := tab_of(finding):
            self.open_tab(tab)
        else:
            self.edit(finding.kind)

    def _type_of(self, tab: str) -> str:
        """Return the type of the records that a tab lists."""
        names = {"parties": "agreement_party", "articles": "article", "clearances": "clearance"}
        return names.get(tab, "document")

    # -- working

    def new(self) -> None:
        """Begin another record of the tab on screen."""
        self.tab.new()

    def edit(self, focus: str = "") -> None:
        """Open the form of the document, with the keyboard at a field."""
        self.tabs.edit(focus)

    def subject(self) -> str:
        """Return the uid of the document."""
        return self.uid

    def print_shown(self) -> None:
        """Open the print room with the summary, which lists first what is missing."""
        self.workspace.print_record("agreement-summary", self.uid)

    def _delete(self) -> None:
        self.workspace.delete("agreement", self.uid, lambda _nothing: self.workspace.go_back())

    def keep_drafts(self) -> None:
        """Write down what is typed at the side or in the form and not saved."""
        self.side.keep_drafts()
        self.tabs.keep_drafts()
