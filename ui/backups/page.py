"""The page of backups: when the last one was made, where they stand, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout

from liaison.i18n import N_, _, ngettext
from liaison.storage.backups.restoring import restore
from liaison.storage.backups.verifying import faults_of, rewritten
from liaison.storage.settings import BACKUP_PLACE
from ui import actions
from ui.backups.keeper import BackupKeeper
from ui.backups.reading import Kept, place_fault, read_kept
from ui.backups.travelling import Travelling
from ui.backups.words import entry_of, place_of, state_of, trial_of
from ui.figures import figure
from ui.page import Page
from ui.pages.visit_list import ListCard, Tool
from ui.widgets.pieces import button, card, label, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from liaison.storage.backups.shelf import Backup
    from ui.workspace import Workspace


class BackupsPage(Page):
    """Backups are made by themselves; here one sees them, makes one now, and puts one back."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.kept: Kept | None = None
        self._title = label("page-title")
        self.now_button = button("primary", self.back_up)
        self.state, self.place, self.trial = (label("muted", wrap=True) for _each in range(3))
        self.trouble = label("error", wrap=True)
        self.place_button, self.no_place_button = button("", self.choose_place), button("link")
        self.no_place_button.clicked.connect(lambda: self._set_place(""))
        self.trial_button = button("", self.try_out)
        self.open_to_all = label("warning", wrap=True)
        self.encrypt_button = button("", lambda: workspace.open_page("encrypting"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.hide()
        columns = (
            (N_("Made at"), 0.34),
            (N_("Records"), 0.22),
            (N_("Attached files"), 0.22),
            (N_("Size"), 0.22),
            (N_("Second place"), 120),
        )
        tools = (
            Tool(N_("Restore into a folder…"), self.restore, ("Return",), shown=True),
            Tool(N_("Verify"), self.verify, ("Space",), shown=True),
            Tool(N_("Save a copy to a memory stick…"), self.save_copy, shown=True),
        )
        empty = N_("There is no backup yet. The first one is made when something was recorded.")
        self.list = ListCard(workspace, N_("Backups"), columns, tools, empty, parent=self)
        self._lay_out()
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.back_up, "Ctrl+S", context=context)
        if (keeper := self._keeper) is not None:
            keeper.done.connect(self.refresh)
            keeper.progressed.connect(self._show_progress)
        self.retranslate()

    def _lay_out(self) -> None:
        head, column = card()
        column.addLayout(row(self._title, 1, self.now_button, spacing=12))
        for each in (self.state, self.trouble, self.progress):
            column.addWidget(each)
        for told, *buttons in (
            (self.place, self.no_place_button, self.place_button),
            (self.trial, self.trial_button),
            (self.open_to_all, self.encrypt_button),
        ):
            line = row(told, *buttons, spacing=8)
            line.setStretch(0, 1)
            column.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 20)
        whole.setSpacing(12)
        whole.addWidget(head)
        whole.addWidget(self.list, 1)

    @property
    def _keeper(self) -> BackupKeeper | None:
        """Who makes the backups; there is none where the program does not run as a whole."""
        return self.workspace.findChild(BackupKeeper)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "backups"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Backups")

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.title())
        self.now_button.setText(_("Make a backup now"))
        self.now_button.setToolTip("Ctrl+S")
        self.place_button.setText(_("Choose a second place…"))
        self.no_place_button.setText(_("No second place"))
        self.trial_button.setText(_("Try the newest out"))
        self.trial_button.setToolTip(
            _("Puts it back into a folder that is removed again, and looks that through.")
        )
        self.open_to_all.setText(
            _(
                "This archive is not encrypted: whoever gets hold of the disk or of a backup reads"
                " everything."
            )
        )
        self.encrypt_button.setText(_("Encrypt this archive…"))
        if self.kept is not None:
            self._show(self.kept)

    # -- reading

    def refresh(self) -> None:
        """Read the backups again."""
        archive = self.workspace.archive
        self.workspace.jobs.run(lambda: read_kept(archive), self._show, owner=self, lane="backups")

    def _show(self, kept: Kept) -> None:
        self.kept = kept
        self.progress.hide()
        keeper = self._keeper
        self.trouble.setText(keeper.last_error if keeper is not None else "")
        self.trouble.setVisible(bool(self.trouble.text()))
        self.state.setText(state_of(kept))
        self.place.setText(place_of(kept))
        self.no_place_button.setVisible(bool(kept.place))
        self.trial.setText(trial_of(kept))
        self.trial_button.setEnabled(bool(kept.backups))
        is_plain = self.workspace.archive.key is None
        for each in (self.open_to_all, self.encrypt_button):
            each.setVisible(is_plain)
        self.encrypt_button.setEnabled(keeper is not None)
        self.now_button.setEnabled(keeper is not None and not self.workspace.archive.read_only)
        self.list.show_entries([entry_of(kept, each) for each in kept.backups])

    def _show_progress(self, done: int, whole: int) -> None:
        self.progress.setRange(0, max(1, whole))
        self.progress.setValue(done)
        self.progress.setVisible(done < whole)

    # -- working

    def back_up(self) -> None:
        """Make a backup now."""
        if self._keeper is not None:
            self._keeper.back_up()

    def try_out(self) -> None:
        """Put the newest backup back for a trial."""
        if self._keeper is not None:
            self._keeper.try_out()

    def choose_place(self) -> None:
        """Ask for the folder of the second place."""
        name = QFileDialog.getExistingDirectory(self, _("Second place for backups"))
        if name:
            self.take_place(Path(name))

    def take_place(self, folder: Path) -> None:
        """Set the second place, unless it would be lost together with the first."""
        fault = place_fault(self.workspace.archive, folder)
        if fault:
            self.workspace.say(
                _("That folder lies inside the archive; choose one on another disk.")
                if fault == "inside"
                else _("There is no folder {folder}.").format(folder=folder)
            )
            return
        self._set_place(str(folder))

    def _set_place(self, place: str) -> None:
        archive = self.workspace.archive

        def done(_nothing: None) -> None:
            self.workspace.changed.emit()
            if place and self._keeper is not None:
                self._keeper.back_up(always=False)

        self.workspace.jobs.run(lambda: archive.settings.set(BACKUP_PLACE, place), done, owner=self)

    def _current(self) -> Backup | None:
        uid = self.list.view.uid()
        backups = self.kept.backups if self.kept is not None else ()
        return next((each for each in backups if each.name == uid), None)

    def restore(self) -> None:
        """Ask for a new folder and make an archive of the current backup there."""
        if self._current() is None:
            return
        name, _kind = QFileDialog.getSaveFileName(
            self, _("New folder for the restored archive"), str(Path.home() / "liaison-restored")
        )
        if name:
            self.restore_into(Path(name))

    def restore_into(self, folder: Path) -> None:
        """Make an archive of the current backup in a new folder; the open one stays as it is."""
        backup, kept, keeper = self._current(), self.kept, self._keeper
        if backup is None or kept is None or keeper is None:
            return

        def told(lacking: object) -> None:
            count = len(lacking) if isinstance(lacking, tuple) else 0
            text = _("The backup now is an archive in “{folder}”.").format(folder=folder)
            if count:
                text = ngettext(
                    "The backup now is an archive in “{folder}”; {count} attached file is lacking.",
                    "The backup now is an archive in “{folder}”; {count} attached files are"
                    " lacking.",
                    count,
                ).format(folder=folder, count=figure(count))
            self.workspace.say(text)

        keeper.run(lambda progress: restore(kept.shelf, backup, folder, progress), told)

    def save_copy(self) -> None:
        """Ask where to save the current backup as one file that can be taken along."""
        backup, kept, keeper = self._current(), self.kept, self._keeper
        if backup is not None and kept is not None and keeper is not None:
            Travelling(self, keeper, kept.shelf, backup).ask()

    def verify(self) -> None:
        """Read every byte of the current backup and say what is wrong, with the history too."""
        backup, kept, keeper = self._current(), self.kept, self._keeper
        if backup is None or kept is None or keeper is None:
            return
        archive = self.workspace.archive

        def told(faults: list[str]) -> None:
            wrong = " ".join(faults)
            self.workspace.say(wrong or _("Every byte of the backup is as it was."))

        def work(_progress: object) -> list[str]:
            return [*faults_of(kept.shelf, backup), *rewritten(archive, kept.shelf)]

        keeper.run(work, told)
