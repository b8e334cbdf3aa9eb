"""A paper written to a folder of the user's choice."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from liaison.i18n import _
from ui.settings import Settings

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
