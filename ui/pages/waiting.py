"""What stands in a page's place until the archive is open, or when it cannot be opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from liaison.i18n import _
from ui.speaking import Speaking
from ui.widgets.pieces import label


class WaitingPage(Speaking, QWidget):
    """A word and a bar that moves; the page itself follows by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.text = label("muted", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(220)
        self.bar.setTextVisible(False)
        self._failure = ""
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.text)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self.retranslate()

    def begin(self) -> None:
        """Say that the archive is being opened, after it could not be."""
        self._failure = ""
        self.bar.show()
        self.retranslate()

    def fail(self, message: str) -> None:
        """Say why no page will follow."""
        self._failure = message
        self.bar.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say what is awaited."""
        self.bar.setAccessibleName(_("Opening the archive"))
        self.text.setText(self._failure or _("Opening the archive…"))
