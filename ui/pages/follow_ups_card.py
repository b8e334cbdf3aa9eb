"""A follow-up as a card on the board."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from liaison.i18n import _, language
from liaison.time import jalali
from ui.pages.follow_ups_cells import due_cell
from ui.pages.follow_ups_reading import Owed
from ui.theme import Theme
from ui.widgets.painting import draw_line

HEIGHT: Final = 108
_GAP: Final = 4
_PAD: Final = 10
_LINE: Final = 20
_RADIUS: Final = 8


class CardDelegate(QStyledItemDelegate):
    """Draws title, body and day of a follow-up inside a rounded frame."""

    def __init__(self, theme: Theme, role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role

    def _colour(self, name: str) -> QColor:
        return QColor(getattr(self._theme.tokens, name))

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        owed: Owed | None = index.data(self._role)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(option.rect).adjusted(2, _GAP, -2, -_GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        edge = "accent" if focused else "line"
        painter.setPen(QPen(self._colour(edge), 2 if focused else 1))
        painter.setBrush(self._colour("accent_soft" if chosen else "card"))
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        if owed is not None:
            box = frame.toRect().adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2)
            self._paint_lines(painter, option, box, owed)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, owed: Owed
    ) -> None:
        to_right = option.direction == Qt.LayoutDirection.RightToLeft
        bold, small = QFont(option.font), QFont(option.font)
        bold.setBold(True)
        small.setPixelSize(12)
        line = QRect(box.left(), box.top(), box.width(), _LINE)
        draw_line(painter, line, owed.title, bold, self._colour("ink"), to_right=to_right)
        whose = [_("Promised by the other side")] if owed.theirs else []
        words = " · ".join(filter(None, (*whose, owed.partner, owed.responsible)))
        if words:
            line = line.translated(0, _LINE)
            draw_line(painter, line, words, small, self._colour("muted"), to_right=to_right)
        cell = due_cell(owed)
        day = jalali.short_date(owed.due_on, language()) if owed.due_on else cell.text
        for text, tone in ((day, "muted"), (cell.note, cell.tone)):
            if text:
                line = line.translated(0, _LINE)
                draw_line(painter, line, text, small, self._colour(tone), to_right=to_right)
