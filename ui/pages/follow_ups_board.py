"""Follow-ups as cards in columns by state, moved from one state to another."""

from array import array
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from liaison.i18n import _
from ui.figures import figure
from ui.pages.follow_ups_column import BoardColumn
from ui.pages.follow_ups_reading import Owed
from ui.pages.follow_ups_steps import options_of
from ui.pages.follow_ups_store import OwedStore
from ui.speaking import Speaking
from ui.widgets.pieces import label, no_margins
from ui.workspace import Workspace

STATES: Final = ("open", "under_way", "waiting", "done", "cancelled")
UNUSUAL: Final = "cancelled"
"""The state that has a column only while there is something in it."""


class FollowUpsBoard(Speaking, QWidget):
    """A column for each state; Shift with an arrow, or the mouse, moves what is selected."""

    chosen = Signal()
    opened = Signal()
    pressed_key = Signal(str)
    moved = Signal(str, list)
    """The state cards were moved to, and their numbers."""

    def __init__(self, workspace: Workspace, store: OwedStore) -> None:
        super().__init__()
        self._store = store
        self.columns: dict[str, BoardColumn] = {}
        self._heads: dict[str, QLabel] = {}
        self._wholes: dict[str, QWidget] = {}
        self._counts: Mapping[str, int] = dict.fromkeys(STATES, 0)
        self._here = STATES[0]
        self._followed: list[int] = []
        line = QHBoxLayout(self)
        no_margins(line, spacing=8)
        for state in STATES:
            line.addWidget(self._column(workspace, state), 1)
        self.setFocusProxy(self.columns[self._here])
        self.retranslate()

    def _column(self, workspace: Workspace, state: str) -> QWidget:
        made = self.columns[state] = BoardColumn(workspace, self._store)
        head = self._heads[state] = label("card-title")
        head.setBuddy(made)
        whole = self._wholes[state] = QWidget()
        column = QVBoxLayout(whole)
        no_margins(column, spacing=6)
        column.addWidget(head)
        column.addWidget(made, 1)
        made.chosen.connect(self._chooser(state))
        made.opened.connect(self.opened)
        made.pressed_key.connect(self.pressed_key)
        made.moved.connect(lambda way: self._move(state, way))
        made.left.connect(lambda way: self._go(state, way))
        made.cards.dropped.connect(lambda ids: self._move_to(state, ids))
        return whole

    def _chooser(self, state: str) -> Callable[[], None]:
        def chosen() -> None:
            if self._here != state:
                self._here = state
                self.setFocusProxy(self.columns[state])
                for each, column in self.columns.items():
                    if each != state:
                        column.clearSelection()
            self.chosen.emit()

        return chosen

    def retranslate(self) -> None:
        """Say everything again."""
        self.setAccessibleName(_("Board"))
        for state, head in self._heads.items():
            name = _(options_of("state")[state])
            count = self._counts[state]
            head.setText(f"{name} {figure(count)}" if count else name)
            self.columns[state].setAccessibleName(name)
            self.columns[state].setToolTip(_("Shift with an arrow moves a card to another state."))

    # -- showing

    def show_reading(self) -> None:
        """Show what was read, by state; what was moved stays selected in its new column."""
        reading = self._store.reading
        if reading is None:
            return
        wanted, focused = self._followed or self.selected_ids(), self._has_keyboard()
        self._followed = []
        found: dict[str, array[int]] = {}
        begin = 0
        for lot in reading.arrangement.lots:
            found[lot.key] = reading.arrangement.ids[begin : begin + lot.count]
            begin += lot.count
        self._counts = {state: len(found.get(state, ())) for state in STATES}
        home = self._here
        for state, column in self.columns.items():
            quiet = column.blockSignals(True)  # noqa: FBT003 - Qt's flag
            column.cards.show_ids(found.get(state, array("q")))
            if wanted and column.select(wanted):
                home = state
            column.blockSignals(quiet)
        if not self.columns[home].cards.ids:
            home = next((each for each in STATES if found.get(each)), home)
        self._here = home
        if not self.columns[home].selected_ids() and self.columns[home].cards.ids:
            self.columns[home].select(self.columns[home].cards.ids[:1])
        self._wholes[UNUSUAL].setVisible(bool(self._counts[UNUSUAL]))
        self.setFocusProxy(self.columns[home])
        if focused:
            self.columns[home].setFocus()
        self.retranslate()
        self.chosen.emit()

    def _has_keyboard(self) -> bool:
        return any(each.hasFocus() for each in self.columns.values())

    # -- what is selected

    def current(self) -> Owed | None:
        """Return the follow-up the cursor stands on."""
        return self.columns[self._here].current()

    def selected_ids(self) -> list[int]:
        """Return the numbers of the selected cards."""
        return self.columns[self._here].selected_ids()

    def select(self, identity: int) -> bool:
        """Make a follow-up the current one and tell whether it is shown."""
        for state, column in self.columns.items():
            if column.select([identity]):
                self._chooser(state)()
                return True
        return False

    def in_sight(self) -> list[int]:
        """Return the numbers of the cards in sight."""
        found: list[int] = []
        for column in self.columns.values():
            first = column.indexAt(column.viewport().rect().topLeft()).row()
            found += column.cards.ids[max(0, first) : max(0, first) + 12]
        return found

    # -- moving

    def _go(self, state: str, way: int) -> None:
        beside = self._beside(state, way)
        if beside:
            self.columns[beside].setFocus()

    def _beside(self, state: str, way: int) -> str:
        """Return the state whose column stands beside, "" beyond the last one."""
        there = [each for each in STATES if each != UNUSUAL or self._counts[each]]
        place = there.index(state) + way
        return there[place] if 0 <= place < len(there) else ""

    def _move(self, state: str, way: int) -> None:
        beside = self._beside(state, way)
        if beside:
            self._move_to(beside, self.columns[state].selected_ids())

    def _move_to(self, state: str, ids: list[int]) -> None:
        here = set(self.columns[state].cards.ids)
        moved = [each for each in ids if each not in here]
        if moved:
            self._followed = moved
            self.moved.emit(state, moved)
