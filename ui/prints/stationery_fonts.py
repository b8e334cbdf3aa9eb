"""The choice of a font for one script, each shown by a line of its letters."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from liaison.i18n import N_, _
from liaison.pdf.installed_fonts import InstalledFamily
from ui.fonts import FAMILY
from ui.speaking import Speaking
from ui.widgets.pieces import label, no_margins

_LINES = {
    "fa": "پرچم ایران، گچ و ژاله، کیفیت ۱۲۳۴۵۶۷۸۹۰",  # every letter that Persian has beyond Arabic
    "en": "The quick brown fox jumps, Łódź, Işık 1234567890",
}
_PIXELS = 17
# Translators: beside the name of the font that the program brings along
_OWN = N_("{name} (comes with the program)")


class Pick(QComboBox):
    """A list that drops down and leaves the wheel to the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll: turning the wheel must not change a value in passing."""
        event.ignore()


class FontChoice(Speaking, QWidget):
    """The families of this computer that have the letters of a script; the first is FiraGO."""

    changed = Signal()

    def __init__(self, script: str) -> None:
        super().__init__()
        self._script = script
        self._families: Sequence[InstalledFamily] = ()
        self._chosen: InstalledFamily | None = None
        self.box = Pick()
        self.box.setMinimumContentsLength(12)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.line = label("plain", _LINES[script])
        column = QVBoxLayout(self)
        no_margins(column, 6)
        column.addWidget(self.box)
        column.addWidget(self.line)
        self.box.activated.connect(self._picked)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the fonts again."""
        self._fill()

    @property
    def value(self) -> InstalledFamily | None:
        """The family that is chosen, None for FiraGO."""
        return self._chosen

    def set_value(self, family: InstalledFamily | None) -> None:
        """Choose a family, be it installed or not."""
        self._chosen = family
        self._fill()

    def offer(self, families: Sequence[InstalledFamily]) -> None:
        """List the families that have the letters of the script."""
        self._families = [
            each for each in families if (each.persian if self._script == "fa" else each.latin)
        ]
        self._fill()

    def _fill(self) -> None:
        """List the fonts; one that is chosen and gone keeps its place and says so."""
        self.box.clear()
        self.box.addItem(_(_OWN).format(name=FAMILY), None)
        for family in self._families:
            self.box.addItem(family.name, family)
        if self._chosen is not None:
            names = [each.name for each in self._families]
            if self._chosen.name not in names:
                self.box.addItem(self._chosen.name, self._chosen)
                names.append(self._chosen.name)
            self.box.setCurrentIndex(names.index(self._chosen.name) + 1)
        self._show()

    def _picked(self) -> None:
        chosen = self.box.currentData()
        if chosen != self._chosen:
            self._chosen = chosen
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        """Show a line of the letters in the font itself."""
        font = QFont(self._chosen.name if self._chosen else FAMILY)
        font.setPixelSize(_PIXELS)
        self.line.setFont(font)
