"""Choosing a passphrase: typed twice, with the rule said before and a word while one types."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.errors import UserError
from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.keys.passphrase_field import PassphraseField
from ui.speaking import Speaking
from ui.theme import Theme
from ui.widgets.pieces import no_margins

Judge = Callable[[str], None]
"""Raises UserError for a passphrase that is too weak."""
SHORTEST: Final = 10
"""The letters said before the keyring, which decides, has been loaded."""


class NewPassphrase(Speaking, QWidget):
    """Two lines for the same new passphrase."""

    edited = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.judge: Judge | None = None
        """Set once what judges a passphrase has been loaded."""
        self.first, self.again = PassphraseField(theme), PassphraseField(theme)
        column = QVBoxLayout(self)
        no_margins(column, 12)
        column.addWidget(self.first)
        column.addWidget(self.again)
        self.first.edited.connect(self._edited)
        self.again.edited.connect(self._edited)
        self.first.entered.connect(self.again.setFocus)
        self.again.entered.connect(self.entered)
        self.setFocusProxy(self.first)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.first.set_name(_("New passphrase"))
        self.again.set_name(_("The same passphrase again"))
        self._say()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()
        self._say()

    def passphrase(self) -> str:
        """Return the passphrase; raises UserError, and marks the line, where it will not do."""
        text = self.first.passphrase
        try:
            if self.judge is not None:
                self.judge(text)
        except UserError as error:
            self.refuse(error)
            raise
        if text != self.again.passphrase:
            unlike = UserError(_("The two are not alike; type the passphrase again."))
            self.again.refuse(unlike.message)
            raise unlike
        return text

    def refuse(self, error: UserError) -> None:
        """Mark the passphrase as one that will not do."""
        self.first.refuse(error.message)

    def _edited(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        """Say the rule, what is lacking yet, or that all is well."""
        count = len(self.first.passphrase.strip())
        lacking = SHORTEST - count
        if not count:
            rule = _("At least {count} letters; some words in a row are easy to keep in mind.")
            self.first.hint(rule.format(count=figure(SHORTEST)))
        elif lacking > 0:
            text = ngettext("{count} letter more", "{count} letters more", lacking)
            self.first.hint(text.format(count=figure(lacking)))
        else:
            fault = self._fault()
            self.first.hint(fault or _("Long enough."), good=not fault)
        alike = bool(self.again.passphrase) and self.again.passphrase == self.first.passphrase
        self.again.hint(_("Both are alike.") if alike else "", good=True)

    def _fault(self) -> str:
        """Return what is wrong with a passphrase of enough letters."""
        try:
            if self.judge is not None:
                self.judge(self.first.passphrase)
        except UserError as error:
            return error.message
        return ""


def judge(passphrase: str, name_fa: str, name_en: str) -> None:
    """Raise UserError for a passphrase too weak for somebody of this name."""
    from liaison.storage.keys.keyring import Person, refuse_weak  # loaded by the worker before

    refuse_weak(passphrase, Person("", name_fa, name_en))
