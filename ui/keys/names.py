"""A name in both languages, side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison.i18n import _
from ui.speaking import Speaking
from ui.widgets.pieces import label, no_margins, set_tone
from ui.widgets.typing_aids import WritingLine


class Names(Speaking, QWidget):
    """Asks somebody for their own name; one of the two will do."""

    edited = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fa, self.en = WritingLine(persian=True), WritingLine()
        self.fa.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.en.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._labels = label("label"), label("label")
        sides = QHBoxLayout(self)
        no_margins(sides, 12)
        for name, line in zip(self._labels, (self.fa, self.en), strict=True):
            name.setBuddy(line)
            side = QVBoxLayout()
            side.setSpacing(4)
            side.addWidget(name)
            side.addWidget(line)
            sides.addLayout(side, 1)
            line.textEdited.connect(self._edited)
        self.fa.returnPressed.connect(self.en.setFocus)
        self.en.returnPressed.connect(self.entered)
        self.setFocusProxy(self.fa)
        self.retranslate()

    def names(self) -> tuple[str, str]:
        """Return what was typed; where that is nothing, mark it and put the keyboard there."""
        names = self.fa.text().strip(), self.en.text().strip()
        if not any(names):
            set_tone(self.fa, "fault", "true")
            self.fa.setFocus()
        return names

    def _edited(self) -> None:
        set_tone(self.fa, "fault", "")
        self.edited.emit()

    def retranslate(self) -> None:
        """Say everything again."""
        texts = _("Your name in Persian"), _("Your name in English")
        for name, line, text in zip(self._labels, (self.fa, self.en), texts, strict=True):
            name.setText(text)
            line.setAccessibleName(text)
