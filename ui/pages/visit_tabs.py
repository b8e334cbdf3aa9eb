"""The tabs of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from typing_extensions import override

from ui.pages.file_tabs import FileTabs
from ui.pages.visit_afterwards import AfterwardsTab
from ui.pages.visit_delegation import DelegationTab
from ui.pages.visit_documents import DocumentsTab
from ui.pages.visit_header import TABS
from ui.pages.visit_meetings import MeetingsTab
from ui.pages.visit_preparations import PreparationsTab
from ui.pages.visit_programme import ProgrammeTab
from ui.pages.visit_promised import PromisedTab
from ui.pages.visit_reading import VisitRows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabBar

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


class VisitTabs(FileTabs[VisitRows, "VisitTab"]):
    """The tabs of a visit; a meeting may be asked for in any of them."""

    meeting_wanted = Signal(str)

    def __init__(self, workspace: Workspace, side: Side, bar: QTabBar) -> None:
        super().__init__(workspace, side, bar, [name for name, _label in TABS])

    @override
    def make(self, name: str) -> VisitTab:
        tab: VisitTab = _MAKERS[name](self.workspace, self.side, self)
        tab.meeting_wanted.connect(self.meeting_wanted)
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
        "preparations": rows.checklist,
        "afterwards": rows.after.filed,
    }
    found = (name for name, those in homes.items() if any(row.uid == uid for row in those))
    return next(found, "")
