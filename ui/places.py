"""Where files of the user go: the folder they went to last, and the system's own dialogs."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from liaison.i18n import _
from ui.settings import Settings
from ui.workspace import Workspace

_FOLDER: Final = "prints/folder"


def last_folder(settings: Settings) -> Path:
    """Return the folder papers were last saved in, else the documents of the user.

    Where there is no such folder it is that of the user: the system's dialog would begin in the
    folder of the program.
    """
    place = QStandardPaths.StandardLocation.DocumentsLocation
    for each in (settings.get(_FOLDER), QStandardPaths.writableLocation(place)):
        if isinstance(each, str) and each and Path(each).is_dir():
            return Path(each)
    return Path.home()


def remember_folder(settings: Settings, folder: Path) -> None:
    """Start from `folder` the next time."""
    settings.set(_FOLDER, str(folder))


def ask_for_file(parent: QWidget, start: Path, title: str, kind: str) -> Path | None:
    """Ask where to save a file of the `kind` that the ending of `start` stands for."""
    suffix = start.suffix
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(start), f"{kind} (*{suffix})")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def ask_for_folder(parent: QWidget, start: Path) -> Path | None:
    """Ask with the system's own dialog for a folder; None where the user thinks better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, _("Folder for the papers"), str(start))
    return Path(chosen) if chosen else None


def numbered(path: Path, number: int) -> Path:
    """Return `path` with a number at the end of its name, but for the first."""
    return path if number < 2 else path.with_name(f"{path.stem}-{number}{path.suffix}")  # noqa: PLR2004 - a second one


def show_folder(folder: Path) -> bool:
    """Open `folder` in the system's file manager and tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_folder(workspace: Workspace, folder: Path) -> None:
    """Show a folder, or say that it could not be opened."""
    if not show_folder(folder):
        workspace.say(_("The folder could not be opened: {folder}").format(folder=folder))
