"""How marks of a calendar are drawn: a soft ground, a strong leading edge, one line of text."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from ui.theme import Tokens
from ui.widgets.painting import draw_line

_RADIUS = 4
_EDGE = 3
_PAD = 6
SMALL = 12


def small(font: QFont, pixels: int = SMALL, *, bold: bool = False) -> QFont:
    """Return `font` in another size."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made


def ground_of(tone: str, tokens: Tokens) -> QColor:
    """Return the ground of a mark of `tone`."""
    return QColor(getattr(tokens, f"{tone}_soft"))


def ink_of(tone: str, tokens: Tokens) -> QColor:
    """Return the colour of the strong edge of a mark of `tone`."""
    return QColor(tokens.muted if tone == "grey" else getattr(tokens, tone))


def draw_mark(  # noqa: PLR0913 - what a mark is drawn with
    painter: QPainter,
    box: QRect,
    text: str,
    font: QFont,
    tokens: Tokens,
    *,
    tone: str,
    to_right: bool,
    begins: bool = True,
    over: bool = False,
    bold: int = 0,
) -> None:
    """Draw one mark; it runs on over an edge where it does not begin there.

    The first `bold` letters stand out; what is `over` is struck through.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground_of("grey" if over else tone, tokens))
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    if begins:
        left = box.right() + 1 - _EDGE if to_right else box.left()
        painter.setBrush(ink_of("grey" if over else tone, tokens))
        painter.drawRoundedRect(QRect(left, box.top(), _EDGE, box.height()), 1, 1)
    shown = QFont(font)
    shown.setStrikeOut(over)
    ink = QColor(tokens.muted if over else tokens.ink)
    inside = box.adjusted(_PAD, 0, -_PAD, 0)
    spans = ((0, bold),) if bold else ()
    draw_line(painter, inside, text, shown, ink, to_right=to_right, spans=spans)
