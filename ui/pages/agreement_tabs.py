"""The tabs of a cooperation document."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from ui.pages.agreement_articles import ArticlesTab
from ui.pages.agreement_clearances import ClearancesTab
from ui.pages.agreement_details import DetailsTab
from ui.pages.agreement_header import TABS
from ui.pages.agreement_overview import OverviewTab
from ui.pages.agreement_parties import PartiesTab
from ui.pages.agreement_reading import AgreementRows
from ui.pages.agreement_tab import AgreementTab
from ui.pages.agreement_versions import VersionsTab
from ui.pages.file_tabs import FileTabs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabBar

    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_MAKERS: Final = {
    "summary": OverviewTab,
    "clearances": ClearancesTab,
    "parties": PartiesTab,
    "articles": ArticlesTab,
    "versions": VersionsTab,
    "details": DetailsTab,
}


class AgreementTabs(FileTabs[AgreementRows, AgreementTab]):
    """The tabs of a document."""

    def __init__(self, workspace: Workspace, side: Side, bar: QTabBar) -> None:
        super().__init__(workspace, side, bar, [name for name, _label in TABS])

    @override
    def make(self, name: str) -> AgreementTab:
        tab: AgreementTab = _MAKERS[name](self.workspace, self.side, self)
        if isinstance(tab, DetailsTab):
            tab.left.connect(partial(self.open, TABS[0][0]))
        return tab

    def edit(self, key: str) -> None:
        """Show the form with the keyboard on a field."""
        tab = self["details"]
        if isinstance(tab, DetailsTab):
            tab.focus_on(key)
        self.open("details")

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved in the form, where it was opened."""
        tab = self._tabs.get("details")
        if isinstance(tab, DetailsTab):
            tab.keep_drafts()
