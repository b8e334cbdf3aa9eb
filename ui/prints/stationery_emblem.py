"""The emblem of the office: chosen from a file, looked at, taken away again."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from liaison.drawing.emblem import read_emblem
from liaison.errors import UserError
from liaison.i18n import _
from liaison.prints.stationery import LARGEST_EMBLEM
from liaison.reasons import reason_of
from ui.editors.file_edit import size_text
from ui.figures import quotes_apart
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins, row
from ui.workspace import Workspace

_SIDE = 44


class EmblemChoice(Speaking, QWidget):
    """A picture with the buttons that choose it and take it away."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.content = b""
        self.picture, self.words = label(), label("muted")
        self.picture.setFixedSize(_SIDE, _SIDE)
        self.choose_button = button("", self._choose)
        self.remove_button = button("link", self._remove)
        self.fault = label("error", wrap=True)
        self.fault.hide()
        column = QVBoxLayout(self)
        no_margins(column, 6)
        parts = (self.picture, self.words, 1, self.remove_button, self.choose_button)
        column.addLayout(row(*parts, spacing=10))
        column.addWidget(self.fault)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.choose_button.setText(_("Choose a file…"))
        self.choose_button.setAccessibleName(f"{_('Emblem')}: {_('Choose a file…')}")
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(f"{_('Emblem')}: {_('Remove')}")
        self._show()

    def set_content(self, content: bytes) -> None:
        """Show an emblem; empty for none."""
        self.content = content
        self._mark("")
        self._show()

    def take(self, path: Path) -> None:
        """Read an emblem from a file, on the worker; one that cannot be printed is refused."""
        self._workspace.jobs.run(
            lambda: emblem_from(path), self._taken, self._refused, owner=self, lane="emblem"
        )

    def _choose(self) -> None:
        kinds = _("Pictures") + " (*.svg *.png *.jpg *.jpeg)"
        name, _kind = QFileDialog.getOpenFileName(self.window(), _("Choose a file"), filter=kinds)
        if name:
            self.take(Path(name))

    def _taken(self, content: bytes) -> None:
        self.set_content(content)
        self.changed.emit()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._workspace.troubled.emit(error)
            return
        self._mark(error.message)

    def _remove(self) -> None:
        self.set_content(b"")
        self.changed.emit()
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, message: str) -> None:
        self.fault.setText(quotes_apart(message))
        self.fault.setVisible(bool(message))
        self.choose_button.setAccessibleDescription(message)

    def _show(self) -> None:
        shown = QPixmap()
        if self.content and shown.loadFromData(self.content):
            side = round(_SIDE * self.devicePixelRatioF())
            shown = shown.scaled(
                side,
                side,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(shown)
        self.picture.setVisible(not shown.isNull())
        self.words.setText(size_text(len(self.content)) if self.content else _("No emblem"))
        self.remove_button.setVisible(bool(self.content))


def emblem_from(path: Path) -> bytes:
    """Return the bytes of an emblem's file; raises UserError for one that cannot be printed."""
    try:
        if path.exists() and not path.is_file():  # a pipe would keep its reader waiting
            raise _unreadable(path, _("it is no plain file"))
        with path.open("rb") as file:
            content = file.read(LARGEST_EMBLEM + 1)
    except OSError as error:
        raise _unreadable(path, reason_of(error)) from error
    if len(content) > LARGEST_EMBLEM:
        raise UserError(_("The emblem is larger than 1 MB; choose a smaller file."))
    read_emblem(content, path.name)
    return content


def _unreadable(path: Path, reason: str) -> UserError:
    return UserError(
        _("The file “{name}” cannot be read: {reason}.").format(name=path.name, reason=reason)
    )
