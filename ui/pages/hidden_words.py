"""Words that are not for every eye, behind a click."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from liaison.i18n import _
from ui.pages.partner_words import NO_DATA
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, row, set_tone


class HiddenWords(Speaking, QFrame):
    """Words hidden until asked for, and again as soon as one looks elsewhere.

    `title`, `show` and `hide` are message ids.
    """

    def __init__(self, title: str, show: str, hide: str) -> None:
        super().__init__()
        self._texts = title, show, hide
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
        self._title.setText(_(self._texts[0]))
        self._show()

    def show_words(self, words: str) -> None:
        """Take the words; they are shown only while asked for."""
        self._words = words
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
        self.toggle.setText(_(self._texts[2] if asked else self._texts[1]))
        self.toggle.setVisible(bool(self._words))
        # What is not asked for is not on screen, nor read out by anything that reads the screen.
        self.text.setText((self._words if asked else "") if self._words else _(NO_DATA))
        set_tone(self.text, "role", "" if self._words else "muted")
        self.text.setVisible(asked or not self._words)
