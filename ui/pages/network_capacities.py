"""What a network offers and nobody uses yet: each line becomes a task with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from liaison.domain.rules.untapped import Capacity, capacities, seen_to
from liaison.i18n import N_, _, language
from ui.pages.hidden_words import HiddenWords
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import due_state
from ui.widgets.pieces import no_margins
from ui.widgets.tab_stack import StackedTab

if TYPE_CHECKING:
    from ui.pages.network_beginning import NetworkBeginning
    from ui.pages.network_reading import NetworkRows
    from ui.workspace import Workspace


class CapacitiesTab(StackedTab["NetworkRows"]):
    """The untapped capacities with their tasks, and the bargaining points behind a click."""

    def __init__(self, workspace: Workspace, beginning: NetworkBeginning) -> None:
        super().__init__()
        self.workspace = workspace
        self._beginning = beginning
        self._capacities: dict[str, Capacity] = {}
        tools = (
            Tool(N_("Follow it up"), self.follow_up, ("Ins",), shown=True, writes="follow_up"),
        )
        columns = ((N_("Capacity"), 0.6), (N_("Follow-up"), 0.4), (N_("State"), 176))
        empty = N_("No untapped capacity is written in the particulars; one stands on each line.")
        self.list = ListCard(
            workspace, N_("Untapped capacities"), columns, tools, empty, parent=self
        )
        self.list.view.opened.connect(self.follow_up)
        self.bargaining = HiddenWords(
            N_("Bargaining points"),
            N_("Show the bargaining points"),
            N_("Hide the bargaining points"),
        )
        column = QVBoxLayout(self)
        no_margins(column, 12)
        column.addWidget(self.list, 1)
        column.addWidget(self.bargaining)

    def show_rows(self, rows: NetworkRows) -> None:
        """Show each capacity with the task that sees to it."""
        self.rows = rows
        found = capacities(rows.membership)
        self._capacities = {f"capacity/{at}": each for at, each in enumerate(found)}
        self.list.show_entries([_entry(rows, uid, each) for uid, each in self._capacities.items()])
        lang = language()
        other = "en" if lang == "fa" else "fa"
        points = (rows.membership.get(f"bargaining_points_{each}") for each in (lang, other))
        self.bargaining.show_words(next(filter(None, points), ""))

    def start(self) -> None:
        """Put the keyboard on the list."""
        self.list.start()

    def follow_up(self) -> None:
        """Make a task of the current capacity, or open the one that there is."""
        capacity = self._capacities.get(self.list.view.uid())
        if capacity is not None:
            self._beginning.follow_up(capacity)


def _entry(rows: NetworkRows, uid: str, capacity: Capacity) -> Entry:
    tasks = seen_to(capacity, rows.file.promises)
    words = Cell(capacity.words(language()), bold=True)
    if not tasks:
        return Entry(uid, (words, Cell(notes=(("muted", _("no follow-up yet")),))))
    task = next(each for each in rows.file.promises if each.uid == tasks[0].uid)
    state, tone = due_state(task, rows.today, rows.calendar)
    who = rows.title(task.get("assignee"))
    return Entry(
        uid,
        (
            words,
            Cell(rows.title(task.uid) or _("untitled"), (("muted", who),) if who else ()),
            Cell(state, chip=tone),
        ),
    )
