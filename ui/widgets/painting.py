"""Drawing single lines of text whose direction is their own."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

Spans = Sequence[tuple[int, int]]


def reads_from_right(text: str, otherwise: bool) -> bool:  # noqa: FBT001 - the fallback's value
    """Return whether the first strong letter of `text` belongs to a right-to-left script.

    Figures, phones and codes without letters read from the left; blank text takes `otherwise`.
    """
    figures = False
    for letter in text:
        match unicodedata.bidirectional(letter):
            case "R" | "AL":
                return True
            case "L":
                return False
            case "EN" | "AN":
                figures = True
    return otherwise and not figures


def draw_line(  # noqa: PLR0913 - what a line of text is drawn with
    painter: QPainter,
    box: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    to_right: bool,
    spans: Spans = (),
    span_colour: QColor | None = None,
) -> None:
    """Draw `text` on one line in `box`, cut with an ellipsis where it is too long.

    `to_right` puts it at the right edge; `spans` (start, end) are drawn bold in `span_colour`.
    """
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    from_right = reads_from_right(text, to_right)
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout = QTextLayout(shown, font)
    layout.setTextOption(option)
    layout.setFormats(_formats(spans, len(shown), span_colour or colour))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width())
    layout.endLayout()
    top = box.top() + (box.height() - line.height()) / 2
    painter.setPen(colour)
    layout.draw(painter, QPointF(box.left(), top))


def _formats(spans: Spans, length: int, colour: QColor) -> list[QTextLayout.FormatRange]:
    made = []
    for start, end in spans:
        if start >= length:
            continue
        found = QTextLayout.FormatRange()
        found.start = start
        found.length = min(end, length) - start
        shape = QTextCharFormat()
        shape.setForeground(colour)
        shape.setFontWeight(QFont.Weight.Bold)
        found.format = shape
        made.append(found)
    return made
