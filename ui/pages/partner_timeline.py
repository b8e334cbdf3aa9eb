"""The line of time of a relation: what took place, the silences between, and what comes next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from liaison.domain.rules.silences import silences
from liaison.drawing.setting import Setting
from liaison.drawing.timeline import Mark, timeline
from liaison.i18n import N_, _, language, ngettext
from liaison.insight.partner_file import day_of
from ui.figures import figure
from ui.pages.partner_words import NO_DATA, when
from ui.speaking import Speaking
from ui.widgets.picture import PictureView
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from liaison.domain.rules.silences import Silence
    from liaison.storage.archive import Row
    from ui.pages.partner_reading import PartnerRows
    from ui.theme import Theme

_SIZE: Final = 12.0
_MOST: Final = 12
_YEAR: Final = 365.25
_MONTH: Final = 30.44


class TimelineCard(Speaking, QFrame):
    """The picture of what took place, as wide as its card, and the way to all of it.

    `title` and `whole` are message ids: of the card, and of the button that asks for all.
    """

    all_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str = N_("Timeline of the relation"),
        whole: str = N_("All visits and meetings"),
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._marks: Sequence[Mark] = ()
        self._texts = title, whole
        self._title, self._empty = label("card-title"), label("muted")
        self._all = button("link", self.all_wanted.emit)
        self.view = PictureView(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(row(self._title, 1, self._all))
        column.addWidget(self._empty)
        column.addWidget(self.view)
        column.addStretch(1)
        column.setAlignment(self._empty, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        title, whole = self._texts
        self._title.setText(_(title))
        self._all.setText(_(whole))
        self._empty.setText(_(NO_DATA))
        self._draw()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Draw what took place."""
        self._marks = marks
        self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def _draw(self) -> None:
        self.view.setVisible(bool(self._marks))
        self._empty.setVisible(not self._marks)
        if self._marks:
            width = max(200, self.contentsRect().width() - 32)
            setting = Setting(width, language(), _(self._texts[0]), size=_SIZE, most=_MOST)
            self.view.show_chart(timeline(self._marks, setting))


def marks_of(rows: PartnerRows) -> list[Mark]:
    """Return what took place on a known day, the silences, and the next visit or meeting."""
    file = rows.file
    dated = [(each.day, each.record) for each in file.happenings if each.day is not None]
    shown = dated[: _MOST - 3]
    quiet = silences([day for day, _record in shown], rows.today, file.limits)
    # What took place at either end of a silence is drawn over it.
    marks = [_silence(each) for each in quiet[-2:]]
    marks += [
        Mark(
            day.toordinal(),
            rows.title(record.uid) or _("untitled"),
            when(record, day),
            tone="accent" if record.get("signed_on") is not None else "blue",
        )
        for day, record in shown
    ]
    if file.planned is not None:
        marks.append(_ahead(file.planned, rows.title(file.planned.uid)))
    return marks


def _silence(silence: Silence) -> Mark:
    """Return a stretch in which nothing took place, with its length."""
    days = (silence.until - silence.since).days
    if days >= _YEAR:
        years = int(days / _YEAR)
        length = ngettext("{count} year", "{count} years", years).format(count=figure(years))
    else:
        months = max(1, round(days / _MONTH))
        length = ngettext("{count} month", "{count} months", months).format(count=figure(months))
    start, stop = silence.since.toordinal(), silence.until.toordinal()
    return Mark(start, _("silence"), length, tone="red", stop=stop)


def _ahead(record: Row, title: str) -> Mark:
    """Return what comes next."""
    day: date = day_of(record) or date.max
    return Mark(day.toordinal(), title or _("untitled"), when(record, day), ahead=True)
