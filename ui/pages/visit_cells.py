"""How a cell of a visit's lists is drawn: text, notes, chip or disc, in either direction."""

import unicodedata
from typing import Final, cast

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.fonts import scaled
from ui.pages.visit_rows import CELL_ROLE, Cell, Index, RowsModel
from ui.theme import Theme
from ui.widgets.painting import draw_line

PAD: Final = 8
_AIR: Final = 7
_LEAST: Final = 42
_DISC: Final = 28
_CHIP: Final = 24
_BAR, _FIGURE = 8, 52
_FAINT: Final = 0.45
_SMALL: Final = 12.5 / 14


class _Block:
    """A paragraph laid out in a width, its lines at the window's leading edge."""

    def __init__(self, text: str, font: QFont, width: int, *, to_right: bool) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        from_right = _written_from_right(text, otherwise=to_right)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
        )
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            across = line.naturalTextWidth()
            shift = width - across if to_right else 0.0
            line.setPosition(QPointF(shift, height))
            height += line.height()
        self._layout.endLayout()
        self.height = round(height)

    def draw(self, painter: QPainter, left: int, top: int, colour: QColor) -> None:
        """Draw the paragraph with its top left corner there."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(left, top))


def _written_from_right(text: str, *, otherwise: bool) -> bool:
    """Tell the direction of the first letter of `text`; figures, such as an hour, have none."""
    for letter in text:
        match unicodedata.bidirectional(letter):
            case "R" | "AL":
                return True
            case "L":
                return False
    return otherwise


def _shares(model: RowsModel, row: int) -> bool:
    """Tell whether the first cell of a row spreads over the rows of its group."""
    group = model.entries[row].group
    near = model.entries[max(0, row - 1) : row + 2]
    return bool(group) and sum(each.group == group for each in near) > 1


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a `RowsModel` and tells how high they are."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def _colour(self, tone: str) -> QColor:
        name = "muted" if tone == "grey" else tone
        return QColor(getattr(self._theme.tokens, name))

    def _fonts(self, option: QStyleOptionViewItem, cell: Cell) -> tuple[QFont, QFont]:
        """Return the fonts of the text and of the notes."""
        text, notes = QFont(option.font), QFont(option.font)
        text.setBold(cell.bold)
        notes.setPixelSize(round(QFontInfo(text).pixelSize() * _SMALL))
        return text, notes

    def _blocks(self, option: QStyleOptionViewItem, cell: Cell) -> list[tuple[_Block, str]]:
        """Lay out the text and the notes of a cell, each with its tone."""
        width = option.rect.width() - 2 * PAD
        to_right = option.direction == Qt.LayoutDirection.RightToLeft
        font, small = self._fonts(option, cell)
        blocks = []
        text = f"{cell.lead}  {cell.text}" if cell.lead else cell.text
        if text:
            blocks.append((_Block(text, font, width, to_right=to_right), "ink"))
        blocks += [
            (_Block(note, small, width, to_right=to_right), tone) for tone, note in cell.notes
        ]
        return blocks

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell: Cell = index.data(CELL_ROLE)
        if cell.chip or cell.disc or cell.share is not None:
            return QSize(option.rect.width(), _LEAST)
        if index.column() == 0 and _shares(cast("RowsModel", index.model()), index.row()):
            return QSize(option.rect.width(), _LEAST)
        high = sum(block.height for block, _tone in self._blocks(option, cell))
        return QSize(option.rect.width(), max(_LEAST, high + 2 * _AIR))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL_ROLE)
        entry = cast("RowsModel", index.model()).entries[index.row()]
        painter.save()
        painter.setClipRect(option.rect)
        grouped = bool(entry.group) and index.column() == 0
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and not grouped
        # The style has painted the row of a chosen entry; a day stands for all its entries.
        painter.fillRect(option.rect, self._colour("accent_soft" if selected else "card"))
        if entry.warned and not grouped and not selected:
            ground = self._colour("amber_soft")
            ground.setAlphaF(_FAINT)
            painter.fillRect(option.rect, ground)
        painter.setPen(self._colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if cell.chip:
            self._paint_chip(painter, option, cell)
        elif cell.disc:
            self._paint_disc(painter, option, cell, "card" if selected else "accent_soft")
        elif cell.share is not None:
            self._paint_bar(painter, option, cell, cell.share)
        else:
            self._paint_text(painter, option, cell, faded=entry.faded, top=grouped)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        cell: Cell,
        *,
        faded: bool,
        top: bool,
    ) -> None:
        blocks = self._blocks(option, cell)
        high = sum(block.height for block, _tone in blocks)
        down = option.rect.top()
        down += _AIR if top else max(_AIR, (option.rect.height() - high) // 2)
        for block, tone in blocks:
            shown = "muted" if faded and tone == "ink" else tone
            block.draw(painter, option.rect.left() + PAD, down, self._colour(shown))
            down += block.height

    def _paint_disc(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell, ground: str
    ) -> None:
        box = QRect(0, 0, _DISC, _DISC)
        box.moveCenter(option.rect.center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(ground))
        painter.drawEllipse(box)
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._colour("accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.text)

    def _paint_bar(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell, share: int
    ) -> None:
        """Draw a bar that fills from the side one begins to read at, and the text after it."""
        to_right = option.direction == Qt.LayoutDirection.RightToLeft
        room = option.rect.adjusted(PAD, 0, -PAD, 0)
        words = min(room.width() // 2, scaled(_FIGURE))
        whole = QRect(0, 0, max(0, room.width() - words - PAD), _BAR)
        whole.moveCenter(room.center())
        filled = QRect(whole)
        filled.setWidth(round(whole.width() * share / 100))
        if to_right:
            whole.moveRight(room.right())
            filled.moveRight(whole.right())
            text = room.adjusted(0, 0, words - room.width(), 0)
        else:
            whole.moveLeft(room.left())
            filled.moveLeft(whole.left())
            text = room.adjusted(room.width() - words, 0, 0, 0)
        filled.moveTop(whole.top())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for box, tone in ((whole, "line"), (filled, "accent")):
            painter.setBrush(self._colour(tone))
            painter.drawRoundedRect(QRectF(box), _BAR / 2, _BAR / 2)
        draw_line(painter, text, cell.text, option.font, self._colour("ink"), to_right=to_right)

    def _paint_chip(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        font = QFont(option.font)
        font.setPixelSize(scaled(12))
        width = min(
            QFontMetrics(font).horizontalAdvance(cell.text) + 26, option.rect.width() - 2 * PAD
        )
        box = QRect(0, 0, width, scaled(_CHIP))
        box.moveCenter(option.rect.center())
        if option.direction == Qt.LayoutDirection.RightToLeft:
            box.moveRight(option.rect.right() - PAD)
        else:
            box.moveLeft(option.rect.left() + PAD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(f"{cell.chip}_soft"))
        painter.drawRoundedRect(QRectF(box), scaled(_CHIP) / 2, scaled(_CHIP) / 2)
        to_right = option.direction == Qt.LayoutDirection.RightToLeft
        inside = box.adjusted(11, 0, -11, 0)
        draw_line(painter, inside, cell.text, font, self._colour(cell.chip), to_right=to_right)
