"""A copy of an archive that is to become the archive here: what opens it."""

from pathlib import Path

from PySide6.QtCore import Signal

from liaison.errors import UserError
from liaison.i18n import _
from ui.figures import isolated
from ui.keys.card import DoorCard
from ui.keys.passphrase_field import PassphraseField
from ui.theme import Theme
from ui.widgets.pieces import button, set_tone


class CopyCard(DoorCard):
    """Asks for the passphrase of a copy, or the recovery key of the archive it is of."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, file: Path) -> None:
        super().__init__(520)
        self._file = file
        self.field = PassphraseField(theme)
        self.body.addWidget(self.field)
        self.back_button = button("", self.left.emit)
        self.go_button = button("primary", self.enter)
        self.buttons.addWidget(self.back_button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.go_button)
        self.field.entered.connect(self.enter)
        self.field.edited.connect(self._edited)
        self.retranslate()

    def start(self) -> None:
        """Put the keyboard on the passphrase."""
        self.field.setFocus()

    def enter(self) -> None:
        """Ask for the archive, once there is something to open the copy with."""
        if self.field.passphrase:
            self.tell("")
            self.wanted.emit(self.field.passphrase)

    def show_progress(self, done: int, whole: int) -> None:
        """Show how much of the copy has been brought."""
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(done)

    def work(self, *, busy: bool) -> None:
        """Show that something is done; how much of it is told later."""
        self.bar.setRange(0, 0)
        super().work(busy=busy)

    def refuse(self, error: Exception) -> None:
        """Say why there is no archive yet."""
        if isinstance(error, UserError) and error.field:
            self.field.refuse(error.message)
        else:
            self.tell(str(error))

    def _edited(self) -> None:
        self.tell("")
        set_tone(self.field.line, "fault", "")

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(_("Restore a copy"))
        words = _(
            "“{file}” becomes the archive of this computer. Type the passphrase it was saved with,"
            " that of anybody who signs in to that archive, or its recovery key."
        )
        self.words.setText(words.format(file=isolated(self._file.name)))
        self.field.set_name(_("Passphrase or recovery key"))
        self.back_button.setText(_("Back"))
        self.go_button.setText(_("Restore"))
