"""Attached files given to other programs: as copies, and with a word where one could do harm."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from liaison.i18n import _
from ui.figures import quotes_apart

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from liaison.domain.schema import StoredFile
    from ui.workspace import Workspace

_HARMFUL: Final = frozenset(
    (
        *(".exe", ".com", ".scr", ".pif", ".cpl", ".msi", ".msp", ".bat", ".cmd", ".lnk", ".url"),
        *(".js", ".jse", ".vbs", ".vbe", ".wsf", ".wsh", ".ps1", ".hta", ".jar", ".reg", ".chm"),
        *(".html", ".htm", ".xhtml", ".mht", ".mhtml", ".svg", ".xml", ".swf"),
        *(".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm", ".potm", ".ppam", ".iso", ".vhd"),
        *(".sh", ".desktop", ".appimage", ".run", ".py", ".command", ".app", ".dmg", ".pkg"),
    )
)
"""Endings of what runs, holds macros, or fetches from outside when it is opened."""


def may_harm(name: str) -> bool:
    """Tell by its name whether opening a file may do more than show it."""
    return PurePath(name.strip(". ")).suffix.lower() in _HARMFUL


class HandingOut(QObject):
    """Opens attached files with the programs of the system.

    What they get is a copy that cannot be written to; it goes when the archive is closed or locked.
    """

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._widget = parent
        self.question: QMessageBox | None = None

    def open(self, stored: StoredFile) -> None:
        """Open a file; ask first where that may do harm."""
        if not may_harm(stored.name):
            self._hand_out(stored)
            return
        box = self.question = QMessageBox(self._widget.window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Liaison"))
        box.setText(
            quotes_apart(
                _(
                    "“{name}” is of a kind that can run or reach out when it is opened."
                    " Open it only if you know who made it."
                ).format(name=stored.name)
            )
        )
        agreed = box.addButton(_("Open it"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(_("Leave it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        agreed.clicked.connect(lambda: self._hand_out(stored))
        box.finished.connect(box.deleteLater)
        box.open()

    def _hand_out(self, stored: StoredFile) -> None:
        archive = self._workspace.archive
        self._workspace.jobs.run(lambda: archive.hand_out(stored), self._show, owner=self)

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._workspace.say(_("No program on this computer opens such a file."))
