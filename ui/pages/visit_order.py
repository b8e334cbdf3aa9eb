"""Putting a list into order by hand: a step up or down, or a drop at a row."""

from collections.abc import Callable

from ui.pages.visit_list import ListCard
from ui.pages.visit_view import RowsView


class HandOrder:
    """The order of a list; `write` gets the uids in their new order, and the one that moved."""

    _view: RowsView

    def __init__(self, write: Callable[[list[str], str], object]) -> None:
        self._write = write

    def hold(self, card: ListCard) -> None:
        """Work on the list of `card` from now on."""
        self._view = card.view
        self._view.let_order()
        self._view.moved.connect(self.move_to)

    def uids(self) -> list[str]:
        """Return the uids as they are shown."""
        return [each.uid for each in self._view.rows.entries if not each.heading]

    def up(self) -> None:
        """Move the current entry one place towards the first."""
        self._step(-1)

    def down(self) -> None:
        """Move the current entry one place towards the last."""
        self._step(1)

    def move_to(self, uid: str, row: int) -> None:
        """Put an entry before the one that stands at `row` of the list."""
        goal = sum(not each.heading for each in self._view.rows.entries[:row])
        self._place(uid, goal - 1 if self.uids().index(uid) < goal else goal)

    def show(self, order: list[str]) -> None:
        """Show the entries in `order` before it is written; headings keep their rows."""
        shown = self._view.rows.entries
        entries, turn = {each.uid: each for each in shown}, iter(order)
        self._view.show_entries([each if each.heading else entries[next(turn)] for each in shown])

    def _step(self, by: int) -> None:
        uid, uids = self._view.uid(), self.uids()
        if uid in uids:
            self._place(uid, min(max(0, uids.index(uid) + by), len(uids) - 1))

    def _place(self, uid: str, goal: int) -> None:
        order = self.uids()
        if order[goal] != uid:
            order.remove(uid)
            order.insert(goal, uid)
            self._write(order, uid)
