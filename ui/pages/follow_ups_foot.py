"""Below the list: what the keys do, and a line for commands about numbered rows."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.i18n import _, language
from ui import actions
from ui.figures import quotes_apart
from ui.pages.follow_ups_steps import KEYS, STEPS
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, label, no_margins, set_tone

_HINTED: Final = ("done", "under_way", "waiting", "week", "priority", "note")


class FollowUpsFoot(Speaking, QWidget):
    """Hints that can also be clicked, and the command line."""

    stepped = Signal(str)
    """A step was clicked."""
    commanded = Signal(str)
    """A line was typed."""
    left = Signal()
    """Escape: the list wants the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.command = QLineEdit()
        self.command.returnPressed.connect(self._command)
        self.command.textEdited.connect(lambda _text: self.refuse(""))
        self._fault = label("error", wrap=True)
        self._fault.hide()
        self.hints: dict[str, QPushButton] = {}
        hints = FlowLayout(spacing=2)
        for step in _HINTED:
            made = button("link", self._step(step))
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.hints[step] = made
            hints.addWidget(made)
        column = QVBoxLayout(self)
        no_margins(column, spacing=4)
        column.addLayout(hints)
        column.addWidget(self.command)
        column.addWidget(self._fault)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        caps = {step: key for key, step in KEYS.items()}
        for step, made in self.hints.items():
            key = caps[step]
            if language() == "fa":
                # The key bears both letters; the one typed in the Persian layout comes first.
                key = f"{actions.persian(key)}/{key}"
            made.setText(f"{_(STEPS[step])} [{key}]")
        self.command.setPlaceholderText(_("By row number, such as “row 7: done”"))
        self.command.setAccessibleName(_("Command by row number"))

    def refuse(self, message: str) -> None:
        """Say why a command was not understood; "" takes that back."""
        self._fault.setText(quotes_apart(message))
        self._fault.setVisible(bool(message))
        self.command.setAccessibleDescription(message)
        set_tone(self.command, "fault", "true" if message else "false")

    def take(self) -> None:
        """Give the keyboard to the command line."""
        self.command.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.command.selectAll()

    def _command(self) -> None:
        if text := self.command.text().strip():
            self.commanded.emit(text)

    def _step(self, step: str) -> Callable[[], object]:
        return lambda: self.stepped.emit(step)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
