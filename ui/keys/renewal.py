"""A new recovery key instead of the one before."""

from PySide6.QtWidgets import QWidget

from liaison.errors import UserError
from liaison.i18n import _
from ui.keys.own_passphrase import CardPage
from ui.keys.recovery_card import recovery_words
from ui.keys.recovery_key import RecoveryKey
from ui.widgets.pieces import button
from ui.workspace import Workspace


class RenewalPage(CardPage):
    """Says what a new key means, makes it, shows it, and hears when it was put away.

    Until then the key before works as well: a window that is closed, or a computer that goes dark,
    leaves the sheet in the safe as good as it was.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, 560, parent)
        self.key: RecoveryKey | None = None
        self.make_button = button("primary", self.make)
        self.done_button = button("primary", self.confirm)
        self.done_button.setEnabled(False)
        self.done_button.hide()
        self.card.buttons.addWidget(self.make_button)
        self.card.buttons.addWidget(self.done_button)
        self.enter_at(self.make_button)
        self.retranslate()

    def title(self) -> str:
        """Return the name of the page."""
        return _("New recovery key")

    def retranslate(self) -> None:
        """Say everything again."""
        self.card.title.setText(self.title())
        self.card.words.setText(
            f"{recovery_words()} {_until_when()}"
            if self.key is not None
            else _(
                "Make a new key when the printed one is lost, or somebody saw it. The one before"
                " opens the archive no more, but it still opens the backups made until now."
            )
        )
        self.back_button.setText(_("Cancel"))
        self.back_button.setToolTip("Esc")
        self.make_button.setText(_("Make a new key"))
        self.done_button.setText(_("Go on"))

    def make(self) -> None:
        """Make the key."""
        self.card.work(busy=True)
        people = self.workspace.archive.people
        self.workspace.jobs.run(people.new_recovery_key, self._show, self._refused, owner=self)

    def _show(self, text: str) -> None:
        self.card.work(busy=False)
        self.key = RecoveryKey(self.workspace, text)
        self.card.body.addWidget(self.key)
        self.key.settled.connect(self.done_button.setEnabled)
        self.make_button.hide()
        self.back_button.hide()
        self.done_button.show()
        self.key.print_button.setFocus()
        self.retranslate()
        self.workspace.changed.emit()

    def confirm(self) -> None:
        """Have the key before open nothing any more: the new one was put away."""
        self.card.work(busy=True)
        people = self.workspace.archive.people
        self.workspace.jobs.run(
            people.confirm_recovery_key, self._confirmed, self._refused, owner=self
        )

    def _confirmed(self, _nothing: object) -> None:
        self.card.work(busy=False)
        self.workspace.changed.emit()
        self.workspace.go_back()

    def _refused(self, error: Exception) -> None:
        self.card.work(busy=False)
        if isinstance(error, UserError):
            self.card.tell(error.message)
        else:
            self.workspace.troubled.emit(error)


def _until_when() -> str:
    """Say when the key before stops working."""
    return _("The key before still works until you choose “Go on”.")
