"""How the keys, clicks and typed lines of the follow-ups page become steps."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from liaison.errors import UserError
from liaison.i18n import _
from ui.pages.follow_ups_foot import FollowUpsFoot
from ui.pages.follow_ups_side import FollowUpSide
from ui.pages.follow_ups_steps import KEYS, STEPS
from ui.pages.follow_ups_view import FollowUpView
from ui.pages.follow_ups_work import FollowUpWork

if TYPE_CHECKING:
    from ui.pages.follow_ups_reading import Owed


class FollowUpsDoing(QObject):
    """Listens to list, side panel and command line, and has the work done."""

    def __init__(
        self, view: FollowUpView, side: FollowUpSide, foot: FollowUpsFoot, work: FollowUpWork
    ) -> None:
        super().__init__(view)
        self._view = view
        self._side = side
        self._foot = foot
        self._work = work
        self._saved_uid = ""
        self.by_uid: Mapping[str, Owed] = {}
        view.pressed_key.connect(self._key)
        view.opened.connect(side.open)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        side.noted.connect(self._note)
        side.saved.connect(self._remember_saved)
        foot.stepped.connect(self.step)
        foot.commanded.connect(self._obey)

    def step(self, step: str) -> None:
        """Do `step` to what is selected."""
        owed = self._view.selected()
        if not owed:
            return
        match step:
            case "note":
                self._side.write_note()
            case "priority":
                menu = self._work.priority_menu(owed, self._view)
                spot = self._view.visualRect(self._view.currentIndex()).bottomLeft()
                menu.popup(self._view.viewport().mapToGlobal(spot))
            case _:
                self._side.save()
                self._work.step(step, owed)

    def _key(self, cap: str) -> None:
        if cap == "Delete":
            self._work.delete(self._view.selected())
        elif cap in KEYS:
            self.step(KEYS[cap])

    def _note(self, text: str) -> None:
        if self._side.owed is not None:
            self._work.note([self._side.owed], text)

    def _obey(self, text: str) -> None:
        numbers = self._view.rows.numbers
        try:
            self._side.save()
            self._work.obey(text, lambda number: self.by_uid.get(numbers.uid(number)))
        except UserError as error:
            self._foot.refuse(error.message)
        else:
            self._foot.command.clear()

    def menu(self) -> QMenu:
        """Return what can be done with the selected follow-ups; freed when it closes."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for cap, step in KEYS.items():
            action = menu.addAction(f"{_(STEPS[step])}\t{cap}")
            action.triggered.connect(self._stepper(step))
        return menu

    def _stepper(self, step: str) -> Callable[[], object]:
        return lambda: self.step(step)

    def _show_menu(self, at: QPoint) -> None:
        if self._view.selected():
            self.menu().popup(self._view.viewport().mapToGlobal(at))

    # -- days saved in the form

    def _remember_saved(self, uid: str) -> None:
        self._saved_uid = uid

    def check_saved(self) -> None:
        """Warn where a day saved in the form is a closed one, once it has been read again."""
        owed, reading = self.by_uid.get(self._saved_uid), self._work.reading
        self._saved_uid = ""
        if owed is None or owed.due_on is None or not owed.is_open or reading is None:
            return
        if reading.calendar.is_closed(owed.due_on):
            self._work.postpone([owed], {owed.uid: owed.due_on})
