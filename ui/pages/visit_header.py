"""The head of a visit's page: what it is, where it stands, and what can be done with it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QTabBar

from liaison.domain.records.visit import Visit
from liaison.domain.rules.facts import in_either
from liaison.domain.schema import fields_of
from liaison.i18n import N_, _, language
from ui.figures import figure, isolated
from ui.history_button import HistoryButton
from ui.pages.visit_checks import countdown
from ui.pages.visit_names import INCOMPLETE
from ui.pages.visit_reading import VisitRows
from ui.pages.visit_stage import CANCELLED, stage_labels
from ui.speaking import Speaking
from ui.widgets.file_layout import lay_out_head
from ui.widgets.pieces import button, chip, label
from ui.widgets.stage_bar import StageBar
from ui.workspace import Workspace

TABS: Final = (
    ("programme", N_("Programme")),
    ("delegation", N_("Delegation")),
    ("meetings", N_("Meetings")),
    # Translators: «تعهدها و پیگیری‌ها» in Persian.
    ("promised", N_("Promised")),
    ("documents", N_("Documents")),
    # Translators: «تدارکات و تشریفات» in Persian.
    ("preparations", N_("Preparations and protocol")),
    # Translators: «پس از سفر» in Persian.
    ("afterwards", N_("After the visit")),
)
"""The tabs of a visit, in reading order, with their labels."""


class Header(Speaking, QFrame):
    """Breadcrumb, titles, stage bar, tabs with counts, and the buttons of the whole visit."""

    edit_wanted = Signal()
    deletion_wanted = Signal()
    history_wanted = Signal()
    names_wanted = Signal()
    """The incomplete names of the visit are to be listed."""
    report_wanted = Signal()
    stage_wanted = Signal(str)
    brief_wanted = Signal(str)
    """The brief of the meeting with this uid is to be printed."""
    print_wanted = Signal(str)
    """The print room is to open, at this task."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._rows: VisitRows | None = None
        self._may_stage = self._may_delete = True
        self._section = button("link", lambda: workspace.open_section("visit"))
        self._crumb = label("muted")
        self._title = label("page-title", wrap=True)
        self._other_title = label("muted", wrap=True)
        self.cancelled, self.countdown = chip("red"), chip("blue")
        self.history_button = HistoryButton(workspace.theme, self.history_wanted.emit)
        self.edit_button = button("", self.edit_wanted.emit)
        self.more_button = button("")
        self.print_button = button("primary")
        self.stages = StageBar(workspace.theme, stage_labels())
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.print_menu = QMenu(self.print_button)
        self.more_menu = QMenu(self.more_button)
        self.print_button.setMenu(self.print_menu)
        self.more_button.setMenu(self.more_menu)
        for _name, _label in TABS:
            self.tabs.addTab("")
        self.stages.wanted.connect(self.stage_wanted)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = lay_out_head(
            self,
            (self._section, self._crumb),
            (self._title, self._other_title),
            (self.cancelled, self.countdown),
            (self.history_button, self.more_button, self.edit_button, self.print_button),
        )
        for each in (self.stages, self.tabs):
            column.addWidget(each)

    def retranslate(self) -> None:
        """Say everything again."""
        self._section.setText(_("Visits"))
        self._section.setAccessibleName(_("Back to the list of visits"))
        self.edit_button.setText(_("Edit"))
        self.edit_button.setAccessibleName(_("Edit the visit"))
        self.more_button.setText("⋯")
        self.more_button.setAccessibleName(_("More about this visit"))
        self.more_button.setToolTip(_("More"))
        printing = _("Print")
        self.print_button.setText(f"{printing}  ▾")
        self.print_button.setAccessibleName(printing)
        self.cancelled.setText(_("Cancelled"))
        self.tabs.setAccessibleName(_("Parts of the visit"))
        self._show()

    def show_rows(self, rows: VisitRows) -> None:
        """Show what was read."""
        self._rows = rows
        self._show()

    def title(self) -> str:
        """Return the title of the visit on screen."""
        return self._title.text()

    def _show(self) -> None:
        counts: Sequence[int] = (0,) * len(TABS)
        if self._rows is not None:
            counts = self._counts(self._rows)
            self._show_visit(self._rows)
        for index, ((_name, text), count) in enumerate(zip(TABS, counts, strict=True)):
            words = _(text)
            self.tabs.setTabText(index, f"{words}  {figure(count)}" if count else words)
        for each in (self.cancelled, self.countdown):
            each.setVisible(self._rows is not None and bool(each.text()) and each.isEnabled())

    def _show_visit(self, rows: VisitRows) -> None:
        visit, lang = rows.visit, language()
        other = "en" if lang == "fa" else "fa"
        title = in_either(visit, "title")
        second = visit.get(f"title_{other}") or ""
        self._title.setText(title or _("Visit"))
        self._other_title.setText(second if second != title else "")
        self._other_title.setVisible(bool(self._other_title.text()))
        fields = fields_of(Visit)
        words = [fields[key].kind.show(visit.get(key), lang) for key in ("direction", "number")]
        words.insert(1, rows.title(visit.get("partner")))
        # The sign comes first, so the line has to be told its direction.
        mark = "\u200f" if lang == "fa" else "\u200e"
        crumbs = "  ".join(f"›  {isolated(word)}" for word in words if word)
        self._crumb.setText(mark + crumbs)
        self.stages.show_stage(visit.get("stage") or "")
        self.cancelled.setEnabled(visit.get("stage") == CANCELLED)
        self.countdown.setText(countdown(rows))
        self._fill_menus(rows)

    def _counts(self, rows: VisitRows) -> Sequence[int]:
        return (
            len(rows.programme),
            len(rows.members),
            len(rows.meetings),
            len(rows.follow_ups),
            len(rows.documents),
            len(rows.checklist),
            len(rows.after.filed),
        )

    def _fill_menus(self, rows: VisitRows) -> None:
        self.print_menu.clear()
        for text, task in (
            (_("Papers of the visit…") + "\tCtrl+P", ""),
            (_("Save all of this visit…"), "all"),
            (_("Reprint what changed…"), "changed"),
        ):
            self.print_menu.addAction(text, _tell(self.print_wanted.emit, task))
        self.print_menu.addSeparator()
        # Translators: «برگهٔ توجیهی» in Persian.
        brief = _("Meeting brief")
        for each in rows.meetings:
            name = f"{brief}: {isolated(in_either(each.meeting, 'title'))}"
            self.print_menu.addAction(name, _tell(self.brief_wanted.emit, each.meeting.uid))
        self.print_menu.addSeparator()
        self.print_menu.addAction(_("Visit report"), self.report_wanted.emit)
        self.more_menu.clear()
        self.more_menu.addAction(_(INCOMPLETE), self.names_wanted.emit)
        if rows.visit.get("stage") == CANCELLED:
            text, stage = _("Take the visit up again"), "proposed"
        else:
            text, stage = _("Cancel the visit"), CANCELLED
        turning = self.more_menu.addAction(text, _tell(self.stage_wanted.emit, stage))
        deleting = self.more_menu.addAction(_("Delete the visit"), self.deletion_wanted.emit)
        turning.setEnabled(self._may_stage)
        deleting.setEnabled(self._may_delete)

    def let_write(self, *, stage: bool, whole: bool) -> None:
        """Let the stage be set, and the visit deleted, or only looked at."""
        self._may_stage, self._may_delete = stage, whole
        self.stages.setEnabled(stage)
        self.edit_button.setEnabled(stage or whole)
        self._show()


def _tell(work: Callable[[str], object], word: str) -> Callable[[], object]:
    return lambda: work(word)
