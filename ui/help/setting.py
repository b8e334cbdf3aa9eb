"""How the text of a chapter is set: side, sizes, distances and the look of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from ui.fonts import FAMILY, scaled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

    from ui.theme import Tokens

_LINE: Final = 145.0
"""Percent of the height of the letters."""
_HEADINGS: Final = {1: (21, 4, 8), 2: (16, 18, 4), 3: (14, 12, 2)}
"""By level: size of the letters, distance above and below."""
_PICTURE: Final = "\ufffc"
_ABOVE, _BELOW, _IN_LIST = 0, 8, 4
_KEYS: Final = 34.0
"""Percent of the width for keys in a table."""


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Give the paragraphs of a document one after the other."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def set_text(
    document: QTextDocument, side: Qt.LayoutDirection, font: QFont, tokens: Tokens
) -> None:
    """Set every paragraph from its `side`, with the distances and sizes of the window."""
    frame = document.rootFrame().frameFormat()
    frame.setLeftMargin(16)
    frame.setRightMargin(16)
    frame.setBottomMargin(24)
    document.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(document)
    for block in blocks(document):
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(_block_format(block, side))
        _set_letters(cursor, block, font, tokens)
    for inner in document.rootFrame().childFrames():
        if isinstance(inner, QTextTable):
            _set_table(inner, side, tokens)


def _block_format(block: QTextBlock, side: Qt.LayoutDirection) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLayoutDirection(side)
    level = block.blockFormat().headingLevel()
    _size, above, below = _HEADINGS.get(level, (0, _ABOVE, _BELOW))
    if block.textList() is not None:
        below = _IN_LIST
    made.setTopMargin(scaled(above))
    made.setBottomMargin(scaled(below))
    if _PICTURE not in block.text():  # a picture would have a gap as high as half of it above
        made.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def _set_letters(cursor: QTextCursor, block: QTextBlock, font: QFont, tokens: Tokens) -> None:
    level = block.blockFormat().headingLevel()
    size = scaled(_HEADINGS[level][0]) if level in _HEADINGS else font.pixelSize()
    pieces = [each.fragment() for each in block]  # type: ignore[attr-defined] # stubs of a block
    for piece in pieces:
        made = QTextCharFormat(piece.charFormat())
        made.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        made.setProperty(QTextFormat.Property.FontPixelSize.value, size)
        if made.fontFixedPitch():
            made.setFontFamilies([FAMILY])
            made.setFontFixedPitch(False)
            made.setFontWeight(QFont.Weight.Bold)
            made.setBackground(QColor(tokens.grey_soft))
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), cursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(made)


def _set_table(table: QTextTable, side: Qt.LayoutDirection, tokens: Tokens) -> None:
    """Rule a table with thin lines, the column of keys on the side one reads from."""
    made = QTextTableFormat(table.format())
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QColor(tokens.line))
    made.setBorderCollapse(True)
    made.setBorder(1)
    made.setCellPadding(5)
    made.setCellSpacing(0)
    made.setTopMargin(4)
    made.setBottomMargin(8)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    percent = QTextLength.Type.PercentageLength
    widths = [QTextLength(percent, _KEYS), QTextLength(percent, 100 - _KEYS)]
    if side == Qt.LayoutDirection.RightToLeft:
        widths.reverse()
    made.setColumnWidthConstraints(widths)
    table.setFormat(made)
