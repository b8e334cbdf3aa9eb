"""What is done to follow-ups from the list: by key, by menu or by a typed line."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from liaison.errors import UserError
from liaison.i18n import _, language, ngettext
from liaison.language.listing import enumerated
from ui.figures import figure
from ui.pages.follow_ups_closed import ClosedDays, Days
from ui.pages.follow_ups_command import Command, read_command
from ui.pages.follow_ups_reading import Owed
from ui.pages.follow_ups_steps import (
    Edit,
    add_note,
    bulk_edit,
    delete_all,
    due_edit,
    options_of,
    priority_edit,
    state_edit,
    week_later,
)
from ui.pages.follow_ups_store import OwedStore
from ui.workspace import Workspace

Find = Callable[[int], int]
"""Gives the follow-up with a number in the list, 0 for none."""


class FollowUpWork(QObject):
    """Writes steps into the archive, each under a name by which it is undone."""

    def __init__(self, workspace: Workspace, closed: ClosedDays, store: OwedStore) -> None:
        super().__init__(store)
        self._workspace = workspace
        self._closed = closed
        self._store = store

    def step(self, step: str, owed: Sequence[Owed]) -> None:
        """Do a step that needs no further word: a state, or one week later."""
        if self._store.reading is None or not owed:
            return
        if step == "week":
            self.postpone(
                owed, {each.uid: week_later(each, self._store.reading.today) for each in owed}
            )
        else:
            self._write(state_edit(owed, step, self._store.reading.today))

    def postpone(self, owed: Sequence[Owed], days: Days) -> None:
        """Give `owed` new days, after a word on those when the office is closed."""
        if self._store.reading is not None:
            self._closed.settle(
                days,
                self._store.reading.calendar,
                lambda chosen: self._write(due_edit(owed, chosen)),
            )

    def change_all(self, owed: Sequence[Owed], values: Mapping[str, Any]) -> None:
        """Give all of `owed` the same values, after a word on a new day that is closed."""
        reading = self._store.reading
        if reading is None or not owed or not values:
            return

        def write(days: Days) -> None:
            chosen = {**values, **days}
            self._write(bulk_edit(owed, chosen, reading.today))

        day = values.get("due_on")
        if day is None:
            write({})
        else:
            self._closed.settle({"due_on": day}, reading.calendar, write)

    def set_priority(self, owed: Sequence[Owed], priority: str) -> None:
        """Give `owed` a priority."""
        self._write(priority_edit(owed, priority))

    def note(self, owed: Sequence[Owed], text: str) -> None:
        """Write a note on each of `owed`."""
        if self._store.reading is None or not owed:
            return
        today = self._store.reading.today
        self._workspace.write(
            _("Note: {text}").format(text=text),
            lambda change: add_note(change, owed, text, today),
            lambda _nothing: self._say(_("Noted.")),
            owner=self,
        )

    def delete(self, owed: Sequence[Owed]) -> None:
        """Put `owed` into the bin as one change."""
        if len(owed) == 1:
            self._workspace.delete("follow_up", owed[0].uid)
        elif owed:
            count = ngettext("{count} follow-up", "{count} follow-ups", len(owed))
            title = count.format(count=figure(len(owed)))
            gone = _("{title} went into the bin.").format(title=title)
            self._workspace.write(
                _("Delete {title}").format(title=title),
                lambda change: delete_all(change, owed),
                lambda _nothing: self._say(gone),
                owner=self,
            )

    def find(self, text: str, find: Find) -> list[int]:
        """Return the follow-ups a typed line speaks of; raises UserError where it has no sense."""
        return _all_found(read_command(text), find)

    def obey(self, text: str, owed: Sequence[Owed]) -> None:
        """Do what a typed line says of `owed`, the follow-ups that `find` gave for it."""
        command = read_command(text)
        if command.note:
            self.note(owed, command.note)
        elif command.priority:
            self.set_priority(owed, command.priority)
        elif command.due_on is not None:
            self.postpone(owed, {each.uid: command.due_on for each in owed})
        else:
            self.step(command.step, owed)

    def priority_menu(self, owed: Sequence[Owed], parent: QWidget) -> QMenu:
        """Return a menu of the priorities, worked by their numbers too; freed when it closes."""
        menu = _menu(parent)
        options = options_of("priority")
        for number, (key, label) in enumerate(reversed(list(options.items())), 1):
            action = menu.addAction(f"&{number}  {_(label)}")
            action.triggered.connect(partial(self._prioritise, owed, key))
        return menu

    def _prioritise(self, owed: Sequence[Owed], priority: str, _checked: object = None) -> None:
        self.set_priority(owed, priority)

    def _write(self, edit: Edit) -> None:
        self._workspace.write(
            edit.label, edit.write, lambda _nothing: self._say(edit.label), owner=self
        )

    def _say(self, message: str) -> None:
        self._workspace.say(message, _("Undo"), self._workspace.undo)


def _all_found(command: Command, find: Find) -> list[int]:
    found = {number: find(number) for number in command.numbers}
    missing = [figure(number) for number, identity in found.items() if not identity]
    if missing:
        raise UserError(
            ngettext(
                "There is no row {numbers} in the list.",
                "There are no rows {numbers} in the list.",
                len(missing),
            ).format(numbers=enumerated(missing[:8], language()))
        )
    return list(found.values())


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
