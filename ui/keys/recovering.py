"""The way in by the recovery key: typing it, then choosing who one is and a new passphrase."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QLineEdit

from liaison.errors import UserError
from liaison.i18n import _, language
from ui.keys.card import DoorCard
from ui.keys.new_passphrase import NewPassphrase, judge
from ui.theme import Theme
from ui.widgets.pieces import button, label, set_tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.keys.who import Who

_EXAMPLE: Final = "0000-0000-0000-0000-0000-0000-0000-0000-0000"


class RecoveryEntry(DoorCard):
    """A line for the key as it was printed."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(560)
        self._name = label("label")
        self.line = QLineEdit()
        self.line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.setPlaceholderText(_EXAMPLE)
        self.ask(self._name, self.line)
        self.back_button = button("", self.left.emit)
        self.go_button = button("primary", self.enter)
        self.buttons.addWidget(self.back_button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.go_button)
        self.line.returnPressed.connect(self.enter)
        self.line.textEdited.connect(self._edited)
        self.retranslate()

    def start(self) -> None:
        """Put the keyboard on the line."""
        self.line.setFocus()

    def enter(self) -> None:
        """Ask to be let in by the key."""
        if self.line.text().strip():
            self.wanted.emit(self.line.text())

    def refuse(self, message: str) -> None:
        """Say why not; what was typed can be put right."""
        self.tell(message)
        set_tone(self.line, "fault", "true")
        self.line.setFocus()

    def _edited(self) -> None:
        self.tell("")
        set_tone(self.line, "fault", "")

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(_("Recovery key"))
        self.words.setText(
            _("Type the nine groups from the printed sheet, with or without the hyphens.")
        )
        self._name.setText(_("Recovery key"))
        self.line.setAccessibleName(_("Recovery key"))
        self.back_button.setText(_("Back"))
        self.go_button.setText(_("Go on"))


class Readmission(DoorCard):
    """Who somebody is who came in by the recovery key, and a passphrase for the next time."""

    wanted = Signal(str, str)
    """The uid of the officer, and the passphrase."""
    left = Signal()

    def __init__(self, theme: Theme, officers: "Sequence[Who]") -> None:
        super().__init__()
        self._officers = officers
        self._who = label("label")
        self.names = QComboBox()
        self.pair = NewPassphrase(theme)
        self.pair.judge = self._judge
        self.ask(self._who, self.names)
        self.body.addWidget(self.pair)
        self.back_button = button("", self.left.emit)
        self.go_button = button("primary", self.enter)
        self.buttons.addWidget(self.back_button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.go_button)
        self.pair.entered.connect(self.enter)
        self.names.activated.connect(self.pair.setFocus)
        self.retranslate()

    def start(self) -> None:
        """Put the keyboard on the names."""
        self.names.setFocus()

    def _judge(self, passphrase: str) -> None:
        chosen = next(each for each in self._officers if each.officer == self.officer)
        judge(passphrase, chosen.name_fa, chosen.name_en)

    @property
    def officer(self) -> str:
        """The uid of who was chosen."""
        return str(self.names.currentData() or "")

    def enter(self) -> None:
        """Ask for the new passphrase, and to be let in with it."""
        try:
            passphrase = self.pair.passphrase()
        except UserError:  # it is marked
            return
        self.tell("")
        self.wanted.emit(self.officer, passphrase)

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        if isinstance(error, UserError) and error.field == "passphrase":
            self.pair.refuse(error)
        else:
            self.tell(str(error))

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(_("A new passphrase"))
        self.words.setText(
            _(
                "The recovery key is right. Choose who you are and a new passphrase;"
                " the one you had before opens nothing any more."
            )
        )
        self._who.setText(_("Who you are"))
        self.names.setAccessibleName(_("Who you are"))
        self.back_button.setText(_("Cancel"))
        self.go_button.setText(_("Sign in"))
        chosen = self.officer
        self.names.clear()
        for each in self._officers:
            duty = f" · {_(each.duty)}" if each.duty else ""
            self.names.addItem(f"{each.name(language())}{duty}", each.officer)
        self.names.setCurrentIndex(max(0, self.names.findData(chosen)))
