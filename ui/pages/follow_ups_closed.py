"""A day on which the office is closed, and the working days beside it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.i18n import _, language, ngettext
from liaison.time import jalali
from ui.figures import figure
from ui.widgets.toast import Banner

Days = Mapping[str, date]


class ClosedDays(Banner):
    """Warns of new days that are closed and offers the working days before and after them."""

    left = Signal()
    """A way was chosen, or Escape pressed: the list wants the keyboard."""

    def __init__(self) -> None:
        super().__init__("notice")
        self._keep: Callable[[], object] | None = None
        self.close_button.clicked.connect(self._kept)

    def settle(self, days: Days, calendar: OfficeCalendar, take: Callable[[Days], object]) -> None:
        """Let `take` have `days` at once where the office works on all of them, else ask first."""
        closed = [day for day in days.values() if calendar.is_closed(day)]
        if not closed:
            take(days)
            return
        before = {uid: calendar.nearest(day)[0] for uid, day in days.items()}
        after = {uid: calendar.nearest(day)[1] for uid, day in days.items()}
        message, first, second = _words(closed, calendar)
        self.ask(message, (first, self._way(take, before)), (second, self._way(take, after)))
        self._keep = self._way(take, days)
        self.close_button.setText(_("Keep it"))
        self.close_button.show()
        self.first.setFocus()

    def _way(self, take: Callable[[Days], object], days: Days) -> Callable[[], object]:
        def chosen() -> None:
            self._keep = None
            take(days)
            self.left.emit()

        return chosen

    def _kept(self) -> None:
        if self._keep is not None:
            self._keep()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._keep = None
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _words(closed: Sequence[date], calendar: OfficeCalendar) -> tuple[str, str, str]:
    """Return the warning and the names of the two ways out."""
    if len(closed) == 1:
        day = closed[0]
        message = _("The office is closed on {day}.").format(day=_named(day))
        before, after = calendar.nearest(day)
        return message, _named(before), _named(after)
    count = ngettext(
        "The office is closed on {count} of the new days.",
        "The office is closed on {count} of the new days.",
        len(closed),
    ).format(count=figure(len(closed)))
    return count, _("The working day before"), _("The working day after")


def _named(day: date) -> str:
    return jalali.long_date(day, language())
