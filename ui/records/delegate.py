"""Cells of a list: each text reads in its own direction and stands at the leading edge."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.fonts import scaled
from ui.widgets.painting import draw_line

Index = QModelIndex | QPersistentModelIndex
ROW = 38
PAD = 10


class CellDelegate(QStyledItemDelegate):
    """Draws one line of text; the first column, by which a record is known, in bold."""

    def __init__(self, parent: QObject | None = None, *, bold_column: int = 0) -> None:
        super().__init__(parent)
        self.bold_column = bold_column

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row and the width of the text."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(option.fontMetrics.horizontalAdvance(text) + 2 * PAD + 4, scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the text and the thin line below."""
        painter.save()
        palette: QPalette = option.palette
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, palette.brush(QPalette.ColorRole.AlternateBase))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ")
        if text:
            font = QFont(option.font)
            font.setBold(index.column() == self.bold_column)
            draw_line(
                painter,
                box.adjusted(PAD, 0, -PAD, -1),
                text,
                font,
                palette.color(QPalette.ColorRole.Text),
                to_right=option.direction == Qt.LayoutDirection.RightToLeft,
            )
        painter.restore()
