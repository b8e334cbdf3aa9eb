"""The first start with a copy at hand: the file is chosen, opened, and made the archive here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from liaison.errors import StorageError
from liaison.i18n import _, ngettext
from liaison.storage.backups import COPY_ENDING
from ui.figures import figure
from ui.keys.copy_card import CopyCard
from ui.way import Way, way_into

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison.storage.backups.making import Progress
    from ui.keys.door import Door
    from ui.workspace import Workspace


class Restoring(QObject):
    """Asks for a copy and what opens it, and restores it into the archive's folder."""

    _progressed = Signal(int, int)

    def __init__(self, door: Door, workspace: Workspace, begin: Callable[[Way], object]) -> None:
        """Stand in `door`; `begin` goes on with what then is in the folder."""
        super().__init__(door)
        self._door, self._workspace, self._begin = door, workspace, begin
        self.files: QFileDialog | None = None
        self._progressed.connect(self._show_progress)

    def ask(self) -> None:
        """Ask with the system's own dialog for the file."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        kinds = _("Copies of an archive") + f" (*{COPY_ENDING})"
        files = QFileDialog(self._door, _("Restore a copy"), start, kinds)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.fileSelected.connect(lambda name: self.take(Path(name)))
        self.files = files
        files.open()

    def take(self, file: Path) -> None:
        """Ask what opens the copy."""
        card = CopyCard(self._workspace.theme, file)
        card.left.connect(lambda: self._begin(Way.NEW))
        card.wanted.connect(lambda typed: self._restore(card, file, typed))
        self._door.show_card(card)

    def _restore(self, card: CopyCard, file: Path, typed: str) -> None:
        folder, tell = self._workspace.folder, self._progressed.emit
        card.work(busy=True)

        def failed(error: Exception) -> None:
            card.work(busy=False)
            card.refuse(error)

        self._workspace.jobs.run(
            lambda: restored_from(file, typed, folder, tell), self._restored, failed
        )

    def _restored(self, lacking: int) -> None:
        """Go on as with any archive, and say what the copy lacked."""
        self._begin(way_into(self._workspace.folder))
        if lacking:
            text = ngettext(
                "The copy is restored; {count} attached file is lacking in it.",
                "The copy is restored; {count} attached files are lacking in it.",
                lacking,
            )
            self._workspace.troubled.emit(StorageError(text.format(count=figure(lacking))))

    def _show_progress(self, done: int, whole: int) -> None:
        if isinstance(card := self._door.card, CopyCard):
            card.show_progress(done, whole)


def restored_from(file: Path, typed: str, folder: Path, progress: Progress) -> int:
    """Make the archive of a copy; return how many attached files that lacks.

    Raises UserError where what was typed does not open it, or the file is no copy; StorageError
    where the disk refuses.
    """
    from liaison.errors import UserError
    from liaison.storage.backups.travelling import keyring_in, restore_copy
    from liaison.storage.keys.recovery import recovery_bytes

    ring = keyring_in(file)
    try:
        recovery_bytes(typed)
    except UserError:  # it is a passphrase
        key, _officer = ring.unlock(typed)
    else:
        key = ring.recover(typed)
    return len(restore_copy(file, key, folder, progress))
