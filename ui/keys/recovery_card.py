"""The recovery key of a new archive, shown once, before the window opens."""

from PySide6.QtCore import Signal

from liaison.i18n import _
from ui.keys.card import DoorCard
from ui.keys.recovery_key import RecoveryKey
from ui.widgets.pieces import button
from ui.workspace import Workspace


class RecoveryCard(DoorCard):
    """Says what the key is for, and goes on only once it was put away."""

    done = Signal()

    def __init__(self, workspace: Workspace, key: str) -> None:
        super().__init__(560)
        self.key = RecoveryKey(workspace, key)
        self.body.addWidget(self.key)
        self.go_button = button("primary", self.done.emit)
        self.go_button.setEnabled(False)
        self.key.settled.connect(self.go_button.setEnabled)
        self.key.last.returnPressed.connect(self._entered)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.go_button)
        self.retranslate()

    def start(self) -> None:
        """Put the keyboard on printing."""
        self.key.print_button.setFocus()

    def _entered(self) -> None:
        if self.key.put_away:
            self.done.emit()

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(_("Recovery key"))
        self.words.setText(recovery_words())
        self.go_button.setText(_("Go on"))


def recovery_words() -> str:
    """Say what a recovery key is for."""
    return _(
        "If nobody remembers a passphrase, only this key opens the archive. It is shown this once:"
        " print it and keep the sheet in a safe, away from the computer."
    )
