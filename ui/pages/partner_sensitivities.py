"""What has to be heeded with a partner, behind a click."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from liaison.i18n import _
from ui.pages.partner_reading import PartnerRows
from ui.pages.partner_words import NO_DATA
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, row, set_tone


class SensitivitiesCard(Speaking, QFrame):
    """The sensitivities, hidden until asked for and again as soon as one looks elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._words = ""
        self._title = label("card-title")
        self.text = label(wrap=True)
        self.toggle = button("", self._turn)
        self.toggle.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(row(self._title, 1, self.toggle))
        column.addWidget(self.text)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Sensitivities"))
        self._show()

    def show_rows(self, rows: PartnerRows) -> None:
        """Take the words; they are shown only while asked for."""
        self._words = rows.partner.get("sensitivities") or ""
        self._show()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.toggle.setChecked(False)
        self._show()
        super().hideEvent(event)

    def _turn(self) -> None:
        self._show()

    def _show(self) -> None:
        asked = self.toggle.isChecked()
        self.toggle.setText(_("Hide the sensitivities") if asked else _("Show the sensitivities"))
        self.toggle.setVisible(bool(self._words))
        # What is not asked for is not on screen, nor read out by anything that reads the screen.
        self.text.setText((self._words if asked else "") if self._words else _(NO_DATA))
        set_tone(self.text, "role", "" if self._words else "muted")
        self.text.setVisible(asked or not self._words)
