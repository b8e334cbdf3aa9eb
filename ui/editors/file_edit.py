"""The editor of a file: chosen or dropped here, opened and saved from here."""

import shutil
from pathlib import Path
from typing import Any, BinaryIO

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.schema import AnyKind, StoredFile
from liaison.i18n import _, language
from liaison.language import digits
from liaison.storage.faults import disk_told
from ui.editors.editor import Editor
from ui.figures import isolated
from ui.handing_out import HandingOut
from ui.scans.line import ScanLine
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, label, no_margins
from ui.workspace import Workspace

_KILO = 1024


class FileEditor(Editor):
    """A place to drop a file on. The archive takes it in at once; the record follows on saving."""

    def __init__(self, kind: AnyKind, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kind, workspace, parent)
        self._file: StoredFile | None = None
        self.handing_out = HandingOut(workspace, self)
        self.name = label()
        self.choose = button("", self._choose)
        self.open_button = button("link", self._open)
        self.save_button = button("link", self._save_as)
        self.remove_button = button("link", self._remove)
        frame = QFrame()
        frame.setProperty("role", "card")
        line = self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, frame)
        line.setContentsMargins(12, 8, 8, 8)
        line.addWidget(self.name, 1)
        buttons = FlowLayout()
        for each in (self.choose, self.open_button, self.save_button, self.remove_button):
            buttons.addWidget(each)
        line.addLayout(buttons)
        whole = QWidget()
        column = QVBoxLayout(whole)
        no_margins(column, spacing=4)
        column.addWidget(frame)
        self.scan = ScanLine(workspace)
        column.addWidget(self.scan)
        self.hold(whole, self.choose)
        self.setAcceptDrops(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.choose.setText(_("Choose a file…"))
        self.open_button.setText(_("Open it"))
        self.save_button.setText(_("Save as…"))
        self.remove_button.setText(_("Remove"))
        self._show()

    def set_name(self, name: str) -> None:
        """Name the button after the field."""
        self.choose.setAccessibleName(f"{name}: {_('Choose a file…')}")

    @override
    def set_read_only(self, read_only: bool) -> None:
        """Let the file still be opened, saved and its text be read."""
        for each in (self.choose, self.remove_button):
            each.setEnabled(not read_only)
        self.setAcceptDrops(not read_only)

    @override
    def set_narrow(self, narrow: bool) -> None:
        self.name.setWordWrap(narrow)
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def value(self) -> Any:  # noqa: ANN401 - the kind's own type
        """Return the stored file."""
        return self._file

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the kind's own type
        """Show the name and size of `value`."""
        self._file = value
        self._show()
        self.scan.show_file(value)
        self.mark("")

    def _show(self, text: str = "") -> None:
        stored = self._file
        for each in (self.open_button, self.save_button, self.remove_button):
            each.setVisible(stored is not None)
        if stored is not None:
            self.name.setText(f"{isolated(stored.name)}   {isolated(size_text(stored.size))}")
        else:
            self.name.setText(text or _("Drop a file here, or choose one."))

    # -- taking in

    def take(self, path: Path) -> None:
        """Let the archive take the file in."""
        self.choose.setEnabled(False)
        self._show(_("Taking the file in…"))
        archive = self.workspace.archive
        self.workspace.jobs.run(
            lambda: archive.attach(path, path.name), self._taken, self._refused, owner=self
        )

    def _taken(self, stored: StoredFile) -> None:
        self.choose.setEnabled(True)
        self.set_value(stored)
        self.changed.emit()

    def _refused(self, error: Exception) -> None:
        self.choose.setEnabled(True)
        self._show()
        self.mark(str(error))

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self.window(), _("Choose a file"))
        if name:
            self.take(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take one local file."""
        if local_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the file that was dropped."""
        path = local_file(event)
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.take(path)

    # -- giving out

    def _open(self) -> None:
        if self._file is not None:
            self.handing_out.open(self._file)

    def _save_as(self) -> None:
        if self._file is None:
            return
        from liaison.storage.attachments import clean_name

        stored = self._file
        suggested = clean_name(stored.name)
        name, _kind = QFileDialog.getSaveFileName(self.window(), _("Save as"), suggested)
        if name:
            archive, goal = self.workspace.archive, Path(name)

            def copy() -> None:
                with archive.open_file(stored) as content:
                    _write(goal, content)

            self.workspace.jobs.run(copy, self._saved, owner=self)

    def _saved(self, _nothing: None) -> None:
        self.workspace.say(_("The file was saved."))

    def _remove(self) -> None:
        self.set_value(None)
        self.changed.emit()


def _write(goal: Path, content: BinaryIO) -> None:
    """Copy an attached file to where somebody wants it: whole or not at all."""
    from liaison.exchange.whole_file import whole_file  # not part of the first picture

    with disk_told(), whole_file(goal) as written:
        shutil.copyfileobj(content, written)


def local_file(event: QDropEvent) -> Path | None:
    """Return the one local file a drag carries, None for anything else."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.is_file() else None


def size_text(size: int) -> str:
    """Return `size` in bytes as people read it."""
    amount, unit = float(size), _("bytes")
    for larger in (_("KB"), _("MB"), _("GB")):
        if amount < _KILO:
            break
        amount, unit = amount / _KILO, larger
    return f"{digits.number(round(amount, 1 if amount < 10 else None), language())} {unit}"  # noqa: PLR2004 - one decimal below ten
