"""A list of papers of which some are chosen: a click on the mark or Space takes one in or out."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal

from liaison.i18n import N_
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_rows import Cell, Entry
from ui.workspace import Workspace


class CheckedList(ListCard):
    """A list card whose first column shows what is chosen."""

    picked = Signal()
    """Something else is chosen."""

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        columns: Sequence[tuple[str, float]],
        empty: str,
    ) -> None:
        self.checked: set[str] = set()
        self._closed: frozenset[str] = frozenset()
        self._entries: Sequence[Entry] = ()
        tools = (
            Tool(N_("Choose, or leave out"), self._toggle, ("Space",)),
            Tool(N_("Choose all, or none"), self.toggle_all, ("Ctrl+A",), shown=True, needs=False),
        )
        super().__init__(workspace, title, [("", 44), *columns], tools, empty)
        self.view.clicked.connect(self._click)
        self.view.opened.connect(self.toggle)

    def show_papers(self, entries: Sequence[Entry], closed: Collection[str] = ()) -> None:
        """Show `entries` (without the column of marks); those `closed` cannot be chosen."""
        self._entries = entries
        self._closed = frozenset(closed)
        self.checked &= {each.uid for each in entries} - self._closed
        self._draw_marks()

    def check(self, uids: Collection[str]) -> None:
        """Choose `uids` and nothing else."""
        self.checked = set(uids) - self._closed
        self._draw_marks()

    def toggle(self, uid: str) -> None:
        """Take an entry in or out."""
        if uid and uid not in self._closed:
            self.checked ^= {uid}
            self._draw_marks()

    def toggle_all(self) -> None:
        """Choose all that can be chosen, or nothing where all of it is."""
        everything = {each.uid for each in self._entries} - self._closed
        self.check(set() if self.checked == everything else everything)

    def _toggle(self) -> None:
        self.toggle(self.view.uid())

    def _click(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.toggle(self.view.rows.entries[index.row()].uid)

    def _draw_marks(self) -> None:
        shown = [replace(each, cells=(self._mark(each.uid), *each.cells)) for each in self._entries]
        self.show_entries(shown)
        self.picked.emit()

    def _mark(self, uid: str) -> Cell:
        if uid in self._closed:
            return Cell()
        return Cell("✓", chip="accent") if uid in self.checked else Cell("–", chip="grey")
