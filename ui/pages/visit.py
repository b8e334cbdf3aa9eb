"""The page of a visit: a file with tabs, not a form."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from liaison.domain.records.visit import Visit
from liaison.domain.rules.checklist import Stay
from liaison.domain.rules.closing import CLOSED
from liaison.i18n import _, language
from ui import actions
from ui.day import today
from ui.page import Page
from ui.pages.visit_changed import ChangedLine
from ui.pages.visit_checks import programme_findings, readiness
from ui.pages.visit_closing import Closing
from ui.pages.visit_header import TABS, Header
from ui.pages.visit_jumping import go_to
from ui.pages.visit_names import NamesCard
from ui.pages.visit_reading import VisitRows, read_visit
from ui.pages.visit_side import Side
from ui.pages.visit_stage import stage_labels
from ui.pages.visit_tabs import VisitTabs
from ui.widgets.file_layout import lay_out_file

if TYPE_CHECKING:
    from liaison.domain.rules.facts import Finding
    from liaison.domain.rules.share_ready import Readiness
    from liaison.storage.archive import Row
    from ui.pages.visit_tab import VisitTab
    from ui.workspace import Workspace

_CHAPTERS: Final = {
    "delegation": "delegations",
    "meetings": "meetings",
    "promised": "follow-ups",
    "documents": "printing",
    "afterwards": "closing",
}
"""The chapters of the guide about tabs that have one of their own."""


class VisitPage(Page):
    """One visit: header, the tab chosen, and at the side what is ready or what is edited."""

    def __init__(self, workspace: Workspace, uid: str) -> None:
        super().__init__(workspace)
        self.uid = uid
        self.rows: VisitRows | None = None
        self._awaited = ""
        self._edited: Row | None = None
        self.header = Header(workspace)
        self.side = Side(workspace)
        self.tabs = VisitTabs(workspace, self.side, self.header.tabs)
        self.closing = Closing(self.side)
        self.changed = ChangedLine(workspace, uid)
        self.side.cards.insertWidget(0, self.changed)
        lay_out_file(self, self.header, self.tabs, self.side)
        self._connect()
        self._bind_keys()
        self.tabs.remember(workspace.settings, "tab/visit")
        self.tabs.come_up()

    def _connect(self) -> None:
        header = self.header
        header.edit_wanted.connect(self.edit)
        header.deletion_wanted.connect(self._delete)
        header.stage_wanted.connect(self.set_stage)
        header.brief_wanted.connect(self._print_brief)
        header.print_wanted.connect(self._print)
        header.history_wanted.connect(self.show_history)
        self.side.readiness.jump_wanted.connect(self.jump)
        header.names_wanted.connect(self.show_incomplete_names)
        header.report_wanted.connect(self._print_report)
        self.changed.pressed.connect(partial(self._print, "changed"))
        self.closing.jump_wanted.connect(self.jump)
        self.closing.wanted.connect(partial(self._write_stage, CLOSED))
        self.closing.report_wanted.connect(self._print_report)
        self.side.edited.connect(self._await)
        self.side.closed.connect(self.tabs.start)
        self.tabs.meeting_wanted.connect(self._show_meeting)
        self.tabs.made.connect(self._await)

    def _bind_keys(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.edit, "Ctrl+E", context=context)
        self.tabs.bind_keys(self)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return _CHAPTERS.get(TABS[self.header.tabs.currentIndex()][0], "visits")

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
        may, fixed = self.workspace.may_write, self.workspace.archive.read_only
        self.header.show_rows(rows)
        self.header.let_write(
            stage=not fixed and may("visit", ("stage",)), whole=not fixed and may("visit")
        )
        self.side.readiness.show_readiness(ready)
        self.tabs.show_rows(rows)
        self.name_window()
        if self._awaited:
            self._await(self._awaited)
        self._ask_of_moved_days(rows)
        self.closing.show_rows(rows)
        self.changed.wait()
        if first and self.isVisible():
            self.tabs.start()

    def _ask_of_moved_days(self, rows: VisitRows) -> None:
        """Ask whether the tasks move along, where the form of the visit moved its days."""
        before, self._edited = self._edited, None
        if before is not None and Stay.of(before) != Stay.of(rows.visit):
            tab = self.tabs["preparations"]
            tab.ask_of_moved_days(before)

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
        go_to(self, finding)

    # -- working

    def new(self) -> None:
        """Begin another record of the tab on screen."""
        self.tab.new()

    def edit(self, focus: str = "title") -> None:
        """Open the form of the visit itself at the side."""
        # The stage is set by the bar alone, which asks before a visit is closed.
        panel = self.side.edit("visit", self.uid, hidden=("stage",), focus=focus)
        panel.saved.connect(self._saved)

    def _saved(self, _uid: str) -> None:
        """Remember how the visit stood before its form was saved, until it has been read anew."""
        self._edited = self.rows.visit if self.rows is not None else None

    def set_stage(self, stage: str) -> None:
        """Move the visit to another stage; its closing is asked about where something lacks."""
        if self.rows is None or stage == self.rows.visit.get("stage"):
            return
        if stage == CLOSED:
            self.closing.ask(self.rows)
        else:
            self._write_stage(stage)

    def _write_stage(self, stage: str) -> None:
        if self.rows is None:
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

    def show_incomplete_names(self) -> None:
        """List at the side the names that are not whole yet."""
        if self.rows is not None:
            card = NamesCard(self.workspace)
            card.show_rows(self.rows)
            card.jump_wanted.connect(self.jump)
            card.left.connect(self.side.close_form)
            self.side.show_widget(card)
            card.start()

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

    def _print_report(self) -> None:
        self.workspace.print_record("visit-report", self.uid)

    def print_shown(self) -> None:
        """Open the print room with the papers of the visit."""
        self._print("")

    def _delete(self) -> None:
        self.workspace.delete("visit", self.uid, lambda _nothing: self.workspace.go_back())

    def keep_drafts(self) -> None:
        """Write down what is typed at the side and not saved."""
        self.side.keep_drafts()
