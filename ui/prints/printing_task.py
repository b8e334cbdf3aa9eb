"""Printing from the preview: the dialog, the pages under way, and what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from liaison.i18n import _
from ui.prints.options import Options
from ui.prints.paper_view import PaperView
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from ui.prints.printing import PrintRun


class Printing(QObject):
    """Prints the pages on screen, as they stand in the PDF."""

    def __init__(self, workspace: Workspace, paper: PaperView, options: Options) -> None:
        super().__init__(paper)
        self._workspace = workspace
        self._paper = paper
        self._options = options
        self.run: PrintRun | None = None
        self.dialog: QPrintDialog | None = None
        options.cancel_button.clicked.connect(self.cancel)

    def ask(self, name: str) -> None:
        """Ask for the printer and the pages; `name` is what the printer calls the job."""
        if self.run is not None:
            return
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        from ui.prints.printing import prepared

        document = self._paper.document
        printer = prepared(QPrinter(QPrinter.PrinterMode.HighResolution), document, name)
        dialog = QPrintDialog(printer, self._paper)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self._paper.pages)
        dialog.setFromTo(1, self._paper.pages)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_on(self, printer: "QPrinter") -> None:
        """Draw the chosen pages on `printer`; the window stays awake meanwhile."""
        from ui.prints.printing import PrintRun, chosen_pages

        pages = chosen_pages(printer, self._paper.pages)
        run = PrintRun(self._paper.document, printer, pages, self)
        run.progressed.connect(self._options.show_progress)
        run.finished.connect(self._printed)
        self.run = run
        self._options.show_progress(0, len(pages))
        run.start()

    def cancel(self) -> None:
        """Stop printing."""
        if self.run is not None:
            self.run.cancel()

    def _printed(self, whole: bool) -> None:  # noqa: FBT001 - the signal's one value
        if self.run is not None:
            self.run.deleteLater()
            self.run = None
        self._options.show_progress(1, 1)
        if whole:
            self._workspace.say(_("Sent to the printer."))
        else:
            self._workspace.say(_("Printing was broken off. Look at the printer and try again."))
