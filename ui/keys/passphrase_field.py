"""A line for a passphrase: hidden, with an eye to show it, and a word on the keyboard."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from liaison.i18n import _, language
from ui.icons import icon
from ui.speaking import Speaking
from ui.theme import Theme
from ui.widgets.pieces import label, no_margins, row, set_tone

_HINTS: Final = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
_PERSIAN: Final = ("\u0600", "\u06ff")


class PassphraseField(Speaking, QWidget):
    """A label, the hidden line with its eye, and below it a sentence: a fault, or a hint."""

    edited = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fault, self._hint, self._good = "", "", False
        self._caps = False
        self._script = ""
        self.name = label("label")
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(_HINTS)
        self.line.installEventFilter(self)
        self.name.setBuddy(self.line)
        self.eye = QToolButton()
        self.eye.setCheckable(True)
        self.eye.setIconSize(QSize(20, 20))
        self.told = label("muted", wrap=True)
        self.keyboard = label("muted")
        self._lay_out()
        self.eye.toggled.connect(self._show)
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self.entered)
        theme.changed.connect(self._draw)
        self._draw()
        self.setFocusProxy(self.line)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        no_margins(line, 6)
        line.addWidget(self.line, 1)
        line.addWidget(self.eye)
        column = QVBoxLayout(self)
        no_margins(column, 4)
        column.addLayout(row(self.name, 1, self.keyboard))
        column.addLayout(line)
        column.addWidget(self.told)

    # -- what stands in it

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what comes."""
        self.line.setText("")
        self.eye.setChecked(False)
        self.mark("")

    def set_name(self, name: str) -> None:
        """Say what the line is for."""
        self.name.setText(name)
        self.line.setAccessibleName(name)
        self.retranslate()

    def hint(self, text: str, *, good: bool = False) -> None:
        """Say something below the line that is no fault; `good` once all is well."""
        self._hint, self._good = text, good
        self._tell()

    def mark(self, fault: str) -> None:
        """Mark the line as faulty and say why below it; "" takes that back."""
        self._fault = fault
        set_tone(self.line, "fault", "true" if fault else "")
        self._tell()

    def refuse(self, fault: str) -> None:
        """Mark the line, with what was typed ready to be replaced."""
        self.mark(fault)
        self.line.selectAll()
        self.setFocus()

    def _edited(self) -> None:
        self.mark("")
        self.edited.emit()

    # -- how the keyboard stands

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what the keys type."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._look(event)
        return super().eventFilter(watched, event)

    def _look(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps = False  # the next letter tells
        if len(letter) != 1 or not letter.isalpha():
            return
        if letter.upper() != letter.lower():
            held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps = letter.isupper() != held
        self._script = "fa" if _PERSIAN[0] <= letter <= _PERSIAN[1] else "en"
        self.retranslate()

    # -- how it looks

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - the signal's one value
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if shown else modes.Password)
        self._draw()
        self.retranslate()
        self.line.setFocus()

    def _draw(self) -> None:
        name = "eye-off" if self.eye.isChecked() else "eye"
        self.eye.setIcon(icon(name, self._theme.tokens.muted))

    def retranslate(self) -> None:
        """Say everything again, and begin at the side the language reads from."""
        sides = Qt.AlignmentFlag
        side = sides.AlignRight if language() == "fa" else sides.AlignLeft
        self.line.setAlignment(side | sides.AlignAbsolute | sides.AlignVCenter)
        shown = _("Hide what is typed") if self.eye.isChecked() else _("Show what is typed")
        self.eye.setToolTip(shown)
        self.eye.setAccessibleName(f"{self.name.text()}: {shown}")
        keyboards = {"": "", "fa": _("Keyboard: Persian"), "en": _("Keyboard: English")}
        self.keyboard.setText(keyboards[self._script])
        self._tell()

    def _tell(self) -> None:
        """Say the one thing that matters most now."""
        caps = _("Caps Lock is on.") if self._caps else ""
        text = self._fault or caps or self._hint
        good = "good" if self._good and text == self._hint else "muted"
        set_tone(self.told, "role", "error" if self._fault else "warning" if caps else good)
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self.line.setAccessibleDescription(text)
