"""The first start: who somebody is, and the passphrase of a new archive."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.errors import UserError
from liaison.i18n import _
from ui.keys.card import DoorCard
from ui.keys.new_passphrase import NewPassphrase, judge
from ui.theme import Theme
from ui.widgets.pieces import button, label, row, set_tone
from ui.widgets.typing_aids import WritingLine


class FirstPage(DoorCard):
    """Asks for a name and a passphrase; an archive without either is a choice apart."""

    wanted = Signal(str, str, str)
    """The names in Persian and English, and the passphrase."""
    plain_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(520)
        self._is_plain = False
        self.fa, self.en = WritingLine(persian=True), WritingLine()
        self.fa.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.en.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._names = label("label"), label("label")
        self.pair = NewPassphrase(theme)
        self.asked = QWidget()
        column = QVBoxLayout(self.asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        names = row(spacing=12)
        for name, line in zip(self._names, (self.fa, self.en), strict=True):
            name.setBuddy(line)
            side = QVBoxLayout()
            side.setSpacing(4)
            side.addWidget(name)
            side.addWidget(line)
            names.addLayout(side, 1)
            line.textEdited.connect(self._named)
        column.addLayout(names)
        column.addWidget(self.pair)
        self.body.addWidget(self.asked)
        self.plain_button = button("link", self._choose_plain)
        self.copy_button = button("link", self.copy_wanted.emit)
        self.back_button = button("", self._choose_sealed)
        self.make_button = button("primary", self.make)
        for each in (self.plain_button, self.copy_button, self.back_button):
            self.buttons.addWidget(each)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.make_button)
        self.fa.returnPressed.connect(self.en.setFocus)
        self.en.returnPressed.connect(self.pair.setFocus)
        self.pair.entered.connect(self.make)
        self.back_button.hide()
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
        names = self.fa.text().strip(), self.en.text().strip()
        if not any(names):
            self.tell(_("Say who you are: your name is missing."))
            set_tone(self.fa, "fault", "true")
            self.fa.setFocus()
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
        set_tone(self.fa, "fault", "")
        self.tell("")

    def _choose_plain(self) -> None:
        self._choose(plain=True)

    def _choose_sealed(self) -> None:
        self._choose(plain=False)
        self.start()

    def _choose(self, *, plain: bool) -> None:
        self._is_plain = plain
        self.asked.setVisible(not plain)
        self.plain_button.setVisible(not plain)
        self.copy_button.setVisible(not plain)
        self.back_button.setVisible(plain)
        self.tell("")
        self.retranslate()
        if plain:
            self.back_button.setFocus()

    def retranslate(self) -> None:
        """Say everything again."""
        for name, line, text in zip(
            self._names,
            (self.fa, self.en),
            (_("Your name in Persian"), _("Your name in English")),
            strict=True,
        ):
            name.setText(text)
            line.setAccessibleName(text)
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
