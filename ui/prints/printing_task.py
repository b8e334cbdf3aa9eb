"""Printing from the print room: the dialog, the pages under way, and what came of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from liaison.i18n import _
from ui.prints.making import Made, Wish, register
from ui.prints.options import Options
from ui.prints.paper_view import PaperView
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QWidget

    from ui.prints.outing import Outing
    from ui.prints.printing import PrintRun


def ask_for_printer(
    printer: "QPrinter", parent: "QWidget", pages: int, then: "Callable[[QPrinter], object]"
) -> "QPrintDialog":
    """Ask with the system's own dialog; `pages` from 1 up may be chosen among, 0 for no choice."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    dialog = QPrintDialog(printer, parent)
    if pages:
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
    dialog.accepted.connect(lambda: then(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


class Printing(QObject):
    """Prints the pages on screen, as they stand in the PDF; `current` gives their paper."""

    def __init__(
        self,
        workspace: Workspace,
        paper: PaperView,
        options: Options,
        current: Callable[[], Made | None],
    ) -> None:
        super().__init__(paper)
        self._workspace = workspace
        self._paper = paper
        self._options = options
        self._current = current
        self._made: Made | None = None
        self._printer: QPrinter | None = None
        self._all_pages = False
        """Whether the whole paper is printed: of a part nobody can say that it was handed out."""
        self.run: PrintRun | None = None
        self.outing: Outing | None = None
        self.dialog: QPrintDialog | None = None
        options.cancel_button.clicked.connect(self.cancel)

    def ask(self, name: str) -> None:
        """Ask for the printer and the pages; `name` is what the printer calls the job."""
        if self.is_running:
            return
        from PySide6.QtPrintSupport import QPrinter

        from ui.prints.printing import prepared

        document = self._paper.document
        printer = prepared(QPrinter(QPrinter.PrinterMode.HighResolution), document, name)
        self.dialog = ask_for_printer(printer, self._paper, self._paper.pages, self.print_on)

    def print_on(self, printer: "QPrinter") -> None:
        """Draw the chosen pages on `printer`; the window stays awake meanwhile."""
        from ui.prints.printing import PrintRun, chosen_pages

        self._made, self._printer = self._current(), printer
        pages = chosen_pages(printer, self._paper.pages)
        self._all_pages = set(pages) == set(range(self._paper.pages))
        run = PrintRun(self._paper.document, printer, pages, self)
        run.progressed.connect(self._options.show_progress)
        run.finished.connect(self._printed)
        self.run = run
        self._options.show_progress(0, len(pages))
        run.start()

    @property
    def is_running(self) -> bool:
        """Whether pages are on their way to the printer."""
        return self.run is not None or self.outing is not None

    def cancel(self) -> None:
        """Stop printing."""
        for each in (self.run, self.outing):
            if each is not None:
                each.cancel()

    def _printed(self, whole: bool) -> None:  # noqa: FBT001 - the signal's one value
        if self.run is not None:
            self.run.deleteLater()
            self.run = None
        made, printer = self._made, self._printer
        if whole and made is not None and self._all_pages:
            register(self._workspace, made, "printed")
            further = made.wish.each_copy()[1:]
            if further and printer is not None:
                self._print_copies(further, printer, made)
                return
        self._tell(whole=whole)

    def _print_copies(self, wishes: list[Wish], printer: "QPrinter", made: Made) -> None:
        """Print the further numbered copies: each is a paper of its own."""
        from ui.prints.outing import Outing

        self.outing = Outing(self._workspace, self)
        self.outing.progressed.connect(self._options.show_progress)
        self.outing.finished.connect(self._copied)
        self.outing.start(wishes, printer, made.day)

    def _copied(self, _made: list[Made], whole: bool) -> None:  # noqa: FBT001 - the signal's own
        if self.outing is not None:
            self.outing.deleteLater()
            self.outing = None
        self._tell(whole=whole)

    def _tell(self, *, whole: bool) -> None:
        self._options.show_progress(1, 1)
        if whole:
            self._workspace.say(_("Sent to the printer."))
        else:
            self._workspace.say(_("Printing was broken off. Look at the printer and try again."))
