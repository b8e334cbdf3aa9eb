"""The page of a visit: a file with tabs, not a form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison.domain.records.visit import Visit
from liaison.i18n import _, language
from ui import actions
from ui.page import Page
from ui.pages.desk import today
from ui.pages.visit_checks import Readiness, programme_findings, readiness
from ui.pages.visit_header import Header
from ui.pages.visit_reading import VisitRows, read_visit
from ui.pages.visit_side import Side
from ui.pages.visit_stage import stage_labels
from ui.pages.visit_tabs import VisitTabs, home_of
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from liaison.domain.rules.facts import Finding
    from ui.pages.visit_tab import VisitTab
    from ui.workspace import Workspace


class VisitPage(Page):
    """One visit: header, the tab chosen, and at the side what is ready or what is edited."""

    def __init__(self, workspace: Workspace, uid: str) -> None:
        super().__init__(workspace)
        self.uid = uid
        self.rows: VisitRows | None = None
        self._awaited = ""
        self.header = Header(workspace)
        self.side = Side(workspace)
        self.tabs = VisitTabs(workspace, self.side, self.header.tabs)
        self._lay_out()
        self._connect()
        self._bind_keys()
        self.tabs.come_up()

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        no_margins(body, 14)
        body.addWidget(self.tabs, 1)
        body.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        header = self.header
        header.edit_wanted.connect(self.edit)
        header.deletion_wanted.connect(self._delete)
        header.stage_wanted.connect(self.set_stage)
        header.brief_wanted.connect(self._print_brief)
        header.print_wanted.connect(self._print)
        header.history_wanted.connect(self.show_history)
        self.side.readiness.jump_wanted.connect(self.jump)
        self.side.edited.connect(self._await)
        self.side.closed.connect(self.tabs.start)
        self.tabs.meeting_wanted.connect(self._show_meeting)
        self.tabs.made.connect(self._await)

    def _bind_keys(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.edit, "Ctrl+E", context=context)
        self.tabs.bind_keys(self)

    def title(self) -> str:
        """Return the title of the visit."""
        return self.header.title()

    # -- reading

    def refresh(self) -> None:
        """Read the visit and everything that belongs to it."""
        archive, uid, day, lang = self.workspace.archive, self.uid, today(), language()

        def read() -> tuple[VisitRows, Readiness]:
            rows = read_visit(archive, uid, day, lang)
            return replace(rows, findings=programme_findings(rows)), readiness(rows)

        self.workspace.jobs.run(read, self._take, owner=self, lane="visit")

    def retranslate(self) -> None:
        """Read the titles again in the language in use."""
        if self.rows is not None:
            self.refresh()

    def _take(self, answer: tuple[VisitRows, Readiness]) -> None:
        first = self.rows is None
        rows, ready = answer
        self.rows = rows
        self.header.show_rows(rows)
        self.side.readiness.show_readiness(ready)
        self.tabs.show_rows(rows)
        self.header.set_read_only(self.workspace.archive.read_only)
        self.window().setWindowTitle(f"{self.title()} — {_('Liaison')}")
        if self._awaited:
            self._await(self._awaited)
        if first and self.isVisible():
            self.tabs.start()

    # -- tabs

    @property
    def tab(self) -> VisitTab:
        """The tab on screen."""
        return self.tabs.tab

    def open_tab(self, name: str) -> None:
        """Show the tab called `name` and put the keyboard there."""
        self.tabs.open(name)

    def _show_meeting(self, uid: str) -> None:
        self.open_tab("meetings")
        if not self.tabs["meetings"].select(uid):
            self.workspace.open_record("meeting", uid)

    def _await(self, uid: str) -> None:
        """Go to a record that was written, at once or as soon as it has been read."""
        self._awaited = "" if self.tab.select(uid) else uid

    def jump(self, finding: Finding) -> None:
        """Go to what a finding speaks of: the row in its tab, or the field of the visit."""
        for uid in finding.records:
            name = home_of(self.rows, uid) if self.rows is not None else ""
            if name:
                self.open_tab(name)
                self.tab.select(uid)
                return
        if finding.kind in {"members", "head"}:
            self.open_tab("delegation")
        elif finding.kind == "programme":
            self.open_tab("programme")
        elif self.uid in finding.records:
            self.edit(finding.kind)
        elif finding.records:
            self.side.edit("checklist_item", finding.records[0], hidden=("visit",))

    # -- working

    def new(self) -> None:
        """Begin another record of the tab on screen."""
        self.tab.new()

    def edit(self, focus: str = "title") -> None:
        """Open the form of the visit itself at the side."""
        self.side.edit("visit", self.uid, focus=focus)

    def set_stage(self, stage: str) -> None:
        """Move the visit to another stage."""
        if self.rows is None or stage == self.rows.visit.get("stage"):
            return
        name = _(stage_labels().get(stage, "")) or _("Cancelled")
        uid, version = self.uid, self.rows.visit.version
        self.workspace.write(
            _("Set the stage of a visit: {stage}").format(stage=name),
            lambda change: change.update(Visit, uid, {"stage": stage}, version=version),
            lambda _nothing: self.workspace.say(
                _("Stage: {stage}").format(stage=name), _("Undo"), self.workspace.undo
            ),
            self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        """Say why nothing was written, and show what stands."""
        self.workspace.troubled.emit(error)
        self.refresh()

    def _print_brief(self, meeting: str) -> None:
        self.workspace.print_record("meeting-brief", meeting)

    def _print(self, task: str) -> None:
        self.workspace.print_record("visit-programme", self.uid, task)

    def subject(self) -> str:
        """Return the uid of the visit."""
        return self.uid

    def print_shown(self) -> None:
        """Open the print room with the papers of the visit."""
        self._print("")

    def _delete(self) -> None:
        self.workspace.delete("visit", self.uid, lambda _nothing: self.workspace.go_back())

    def keep_drafts(self) -> None:
        """Write down what is typed at the side and not saved."""
        self.side.keep_drafts()
