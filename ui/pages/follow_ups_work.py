"""What is done to follow-ups from the list: by key, by menu or by a typed line."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from liaison.errors import UserError
from liaison.i18n import _, language, ngettext
from liaison.language.listing import enumerated
from ui.figures import figure
from ui.pages.follow_ups_closed import ClosedDays, Days
from ui.pages.follow_ups_command import Command, read_command
from ui.pages.follow_ups_reading import Owed, Reading
from ui.pages.follow_ups_steps import (
    Edit,
    add_note,
    delete_all,
    due_edit,
    options_of,
    priority_edit,
    state_edit,
    week_later,
)
from ui.workspace import Workspace

Find = Callable[[int], Owed | None]


class FollowUpWork(QObject):
    """Writes steps into the archive, each under a name by which it is undone."""

    def __init__(self, workspace: Workspace, closed: ClosedDays, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._closed = closed
        self.reading: Reading | None = None

    def step(self, step: str, owed: Sequence[Owed]) -> None:
        """Do a step that needs no further word: a state, or one week later."""
        if self.reading is None or not owed:
            return
        if step == "week":
            self.postpone(owed, {each.uid: week_later(each, self.reading.today) for each in owed})
        else:
            self._write(state_edit(owed, step, self.reading.today))

    def postpone(self, owed: Sequence[Owed], days: Days) -> None:
        """Give `owed` new days, after a word on those when the office is closed."""
        if self.reading is not None:
            self._closed.settle(
                days, self.reading.calendar, lambda chosen: self._write(due_edit(owed, chosen))
            )

    def set_priority(self, owed: Sequence[Owed], priority: str) -> None:
        """Give `owed` a priority."""
        self._write(priority_edit(owed, priority))

    def note(self, owed: Sequence[Owed], text: str) -> None:
        """Write a note on each of `owed`."""
        if self.reading is None or not owed:
            return
        today = self.reading.today
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

    def obey(self, text: str, find: Find) -> None:
        """Do what a typed line says of numbered rows; raises UserError where it cannot be read."""
        command = read_command(text)
        owed = _all_found(command, find)
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


def _all_found(command: Command, find: Find) -> list[Owed]:
    found = {number: find(number) for number in command.numbers}
    missing = [figure(number) for number, owed in found.items() if owed is None]
    if missing:
        raise UserError(
            ngettext(
                "There is no row {numbers} in the list.",
                "There are no rows {numbers} in the list.",
                len(missing),
            ).format(numbers=enumerated(missing[:8], language()))
        )
    return [owed for owed in found.values() if owed is not None]


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
