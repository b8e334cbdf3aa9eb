"""Data: where the archive lies, how large it is, and which one is opened at the start."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from liaison.i18n import N_, _
from ui.archive_places import fault_of
from ui.figures import figure, left_to_right
from ui.sections import BACKUPS
from ui.settings import ARCHIVE
from ui.settings_pages.part import Part
from ui.widgets.pieces import button, label, row
from ui.widgets.toast import Banner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ui.workspace import Workspace

_MEGABYTE: Final = 1 << 20
_MOVING: Final = N_(
    "To take the archive to another computer, save a copy of a backup; to move it, close the"
    " program, move the whole folder, and choose it here."
)


class DataPart(Part):
    """The folder of the archive, and the ways to everything about its safety."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._size = 0
        self.notice = Banner("notice")
        self._place_name = label("label")
        self.place, self.amount = label("strong", wrap=True), label("muted")
        self.moving = label("muted", wrap=True)
        self.open_button = button("", self._open_folder)
        self.other_button = button("", self.ask_for_folder)
        self.backups_button = button("", lambda: workspace.open_section(BACKUPS))
        self.encrypt_button = button("", lambda: workspace.open_page("encrypting"))
        self.safety = label("muted", wrap=True)
        self.fault = label("error", wrap=True)
        self.fault.hide()
        self.column.addWidget(self.notice)
        _frame, column = self.card()
        column.addWidget(self._place_name)
        column.addWidget(self.place)
        column.addWidget(self.amount)
        column.addLayout(row(self.open_button, self.other_button, 1))
        column.addWidget(self.fault)
        column.addWidget(self.moving)
        _frame, column = self.card()
        column.addWidget(self.safety)
        column.addLayout(row(self.backups_button, self.encrypt_button, 1))
        self.column.addStretch(1)
        self.retranslate()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.workspace.folder)))

    # -- another archive

    def ask_for_folder(self) -> None:
        """Ask with the system's own dialog for the folder of another archive."""
        files = QFileDialog(self, _("Folder of the archive"), str(self.workspace.folder.parent))
        files.setFileMode(QFileDialog.FileMode.Directory)
        files.setOption(QFileDialog.Option.ShowDirsOnly)
        files.fileSelected.connect(lambda name: self.choose(Path(name)))
        files.finished.connect(files.deleteLater)
        files.open()

    def choose(self, folder: Path) -> None:
        """Open the archive in `folder` from the next start on, where one can live there."""
        self.workspace.jobs.run(
            lambda: fault_of(folder), lambda fault: self._chosen(folder, fault), owner=self
        )

    def _chosen(self, folder: Path, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault:
            return
        self.workspace.settings.set(ARCHIVE, str(folder.absolute()))
        self.workspace.settings.save()
        text = _("From the next start on, the archive in {folder} is opened.")
        self.notice.show_message(
            text.format(folder=left_to_right(str(folder))),
            (_("Close the program now"), lambda: self.window().close()),
        )

    # -- reading

    def refresh(self) -> None:
        """Measure the folder again."""
        folder = self.workspace.folder
        self.workspace.jobs.run(lambda: measured(folder), self._show, owner=self, lane="size")

    def _show(self, size: int) -> None:
        self._size = size
        self.encrypt_button.setVisible(self.archive.key is None)
        allowed = self.archive.rights.may("encryption")
        if self.archive.key is None:
            self.permit(allowed, self.encrypt_button)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._place_name.setText(_("Folder of the archive"))
        self.place.setText(left_to_right(str(self.workspace.folder)))
        size = figure(max(1, self._size // _MEGABYTE))
        self.amount.setText(_("{size} MB").format(size=size))
        self.open_button.setText(_("Open the folder"))
        self.other_button.setText(_("Open another archive…"))
        self.moving.setText(_(_MOVING))
        self.backups_button.setText(_("Backups"))
        self.encrypt_button.setText(_("Encrypt this archive…"))
        self.safety.setText(
            _("This archive is not encrypted: whoever has the disk or a backup reads everything.")
            if self.archive.key is None
            else _("The archive and its backups are encrypted.")
        )


def measured(folder: Path) -> int:
    """Return the bytes of everything in a folder."""
    return sum(_sizes(folder))


def _sizes(folder: Path) -> Iterator[int]:
    for place, _folders, names in os.walk(folder):
        for name in names:
            try:
                yield (Path(place) / name).stat().st_size
            except OSError:  # it went meanwhile
                continue
