"""The calendar: visits, meetings, events, holidays and what is due, by month, week or day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.records import by_name
from liaison.exchange.leaving.days import TYPES
from liaison.i18n import _, language
from liaison.insight.calendar import Days, read_days
from liaison.insight.calendar_entry import Entry
from liaison.insight.calendar_sessions import computed_sessions
from liaison.storage.archive import Listing
from liaison.time import months
from ui.day import today
from ui.exports.listed import Listed
from ui.page import Page
from ui.pages.calendar_body import CalendarBody
from ui.pages.calendar_doing import CalendarDoing
from ui.pages.calendar_header import CalendarHeader
from ui.pages.calendar_place import LISTED, Place
from ui.pages.calendar_words import (
    SHOWN,
    VIEW_CAPS,
    View,
    doubtful_of,
    key_of,
    kind_of,
    marks_of,
    names_of,
)
from ui.widgets.day_marks import Mark, Sheet
from ui.workspace import Workspace

_VIEW: Final = "calendar/view"
_SHOWN: Final = "calendar/shown"


class CalendarPage(Page):
    """One of three layouts of the days around the chosen one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.days: Days | None = None
        self._marks: Sequence[Mark] = ()
        self.header = CalendarHeader(workspace.theme, self.new)
        self.body = CalendarBody(workspace.theme)
        self.doing = CalendarDoing(workspace, self.body, self.header.new_button, self._show_all)
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
        self.place = Place(today(), self.header.view)
        self.body.lay_out(self.header.view)

    def _connect(self) -> None:
        header, body, doing = self.header, self.body, self.doing
        header.stepped.connect(lambda ahead: self.go(self.place.turned(ahead, language()).day))
        header.today_wanted.connect(lambda: self.go(today()))
        header.view_chosen.connect(self._change_view)
        header.narrowed.connect(self._narrow)
        body.chosen.connect(self.go)
        body.stepped.connect(self._step)
        body.pressed_cap.connect(self._press)
        body.opened.connect(self._open_key)
        body.day_opened.connect(lambda day: doing.open_day(day, self._on(day)))
        body.rest_wanted.connect(lambda: doing.show_rest(self.place.day))
        body.longer_wanted.connect(self._lengthen)

    @override
    def take_keyboard(self) -> None:
        """Give the keyboard to the days."""
        self.body.take_keyboard()

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "calendar"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Calendar")

    @override
    def listed(self) -> Listed:
        """Return all that stands in the calendar, whatever days are in sight."""
        own, *others = (Listing(by_name(name), lang=language()) for name in TYPES)
        return Listed(self.title(), own, others=others)

    def retranslate(self) -> None:
        """Read again: the months are those of the language."""
        if self.days is not None:
            self.refresh()

    # -- which days

    def go(self, day: date) -> None:
        """Stand on another day, and show what is around it."""
        self.place = self.place.at(day)
        if self.body.choose(self.place.day, self.place.shown(language())):
            self._say_day()
        else:
            self.refresh()

    def _step(self, days: int, later: int) -> None:
        self.go(self.place.moved(days, later, language()).day)

    def _press(self, cap: str) -> None:
        if cap in {"Home", "T"}:
            self.go(today())
        elif cap in VIEW_CAPS:
            self.show_view(VIEW_CAPS[cap])

    def show_view(self, view: View) -> None:
        """Lay the days out in another way."""
        self.header.views[view].click()
        self.body.take_keyboard()

    def _change_view(self) -> None:
        if self.body.table is None:
            self.place = self.place.at(self.body.agenda.day() or self.place.day)
        self.place = replace(self.place, view=self.header.view, length=LISTED)
        self.workspace.settings.set(_VIEW, self.place.view.value)
        self.header.name_steps()
        self.body.lay_out(self.place.view)
        self.refresh()

    def _show_all(self, day: date) -> None:
        self.place = self.place.at(day)
        self.show_view(View.AGENDA)

    def _lengthen(self) -> None:
        self.place = replace(self.place, length=self.place.length + LISTED)
        self.refresh()

    # -- reading

    def refresh(self) -> None:
        """Read what the days hold again."""
        archive, lang, now = self.workspace.archive, language(), today()
        first, last = self.place.read(lang)

        def read() -> tuple[Days, Sequence[Mark]]:
            days = read_days(archive, first, last, lang)
            coming = computed_sessions(archive, now, first, last, lang)
            days = replace(days, entries=(*days.entries, *coming))
            return days, marks_of(days.entries, now)

        self.workspace.jobs.run(read, self._take, self._fail, owner=self, lane="calendar")

    def _take(self, read: tuple[Days, Sequence[Mark]]) -> None:
        self.days, self._marks = read
        self._show()

    def _fail(self, error: Exception) -> None:
        self.body.say_unread()
        self.workspace.jobs.failed.emit(error)

    def _kinds(self) -> set[str]:
        """Return the kinds of things that are shown."""
        kinds: set[str] = {kind for name in self.header.shown for kind in SHOWN[name][2]}
        if self.place.view is View.MONTH:
            kinds.discard("programme")  # too much for a month; the visit is there
        return kinds

    def entries(self) -> Sequence[Entry]:
        """Return what is shown of what the days hold."""
        kinds, found = self._kinds(), self.days.entries if self.days else ()
        return [each for each in found if each.kind in kinds]

    def _show(self) -> None:
        if self.days is None:
            return
        read, shown, kinds = self.days, self.place.shown(language()), self._kinds()
        holidays = read.holidays if "holidays" in self.header.shown else {}
        sheet = Sheet(
            first=read.since,
            weeks=((read.until - read.since).days + 1) // months.WEEK,
            month=shown,
            today=today(),
            marks=[each for each in self._marks if kind_of(each) in kinds],
            weekend=read.weekend,
            named=names_of(holidays),
            doubtful=doubtful_of(holidays),
        )
        self.header.show_days(*shown)
        self.body.show_sheet(sheet, self.entries(), self.place.day)
        self._say_day()

    def _narrow(self) -> None:
        self.workspace.settings.set(_SHOWN, self.header.shown)
        self.header.draw()
        self._show()

    def _say_day(self) -> None:
        entries = self.entries()
        is_empty = all(each.kind == "holiday" for each in entries)
        count = len(entries if self.body.table is None else self._on(self.place.day))
        self.body.say(self.place.day, count, is_empty=is_empty)

    # -- what is on a day

    def _on(self, day: date) -> list[Entry]:
        return [each for each in self.entries() if not each.is_band and each.touches(day, day)]

    def _open_key(self, key: str) -> None:
        entry = next((each for each in self.entries() if key_of(each) == key), None)
        if entry is not None:
            self.doing.open(entry)

    def new(self) -> None:
        """Offer what can be begun on the chosen day."""
        in_list = self.body.agenda.day() if self.body.table is None else None
        self.doing.begin(in_list or self.place.day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read again with F5."""
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)
