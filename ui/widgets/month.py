"""A month to pick a day from: Saturday first, Friday coloured, the other calendar in small."""

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyle, QStyleOption, QWidget

from liaison.i18n import _, language
from liaison.time import jalali, months
from liaison.time.names import GREGORIAN_MONTHS, SOLAR_MONTHS, WEEKDAYS
from ui.figures import in_digits

_DAY = timedelta(days=1)
_FRIDAY = 4
_COLUMNS, _ROWS = 7, 6
_HEAD, _NAMES, _FOOT = 42, 22, 26


class MonthGrid(QWidget):
    """One month around the chosen day, in the calendar of the language in use."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = date.today()  # noqa: DTZ011 - the day on the office's own clock
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(322, 330)
        self.setAccessibleName(_("Calendar"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return its one size."""
        return QSize(322, 330)

    def show_day(self, day: date) -> None:
        """Choose `day` and show its month."""
        self.day = day
        self.setAccessibleName(_("Calendar"))
        self.setAccessibleDescription(jalali.dual_date(day, language()))
        self.update()

    # -- the calendar in use

    def _first(self) -> date:
        return months.month_of(self.day, language())[0]

    def _moved(self, later: int) -> date:
        return months.months_later(self.day, later, language())

    def _titles(self) -> tuple[str, str]:
        """Return the month and, in the other calendar, the months it touches."""
        first = self._first()
        last = first + _DAY * 27
        year, month, _first = jalali.to_jalali(first)
        last_year, last_month, _last = jalali.to_jalali(last)
        common, solar = GREGORIAN_MONTHS["en"], SOLAR_MONTHS["en"]
        gregorian = f"{common[first.month - 1]} {first.year}"
        if language() == "fa":
            touched = f"{common[first.month - 1]} – {common[last.month - 1]} {last.year}"
            return in_digits(f"{SOLAR_MONTHS['fa'][month - 1]} {year}"), touched
        return gregorian, f"{solar[month - 1]} – {solar[last_month - 1]} {last_year}"

    # -- places

    def _from_right(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def cells(self) -> Iterator[tuple[date, QRect]]:
        """Yield the 42 days on view with their places."""
        start = months.week_of(self._first())
        wide = self.width() / _COLUMNS
        high = (self.height() - _HEAD - _NAMES - _FOOT) / _ROWS
        for index in range(_COLUMNS * _ROWS):
            line, column = divmod(index, _COLUMNS)
            across = _COLUMNS - 1 - column if self._from_right() else column
            place = QRect(
                int(across * wide), int(_HEAD + _NAMES + line * high), int(wide), int(high)
            )
            yield start + _DAY * index, place

    def _arrow(self, *, forward: bool) -> QRect:
        at_left = self._from_right() == forward
        return QRect(4 if at_left else self.width() - 38, 4, 34, 34)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw the month."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.base())
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        red = palette.color(QPalette.ColorRole.BrightText)
        small, bold = QFont(self.font()), QFont(self.font())
        small.setPixelSize(11)
        bold.setBold(True)
        self._draw_head(painter, bold, small, muted)
        self._draw_week(painter, small, muted, red)
        first, last = months.month_of(self.day, language())
        for day, place in self.cells():
            inside = first <= day <= last
            self._draw_day(painter, day, place.adjusted(2, 1, -2, -1), small, inside=inside)
        painter.setFont(small)
        painter.setPen(muted)
        foot = QRect(0, self.height() - _FOOT, self.width(), _FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, jalali.dual_date(self.day, language()))
        painter.end()

    def _draw_head(self, painter: QPainter, bold: QFont, small: QFont, muted: QColor) -> None:
        title, other = self._titles()
        painter.setFont(bold)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRect(40, 2, self.width() - 80, 22), middle, title)
        painter.setFont(small)
        painter.setPen(muted)
        painter.drawText(QRect(40, 22, self.width() - 80, 16), middle, other)
        for forward in (False, True):
            option = QStyleOption()
            option.initFrom(self)
            option.rect = self._arrow(forward=forward).adjusted(11, 11, -11, -11)
            to_left = self._from_right() == forward
            arrow = (
                QStyle.PrimitiveElement.PE_IndicatorArrowLeft
                if to_left
                else QStyle.PrimitiveElement.PE_IndicatorArrowRight
            )
            self.style().drawPrimitive(arrow, option, painter, self)

    def _draw_week(self, painter: QPainter, small: QFont, muted: QColor, red: QColor) -> None:
        painter.setFont(small)
        for index, (day, place) in enumerate(self.cells()):
            if index == _COLUMNS:
                return
            name = WEEKDAYS[language()][day.weekday()]
            painter.setPen(red if day.weekday() == _FRIDAY else muted)
            box = QRect(place.left(), _HEAD, place.width(), _NAMES)
            letters = 1 if language() == "fa" else 2
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name[:letters])

    def _draw_day(
        self, painter: QPainter, day: date, place: QRect, small: QFont, *, inside: bool
    ) -> None:
        palette = self.palette()
        ink = palette.color(QPalette.ColorRole.Text)
        if day.weekday() == _FRIDAY:
            ink = palette.color(QPalette.ColorRole.BrightText)
        accent = palette.color(QPalette.ColorRole.Highlight)
        if day == self.day:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(place, 6, 6)
            ink = palette.color(QPalette.ColorRole.HighlightedText)
        elif day == date.today():  # noqa: DTZ011 - the day on the office's own clock
            painter.setPen(QPen(accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, 6, 6)
        elif not inside:
            ink.setAlphaF(0.4)
        painter.setPen(ink)
        painter.setFont(self.font())
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(
            place.adjusted(0, 0, 0, -12), middle, months.numbers_of(day, language())[0]
        )
        other = day.day if language() == "fa" else jalali.to_jalali(day)[2]
        ink.setAlphaF(ink.alphaF() * 0.75)
        painter.setPen(ink)
        painter.setFont(small)
        painter.drawText(place.adjusted(0, 16, 0, 0), middle, str(other))

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the month, or pick a day."""
        point: QPoint = event.position().toPoint()
        for forward in (False, True):
            if self._arrow(forward=forward).contains(point):
                self.show_day(self._moved(1 if forward else -1))
                return
        for day, place in self.cells():
            if place.contains(point):
                self.show_day(day)
                self.picked.emit(day)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the month."""
        self.show_day(self._moved(-1 if event.angleDelta().y() > 0 else 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by day, week, month or year; Home is today; Enter picks."""
        ahead = -1 if self._from_right() else 1
        steps = {
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
        }
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        later = 12 if shift else 1
        match event.key():
            case key if key in steps:
                self.show_day(self.day + _DAY * steps[Qt.Key(key)])
            case Qt.Key.Key_PageUp:
                self.show_day(self._moved(-later))
            case Qt.Key.Key_PageDown:
                self.show_day(self._moved(later))
            case Qt.Key.Key_Home:
                self.show_day(date.today())  # noqa: DTZ011 - the day on the office's own clock
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.picked.emit(self.day)
            case _:
                super().keyPressEvent(event)
