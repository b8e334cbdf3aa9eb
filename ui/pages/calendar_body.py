"""The days themselves: bands on top, one of three layouts, and below it the chosen day in words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from liaison.i18n import _, language, ngettext
from liaison.insight.calendar_entry import Entry
from liaison.time import jalali
from ui.figures import figure
from ui.pages.calendar_agenda import AgendaList
from ui.pages.calendar_bands import BandStrip
from ui.pages.calendar_words import View
from ui.speaking import Speaking
from ui.theme import Theme
from ui.widgets.day_marks import Sheet
from ui.widgets.day_table import DayTable
from ui.widgets.month_grid import HEAD, MonthTable
from ui.widgets.pieces import button, label, row
from ui.widgets.week_grid import WeekTable


class CalendarBody(Speaking, QFrame):
    """Shows a sheet of days in the layout that is asked for."""

    chosen = Signal(object)
    """The cursor came to stand on a day."""
    stepped = Signal(int, int)
    """Keys ask for another day: so many days and months later."""
    pressed_cap = Signal(str)
    """A letter was pressed: the Latin cap of its key, "Home" for today."""
    opened = Signal(str)
    """The record of a mark is asked for."""
    day_opened = Signal(object)
    """What is on a day is asked for."""
    band_opened = Signal(object)
    rest_wanted = Signal()
    longer_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.bands = BandStrip(theme, self.rest_wanted.emit)
        self.bands.opened.connect(self.band_opened)
        self.month, self.week = MonthTable(theme), WeekTable(theme)
        self.agenda = AgendaList(theme)
        self.foot = label("muted")
        self.longer = button("link", self.longer_wanted.emit)
        self.views = QStackedWidget()
        for each in (self.month, self.week, self.agenda):
            self.views.addWidget(each)
            each.opened.connect(self.opened)
            each.stepped.connect(self.stepped)
            each.pressed_cap.connect(self.pressed_cap)
        for table in (self.month, self.week):
            table.chosen.connect(self.chosen)
            table.day_opened.connect(self.day_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        column.addWidget(self.bands)
        column.addWidget(self.views, 1)
        column.addLayout(row(self.foot, 1, self.longer))
        self._theme = theme
        self.lay_out(View.MONTH)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        for view in (self.month, self.week, self.agenda):
            view.setAccessibleName(_("Calendar"))
        self.longer.setText(_("30 days more"))

    @property
    def table(self) -> DayTable | None:
        """The table of days on top; the list by day is none."""
        shown = self.views.currentWidget()
        return shown if isinstance(shown, DayTable) else None

    def lay_out(self, view: View) -> None:
        """Bring a layout on top; the keyboard stays where it was."""
        layouts = {View.MONTH: self.month, View.WEEK: self.week, View.AGENDA: self.agenda}
        goal: QWidget = layouts[view]
        former = self.views.currentWidget()
        had_keyboard = former is not None and former.hasFocus()
        self.views.setCurrentWidget(goal)
        self.longer.setVisible(goal is self.agenda)
        if had_keyboard:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Give the keyboard to the layout on top."""
        (self.table or self.agenda).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet(self, sheet: Sheet, entries: Sequence[Entry], day: date) -> None:
        """Show `sheet` with the cursor on `day`, and what of `entries` is a band."""
        inside = [each for each in entries if each.touches(*sheet.month)]
        self.bands.show_bands(inside, sheet.month, sheet.today)
        if self.table is None:
            self.agenda.show_sheet(sheet)
        else:
            self.table.show_sheet(sheet, day)

    def choose(self, day: date, month: tuple[date, date]) -> bool:
        """Put the cursor on `day` where `month` is what is shown; tell whether it is."""
        return self.table is not None and self.table.sheet.month == month and self.table.choose(day)

    def say(self, day: date, count: int, *, is_empty: bool) -> None:
        """Say which day is chosen and how much is on it; or what to do where nothing is."""
        if is_empty:
            self.foot.setText(_("Nothing is on these days. Ctrl+N begins something on a day."))
            return
        text = ngettext("{count} thing", "{count} things", count).format(count=figure(count))
        whole = f"{jalali.dual_date(day, language())} · {text}"
        self.foot.setText(text if self.table is None else whole)

    def say_unread(self) -> None:
        """Say that the days could not be read, and what to do."""
        self.foot.setText(_("These days could not be read. F5 tries again."))

    def corner_of(self, day: date) -> QPoint | None:
        """Return where a menu on `day` belongs; None in the list by day."""
        if self.table is None:
            return None
        box = self.table.box_of(day)
        corner = box.topRight() if self.table.from_right else box.topLeft()
        return self.table.viewport().mapToGlobal(corner + QPoint(0, HEAD))
