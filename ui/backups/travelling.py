"""Taking a backup along: where its copy goes, under which passphrase, and then it is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from liaison.errors import UserError
from liaison.i18n import _
from liaison.storage.backups import COPY_ENDING
from liaison.time import instant
from ui.backups.reading import place_fault
from ui.figures import left_to_right
from ui.keys.new_passphrase import NewPassphrase, judge
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from liaison.storage.backups.making import Progress
    from liaison.storage.backups.shelf import Backup, Shelf
    from liaison.storage.backups.travelling import Opener
    from ui.backups.keeper import BackupKeeper
    from ui.page import Page
    from ui.theme import Theme

_WIDTH: Final = 440


class CopyPassphrase(QDialog):
    """Asks for the passphrase that a copy of an unencrypted archive opens with."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pair = NewPassphrase(theme)
        self.pair.judge = lambda text: judge(text, "", "")
        self.save_button = button("primary", self.save)
        self.cancel_button = button("", self.reject)
        words = _(
            "The copy is encrypted, so that nobody reads it who finds the memory stick. It opens"
            " with this passphrase only; the archive itself stays as it is."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label("page-title", _("Passphrase of the copy")))
        column.addWidget(label("muted", words, wrap=True))
        column.addWidget(self.pair)
        column.addLayout(row(self.cancel_button, 1, self.save_button))
        self.setWindowTitle(_("Passphrase of the copy"))
        self.cancel_button.setText(_("Cancel"))
        self.save_button.setText(_("Save the copy"))
        self.pair.entered.connect(self.save)
        self.setFixedWidth(_WIDTH)
        self.pair.setFocus()

    def save(self) -> None:
        """Go on with the passphrase, once it will do."""
        try:
            passphrase = self.pair.passphrase()
        except UserError:  # it is marked
            return
        self.accept()
        self.wanted.emit(passphrase)


class Travelling(QObject):
    """Saves one backup as a sealed file; it lives as long as the page that wanted it."""

    def __init__(self, page: Page, keeper: BackupKeeper, shelf: Shelf, backup: Backup) -> None:
        super().__init__(page)
        self._page, self._keeper = page, keeper
        self._shelf, self._backup = shelf, backup
        self.files: QFileDialog | None = None
        self.asked: CopyPassphrase | None = None

    def ask(self) -> None:
        """Ask with the system's own dialog where the copy goes."""
        places = QStandardPaths.StandardLocation
        start = QStandardPaths.writableLocation(places.DocumentsLocation) or str(Path.home())
        kinds = _("Copies of an archive") + f" (*{COPY_ENDING})"
        files = QFileDialog(self._page, _("Save a copy to a memory stick"), start, kinds)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setDefaultSuffix(COPY_ENDING.removeprefix("."))
        files.selectFile(self.suggested_name())
        files.fileSelected.connect(lambda name: self.save_to(Path(name)))
        self.files = files
        files.open()

    def suggested_name(self) -> str:
        """Return a name that says of which day the backup is."""
        day = self._backup.manifest.made_at.astimezone(instant.zone())
        return f"liaison-{day:%Y-%m-%d}{COPY_ENDING}"

    def save_to(self, path: Path) -> None:
        """Save the copy, once a passphrase is known that opens it."""
        workspace = self._page.workspace
        if place_fault(workspace.archive, path.parent) == "inside":
            workspace.say(_("That folder lies inside the archive; choose one on another disk."))
        elif workspace.archive.key is not None:
            self._write(path, "")
        else:
            self.asked = CopyPassphrase(workspace.theme, self._page)
            self.asked.wanted.connect(lambda passphrase: self._write(path, passphrase))
            self.asked.open()

    def _write(self, path: Path, passphrase: str) -> None:
        workspace, shelf, backup = self._page.workspace, self._shelf, self._backup
        folder, key = workspace.archive.folder, workspace.archive.key

        def work(progress: Progress) -> None:
            from liaison.storage.backups.travelling import save_copy  # not part of the start

            save_copy(backup, shelf, path, _opener(folder, key, passphrase), progress)

        def told(_nothing: None) -> None:
            text = _("Copy written and verified: {file}")
            workspace.say(text.format(file=left_to_right(str(path))))

        self._keeper.run(work, told)


def _opener(folder: Path, key: bytes | None, passphrase: str) -> Opener:
    """Return what opens the copy: the archive's own people, or a passphrase of its own."""
    from liaison.storage.backups.travelling import opener_for, own_opener
    from liaison.storage.signing_in import needed_keyring

    if key is None:
        return opener_for(passphrase)
    return own_opener(needed_keyring(folder), key)
