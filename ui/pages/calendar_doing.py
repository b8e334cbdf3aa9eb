"""What is done on the days of the calendar: records opened, menus shown, records begun."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from liaison.insight.calendar_entry import Entry
from ui.pages.calendar_body import CalendarBody
from ui.pages.calendar_menu import DayMenu
from ui.pages.calendar_words import record_of
from ui.workspace import Workspace


class CalendarDoing(QObject):
    """Opens what is on a day, and offers what can be begun there."""

    def __init__(
        self,
        workspace: Workspace,
        body: CalendarBody,
        beside: QWidget,
        show_all: Callable[[date], object],
    ) -> None:
        """Act on `body`; a menu without a day in sight stands under `beside`."""
        super().__init__(body)
        self._workspace, self._body, self._beside = workspace, body, beside
        self._show_all = show_all
        body.band_opened.connect(self.open)

    def open(self, entry: Entry) -> None:
        """Show the record of something."""
        record = record_of(entry)
        if record is not None:
            self._workspace.open_record(*record)

    def open_day(self, day: date, entries: Sequence[Entry]) -> None:
        """Offer `entries`, which are on a day, and what can be begun on it."""
        menu = self._menu(day)
        menu.offer_entries(entries, self.open, lambda: self._show_all(day))
        menu.offer_beginnings()
        self._pop_up(menu)

    def begin(self, day: date) -> None:
        """Offer what can be begun on a day."""
        menu = self._menu(day)
        menu.offer_beginnings()
        self._pop_up(menu)

    def show_rest(self, day: date) -> None:
        """Offer the bands that found no room."""
        menu, more = self._menu(day), self._body.bands.more
        menu.offer_entries(self._body.bands.rest, self.open, lambda: self._show_all(day))
        menu.popup(more.mapToGlobal(QPoint(0, more.height())))

    def _menu(self, day: date) -> DayMenu:
        return DayMenu(self._workspace, day, self._body)

    def _pop_up(self, menu: DayMenu) -> None:
        """Show a menu below the figure of its day, the first thing in it chosen."""
        below = self._beside.mapToGlobal(QPoint(0, self._beside.height()))
        menu.popup(self._body.corner_of(menu.day) or below)
        first = next((each for each in menu.actions() if each.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)
