"""Signing in: who somebody is, and their passphrase."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from liaison.i18n import _, language
from ui.keys.card import DoorCard
from ui.keys.passphrase_field import PassphraseField
from ui.theme import Theme
from ui.widgets.pieces import button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.storage.keys.keyring import Person


class SignIn(DoorCard):
    """Names to choose from, a passphrase, and the way round by the recovery key."""

    wanted = Signal(str, str)
    """The uid of the officer, and the passphrase."""
    recovery_wanted = Signal()

    def __init__(self, theme: Theme, *, locked: bool = False) -> None:
        super().__init__(420)
        self._is_locked = locked
        self._people: Sequence[Person] = ()
        self._who = label("label")
        self.names = QComboBox()
        self.field = PassphraseField(theme)
        self.ask(self._who, self.names)
        self.body.addWidget(self.field)
        self.recovery_button = button("link", self.recovery_wanted.emit)
        self.enter_button = button("primary", self.enter)
        self.buttons.addWidget(self.recovery_button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.enter_button)
        self.field.entered.connect(self.enter)
        self.names.activated.connect(self.start)
        self.retranslate()

    def offer(self, people: "Sequence[Person]", last: str) -> None:
        """Offer the names of `people`; the officer who signed in last stands first in sight."""
        self._people = people
        self._fill(last)
        self.start()

    def _fill(self, chosen: str) -> None:
        self.names.clear()
        for each in self._people:
            self.names.addItem(each.name(language()), each.officer)
        self.names.setCurrentIndex(max(0, self.names.findData(chosen)))

    @property
    def officer(self) -> str:
        """The uid of who was chosen."""
        return str(self.names.currentData() or "")

    def start(self) -> None:
        """Put the keyboard on the passphrase."""
        self.field.setFocus()

    def enter(self) -> None:
        """Ask to be let in."""
        if self.field.passphrase and self._people:
            self.field.mark("")
            self.wanted.emit(self.officer, self.field.passphrase)

    def refuse(self, message: str) -> None:
        """Say why not; what was typed is ready to be replaced."""
        self.field.refuse(message)

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(_("The archive is locked") if self._is_locked else _("Sign in"))
        self.words.setText(_("What was typed and not saved is kept.") if self._is_locked else "")
        self.words.setVisible(self._is_locked)
        self._who.setText(_("Who you are"))
        self.names.setAccessibleName(_("Who you are"))
        self.field.set_name(_("Passphrase"))
        self.enter_button.setText(_("Sign in"))
        self.recovery_button.setText(_("Recovery key…"))
        if self._people:
            self._fill(self.officer)
