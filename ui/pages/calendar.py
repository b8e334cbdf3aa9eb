"""The calendar: visits, meetings, events, holidays and what is due, by month, week or day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from liaison.i18n import _, language
from liaison.insight.calendar import Days, read_days
from liaison.insight.calendar_entry import Entry
from liaison.time import months
from ui.page import Page
from ui.pages.calendar_body import CalendarBody
from ui.pages.calendar_header import CalendarHeader
from ui.pages.calendar_menu import DayMenu
from ui.pages.calendar_words import (
    SHOWN,
    VIEW_CAPS,
    View,
    doubtful_of,
    key_of,
    marks_of,
    names_of,
    record_of,
)
from ui.pages.desk import today
from ui.widgets.day_marks import Sheet
from ui.workspace import Workspace

_VIEW: Final = "calendar/view"
_SHOWN: Final = "calendar/shown"
_EARLIEST, _LATEST = date(1800, 1, 1), date(2250, 1, 1)
_DAY: Final = timedelta(days=1)
_AGENDA: Final = 30


class CalendarPage(Page):
    """One of three layouts of the days around the chosen one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.day = today()
        self.days: Days | None = None
        self._length = _AGENDA
        self.header = CalendarHeader(workspace.theme, self.new)
        self.body = CalendarBody(workspace.theme)
        self.setFocusProxy(self.body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(self.header)
        outer.addWidget(self.body, 1)
        self._connect()
        view, shown = (workspace.settings.get(each) for each in (_VIEW, _SHOWN))
        self.header.choose(
            View(view) if view in list(View) else View.MONTH,
            shown if isinstance(shown, list) else list(SHOWN),
        )
        self.body.lay_out(self.header.view)

    def _connect(self) -> None:
        self.header.stepped.connect(self._turn)
        self.header.today_wanted.connect(lambda: self.go(today()))
        self.header.view_chosen.connect(self._change_view)
        self.header.narrowed.connect(self._narrow)
        self.body.chosen.connect(self.go)
        self.body.stepped.connect(self._step)
        self.body.pressed_cap.connect(self._press)
        self.body.opened.connect(self._open_key)
        self.body.day_opened.connect(self.open_day)
        self.body.band_opened.connect(self.open_entry)
        self.body.rest_wanted.connect(self._show_rest)
        self.body.longer_wanted.connect(self._lengthen)

    def title(self) -> str:
        """Return the name of the page."""
        return _("Calendar")

    def retranslate(self) -> None:
        """Read again: the months are those of the language."""
        if self.days is not None:
            self.refresh()

    # -- which days

    def shown_days(self) -> tuple[date, date]:
        """Return the first and the last day of the month, week or list around the day."""
        match self.header.view:
            case View.MONTH:
                return months.month_of(self.day, language())
            case View.WEEK:
                first = months.week_of(self.day)
                return first, first + _DAY * (months.WEEK - 1)
            case _:
                return self.day, self.day + _DAY * (self._length - 1)

    def go(self, day: date) -> None:
        """Stand on another day, and show what is around it."""
        self.day = min(max(day, _EARLIEST), _LATEST)
        if self.body.choose(self.day, self.shown_days()):
            self._say_day()
        else:
            self.refresh()

    def _step(self, days: int, later: int) -> None:
        day = months.months_later(self.day, later, language()) if later else self.day
        self.go(day + _DAY * days)

    def _turn(self, ahead: int) -> None:
        """Show the month, week or list before or after."""
        match self.header.view:
            case View.MONTH:
                self._step(0, ahead)
            case View.WEEK:
                self._step(ahead * months.WEEK, 0)
            case _:
                self._step(ahead * _AGENDA, 0)

    def _press(self, cap: str) -> None:
        if cap in {"Home", "T"}:
            self.go(today())
        elif cap in VIEW_CAPS:
            self.show_view(VIEW_CAPS[cap])

    def show_view(self, view: View) -> None:
        """Lay the days out in another way."""
        self.header.views[view].click()
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_view(self) -> None:
        if self.body.table is None:
            self.day = self.body.agenda.day() or self.day
        self._length = _AGENDA
        self.workspace.settings.set(_VIEW, self.header.view.value)
        self.header.name_steps()
        self.body.lay_out(self.header.view)
        self.refresh()

    def _lengthen(self) -> None:
        self._length += _AGENDA
        self.refresh()

    # -- reading

    def refresh(self) -> None:
        """Read what the days hold again."""
        archive, lang = self.workspace.archive, language()
        first, last = self.shown_days()
        if self.header.view is View.MONTH:
            first, last = months.week_of(first), months.week_of(last) + _DAY * (months.WEEK - 1)
        self.workspace.jobs.run(
            lambda: read_days(archive, first, last, lang), self._take, owner=self, lane="calendar"
        )

    def _take(self, days: Days) -> None:
        self.days = days
        self._show()

    def entries(self) -> Sequence[Entry]:
        """Return what is shown of what the days hold."""
        kinds = {kind for name in self.header.shown for kind in SHOWN[name][2]}
        if self.header.view is View.MONTH:
            kinds.discard("programme")  # too much for a month; the visit is there
        found = self.days.entries if self.days else ()
        return [each for each in found if each.kind in kinds]

    def _show(self) -> None:
        if self.days is None:
            return
        read, entries, now = self.days, self.entries(), today()
        holidays = read.holidays if "holidays" in self.header.shown else {}
        doubtful = doubtful_of(holidays)
        weeks = ((read.until - read.since).days + 1) // months.WEEK
        marks, shown = marks_of(entries, now), self.shown_days()
        named = names_of(holidays)
        sheet = Sheet(read.since, weeks, shown, now, marks, read.weekend, named, doubtful)
        self.header.show_days(*shown)
        self.body.show_sheet(sheet, entries, self.day)
        self._say_day()

    def _narrow(self) -> None:
        self.workspace.settings.set(_SHOWN, self.header.shown)
        self._show()

    def _say_day(self) -> None:
        entries = self.entries()
        is_empty = all(each.kind == "holiday" for each in entries)
        on_day = entries if self.body.table is None else self._on(self.day)
        self.body.say(self.day, len(on_day), is_empty=is_empty)

    # -- what is on a day

    def _on(self, day: date) -> list[Entry]:
        return [each for each in self.entries() if not each.is_band and each.touches(day, day)]

    def open_entry(self, entry: Entry) -> None:
        """Show the record of something."""
        record = record_of(entry)
        if record is not None:
            self.workspace.open_record(*record)

    def _open_key(self, key: str) -> None:
        entry = next((each for each in self.entries() if key_of(each) == key), None)
        if entry is not None:
            self.open_entry(entry)

    def open_day(self, day: date) -> None:
        """Offer what is on a day and what can be begun on it."""
        self.day = day
        menu = DayMenu(self.workspace, day, self)
        menu.offer_entries(self._on(day), self.open_entry, lambda: self._show_all(day))
        menu.offer_beginnings()
        self._pop_up(menu)

    def new(self) -> None:
        """Offer what can be begun on the chosen day."""
        in_list = self.body.agenda.day() if self.body.table is None else None
        menu = DayMenu(self.workspace, in_list or self.day, self)
        menu.offer_beginnings()
        self._pop_up(menu)

    def _pop_up(self, menu: DayMenu) -> None:
        """Show a menu below the figure of its day, the first thing in it chosen."""
        below = self.header.new_button
        menu.popup(self.body.corner_of(menu.day) or below.mapToGlobal(QPoint(0, below.height())))
        first = next((each for each in menu.actions() if each.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)

    def _show_all(self, day: date) -> None:
        self.day = day
        self.show_view(View.AGENDA)

    def _show_rest(self) -> None:
        """Offer the bands that found no room."""
        menu = DayMenu(self.workspace, self.day, self)
        menu.offer_entries(self.body.bands.rest, self.open_entry, lambda: self._show_all(self.day))
        menu.popup(self.body.bands.more.mapToGlobal(QPoint(0, self.body.bands.more.height())))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read again with F5."""
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)
