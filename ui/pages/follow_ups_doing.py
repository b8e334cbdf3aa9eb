"""How the keys, clicks and typed lines of the follow-ups page become steps."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from liaison.errors import UserError
from liaison.i18n import _
from ui.pages.follow_ups_foot import FollowUpsFoot
from ui.pages.follow_ups_reading import Owed
from ui.pages.follow_ups_side import FollowUpSide
from ui.pages.follow_ups_steps import KEYS, STEPS
from ui.pages.follow_ups_store import OwedStore
from ui.pages.follow_ups_views import FollowUpsViews
from ui.pages.follow_ups_work import FollowUpWork


class FollowUpsDoing(QObject):
    """Listens to the views, the side panel and the command line, and has the work done."""

    def __init__(
        self,
        store: OwedStore,
        side: FollowUpSide,
        foot: FollowUpsFoot,
        work: FollowUpWork,
        views: FollowUpsViews,
    ) -> None:
        super().__init__(side)
        self._store = store
        self._side = side
        self._foot = foot
        self._work = work
        self._views = views
        self._saved_uid = ""
        side.noted.connect(self._note)
        side.saved.connect(self._remember_saved)
        foot.stepped.connect(self.step)
        foot.commanded.connect(self._obey)
        views.opened.connect(side.open)
        views.pressed_key.connect(self._press)
        views.board.moved.connect(self._move)
        views.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        views.customContextMenuRequested.connect(self._show_menu)

    def _show_menu(self, at: QPoint) -> None:
        if self._views.selected_ids():
            self.menu().popup(self._views.mapToGlobal(at))

    def with_selected(self, take: Callable[[list[Owed]], object]) -> None:
        """Let `take` have what is selected; at once where it is at hand."""
        ids = self._views.selected_ids()
        if ids:
            self._store.gather(ids, take, self)

    def _move(self, state: str, ids: list[int]) -> None:
        self._side.save()
        self._store.gather(ids, lambda owed: self._work.step(state, owed), self)

    def step(self, step: str) -> None:
        """Do `step` to what is selected."""
        match step:
            case "note":
                if self._views.selected_ids():
                    self._side.write_note()
            case "priority":
                self.with_selected(self._ask_priority)
            case _:
                self._side.save()
                self.with_selected(lambda owed: self._work.step(step, owed))

    def _ask_priority(self, owed: Sequence[Owed]) -> None:
        menu = self._work.priority_menu(owed, self._views)
        menu.popup(self._views.mapToGlobal(self._views.rect().center()))

    def _press(self, cap: str) -> None:
        """Do what the key `cap` stands for, a letter or "Delete"."""
        if cap == "Delete":
            self.with_selected(self._work.delete)
        elif cap in KEYS:
            self.step(KEYS[cap])

    def _note(self, text: str) -> None:
        self.with_selected(lambda owed: self._work.note(owed, text))

    def _obey(self, text: str) -> None:
        try:
            self._side.save()
            ids = self._work.find(text, self._store.numbers.identity)
            self._store.gather(ids, lambda owed: self._work.obey(text, owed), self)
        except UserError as error:
            self._foot.refuse(error.message)
        else:
            self._foot.command.clear()

    def menu(self) -> QMenu:
        """Return what can be done with the selected follow-ups; freed when it closes."""
        menu = QMenu(self._views)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for cap, step in KEYS.items():
            action = menu.addAction(f"{_(STEPS[step])}\t{cap}")
            action.triggered.connect(self._stepper(step))
        return menu

    def _stepper(self, step: str) -> Callable[[], object]:
        return lambda: self.step(step)

    # -- days saved in the form

    def _remember_saved(self, uid: str) -> None:
        self._saved_uid = uid

    def check_saved(self) -> None:
        """Warn where a day saved in the form is a closed one, once it has been read again."""
        reading, uid = self._store.reading, self._saved_uid
        self._saved_uid = ""
        if reading is None or not uid:
            return
        # What was saved is the current one, and so was read with what is in sight.
        owed = next((each for each in reading.worded.values() if each.uid == uid), None)
        if owed is None or owed.due_on is None or not owed.is_open:
            return
        if reading.calendar.is_closed(owed.due_on):
            self._work.postpone([owed], {owed.uid: owed.due_on})
