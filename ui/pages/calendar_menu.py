"""What can be done on a day of the calendar: open what is on it, or begin something there."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from typing import Any, Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from liaison.i18n import N_, _, language
from liaison.insight.calendar_entry import Entry
from liaison.time import instant, jalali
from ui.figures import isolated
from ui.pages.calendar_words import clock_of, record_of, titled
from ui.workspace import Workspace

_MOST: Final = 30
_MORNING: Final = time(9)
BEGUN: Final = (
    ("visit", N_("New visit")),
    ("meeting", N_("New meeting")),
    ("follow_up", N_("New follow-up")),
)


def beginning(type_name: str, day: date) -> Mapping[str, Any]:
    """Return the values a new record of a type starts from on `day`."""
    match type_name:
        case "visit":
            return {"starts_on": day, "ends_on": day}
        case "meeting":
            return {"starts_at": datetime.combine(day, _MORNING, instant.zone())}
        case _:
            return {"due_on": day}


class DayMenu(QMenu):
    """What is on a day, to be opened, and what can be begun on it; it goes when it closes."""

    def __init__(self, workspace: Workspace, day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self.day = workspace, day
        self.aboutToHide.connect(self.deleteLater)
        self._heading(jalali.long_date(day, language()))

    def _heading(self, text: str) -> None:
        self.addAction(text).setEnabled(False)

    def offer_entries(
        self,
        entries: Sequence[Entry],
        opened: Callable[[Entry], object],
        show_all: Callable[[], object],
    ) -> None:
        """Offer what is on the day; of very much, the first and the list of all."""
        for each in entries[:_MOST]:
            action = self._action(_line(each), partial(opened, each))
            action.setEnabled(record_of(each) is not None)
        if len(entries) > _MOST:
            self._action(_("All of this day…"), show_all)
        if not entries:
            self._heading(_("Nothing is on this day."))
        self.addSeparator()

    def offer_beginnings(self) -> None:
        """Offer to begin a record on the day, where one may."""
        for type_name, text in BEGUN:
            action = self._action(_(text), partial(self._begin, type_name))
            action.setEnabled(self._workspace.may_write(type_name))

    def _begin(self, type_name: str) -> None:
        self._workspace.new_record(type_name, beginning(type_name, self.day))

    def _action(self, text: str, work: Callable[[], object]) -> QAction:
        action = self.addAction(text.replace("&", "&&"))
        action.triggered.connect(lambda _checked: work())
        return action


def _line(entry: Entry) -> str:
    when = clock_of(entry) or isolated(entry.words)
    return "  ".join(filter(None, (when, isolated(titled(entry)))))
