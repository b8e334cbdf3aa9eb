"""The program's own icons: strokes in the ink of the theme."""

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "icons"
_PIXELS: Final = 40


def icon(name: str, colour: QColor | str) -> QIcon:
    """Return the icon `name` drawn in `colour`."""
    return _drawn(name, QColor(colour).name())


@cache
def _drawn(name: str, ink: str) -> QIcon:
    """Draw an icon, once: reading and drawing takes a page of many buttons much of its time."""
    source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", ink)
    pixmap = QPixmap(_PIXELS, _PIXELS)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    return QIcon(pixmap)
