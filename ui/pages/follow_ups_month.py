"""Follow-ups on the days they are due: a month, and beside it what the chosen day holds."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.records.holiday import Holiday
from liaison.domain.rules.overdue import GROUP_LABELS, Group
from liaison.i18n import _, language, ngettext
from liaison.storage.archive import Archive
from liaison.storage.owed import due_between, undated
from liaison.time import holidays, jalali, months
from ui.figures import figure
from ui.pages.follow_ups_cells import STATE_TONES
from ui.pages.follow_ups_column import BoardColumn
from ui.pages.follow_ups_reading import Owed, Reading, read_owed
from ui.pages.follow_ups_store import OwedStore
from ui.speaking import Speaking
from ui.widgets.day_marks import Mark, Sheet
from ui.widgets.month_grid import MonthTable
from ui.widgets.pieces import button, label, no_margins, row
from ui.workspace import Workspace

_DAY: Final = timedelta(days=1)
_MOST: Final = 12
"""How many follow-ups of one day are marked one by one; more of them are one mark."""
_DAY_WIDTH: Final = 208


@dataclass(frozen=True)
class DueMonth:
    """A month as it was read: its sheet, and the numbers of the follow-ups by day."""

    sheet: Sheet
    by_day: Mapping[date, Sequence[int]]
    worded: Sequence[Owed]
    undated: int


def read_month(archive: Archive, reading: Reading, day: date) -> DueMonth:
    """Read the follow-ups due in the weeks around the month of `day`."""
    first_day, last_day = months.month_of(day, reading.lang)
    first = months.week_of(first_day)
    weeks = (last_day - first).days // months.WEEK + 1
    last = first + _DAY * (weeks * months.WEEK - 1)
    by_day = due_between(archive, reading.asked, reading.today, first, last)
    few = [each for ids in by_day.values() if len(ids) <= _MOST for each in ids]
    worded = read_owed(archive, few, reading)
    marks = [_mark(each) for each in worded if each.due_on]
    marks += [_many(on, len(ids)) for on, ids in by_day.items() if len(ids) > _MOST]
    named = _named(archive, first, last, reading.lang)
    weekend = reading.calendar.weekend
    month = first_day, last_day
    sheet = Sheet(first, weeks, month, reading.today, marks, weekend, named)
    without = undated(archive, reading.asked, reading.today)
    return DueMonth(sheet, by_day, worded, without)


def _mark(owed: Owed) -> Mark:
    day = owed.due_on or date.min
    tone = "red" if owed.group is Group.OVERDUE else STATE_TONES[owed.state]
    told = " · ".join(filter(None, (owed.title, owed.partner, owed.responsible)))
    return Mark(str(owed.id), owed.title, told, day, day, tone, over=not owed.is_open)


def _many(day: date, count: int) -> Mark:
    words = ngettext("{count} follow-up", "{count} follow-ups", count)
    text = words.format(count=figure(count))
    return Mark("", text, text, day, day, "accent")


def _named(archive: Archive, first: date, last: date, lang: str) -> dict[date, str]:
    """Return the holidays between two days, by day."""
    years = {jalali.to_jalali(first)[0], jalali.to_jalali(last)[0]}
    named = {
        day: titles[0] if lang == "fa" else titles[1]
        for year in years
        for day, titles in holidays.fixed(year).items()
        if first <= day <= last
    }
    recorded = archive.rows(Holiday, {"day": (first, last)})
    titles = archive.titles((each.uid for each in recorded), lang)
    return named | {each["day"]: titles.get(each.uid, "") for each in recorded}


class FollowUpsMonth(Speaking, QWidget):
    """A month from Saturday on; arrows walk the days, Enter goes to what is due on one."""

    chosen = Signal()
    opened = Signal()
    pressed_key = Signal(str)

    def __init__(self, workspace: Workspace, store: OwedStore) -> None:
        super().__init__()
        self._workspace = workspace
        self._store = store
        self._month: DueMonth | None = None
        self.day: date | None = None
        self._wanted = 0
        self.grid = MonthTable(workspace.theme)
        self.day_list = BoardColumn(workspace, store)
        self._title, self._other = label("card-title"), label("muted")
        self._day_title = label("card-title", wrap=True)
        self._undated = label("muted", wrap=True)
        self.before_button = button("link", lambda: self._step(0, -1))
        self.today_button = button("link", lambda: self._go(self._today()))
        self.after_button = button("link", lambda: self._step(0, 1))
        self._lay_out()
        self.grid.stepped.connect(self._step)
        self.grid.chosen.connect(self._go)
        self.grid.pressed_cap.connect(self._press)
        self.grid.opened.connect(self._open)
        self.grid.day_opened.connect(lambda _day: self.day_list.setFocus())
        self.day_list.chosen.connect(self.chosen)
        self.day_list.opened.connect(self.opened)
        self.day_list.pressed_key.connect(self.pressed_key)
        self.day_list.left.connect(lambda _way: self.grid.setFocus())
        self.day_list.setDragEnabled(False)
        self.retranslate()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the days; with a proxy Tab would pass over the buttons."""
        self.grid.setFocus(event.reason())

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        no_margins(column, spacing=8)
        head = (self._title, self._other, 1)
        column.addLayout(row(*head, self.before_button, self.today_button, self.after_button))
        column.addWidget(self.grid, 1)
        aside = QWidget()
        aside.setFixedWidth(_DAY_WIDTH)
        of_day = QVBoxLayout(aside)
        no_margins(of_day, spacing=8)
        of_day.addWidget(self._day_title)
        of_day.addWidget(self.day_list, 1)
        self.day_list.setMinimumHeight(1)  # in large letters the words around it go first
        of_day.addWidget(self._undated)
        whole = QHBoxLayout(self)
        no_margins(whole, spacing=12)
        whole.addLayout(column, 1)
        whole.addWidget(aside)

    def retranslate(self) -> None:
        """Say everything again."""
        # The signs turn around with the direction of the window.
        for made, sign, name in (
            (self.before_button, "‹", _("The month before")),
            (self.after_button, "›", _("The month after")),
        ):
            made.setText(sign)
            made.setAccessibleName(name)
            made.setToolTip(name)
        self.today_button.setText(_("Today"))
        self.grid.setAccessibleName(_("Calendar"))
        self._say_day()

    def _today(self) -> date:
        reading = self._store.reading
        return reading.today if reading else date.min

    # -- showing

    def show_reading(self) -> None:
        """Read the month again."""
        reading = self._store.reading
        if reading is None:
            return
        archive, day = self._workspace.archive, self.day or reading.today
        self.day = day

        def read() -> tuple[Reading, DueMonth]:
            return reading, read_month(archive, reading, day)

        self._workspace.jobs.run(read, self._take, owner=self, lane="month")

    def _take(self, answer: tuple[Reading, DueMonth]) -> None:
        reading, month = answer
        if reading is not self._store.reading or self.day is None:
            return
        self._month = month
        self._store.learn(month.worded)
        self.grid.show_sheet(month.sheet, self.day)
        title, other = months.month_title(*month.sheet.month, reading.lang)
        self._title.setText(title)
        self._other.setText(other)
        without = f"{_(GROUP_LABELS[Group.UNDATED])}: {figure(month.undated)}"
        self._undated.setText(without if month.undated else "")
        self._show_day()

    def select(self, identity: int) -> bool:
        """Turn to the day a follow-up is due, and tell whether it is shown by now."""
        owed = self._store.owed(identity)
        if owed is not None and owed.due_on is not None and owed.due_on != self.day:
            self._wanted = identity
            self._go(owed.due_on)
        return self.day_list.select([identity])

    def _show_day(self) -> None:
        """List what is due on the chosen day; what was selected stays so."""
        ids = self._month.by_day.get(self.day, ()) if self._month and self.day else ()
        selected = [self._wanted] if self._wanted else self.day_list.selected_ids()
        self._wanted = 0
        quiet = self.day_list.blockSignals(True)  # noqa: FBT003 - Qt's flag
        self.day_list.cards.show_ids(array("q", ids))
        if not self.day_list.select(selected) and ids:
            self.day_list.setCurrentIndex(self.day_list.cards.index(0))
        self.day_list.blockSignals(quiet)
        self._say_day()
        self.chosen.emit()

    def _say_day(self) -> None:
        self._day_title.setText(jalali.long_date(self.day, language()) if self.day else "")
        self.day_list.setAccessibleName(self._day_title.text())

    # -- walking

    def _go(self, day: date) -> None:
        self.day = day
        month = self._month
        if month is not None and month.sheet.month[0] <= day <= month.sheet.month[1]:
            self.grid.choose(day)
            self._show_day()
        else:
            self.show_reading()

    def _step(self, days: int, by_months: int) -> None:
        if self.day is not None:
            self._go(months.months_later(self.day + _DAY * days, by_months, language()))

    def _press(self, cap: str) -> None:
        if cap == "Home":
            self._go(self._today())

    def _open(self, key: str) -> None:
        """Let the cursor stand on the follow-up whose mark was clicked."""
        if key:
            self.day_list.select([int(key)])
            self.chosen.emit()

    # -- what is selected

    def current(self) -> Owed | None:
        """Return the follow-up the cursor stands on."""
        return self.day_list.current()

    def selected_ids(self) -> list[int]:
        """Return the numbers of the selected follow-ups of the day."""
        return self.day_list.selected_ids()

    def in_sight(self) -> list[int]:
        """Return the numbers of the follow-ups in sight."""
        return list(self.day_list.cards.ids[:20])
