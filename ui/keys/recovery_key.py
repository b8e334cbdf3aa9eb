"""A recovery key on screen: nine groups, to be printed or saved, and put away."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from liaison.i18n import _
from ui.day import today
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins, row, set_tone
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from ui.prints.printing import PrintRun

_COLUMNS: Final = 3


class RecoveryKey(Speaking, QWidget):
    """Shows a key, prints and saves it, and hears when it was put away.

    It was put away once somebody types its last group, or says that the sheet is in the safe.
    """

    settled = Signal(bool)
    """Whether one may go on."""

    def __init__(self, workspace: Workspace, key: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._key = key
        self.dialog: QPrintDialog | None = None
        self.run: PrintRun | None = None
        self.told = label("muted", wrap=True)
        self.print_button = button("primary", self.print_out)
        self.save_button = button("", self.save)
        self._ask = label("label")
        self.last = QLineEdit()
        self.last.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.last.setMaximumWidth(120)
        self.kept = QCheckBox()
        self._ask.setBuddy(self.last)
        self._lay_out()
        self.last.textChanged.connect(self._look)
        self.kept.toggled.connect(self._look)
        self.retranslate()

    def _lay_out(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        groups = QWidget()
        groups.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(groups)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.groups = [label("key", text) for text in self._key.split("-")]
        for number, each in enumerate(self.groups):
            each.setFont(font)
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(each, number // _COLUMNS, number % _COLUMNS)
        column = QVBoxLayout(self)
        no_margins(column, 12)
        column.addWidget(groups)
        column.addLayout(row(self.print_button, self.save_button, 1))
        column.addWidget(self.told)
        column.addLayout(row(self._ask, self.last, 1))
        column.addWidget(self.kept)
        self.told.hide()

    def retranslate(self) -> None:
        """Say everything again."""
        self.print_button.setText(_("Print…"))
        self.save_button.setText(_("Save as PDF…"))
        self._ask.setText(_("Type the last group, to be sure it was written down:"))
        self.last.setAccessibleName(self._ask.text())
        self.kept.setText(_("I printed it and put it into the safe."))

    @property
    def put_away(self) -> bool:
        """Whether the key was written down or printed, as far as one can know."""
        typed = self.last.text().strip().upper()
        return self.kept.isChecked() or typed == self._key.rpartition("-")[2]

    def _look(self) -> None:
        wrong = len(self.last.text().strip()) >= len(self.groups[-1].text()) and not self.put_away
        set_tone(self.last, "fault", "true" if wrong else "")
        self.settled.emit(self.put_away)

    def _tell(self, text: str, role: str = "good") -> None:
        set_tone(self.told, "role", role)
        self.told.setText(text)
        self.told.setVisible(bool(text))

    # -- on paper

    def _make(self) -> bytes:
        from liaison.prints.recovery_sheet import recovery_sheet  # for this alone

        return recovery_sheet(self._workspace.archive, self._key, today()).content

    def print_out(self) -> None:
        """Make the sheet, and ask for the printer."""
        self._workspace.jobs.run(self._make, self.ask_for_printer, self._fail, owner=self)

    def ask_for_printer(self, content: bytes) -> None:
        """Ask with the system's own dialog where to print the sheet."""
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPrintSupport import QPrinter

        from ui.prints.printing import prepared
        from ui.prints.printing_task import ask_for_printer

        self._document = QPdfDocument(self)
        buffer = QBuffer(self._document)
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepared(printer, self._document, _("Recovery key of the archive"))
        self.dialog = ask_for_printer(printer, self, 0, self.print_on)

    def print_on(self, printer: "QPrinter") -> None:
        """Draw the sheet on `printer`."""
        from ui.prints.printing import PrintRun

        self.run = PrintRun(self._document, printer, [0], self)
        self.run.finished.connect(self._printed)
        self.run.start()

    def _printed(self, whole: bool) -> None:  # noqa: FBT001 - the signal's one value
        self.run = None
        if whole:
            self._tell(_("Sent to the printer."))
        else:
            text = _("Printing was broken off. Look at the printer and try again.")
            self._tell(text, "error")

    def save(self) -> None:
        """Ask where to save the sheet."""
        from ui.places import last_folder
        from ui.prints.saving import ask_for_path

        start = last_folder(self._workspace.settings) / "liaison-recovery-key.pdf"
        path = ask_for_path(self, start)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the sheet to a place of the user's choice."""
        from ui.prints.saving import write_paper

        self._workspace.jobs.run(
            lambda: write_paper(path, self._make()), self._saved, self._fail, owner=self
        )

    def _saved(self, path: Path) -> None:
        text = _("Saved as {name}. Print it, then delete the file or move it to a safe place.")
        self._tell(text.format(name=path.name))

    def _fail(self, error: Exception) -> None:
        self._tell(str(error), "error")
