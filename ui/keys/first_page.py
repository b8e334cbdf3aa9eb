"""The first start: who somebody is, and the passphrase of a new archive."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.errors import UserError
from liaison.i18n import _
from ui.keys.card import DoorCard
from ui.keys.names import Names
from ui.keys.new_passphrase import NewPassphrase, judge
from ui.theme import Theme
from ui.widgets.pieces import button


class FirstPage(DoorCard):
    """Asks for a name and a passphrase; an archive without either is a choice apart."""

    wanted = Signal(str, str, str)
    """The names in Persian and English, and the passphrase."""
    plain_wanted = Signal()
    copy_wanted = Signal()
    left = Signal()
    """Back to what was asked before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(600)
        self._is_plain = False
        self.names = Names()
        self.fa, self.en = self.names.fa, self.names.en
        self.pair = NewPassphrase(theme)
        self.asked = QWidget()
        column = QVBoxLayout(self.asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.names)
        column.addWidget(self.pair)
        self.body.addWidget(self.asked)
        self.plain_button = button("link", self._choose_plain)
        self.copy_button = button("link", self.copy_wanted.emit)
        self.back_button = button("", self._go_back)
        self.make_button = button("primary", self.make)
        for each in (self.back_button, self.plain_button, self.copy_button):
            self.buttons.addWidget(each)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.make_button)
        self.names.edited.connect(self._named)
        self.names.entered.connect(self.pair.setFocus)
        self.pair.entered.connect(self.make)
        self.retranslate()

    def arm(self) -> None:
        """Judge passphrases as they are typed, now that what judges them is loaded."""
        self.pair.judge = lambda text: judge(text, self.fa.text(), self.en.text())

    def start(self) -> None:
        """Put the keyboard on the name."""
        if not self._is_plain:
            self.fa.setFocus()

    def make(self) -> None:
        """Ask for the archive, once everything it needs was said."""
        if self._is_plain:
            self.plain_wanted.emit()
            return
        names = self.names.names()
        if not any(names):
            self.tell(_("Say who you are: your name is missing."))
            return
        try:
            passphrase = self.pair.passphrase()
        except UserError:  # it is marked
            return
        self.tell("")
        self.wanted.emit(*names, passphrase)

    def refuse(self, error: Exception) -> None:
        """Say why no archive was made."""
        if isinstance(error, UserError) and error.field == "passphrase":
            self.pair.refuse(error)
        else:
            self.tell(str(error))

    def _named(self) -> None:
        self.tell("")

    def _choose_plain(self) -> None:
        self._choose(plain=True)

    def _go_back(self) -> None:
        if self._is_plain:
            self._choose(plain=False)
            self.start()
        else:
            self.left.emit()

    def _choose(self, *, plain: bool) -> None:
        self._is_plain = plain
        self.asked.setVisible(not plain)
        self.plain_button.setVisible(not plain)
        self.copy_button.setVisible(not plain)
        self.tell("")
        self.retranslate()
        if plain:
            self.back_button.setFocus()

    def retranslate(self) -> None:
        """Say everything again."""
        self.plain_button.setText(_("Without encryption…"))
        self.copy_button.setText(_("Restore a copy…"))
        self.back_button.setText(_("Back"))
        if self._is_plain:
            self.title.setText(_("An archive without encryption"))
            self.words.setText(
                _(
                    "Whoever gets hold of this computer, of its disk or of a copy of the folder"
                    " reads everything. Nobody signs in, and the history does not say who"
                    " changed what."
                )
            )
            self.make_button.setText(_("Make it without encryption"))
        else:
            self.title.setText(_("A new archive"))
            self.words.setText(
                _(
                    "The archive is encrypted: it opens with your passphrase only. You are its"
                    " administrator and let your colleagues in later."
                )
            )
            self.make_button.setText(_("Make the archive"))
