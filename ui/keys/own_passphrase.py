"""Changing one's own passphrase."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison.errors import UserError
from liaison.i18n import _
from ui import actions
from ui.keys.card import DoorCard
from ui.keys.new_passphrase import NewPassphrase, judge
from ui.keys.passphrase_field import PassphraseField
from ui.page import Page
from ui.widgets.pieces import button
from ui.workspace import Workspace


class CardPage(Page):
    """A page with one card in the middle, left with Escape."""

    def __init__(self, workspace: Workspace, width: int, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.card = DoorCard(width)
        self.back_button = button("", workspace.go_back)
        self.card.buttons.addWidget(self.back_button)
        self.card.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.card)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(3)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, workspace.go_back, "Esc", context=within)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "safety"


class OwnPassphrasePage(CardPage):
    """Asks for the passphrase now, and for the new one twice."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, 480, parent)
        self.old = PassphraseField(workspace.theme)
        self.pair = NewPassphrase(workspace.theme)
        self.pair.judge = lambda text: judge(text, workspace.archive.author, "")
        self.card.body.addWidget(self.old)
        self.card.body.addWidget(self.pair)
        self.save_button = button("primary", self.save)
        self.card.buttons.addWidget(self.save_button)
        self.old.entered.connect(self.pair.setFocus)
        self.pair.entered.connect(self.save)
        self.enter_at(self.old)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.save, "Ctrl+S", "F2", context=within)
        self.retranslate()

    def title(self) -> str:
        """Return the name of the page."""
        return _("Change my passphrase")

    def retranslate(self) -> None:
        """Say everything again."""
        self.card.title.setText(self.title())
        self.card.words.setText(
            _("The new passphrase holds from the next time you sign in. Nothing else changes.")
        )
        self.old.set_name(_("Your passphrase now"))
        self.back_button.setText(_("Cancel"))
        self.back_button.setToolTip("Esc")
        self.save_button.setText(_("Change it"))
        self.save_button.setToolTip("Ctrl+S")

    def save(self) -> None:
        """Change the passphrase, once both are as they should be."""
        old = self.old.passphrase
        if not old:
            self.old.refuse(_("Type the passphrase you sign in with now."))
            return
        try:
            new = self.pair.passphrase()
        except UserError:  # it is marked
            return
        people = self.workspace.archive.people
        self.card.work(busy=True)
        self.workspace.jobs.run(
            lambda: people.change_passphrase(old, new), self._changed, self._refused, owner=self
        )

    def _changed(self, _nothing: None) -> None:
        self.workspace.changed.emit()
        self.workspace.say(_("Your passphrase was changed."))
        self.workspace.go_back()

    def _refused(self, error: Exception) -> None:
        self.card.work(busy=False)
        if isinstance(error, UserError) and error.field == "passphrase":
            self.old.refuse(error.message)
        elif isinstance(error, UserError):
            self.card.tell(error.message)
        else:
            self.workspace.troubled.emit(error)
