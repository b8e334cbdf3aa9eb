"""The tabs of a visit, each made and filled when it is first looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from ui import actions
from ui.pages.visit_afterwards import AfterwardsTab
from ui.pages.visit_delegation import DelegationTab
from ui.pages.visit_documents import DocumentsTab
from ui.pages.visit_header import TABS
from ui.pages.visit_meetings import MeetingsTab
from ui.pages.visit_preparations import PreparationsTab
from ui.pages.visit_programme import ProgrammeTab
from ui.pages.visit_promised import PromisedTab

if TYPE_CHECKING:
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_side import Side
    from ui.pages.visit_tab import VisitTab
    from ui.workspace import Workspace

_MAKERS: Final = {
    "programme": ProgrammeTab,
    "delegation": DelegationTab,
    "meetings": MeetingsTab,
    "promised": PromisedTab,
    "documents": DocumentsTab,
    "preparations": PreparationsTab,
    "afterwards": AfterwardsTab,
}


class VisitTabs(QStackedWidget):
    """Tabs by name, turned with a bar or by key; each is shown what was read as it comes up."""

    meeting_wanted = Signal(str)
    made = Signal(str)

    def __init__(self, workspace: Workspace, side: Side, bar: QTabBar) -> None:
        super().__init__()
        self._bar = bar
        self._workspace = workspace
        self._side = side
        self._tabs: dict[str, VisitTab] = {}
        self._rows: VisitRows | None = None
        self._old: set[str] = set()
        bar.currentChanged.connect(self.come_up)

    def bind_keys(self, page: QWidget) -> None:
        """Let the keys of `page` turn the tabs: Ctrl with a figure, with Tab, with Page Down."""
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(page, partial(self.turn, 1), "Ctrl+PgDown", "Ctrl+Tab", context=context)
        actions.bind(page, partial(self.turn, -1), "Ctrl+PgUp", "Ctrl+Shift+Tab", context=context)
        for number, (name, _label) in enumerate(TABS, start=1):
            actions.bind(page, partial(self.open, name), f"Ctrl+{number}", context=context)

    @property
    def tab(self) -> VisitTab:
        """The tab on screen."""
        return self[TABS[self._bar.currentIndex()][0]]

    def open(self, name: str) -> None:
        """Show the tab called `name` and put the keyboard there."""
        self._bar.setCurrentIndex([each for each, _label in TABS].index(name))
        self.start()

    def turn(self, by: int) -> None:
        """Open the tab `by` places further, round the end."""
        self.open(TABS[(self._bar.currentIndex() + by) % len(TABS)][0])

    def start(self) -> None:
        """Put the keyboard where the work of the tab on screen begins."""
        self.tab.start()

    def come_up(self) -> None:
        """Show the tab the bar stands on."""
        self.setCurrentWidget(self.tab)

    def __getitem__(self, name: str) -> VisitTab:
        """Return the tab called `name`, showing what was read last."""
        if name not in self._tabs:
            tab: VisitTab = _MAKERS[name](self._workspace, self._side, self)
            tab.meeting_wanted.connect(self.meeting_wanted)
            tab.made.connect(self.made)
            self._tabs[name] = tab
            self._old.add(name)
            self.addWidget(tab)
        tab = self._tabs[name]
        if name in self._old and self._rows is not None:
            self._old.discard(name)
            tab.show_rows(self._rows)
        return tab

    def show_rows(self, rows: VisitRows) -> None:
        """Show `rows` in the tab on screen now, and in the others when they come up."""
        self._rows = rows
        self._old = set(self._tabs)
        self.come_up()


def home_of(rows: VisitRows, uid: str) -> str:
    """Return the name of the tab in which the record `uid` is shown, "" for none."""
    meetings = [
        row
        for each in rows.meetings
        for row in (each.meeting, *each.participants, *each.points, *each.statements)
    ]
    homes = {
        "programme": rows.programme,
        "delegation": rows.members,
        "meetings": meetings,
        "promised": rows.follow_ups,
        "documents": rows.documents,
        "preparations": rows.checklist,
        "afterwards": rows.after.filed,
    }
    found = (name for name, those in homes.items() if any(row.uid == uid for row in those))
    return next(found, "")
