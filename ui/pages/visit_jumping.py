"""The way from what was found about a visit to the place on its page where it is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from ui.pages.visit_tabs import home_of

if TYPE_CHECKING:
    from liaison.domain.rules.facts import Finding
    from ui.pages.visit_closing import Closing
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_tab import VisitTab
    from ui.workspace import Workspace

_ELSEWHERE: Final = {"clause": "article", "country": "partner"}
"""What a finding speaks of that has a page of its own, with the type of that record."""


class Opened(Protocol):
    """The page of a visit, as far as one goes about on it."""

    uid: str
    rows: VisitRows | None
    workspace: Workspace
    closing: Closing

    @property
    def tab(self) -> VisitTab:
        """The tab on screen."""

    def open_tab(self, name: str) -> None:
        """Show the tab called `name`."""

    def edit(self, focus: str = "") -> None:
        """Open the form of the visit."""


def go_to(page: Opened, finding: Finding) -> None:
    """Go to what a finding speaks of: the row in its tab, or the field of the visit."""
    if page.closing.edit(finding):
        return
    for uid in finding.records:
        name = home_of(page.rows, uid) if page.rows is not None else ""
        if name:
            page.open_tab(name)
            page.tab.select(uid)
            return
    if finding.kind in {"members", "head"}:
        page.open_tab("delegation")
    elif finding.kind == "programme":
        page.open_tab("programme")
    elif finding.kind in _ELSEWHERE:
        page.workspace.open_record(_ELSEWHERE[finding.kind], finding.records[0])
    elif finding.kind == "experience":
        page.open_tab("afterwards")
    elif page.uid in finding.records:
        page.edit(finding.kind)
