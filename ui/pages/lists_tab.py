"""A tab that is cards of lists one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtWidgets import QVBoxLayout

from liaison.i18n import N_
from ui.pages.partner_list import RecordsCard
from ui.pages.visit_list import Tool
from ui.widgets.pieces import no_margins
from ui.widgets.tab_stack import Read, StackedTab

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.workspace import Workspace

_PROMISES: Final = (
    (N_("Owed by"), 84),
    (N_("Promise"), 0.7),
    (N_("Responsible"), 0.3),
    (N_("Due on"), 112),
    (N_("State"), 176),
)


class Begins(Protocol):
    """What begins records that belong to the page."""

    def maker(self, type_name: str) -> Callable[[], object]:
        """Return what begins a record of this type."""
        ...


class ListsTab(StackedTab[Read]):
    """Cards of lists one under the other; Insert begins a record of the list one is in."""

    def __init__(self, workspace: Workspace, beginning: Begins) -> None:
        super().__init__()
        self.workspace = workspace
        self._beginning = beginning
        self._column = QVBoxLayout(self)
        no_margins(self._column, 12)
        self.cards: list[RecordsCard] = []

    def add_card(
        self,
        title: str,
        columns: Sequence[tuple[str, float]],
        empty: str,
        type_name: str,
        more: Sequence[Tool] = (),
    ) -> RecordsCard:
        """Add a list of records of a type under those that are there; `more` tools come first."""
        begin = self._beginning.maker(type_name)
        adding = Tool(N_("+ Add"), begin, ("Ins",), shown=True, needs=False, writes=type_name)
        tools = (*more, adding)
        card = RecordsCard(
            self.workspace, title, columns, empty, tools=tools, of_type=type_name, parent=self
        )
        self.cards.append(card)
        self._column.addWidget(card, 1)
        return card

    def add_promises(self) -> RecordsCard:
        """Add the list of what is promised."""
        empty = N_("Nothing was promised yet. Press Insert to record the first commitment.")
        return self.add_card(N_("Commitments"), _PROMISES, empty, "follow_up")

    def start(self) -> None:
        """Put the keyboard on the first list."""
        self.cards[0].start()
