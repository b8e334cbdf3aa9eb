"""The quiet line below an attached file that says what was read from its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import _
from ui.scans.reader import ScanReader
from ui.scans.words import told
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins, row

if TYPE_CHECKING:
    from liaison.domain.schema import StoredFile
    from liaison.storage.scans.scanned_text import ScannedText
    from ui.workspace import Workspace


class ScanLine(Speaking, QWidget):
    """Says how sure the text of a scan is, and opens it; not to be seen where there is none."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._file: StoredFile | None = None
        self._text: ScannedText | None = None
        self.said = label("muted", wrap=True)
        self.open_button = button("link", self._open)
        self.again_button = button("link", self._read_again)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.said)
        column.addLayout(row(self.open_button, self.again_button, 1))
        self.hide()
        reader = self._reader
        if reader is not None:
            reader.kept.connect(self._heard)

    @property
    def _reader(self) -> ScanReader | None:
        """Who reads scans; there is none where the program does not run as a whole."""
        return self._workspace.findChild(ScanReader)

    def show_file(self, file: StoredFile | None) -> None:
        """Say what was read from `file`, None for nothing."""
        self._file = file
        self._show(None)
        if file is None or not self._workspace.is_open:
            return
        scans, sha256 = self._workspace.archive.scans, file.sha256
        self._workspace.jobs.run(lambda: scans.of(sha256), self._show, owner=self, lane="scan")

    @Slot(str)
    def _heard(self, sha256: str) -> None:
        if self._file is not None and self._file.sha256 == sha256:
            self.show_file(self._file)

    def _show(self, text: ScannedText | None) -> None:
        self._text = text
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        text = self._text
        self.said.setText("" if text is None else told(text))
        self.open_button.setText(_("Open the text"))
        self.again_button.setText(_("Read again"))
        self.open_button.setVisible(text is not None and text.state == "read")
        writable = self._workspace.is_open and not self._workspace.archive.read_only
        self.again_button.setVisible(self._reader is not None and writable)
        self.setVisible(bool(self.said.text()))

    def _open(self) -> None:
        if self._text is not None and self._file is not None:
            show_text(self._text, self._file, self)

    def _read_again(self) -> None:
        reader = self._reader
        if reader is not None and self._file is not None:
            reader.read_again(self._file.sha256)
            self._workspace.say(_("The picture will be read again."))


def show_text(text: ScannedText, file: StoredFile, parent: QWidget) -> None:
    """Show what was read from a file."""
    from ui.scans.text_dialog import ScanDialog  # not part of any form

    ScanDialog(text, file.name, parent.window()).open()
