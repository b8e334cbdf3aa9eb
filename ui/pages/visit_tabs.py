"""The tabs of a visit, each made and filled when it is first looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from ui.pages.visit_delegation import DelegationTab
from ui.pages.visit_documents import DocumentsTab
from ui.pages.visit_header import TABS
from ui.pages.visit_meetings import MeetingsTab
from ui.pages.visit_programme import ProgrammeTab
from ui.pages.visit_promised import PromisedTab
from ui.widgets.tab_stack import TabStack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabBar

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
}


class VisitTabs(TabStack["VisitTab", "VisitRows"]):
    """The tabs of a visit, made beside the side where things are edited."""

    meeting_wanted = Signal(str)
    record_made = Signal(str)

    def __init__(self, workspace: Workspace, side: Side, bar: QTabBar) -> None:
        self._workspace = workspace
        self._side = side
        super().__init__(bar, {name: partial(self._make, name) for name, _label in TABS})

    def _make(self, name: str) -> VisitTab:
        tab: VisitTab = _MAKERS[name](self._workspace, self._side, self)
        tab.meeting_wanted.connect(self.meeting_wanted)
        tab.made.connect(self.record_made)
        return tab


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
    }
    found = (name for name, those in homes.items() if any(row.uid == uid for row in those))
    return next(found, "")
