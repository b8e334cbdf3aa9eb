"""Pages of a PDF on their way to a printer, strip by strip so that the window stays awake."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMarginsF, QObject, QRect, QRectF, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

_MOST_DOTS: Final = 600
"""Dots an inch beyond which no office printer shows a difference."""
_STRIP: Final = 400
_POINTS: Final = 72


def prepared(printer: QPrinter, document: QPdfDocument, name: str) -> QPrinter:
    """Give `printer` the size and direction of the first page of `document`, without margins."""
    size = document.pagePointSize(0)
    is_wide = size.width() > size.height()
    upright = QSizeF(min(size.toTuple()), max(size.toTuple()))
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    )
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    printer.setDocName(name)
    return printer


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the pages (from 0) that the print dialog left chosen, in the order to print them."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        first, last = 1, count
    pages = list(range(max(1, first) - 1, min(last, count)))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return pages * copies


class PrintRun(QObject):
    """Draws the chosen pages of a document on a printer at its own resolution."""

    progressed = Signal(int, int)
    """Pages done, and all of them."""
    finished = Signal(bool)
    """Whether every page reached the printer."""

    def __init__(
        self, document: QPdfDocument, printer: QPrinter, pages: Sequence[int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._printer = printer
        self._pages = list(pages)
        self._painter = QPainter()
        self._done = 0
        self._top = 0
        self._whole = QSize()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin; `finished` tells the end."""
        if not self._pages or not self._painter.begin(self._printer):
            self.finished.emit(False)  # noqa: FBT003 - the signal's one value
            return
        self._measure()
        self._timer.start()

    def cancel(self) -> None:
        """Stop; pages that are drawn may still be printed."""
        if self._painter.isActive():
            self._printer.abort()
            self._end(whole=False)

    def _measure(self) -> None:
        dots = min(self._printer.resolution(), _MOST_DOTS) / _POINTS
        self._whole = (self._document.pagePointSize(self._pages[self._done]) * dots).toSize()
        self._top = 0

    def _step(self) -> None:
        """Draw the next strip of the page under way."""
        height = min(_STRIP, self._whole.height() - self._top)
        strip = QRect(0, self._top, self._whole.width(), height)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(self._whole)
        options.setScaledClipRect(strip)
        picture = self._document.render(self._pages[self._done], strip.size(), options)
        across = self._printer.resolution() / min(self._printer.resolution(), _MOST_DOTS)
        place = QRectF(0, strip.top() * across, strip.width() * across, height * across)
        self._painter.drawImage(place, picture)
        self._top += height
        if self._top >= self._whole.height():
            self._turn()

    def _turn(self) -> None:
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))
        if self._done == len(self._pages):
            self._end(whole=True)
        elif self._printer.newPage():
            self._measure()
        else:
            self._end(whole=False)

    def _end(self, *, whole: bool) -> None:
        self._timer.stop()
        whole = self._painter.end() and whole
        self.finished.emit(whole)
