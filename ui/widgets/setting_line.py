"""One line under its name, for what counts as soon as it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import _
from ui.figures import quotes_apart
from ui.speaking import Speaking
from ui.widgets.pieces import label, no_margins, set_tone
from ui.widgets.typing_aids import WritingLine


class SettingLine(Speaking, QWidget):
    """One line under its name; what is typed counts once it is left or entered."""

    entered = Signal(str)

    def __init__(self, name: str, *, persian: bool = False, hint: str = "") -> None:
        """Make a line called by the message `name`, with the message `hint` below it."""
        super().__init__()
        self._texts = (name, hint)
        self._shown = ""
        self._is_typing = False
        self._name, self._hint = label("label"), label("muted", wrap=True)
        self.line = WritingLine(persian=persian)
        self.fault = label("error", wrap=True)
        self.fault.hide()
        self._name.setBuddy(self.line)
        column = QVBoxLayout(self)
        no_margins(column, 4)
        for each in (self._name, self.line, self._hint, self.fault):
            column.addWidget(each)
        column.addStretch(1)
        self._hint.setVisible(bool(hint))
        self.line.editingFinished.connect(self._finished)
        self.line.textEdited.connect(self._edited)
        self.setFocusProxy(self.line)
        self.retranslate()

    def show_text(self, text: str) -> None:
        """Show what is set, unless something else is being typed or was refused."""
        self._shown = text
        if not (self._is_typing or self.fault.isVisibleTo(self)):
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def mark(self, message: str) -> None:
        """Mark the line and say why below it; "" takes that back."""
        self.fault.setText(quotes_apart(message))
        self.fault.setVisible(bool(message))
        self.line.setAccessibleDescription(message)
        set_tone(self.line, "fault", "true" if message else "false")

    def _edited(self) -> None:
        self._is_typing = True
        self.mark("")

    def _finished(self) -> None:
        self._is_typing = False
        if self.line.text() != self._shown:
            self.entered.emit(self.line.text())

    def finish(self) -> None:
        """Take what is being typed for finished: the page goes."""
        if self._is_typing:
            self._finished()

    def retranslate(self) -> None:
        """Say name and hint again."""
        name, hint = self._texts
        self._name.setText(_(name))
        self.line.setAccessibleName(_(name))
        self._hint.setText(_(hint) if hint else "")
