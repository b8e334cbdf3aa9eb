"""The page of the guide: opened with F1 at the chapter of where one is, left to come back there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from liaison.i18n import _
from ui.help.view import GuideView
from ui.page import Page
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from ui.workspace import Workspace


class HelpPage(Page):
    """The guide among the pages of the window."""

    def __init__(self, workspace: Workspace, chapter: str) -> None:
        super().__init__(workspace)
        self.guide = GuideView(workspace, chapter)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.guide)
        self.enter_at(self.guide.browser)
        self.guide.left.connect(workspace.go_back)
        self.guide.place_wanted.connect(self._go)

    def title(self) -> str:
        """Return the name of the page."""
        return _("Guide")

    def chapter(self) -> str:
        """Return the chapter one reads."""
        return self.guide.chapter

    def call_help(self) -> None:
        """Go back to where one was: the key that opens the guide closes it."""
        self.workspace.go_back()

    def find_here(self) -> bool:
        """Put the keyboard on what is looked for in the guide."""
        self.guide.find_here()
        return True

    def step(self, asked: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return by which step one comes back to this chapter."""
        return (asked[0], f"help:{self.guide.chapter}")

    def _go(self, kind: str, name: str) -> None:
        if kind == "section":
            self.workspace.open_section(name)
        else:
            self.workspace.open_page(name)
