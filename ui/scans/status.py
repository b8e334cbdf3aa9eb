"""The line at the foot of the sidebar that says how far reading scans has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import _
from liaison.storage.scanning import way_told
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins

if TYPE_CHECKING:
    from ui.scans.reader import ScanReader

_PAD: Final = 8


class ScanStatus(Speaking, QWidget):
    """Seen while scans are read and while that is paused."""

    def __init__(self, reader: ScanReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.said = label("muted", wrap=True)
        self.pause_button = button("link", self._pause)
        column = QVBoxLayout(self)
        no_margins(column)
        self.said.setContentsMargins(_PAD, 0, _PAD, 0)
        column.addWidget(self.said)
        column.addWidget(self.pause_button, 0, Qt.AlignmentFlag.AlignLeading)
        reader.progressed.connect(self._heard)
        reader.rested.connect(self._heard)
        self.retranslate()

    @Slot()
    @Slot(object)
    def _heard(self, _progress: object = None) -> None:
        self.retranslate()

    def _pause(self) -> None:
        if self._reader.is_paused:
            self._reader.go_on()
        else:
            self._reader.pause()
        self.retranslate()

    def retranslate(self) -> None:
        """Say how far it is."""
        reader = self._reader
        progress = reader.progress
        if reader.is_paused:
            self.said.setText(_("Reading scans is paused."))
        elif progress is not None:
            self.said.setText(way_told(progress))
        self.pause_button.setText(_("Go on") if reader.is_paused else _("Pause"))
        self.setVisible(reader.is_paused or progress is not None)
