"""Working days: which days of the week are closed, and the holidays of each year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from liaison.i18n import _, language
from liaison.storage.settings import WEEKEND
from liaison.time import jalali
from liaison.time.holidays import WEEKEND as USUAL
from liaison.time.names import WEEKDAYS
from liaison.time.solar import FIRST_YEAR, LAST_YEAR
from ui.day import today
from ui.figures import in_digits
from ui.settings_pages.holidays_import import HolidaysImport
from ui.settings_pages.holidays_reading import HolidayYear, read_year
from ui.settings_pages.holidays_table import HolidaysTable
from ui.settings_pages.part import Part
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Archive
    from ui.workspace import Workspace

ORDER: Final = (5, 6, 0, 1, 2, 3, 4)
"""The days of the week from Saturday on, as numbers of `date.weekday()`."""


class DaysRead(NamedTuple):
    """The closed days of the week, and the holidays of one year."""

    weekend: frozenset[int]
    year: HolidayYear


def read_days(archive: Archive, year: int) -> DaysRead:
    """Read the weekend and the holidays of a Solar Hijri year."""
    kept = archive.settings.get(WEEKEND)
    closed = frozenset(n for n in kept if type(n) is int) if isinstance(kept, list) else USUAL
    return DaysRead(closed, read_year(archive, year))


class DaysPart(Part):
    """The weekend, and a table of one year's holidays, typed in place or brought in as a list."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.year = jalali.to_jalali(today())[0]
        self._weekend_name = label("card-title")
        self.boxes = {number: QCheckBox() for number in ORDER}
        self.fault = label("error", wrap=True)
        self.fault.hide()
        self._year_name, self._count = label("card-title"), label("muted")
        self._told = label("muted", wrap=True)
        self.before_button = button("", lambda: self.show_year(self.year - 1))
        self.after_button = button("", lambda: self.show_year(self.year + 1))
        self.remove_button = button("link", self._remove)
        self.import_button = button("", self.ask_for_list)
        self.table = HolidaysTable(self)
        self.sheet = HolidaysImport(workspace)
        self._lay_out()
        for number, box in self.boxes.items():
            box.clicked.connect(lambda _on, number=number: self._closed(number))
        self.table.removal_wanted.connect(self._remove)
        self.sheet.left.connect(self._leave_list)
        self.retranslate()

    def _lay_out(self) -> None:
        _frame, column = self.card()
        column.addWidget(self._weekend_name)
        week = FlowLayout(spacing=12)
        for box in self.boxes.values():
            week.addWidget(box)
        column.addLayout(week)
        column.addWidget(self.fault)
        _frame, column = self.card()
        head = row(self._year_name, self.before_button, self.after_button, self._count, 1)
        head.addWidget(self.remove_button)
        head.addWidget(self.import_button)
        column.addLayout(head)
        column.addWidget(self._told)
        column.addWidget(self.sheet)
        column.addWidget(self.table)
        column.addWidget(self.table.fault)
        self.column.addStretch(1)
        self.sheet.hide()

    # -- the weekend

    def _closed(self, number: int) -> None:
        """Keep which days are closed; one at least stays open."""
        closed = sorted(each for each, box in self.boxes.items() if box.isChecked())
        if len(closed) == len(self.boxes):
            self.boxes[number].setChecked(False)
            self.fault.setText(_("One day of the week at least has to stay a working day."))
            self.fault.show()
            return
        self.fault.hide()
        self.keep(_("Weekend"), {WEEKEND: [*closed]})

    # -- the year

    def show_year(self, year: int) -> None:
        """Show the holidays of another year."""
        if FIRST_YEAR <= year <= LAST_YEAR:
            self.year = year
            self.refresh()

    def ask_for_list(self) -> None:
        """Open the place in which a list of holidays is pasted."""
        self.sheet.begin(self.year)

    def _leave_list(self) -> None:
        self.sheet.hide()
        self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        current = self.table.current()
        if current is not None and current.uid:
            self.workspace.delete("holiday", current.uid)

    def refresh(self) -> None:
        """Read weekend and holidays again."""
        archive, year = self.archive, self.year
        self.workspace.jobs.run(
            lambda: read_days(archive, year), self._show, owner=self, lane="days"
        )

    def _show(self, read: DaysRead) -> None:
        for number, box in self.boxes.items():
            box.setChecked(number in read.weekend)
        self.permit(self.may_set(WEEKEND), *self.boxes.values())
        allowed = self.workspace.may_write("holiday")
        self.permit(allowed, self.import_button, self.remove_button)
        self.table.show_year(read.year, editable=allowed and not self.archive.read_only)
        self.sheet.known = read.year
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        lang = language()
        self._weekend_name.setText(_("Closed days of the week"))
        for number, box in self.boxes.items():
            box.setText(WEEKDAYS[lang][number])
            box.setAccessibleName(f"{_('Closed days of the week')}: {WEEKDAYS[lang][number]}")
        written = [in_digits(str(self.year + step)) for step in (-1, 0, 1)]
        self._year_name.setText(_("Holidays of {year}").format(year=written[1]))
        self.before_button.setText(written[0])
        self.before_button.setAccessibleName(_("Holidays of {year}").format(year=written[0]))
        self.after_button.setText(written[2])
        self.after_button.setAccessibleName(_("Holidays of {year}").format(year=written[2]))
        self.remove_button.setText(_("Remove the holiday"))
        self.remove_button.setToolTip(_("Delete"))
        self.import_button.setText(_("Bring in a list…"))
        self._count.setText(self.table.counted())
        self._told.setText(
            _(
                "Days that are closed every year are known; those that follow the moon are typed in"
                " the last row, or brought in as a list."
            )
        )
