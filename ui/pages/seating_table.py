"""The table of a meeting from above, on which people are moved from seat to seat."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from liaison.domain.rules.seating import SIDES
from liaison.drawing.setting import Setting
from liaison.i18n import language
from liaison.prints.seating_picture import Places, Table, draw
from ui.widgets.picture import PictureView

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from liaison.domain.rules.seating import Seat
    from ui.theme import Theme

_ZOOM: Final = 1.25
"""Pixels of the window for a point of the paper, so that names are read as elsewhere in it."""
_NOBODY: Final = Table({}, {})
_ALONG: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class SeatingTable(PictureView):
    """Dragging a chair to another place moves who sits there; so do Alt and the arrow keys.

    The arrow keys alone go from one to the next, up and down across the table.
    """

    moved = Signal(str, int)
    """The participant with this uid goes to this place of their side."""
    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._tokens = theme
        self._table = _NOBODY
        self.uid = ""
        self._held_at: QPointF | None = None
        self._over: tuple[str, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_table(self, table: Table) -> None:
        """Show who sits where; the chosen one stays chosen."""
        self._table = table
        if self.seat is None:
            seats = [each for side in SIDES for each in table.sides.get(side, ())]
            self.uid = next((each.person.uid for each in seats if not each.offset), "")
        self._draw()
        self.chosen.emit(self.uid)

    @property
    def places(self) -> Places:
        """Where the places lie, in points of the picture."""
        return Places.of(self._table, self._setting)

    @property
    def _setting(self) -> Setting:
        return Setting(max(1.0, self.width() / _ZOOM), language())

    @property
    def seat(self) -> Seat | None:
        """The seat of who is chosen."""
        return next((each for each in self._seats() if each.person.uid == self.uid), None)

    @property
    def side(self) -> str:
        """The side of who is chosen, "" where nobody is."""
        sides = self._table.sides.items()
        found = (side for side, seats in sides for each in seats if each.person.uid == self.uid)
        return next(found, "")

    def box(self, uid: str) -> QRectF:
        """Return where somebody's chair is in the widget."""
        for side, seats in self._table.sides.items():
            for each in seats:
                if each.person.uid == uid:
                    return self._area(side, each.offset)
        return QRectF()

    def _seats(self) -> list[Seat]:
        return [each for seats in self._table.sides.values() for each in seats]

    def _area(self, side: str, offset: int) -> QRectF:
        box = self.places.box(side, offset)
        corner, size = QPointF(box.left, box.top) * _ZOOM, QSizeF(box.width, box.height) * _ZOOM
        return QRectF(corner, size)

    def _draw(self) -> None:
        chart = draw(self._setting, self._table)
        self.show_chart(chart)
        self.setFixedHeight(math.ceil(chart.picture.height * _ZOOM))

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, math.ceil(self.places.height * _ZOOM))

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    # -- choosing

    def choose(self, uid: str) -> None:
        """Choose somebody."""
        if uid and uid != self.uid:
            self.uid = uid
            self.chosen.emit(uid)
            self.update()

    def _at(self, point: QPointF) -> str:
        """Return the uid of who sits at a point."""
        uids = (each.person.uid for each in self._seats())
        return next((uid for uid in uids if self.box(uid).contains(point)), "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        seat, side = self.seat, self.side
        if seat is None or (key not in _ALONG and key not in _ACROSS):
            super().keyPressEvent(event)
            return
        if key in _ACROSS:
            other = next(each for each in SIDES if each != side)
            self._choose_nearest(other, -seat.offset)
            return
        # Who sits above faces the window: their right is at its left.
        step = -_ALONG[key] if side == "theirs" else _ALONG[key]
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if abs(seat.offset + step) <= self.places.reach:
                self.moved.emit(self.uid, seat.offset + step)
            return
        those = [(each.offset - seat.offset, each) for each in self._table.sides[side]]
        beyond = [(abs(away), each) for away, each in those if away * step > 0]
        if beyond:
            self.choose(min(beyond, key=lambda pair: pair[0])[1].person.uid)

    def _choose_nearest(self, side: str, offset: int) -> None:
        seats = self._table.sides.get(side, ())
        if seats:
            self.choose(min(seats, key=lambda each: abs(each.offset - offset)).person.uid)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # -- dragging

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        uid = self._at(event.position())
        if uid and event.button() == Qt.MouseButton.LeftButton:
            self.choose(uid)
            self._held_at = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is None:
            over = self._at(event.position())
            self.setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._over = (self.side, self.places.offset_at(self.side, event.position().x() / _ZOOM))
        self._held_at = event.position()
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        over, self._held_at, self._over = self._over, None, None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()
        seat = self.seat
        if over is not None and seat is not None and over[1] != seat.offset:
            self.moved.emit(self.uid, over[1])
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            uid = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.name_of(uid) if uid else "", self)
            return True
        return super().event(event)

    def name_of(self, uid: str) -> str:
        """Return what somebody at the table is called."""
        return self._table.called[uid].of(language()) if uid in self._table.called else ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self._tokens.tokens.accent)
        if self.seat is not None and self.hasFocus():
            painter.setPen(QPen(accent, 2.5))
            painter.drawRoundedRect(self.box(self.uid).adjusted(-1, -1, 1, 1), 5, 5)
        if self._over is not None:
            painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self._area(*self._over), 5, 5)
        painter.end()
