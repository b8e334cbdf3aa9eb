"""The follow-ups page: what is owed, in groups, worked by single keys."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.i18n import _, language
from ui import actions
from ui.page import Page
from ui.pages.desk import today
from ui.pages.follow_ups_closed import ClosedDays
from ui.pages.follow_ups_doing import FollowUpsDoing
from ui.pages.follow_ups_empty import Empty
from ui.pages.follow_ups_foot import FollowUpsFoot
from ui.pages.follow_ups_groups import Choice, Grouping, chosen, counted, sections
from ui.pages.follow_ups_header import FollowUpsHeader
from ui.pages.follow_ups_reading import Reading, read_follow_ups
from ui.pages.follow_ups_side import FollowUpSide
from ui.pages.follow_ups_view import FollowUpView
from ui.pages.follow_ups_work import FollowUpWork
from ui.rights import allow
from ui.widgets.pieces import card
from ui.workspace import Workspace

PRODUCT = "follow-up-list"
_GROUPING = "follow-ups/grouping"
_SIDE = (336, 400)


class FollowUpsPage(Page):
    """All follow-ups, chosen by filters, grouped, and changed where they stand."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.reading: Reading | None = None
        self.header = FollowUpsHeader(self.print_shown, self.new)
        self.view = FollowUpView(workspace)
        self.empty = Empty(self.new, self._show_all)
        self.side = FollowUpSide(workspace)
        self.foot = FollowUpsFoot()
        self.closed = ClosedDays()
        self.work = FollowUpWork(workspace, self.closed, self)
        self.enter_at(self.view)
        self.doing = FollowUpsDoing(self.view, self.side, self.foot, self.work)
        self._lay_out()
        self._connect()
        kept = workspace.settings.get(_GROUPING)
        self.header.choose(
            Choice.OPEN, Grouping(kept) if kept in list(Grouping) else Grouping.LATENESS
        )
        self.retranslate()

    def _lay_out(self) -> None:
        self.states = QStackedWidget()
        self.states.addWidget(self.view)
        self.states.addWidget(self.empty)
        frame, column = card(margin=10, spacing=6)
        column.addWidget(self.closed)
        column.addWidget(self.states, 1)
        column.addWidget(self.foot)
        self.side.setMinimumWidth(_SIDE[0])
        self.side.setMaximumWidth(_SIDE[1])
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(frame, 2)
        body.addWidget(self.side, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 20)
        outer.setSpacing(12)
        outer.addWidget(self.header)
        outer.addLayout(body, 1)

    def _connect(self) -> None:
        self.header.arranged.connect(self._arrange)
        self.header.narrowed.connect(self._show)
        self.header.filter.returnPressed.connect(self.view.setFocus)
        self.view.chosen.connect(self._choose)
        for each in (self.side, self.foot, self.closed):
            each.left.connect(self.view.setFocus)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.foot.take, "Ctrl+R", context=within)

    def title(self) -> str:
        """Return the name of the page."""
        return _("Follow-ups")

    def retranslate(self) -> None:
        """Read again in the language in use."""
        self.view.setAccessibleName(self.title())
        allow(self.header.new_button, self.workspace, "follow_up", "Ctrl+N")
        if self.reading is not None:
            self.refresh()

    # -- reading

    def refresh(self) -> None:
        """Read all follow-ups again."""
        archive, day, lang = self.workspace.archive, today(), language()

        def read() -> tuple[Reading, Mapping[Choice, int]]:
            reading = read_follow_ups(archive, day, lang)
            return reading, counted(reading)

        self.workspace.jobs.run(read, self._take, owner=self, lane="follow-ups")

    def _take(self, answer: tuple[Reading, Mapping[Choice, int]]) -> None:
        reading, counts = answer
        self.reading = self.work.reading = reading
        self.doing.by_uid = {each.uid: each for each in reading.owed}
        self.view.rows.numbers.learn(reading.numbered)
        self.header.show_counts(counts)
        self._show()
        self.doing.check_saved()

    def _show(self) -> None:
        """Show what the filters let through."""
        if self.reading is None:
            return
        found = chosen(self.reading, self.header.choice, self.header.filter.text())
        self.view.show_sections(sections(found, self.header.grouping))
        self.empty.explain(self.reading, self.header.choice, self.header.filter.text())
        self.states.setCurrentWidget(self.view if found else self.empty)
        self.foot.setVisible(bool(self.reading.owed))

    def _arrange(self) -> None:
        self.workspace.settings.set(_GROUPING, self.header.grouping.value)
        self._show()

    def _show_all(self) -> None:
        self.header.filter.clear()
        self.header.choose(Choice.OPEN, self.header.grouping)
        self._show()

    # -- the follow-up the cursor stands on

    def _choose(self) -> None:
        self.side.show_owed(self.view.current())

    # -- the page as a whole

    def new(self) -> None:
        """Begin a follow-up."""
        self.workspace.new_record("follow_up")

    def subject(self) -> str:
        """Return the uid of the follow-up the cursor stands on."""
        owed = self.view.current()
        return owed.uid if owed is not None else ""

    def print_shown(self) -> None:
        """Preview the list for managers; rows are numbered as it numbers them."""
        self.view.rows.numbers.begin_again()
        self.refresh()
        self.workspace.print_record(PRODUCT)

    @override
    def find_here(self) -> bool:
        self.header.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved."""
        self.side.keep_drafts()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read and number again with F5."""
        if event.key() == Qt.Key.Key_F5:
            self.view.rows.numbers.begin_again()
            self.refresh()
        else:
            super().keyPressEvent(event)
