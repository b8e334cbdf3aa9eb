"""What is known to the month, season or year only: bands over the days, each with its words."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from liaison.domain.rules.lanes import lanes
from liaison.i18n import _
from liaison.insight.calendar_entry import Entry
from ui.pages.calendar_words import titled, told, tone_of
from ui.theme import Theme
from ui.widgets.mark_painting import draw_mark, small
from ui.widgets.month_grid import more_text
from ui.widgets.pieces import button

_HIGH, _GAP = 24, 3
_MOST = 3
_POOL = 12
_NARROWEST = 120


class Band(QAbstractButton):
    """One band, of an entry that changes with the days shown."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry: Entry | None = None
        self._theme, self._tone, self._begins = theme, "grey", True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def show_entry(self, entry: Entry, today: date, *, begins: bool) -> None:
        """Stand for `entry`, which `begins` in the days shown or before."""
        self.entry = entry
        self._tone, self._begins = tone_of(entry, today), begins
        self.setText(f"{entry.words} · {titled(entry)}")
        self.setAccessibleName(told(entry))
        self.setToolTip(told(entry))

    @override
    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        entry = self.entry
        draw_mark(
            painter,
            box,
            self.text(),
            small(self.font()),
            self._theme.tokens,
            tone=self._tone,
            to_right=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
            begins=self._begins,
            over=entry is not None and entry.is_over,
            bold=len(entry.words) if entry else 0,
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(box, 4, 4)
        painter.end()


class BandStrip(QWidget):
    """The bands of the days shown, each across its part of them, in three lanes at most."""

    opened = Signal(object)
    """The record of an entry is asked for."""

    def __init__(self, theme: Theme, show_rest: Callable[[], object]) -> None:
        super().__init__()
        # They are made once, so that Tab comes to them in their turn.
        self._pool = [Band(theme, self) for _number in range(_POOL)]
        for each in self._pool:
            each.clicked.connect(partial(self._open, each))
        self.bands: list[Band] = []
        """Those in sight."""
        self.rest: list[Entry] = []
        """What found no room."""
        self.more: QPushButton = button("link", show_rest)
        self.more.setParent(self)
        self._since = self._until = date.min
        self._lanes: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def _open(self, band: Band) -> None:
        self.opened.emit(band.entry)

    def show_bands(self, entries: Sequence[Entry], days: tuple[date, date], today: date) -> None:
        """Show what of `entries` is a band, over the days from the first to the last."""
        self._since, self._until = days
        found = [each for each in entries if each.is_band]
        given = lanes([self._ends(each) for each in found])
        both = list(zip(found, given, strict=True))
        roomy = [pair for pair in both if pair[1] < _MOST][:_POOL]
        self.rest = [pair[0] for pair in both if pair not in roomy]
        self._lanes = [lane for _entry, lane in roomy]
        self.bands = self._pool[: len(roomy)]
        for band, (entry, _lane) in zip(self.bands, roomy, strict=True):
            begins = entry.first is not None and entry.first >= self._since
            band.show_entry(entry, today, begins=begins)
        for number, band in enumerate(self._pool):
            band.setVisible(number < len(roomy))
        self.more.setVisible(bool(self.rest))
        self.more.setText(more_text(len(self.rest)))
        self.more.setAccessibleName(_("Show everything that is known to the month or season only"))
        self.setVisible(bool(found))
        self.setFixedHeight((max(self._lanes, default=0) + 1) * (_HIGH + _GAP))
        self._lay_out()

    def _ends(self, entry: Entry) -> tuple[int, int]:
        """Return the first and the last day of a band that are shown, counted from the first."""
        first = max(entry.first or self._since, self._since)
        last = min(entry.last or self._until, self._until)
        return (first - self._since).days, (last - self._since).days

    def _lay_out(self) -> None:
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        count = (self._until - self._since).days + 1
        for band, lane in zip(self.bands, self._lanes, strict=True):
            if band.entry is None:
                continue
            first, last = self._ends(band.entry)
            along, end = self.width() * first // count, self.width() * (last + 1) // count
            if self.rest and lane == _MOST - 1:  # room for the word that there is more
                end = min(end, self.width() - self.more.sizeHint().width())
            wide = max(_NARROWEST, end - along)
            along = max(0, min(along, self.width() - wide))
            left = self.width() - along - wide if from_right else along
            band.setGeometry(QRect(left, lane * (_HIGH + _GAP), wide, _HIGH))
        size = self.more.sizeHint()
        left = 0 if from_right else self.width() - size.width()
        self.more.setGeometry(left, (_MOST - 1) * (_HIGH + _GAP), size.width(), _HIGH)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
