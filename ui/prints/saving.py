"""A paper written to a folder of the user's choice."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from liaison.i18n import _
from ui.prints.options import Options
from ui.settings import Settings
from ui.workspace import Workspace

_FOLDER: Final = "prints/folder"


def last_folder(settings: Settings) -> Path:
    """Return the folder papers were last saved in, else the documents of the user."""
    kept = settings.get(_FOLDER)
    if isinstance(kept, str) and Path(kept).is_dir():
        return Path(kept)
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def remember_folder(settings: Settings, folder: Path) -> None:
    """Start from `folder` the next time."""
    settings.set(_FOLDER, str(folder))


def ask_for_path(parent: QWidget, start: Path) -> Path | None:
    """Ask with the system's own dialog where to save; None where the user thinks better of it."""
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, _("Save as PDF"), str(start), f"{_('PDF documents')} (*.pdf)"
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")


def write_paper(path: Path, content: bytes) -> Path:
    """Write a paper whole or not at all, and return where it stands; raises StorageError."""
    from liaison.exchange.whole_file import whole_file

    with whole_file(path) as stream:
        stream.write(content)
    return path


def show_folder(folder: Path) -> bool:
    """Open `folder` in the system's file manager and tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class Saving(QObject):
    """Saves the paper on screen and knows where it went."""

    def __init__(self, workspace: Workspace, options: Options) -> None:
        super().__init__(options)
        self._workspace = workspace
        self._options = options
        self.saved: Path | None = None
        options.folder_button.clicked.connect(self.open_folder)
        self.begin_again()

    def begin_again(self) -> None:
        """Forget where the former paper went: this one is not saved yet."""
        self.saved = None
        self._options.folder_button.hide()

    def ask(self, name: str, content: bytes) -> None:
        """Ask where to save `content`, with `name` proposed."""
        start = last_folder(self._workspace.settings) / name
        path = ask_for_path(self._options, start)
        if path is not None:
            self.save_to(path, content)

    def save_to(self, path: Path, content: bytes) -> None:
        """Write the paper to `path`, whole or not at all."""
        remember_folder(self._workspace.settings, path.parent)
        self._workspace.jobs.run(lambda: write_paper(path, content), self._written, owner=self)

    def _written(self, path: Path) -> None:
        self.saved = path
        self._options.folder_button.show()
        message = _("Saved as {name}.").format(name=path.name)
        self._workspace.say(message, _("Open the folder"), self.open_folder)

    def open_folder(self) -> None:
        """Show the folder in which the paper was saved."""
        if self.saved is not None and not show_folder(self.saved.parent):
            self._workspace.say(
                _("The folder could not be opened: {folder}").format(folder=self.saved.parent)
            )
