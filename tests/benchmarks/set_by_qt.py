"""The brief of the typesetting benchmark, set by Qt: rich text printed to its PDF writer."""

import os
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

from tests.benchmarks.markup import page
from tests.benchmarks.worker import Order, serve

# Qt knows no padding of two figures, nor one in points.
PADDING = "padding-left: 8px; padding-right: 8px"


@cache
def open_fonts(folder: str) -> None:
    """Let Qt know the fonts, once for all orders."""
    for file in sorted(Path(folder).glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def typeset(order: Order) -> bytes:
    """Set the blocks of an order."""
    open_fonts(order["fonts"])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(17, 25, 30, 25), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setDefaultFont("FiraGO")
    document.setHtml(page(order).replace("padding: 0 6pt", PADDING))
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv)
    serve(typeset)
