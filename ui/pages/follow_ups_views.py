"""The shapes of the follow-ups page behind one face: whoever works follow-ups asks here."""

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.pages.follow_ups_board import FollowUpsBoard
from ui.pages.follow_ups_empty import Empty
from ui.pages.follow_ups_month import FollowUpsMonth
from ui.pages.follow_ups_reading import Owed
from ui.pages.follow_ups_shape import Shape
from ui.pages.follow_ups_store import OwedStore
from ui.pages.follow_ups_view import FollowUpView
from ui.workspace import Workspace


class View(Protocol):
    """What every shape can do."""

    def show_reading(self) -> None:
        """Show what the store read last."""

    def select(self, identity: int) -> bool:
        """Let the cursor stand on a follow-up, and tell whether it is shown."""

    def current(self) -> Owed | None:
        """Return the follow-up the cursor stands on."""

    def selected_ids(self) -> list[int]:
        """Return the numbers of the selected follow-ups."""

    def in_sight(self) -> list[int]:
        """Return the numbers of the follow-ups in sight."""


class FollowUpsViews(QStackedWidget):
    """List, board and calendar, or why there is nothing to show; one of them on screen."""

    chosen = Signal()
    opened = Signal()
    pressed_key = Signal(str)

    def __init__(self, workspace: Workspace, store: OwedStore, empty: Empty) -> None:
        super().__init__()
        self._store = store
        self.shape = Shape.LIST
        self._followed = 0
        self.list = FollowUpView(workspace, store)
        self.board = FollowUpsBoard(workspace, store)
        self.month = FollowUpsMonth(workspace, store)
        self.empty = empty
        for each in (self.list, self.board, self.month):
            self.addWidget(each)
            each.chosen.connect(self._pass_on)
            each.opened.connect(self.opened)
            each.pressed_key.connect(self.pressed_key)
        self.addWidget(empty)
        self.setFocusProxy(self.list)

    @property
    def here(self) -> View:
        """The shape that is chosen."""
        return self._widget()

    def _widget(self) -> FollowUpView | FollowUpsBoard | FollowUpsMonth:
        match self.shape:
            case Shape.BOARD:
                return self.board
            case Shape.CALENDAR:
                return self.month
        return self.list

    def turn_to(self, shape: Shape) -> None:
        """Show another shape once it is read; the cursor stays on its follow-up."""
        ids = self.selected_ids()
        self._followed = ids[0] if ids else 0
        self.shape = shape
        self.setFocusProxy(self._widget())

    def _pass_on(self) -> None:
        if self.sender() is self._widget():
            self.chosen.emit()

    def show_reading(self) -> None:
        """Show what the store read last, or why there is nothing."""
        reading = self._store.reading
        if reading is None:
            return
        shown: QWidget = self._widget() if reading.arrangement.ids else self.empty
        self.empty.explain(reading)
        holder = QApplication.focusWidget()
        had_keyboard = holder is not None and self.isAncestorOf(holder)
        self.setCurrentWidget(shown)
        self.here.show_reading()
        followed, self._followed = self._followed, 0
        if followed:
            self.here.select(followed)
        if had_keyboard and holder is not None and not shown.isAncestorOf(holder):
            shown.setFocus()

    def current(self) -> Owed | None:
        """Return the follow-up the cursor stands on."""
        return self.here.current()

    def selected_ids(self) -> list[int]:
        """Return the numbers of the selected follow-ups."""
        return self.here.selected_ids()

    def in_sight(self) -> list[int]:
        """Return the numbers of the follow-ups in sight."""
        return self.here.in_sight()
