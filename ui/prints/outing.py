"""Several papers sent to one printer: each made on the worker, drawn, and registered."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtPdf import QPdfDocument

from ui.prints.making import Made, Wish, make_paper, register
from ui.prints.printing import PrintRun, chosen_pages, prepared
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Outing(QObject):
    """Prints papers one after the other."""

    progressed = Signal(int, int)
    """Papers done, and all of them."""
    finished = Signal(list, bool)
    """The papers, refused ones among them, and whether every one was dealt with."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wishes: list[Wish] = []
        self._made: list[Made] = []
        self._run: PrintRun | None = None
        self._printer: QPrinter | None = None
        self._file = Path()
        self._day = date.min
        self._broken_off = False

    def start(self, wishes: Sequence[Wish], printer: "QPrinter", day: date) -> None:
        """Print `wishes` as they stand on `day`."""
        self._wishes, self._printer, self._day = list(wishes), printer, day
        self._file = Path(printer.outputFileName())
        self._next()

    def cancel(self) -> None:
        """Stop; what is drawn may still be printed."""
        self._broken_off = True
        if self._run is not None:
            self._run.cancel()

    def _next(self) -> None:
        done, whole = len(self._made), len(self._wishes)
        self.progressed.emit(done, whole)
        if done == whole or self._broken_off:
            self.finished.emit(self._made, done == whole and not self._broken_off)
            return
        archive, wish, day = self._workspace.archive, self._wishes[done], self._day
        self._workspace.jobs.run(
            lambda: make_paper(archive, wish, day), self._print, self._fail, owner=self
        )

    def _fail(self, error: Exception) -> None:
        self._broken_off = True
        self._workspace.troubled.emit(error)
        self._next()

    def _print(self, made: Made) -> None:
        if made.paper is None or self._printer is None or self._broken_off:
            self._made.append(made)
            self._next()
            return
        document = _document(made.paper.content, self)
        printer = prepared(self._printer, document, made.paper.title)
        if self._file.name and self._made:
            name = f"{self._file.stem}-{len(self._made) + 1}{self._file.suffix}"
            printer.setOutputFileName(str(self._file.with_name(name)))
        run = PrintRun(document, printer, chosen_pages(printer, made.paper.pages), self)
        run.finished.connect(lambda whole: self._printed(made, document, whole=whole))
        self._run = run
        run.start()

    def _printed(self, made: Made, document: QPdfDocument, *, whole: bool) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        document.deleteLater()
        if whole:
            register(self._workspace, made, "printed")
        else:
            self._broken_off = True
        self._made.append(made)
        self._next()


def _document(content: bytes, parent: QObject) -> QPdfDocument:
    """Return the pages of a PDF; they live as long as what they are read from."""
    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document
