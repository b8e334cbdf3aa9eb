"""The lines of a history on screen: changes in bold, below them each value before and after."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from ui.history import words
from ui.history.lines import Line
from ui.history.model import LINE
from ui.widgets.painting import draw_line

Index = QModelIndex | QPersistentModelIndex
HEIGHT: Final = 32
_PAD: Final = 10
_INDENT: Final = 18
_ARROW: Final = 26
_NAME: Final = 0.26
_ASIDE: Final = 0.56
_SMALL: Final = 13


class HistoryView(QListView):
    """The lines, worked by keyboard."""

    chosen = Signal()
    """The cursor stands on another line."""
    entered = Signal()
    """Enter was pressed on a line, or it was double-clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(LineDelegate(self))
        self.setProperty("role", "listing")
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self.entered)

    def line(self) -> Line | None:
        """Return the line the cursor stands on."""
        found = self.currentIndex().data(LINE)
        return found if isinstance(found, Line) else None

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LineDelegate(QStyledItemDelegate):
    """Draws a line: a former value is struck out, an arrow leads to the one that took its place."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        palette: QPalette = option.palette
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, palette.brush(QPalette.ColorRole.AlternateBase))
        if line.sort == "change" and index.row():
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(box.topLeft(), box.topRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        _Pen(painter, option).draw(line)
        painter.restore()


class _Pen:
    """Draws the texts of one line, in boxes from its leading edge."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._box: QRect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        self._from_right = option.direction == Qt.LayoutDirection.RightToLeft
        self._font = QFont(option.font)
        self._small = QFont(option.font)
        self._small.setPixelSize(_SMALL)
        palette: QPalette = option.palette
        self._ink = palette.color(QPalette.ColorRole.Text)
        self._muted = palette.color(QPalette.ColorRole.PlaceholderText)

    def draw(self, line: Line) -> None:
        """Draw `line` as its sort asks."""
        match line.sort:
            case "change":
                self._change(line)
            case "record":
                self._text(_INDENT, self._box.width() - _INDENT, line.text, self._font)
            case "field":
                self._field(line)

    def _change(self, line: Line) -> None:
        width = self._box.width()
        aside = min(self._width(line.aside, self._small) + 2, int(width * _ASIDE))
        bold = QFont(self._font)
        bold.setBold(True)
        self._text(0, width - aside - _PAD, line.text, bold)
        self._text(width - aside, aside, line.aside, self._small, muted=True, trailing=True)

    def _field(self, line: Line) -> None:
        at = 2 * _INDENT
        name = int((self._box.width() - at) * _NAME)
        self._text(at, name - _PAD, line.text, self._font, muted=True)
        at += name
        rest = self._box.width() - at - _ARROW
        before, after = words.brief(line.before), words.brief(line.after)
        struck = QFont(self._font)
        struck.setStrikeOut(bool(before))
        wish = self._width(before or "—", struck) + 4
        room = min(wish, rest // 2)
        self._text(at, room, before or "—", struck, muted=True)
        at += room
        self._text(at + 6, _ARROW - 12, "←" if self._from_right else "→", self._font, muted=True)
        at += _ARROW
        self._text(at, self._box.width() - at, after or "—", self._font)

    def _width(self, text: str, font: QFont) -> int:
        self._painter.setFont(font)
        return self._painter.fontMetrics().horizontalAdvance(text)

    def _text(
        self,
        at: int,
        width: int,
        text: str,
        font: QFont,
        *,
        muted: bool = False,
        trailing: bool = False,
    ) -> None:
        left = self._box.right() + 1 - at - width if self._from_right else self._box.left() + at
        draw_line(
            self._painter,
            QRect(left, self._box.top(), width, self._box.height()),
            text,
            font,
            self._muted if muted else self._ink,
            to_right=self._from_right != trailing,
        )
