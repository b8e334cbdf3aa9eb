"""The side of the page of people: an officer, and their first passphrase."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from liaison.errors import UserError
from liaison.i18n import _, language
from ui.keys.card import DoorCard
from ui.keys.new_passphrase import NewPassphrase, judge
from ui.widgets.pieces import button, label
from ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.keys.who import Who


class Admitting(DoorCard):
    """Asks for an officer and a passphrase, and lets them in with it."""

    done = Signal(str)
    """The name of who was let in."""
    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(380)
        self._workspace = workspace
        self._officers: Sequence[Who] = ()
        self._is_new = True
        self._who = label("label")
        self.names = QComboBox()
        self.pair = NewPassphrase(workspace.theme)
        self.pair.judge = self._judge
        self.ask(self._who, self.names)
        self.body.addWidget(self.pair)
        self.back_button = button("", self.left.emit)
        self.save_button = button("primary", self.save)
        self.buttons.addWidget(self.back_button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.save_button)
        self.pair.entered.connect(self.save)
        self.names.activated.connect(self.pair.setFocus)
        self.retranslate()

    def ask_for(self, officers: "Sequence[Who]", *, is_new: bool) -> None:
        """Ask for the passphrase of one of `officers`, `is_new` where they have none yet."""
        self._officers, self._is_new = officers, is_new
        self.pair.clear()
        self.tell("")
        self.retranslate()
        self.show()
        self.start()

    def start(self) -> None:
        """Put the keyboard where there is something to choose or to type."""
        (self.names if len(self._officers) > 1 else self.pair).setFocus()

    def _chosen(self) -> "Who | None":
        uid = self.names.currentData()
        return next((each for each in self._officers if each.officer == uid), None)

    def _judge(self, passphrase: str) -> None:
        chosen = self._chosen()
        if chosen is not None:
            judge(passphrase, chosen.name_fa, chosen.name_en)

    def save(self) -> None:
        """Let the officer in."""
        chosen = self._chosen()
        try:
            passphrase = self.pair.passphrase()
        except UserError:  # it is marked
            return
        if chosen is None:
            return
        people = self._workspace.archive.people
        self.work(busy=True)

        def done(_nothing: None) -> None:
            self.work(busy=False)
            self.pair.clear()
            self.done.emit(chosen.name(language()))

        self._workspace.jobs.run(
            lambda: people.admit(chosen.officer, passphrase), done, self._refused, owner=self
        )

    def _refused(self, error: Exception) -> None:
        self.work(busy=False)
        if isinstance(error, UserError) and error.field == "passphrase":
            self.pair.refuse(error)
        elif isinstance(error, UserError):
            self.tell(error.message)
        else:
            self._workspace.troubled.emit(error)

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(_("Let an officer in") if self._is_new else _("A new passphrase"))
        self.words.setText(
            _("Choose a first passphrase together; the officer changes it after signing in.")
        )
        self._who.setText(_("Officer"))
        self.names.setAccessibleName(_("Officer"))
        self.back_button.setText(_("Cancel"))
        self.back_button.setToolTip("Esc")
        self.save_button.setText(_("Let in") if self._is_new else _("Change it"))
        uid = self.names.currentData()
        self.names.clear()
        for each in self._officers:
            duty = f" · {_(each.duty)}" if each.duty else ""
            self.names.addItem(f"{each.name(language())}{duty}", each.officer)
        self.names.setCurrentIndex(max(0, self.names.findData(uid)))
