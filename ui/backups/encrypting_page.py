"""Making an encrypted copy of an archive that is not encrypted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from liaison.domain.records.officer import Officer
from liaison.errors import UserError
from liaison.i18n import _, language
from ui.backups.keeper import BackupKeeper
from ui.backups.reading import place_fault
from ui.figures import left_to_right
from ui.keys.names import Names
from ui.keys.new_passphrase import NewPassphrase, judge
from ui.keys.own_passphrase import CardPage
from ui.keys.recovery_card import recovery_words
from ui.keys.recovery_key import RecoveryKey
from ui.keys.who import Who, of_row
from ui.widgets.pieces import button, label, no_margins, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.storage.backups.making import Progress
    from ui.workspace import Workspace

_SUFFIX = "-encrypted"
_COMMAND = '--data "{folder}"'
"""What the program takes on its command line, in any language."""


class EncryptingPage(CardPage):
    """Asks who becomes the administrator, and shows the recovery key of the copy that was made."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, 560, parent)
        self.folder = workspace.folder.absolute().with_name(f"{workspace.folder.name}{_SUFFIX}")
        self.key: RecoveryKey | None = None
        self._officers: Sequence[Who] = ()
        self._is_busy = False
        self.officers, self.names = QComboBox(), Names()
        self.pair = NewPassphrase(workspace.theme)
        self.pair.judge = self._judge
        self.place, self.command = _path_line(), _path_line()
        self.place_button = button("", self.choose_place)
        self.make_button = button("primary", self.make)
        self.done_button = button("primary", workspace.go_back)
        self._who, self._where = label("label"), label("label")
        self._lay_out()
        self.officers.activated.connect(self._settle)
        self.names.edited.connect(lambda: self.card.tell(""))
        self.names.entered.connect(self.pair.setFocus)
        self.pair.entered.connect(self.make)
        self.enter_at(self.pair)
        self.retranslate()

    def _lay_out(self) -> None:
        self.asked = QWidget()
        column = QVBoxLayout(self.asked)
        no_margins(column, 12)
        self._who.setBuddy(self.officers)
        self._where.setBuddy(self.place)
        for name, line in (
            (self._who, row(self.officers)),
            (self._where, row(self.place, self.place_button)),
        ):
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(name)
            part.addLayout(line)
            column.addLayout(part)
        column.insertWidget(1, self.names)
        column.insertWidget(2, self.pair)
        self.card.body.addWidget(self.asked)
        self.card.body.addWidget(self.command)
        self.card.buttons.addWidget(self.make_button)
        self.card.buttons.addWidget(self.done_button)
        self.done_button.setEnabled(False)
        for each in (self.done_button, self.command):
            each.hide()

    def title(self) -> str:
        """Return the name of the page."""
        return _("Encrypt this archive")

    def retranslate(self) -> None:
        """Say everything again."""
        self.card.title.setText(self.title() if self.key is None else _("Recovery key"))
        self.card.words.setText(self._words())
        self._who.setText(_("Who you are"))
        self.officers.setAccessibleName(self._who.text())
        self._where.setText(_("Folder of the encrypted copy"))
        self.place.setAccessibleName(self._where.text())
        self.place.setText(str(self.folder))
        self.command.setAccessibleName(_("What opens the copy"))
        self.command.setText(_COMMAND.format(folder=self.folder))
        self.place_button.setText(_("Choose…"))
        self.back_button.setText(_("Cancel"))
        self.back_button.setToolTip("Esc")
        self.make_button.setText(_("Make the encrypted copy"))
        self.done_button.setText(_("Go on"))
        self._offer(self._officers)

    def _words(self) -> str:
        if self.key is None:
            return _(
                "An encrypted copy is made in a folder of its own. You are its administrator, and"
                " it opens with your passphrase. This archive and its backups stay as they are."
            )
        told = _(
            "The encrypted copy is in {folder}. This archive stays as it is, and the program goes"
            " on opening it; to open the copy, start the program with what stands below."
        ).format(folder=left_to_right(str(self.folder)))
        return f"{told}\n\n{recovery_words()}"

    # -- who

    def refresh(self) -> None:
        """Read the officers again, one of whom may be asking."""
        archive = self.workspace.archive

        def officers() -> Sequence[Who]:
            rows = archive.rows(Officer)
            return [of_row(each) for each in rows if each.get("active") is not False]

        self.workspace.jobs.run(officers, self._offer, owner=self, lane="officers")

    def _offer(self, officers: Sequence[Who]) -> None:
        chosen = self.officers.currentData() if self._officers else None
        self._officers = officers
        self.officers.clear()
        for each in officers:
            self.officers.addItem(each.name(language()), each.officer)
        self.officers.addItem(_("Somebody who is not among the officers yet"), "")
        self.officers.setCurrentIndex(max(0, self.officers.findData(chosen)))
        self._settle()

    def _settle(self) -> None:
        """Ask for a name where no officer is chosen."""
        for each in (self._who, self.officers):
            each.setVisible(bool(self._officers))
        self.names.setVisible(not self.officers.currentData())

    def _named(self) -> Who:
        uid = self.officers.currentData()
        for each in self._officers:
            if each.officer == uid:
                return each
        return Who("", self.names.fa.text().strip(), self.names.en.text().strip(), "")

    def _judge(self, passphrase: str) -> None:
        named = self._named()
        judge(passphrase, named.name_fa, named.name_en)

    # -- where

    def choose_place(self) -> None:
        """Ask in which folder that of the copy is made."""
        title = _("Folder in which the encrypted copy is made")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self.folder.parent))
        if chosen:
            self.take_place(Path(chosen))

    def take_place(self, parent: Path) -> None:
        """Make the copy in a folder within `parent`, unless that lies inside this archive."""
        if place_fault(self.workspace.archive, parent) == "inside":
            self.card.tell(_("That folder lies inside the archive; choose one on another disk."))
            return
        self.card.tell("")
        self.folder = parent / f"{self.workspace.folder.name}{_SUFFIX}"
        self.retranslate()

    # -- making it

    def make(self) -> None:
        """Make the copy, once everything it needs was said."""
        keeper = self.workspace.findChild(BackupKeeper)
        if keeper is None or self._is_busy:
            return
        if not self.officers.currentData() and not any(self.names.names()):
            self.card.tell(_("Say who you are: your name is missing."))
            return
        try:
            passphrase = self.pair.passphrase()
        except UserError:  # it is marked
            return
        self.card.tell("")
        self._work(busy=True)
        keeper.progressed.connect(self._show_progress)
        self._begin(keeper, self._named(), passphrase)

    def _begin(self, keeper: BackupKeeper, named: Who, passphrase: str) -> None:
        archive, folder, workspace = self.workspace.archive, self.folder, self.workspace

        def work(progress: Progress) -> str:
            from liaison.storage.converting import encrypted  # not part of the start
            from liaison.storage.keys.keyring import Person

            person = Person(named.officer, named.name_fa, named.name_en)
            return encrypted(archive, folder, person, passphrase, progress)

        def told(recovery: str) -> None:
            if isValid(self):
                self._show_key(recovery)
            else:  # somebody went on to another page
                text = _(
                    "The encrypted copy is in {folder}. Its recovery key was not shown: sign in"
                    " there and make a new one."
                )
                workspace.say(text.format(folder=left_to_right(str(folder))))

        def failed(error: Exception) -> None:
            if isValid(self):
                self._refused(error)
            else:
                workspace.troubled.emit(error)

        keeper.run(work, told, failed)

    def _work(self, *, busy: bool) -> None:
        self._is_busy = busy
        self.card.bar.setRange(0, 0)
        self.card.work(busy=busy)

    def _show_progress(self, done: int, whole: int) -> None:
        if self._is_busy:
            self.card.bar.setRange(0, max(1, whole))
            self.card.bar.setValue(done)

    def _show_key(self, recovery: str) -> None:
        self._work(busy=False)
        self.pair.clear()
        self.key = RecoveryKey(self.workspace, recovery)
        self.key.settled.connect(self.done_button.setEnabled)
        self.card.body.addWidget(self.key)
        for each in (self.asked, self.make_button, self.back_button):
            each.hide()
        for shown in (self.command, self.done_button):
            shown.show()
        self.key.print_button.setFocus()
        self.retranslate()

    def _refused(self, error: Exception) -> None:
        self._work(busy=False)
        if isinstance(error, UserError) and error.field == "passphrase":
            self.pair.refuse(error)
        else:
            self.card.tell(str(error))


def _path_line() -> QLineEdit:
    """Return a line from which a path can be copied."""
    line = QLineEdit(readOnly=True)
    line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return line
