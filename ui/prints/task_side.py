"""The side of a task: its choices above; progress, and the buttons that begin it, below."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QVBoxLayout, QWidget

from liaison.i18n import _
from ui.places import open_folder
from ui.prints.options import scrolling
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins
from ui.workspace import Workspace

WIDTH = 332


class TaskSide(Speaking, QFrame):
    """A card of fixed width; `buttons` are hidden while work is under way."""

    def __init__(self, workspace: Workspace, *choices: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedWidth(WIDTH)
        self._workspace = workspace
        self._folder: Path | None = None
        self.words = label("muted", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel_button = button("link")
        self.folder_button = button("link", self._open_folder)
        self._buttons: list[QPushButton] = []
        holder = QWidget()
        holder.setProperty("role", "plain")
        inner = QVBoxLayout(holder)
        no_margins(inner, 12)
        for each in choices:
            inner.addWidget(each)
        inner.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 16)
        self.column.setSpacing(10)
        self.column.addWidget(scrolling(holder), 1)
        for each in (self.words, self.progress, self.cancel_button, self.folder_button):
            self.column.addWidget(each)
        for each in (self.progress, self.cancel_button, self.folder_button):
            each.hide()
        self.retranslate()

    def add_button(self, made: QPushButton) -> None:
        """Put a button that begins the work below."""
        self._buttons.append(made)
        self.column.addWidget(made)

    def retranslate(self) -> None:
        """Say everything again."""
        self.cancel_button.setText(_("Cancel"))
        self.folder_button.setText(_("Open the folder"))

    def show_progress(self, done: int, whole: int) -> None:
        """Show how far the work is; the buttons come back once it is done."""
        under_way = done < whole
        self.progress.setRange(0, max(1, whole))
        self.progress.setValue(done)
        self.progress.setVisible(under_way)
        self.cancel_button.setVisible(under_way)
        for each in self._buttons:
            each.setVisible(not under_way)

    def offer_folder(self, folder: Path | None) -> None:
        """Offer to open the folder that was written to; None takes the offer back."""
        self._folder = folder
        self.folder_button.setVisible(folder is not None)

    def _open_folder(self) -> None:
        if self._folder is not None:
            open_folder(self._workspace, self._folder)
