"""The report of a problem: its whole text to read, and the ways to hand it on."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from liaison.diagnostics import diary
from liaison.diagnostics.report import Asked, report
from liaison.errors import LiaisonError
from liaison.exchange.whole_file import whole_file
from liaison.i18n import _
from ui.backups.keeper import BackupKeeper
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from ui.workspace import Workspace

_SIZE = (780, 620)


class ReportDialog(QDialog):
    """Shows every letter of a report; what is read here is what is saved."""

    def __init__(
        self, workspace: Workspace, error: BaseException | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self.heading = label("page-title", _("Report of a problem"))
        self.within = label("muted", wrap=True)
        self.without = label("strong", wrap=True)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.heading.text())
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.said = label("muted", wrap=True)
        self.copy_button = button("", self.copy)
        self.save_button = button("primary", self.save)
        self.close_button = button("", self.close)
        self._lay_out()
        self._say()
        self._read(error)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for each in (self.heading, self.within, self.without):
            column.addWidget(each)
        column.addWidget(self.text, 1)
        column.addWidget(self.progress)
        column.addWidget(self.said)
        column.addLayout(row(1, self.close_button, self.copy_button, self.save_button))
        self.resize(*_SIZE)

    def _say(self) -> None:
        self.setWindowTitle(self.heading.text())
        self.within.setText(
            _(
                "For whoever looks after Liaison: versions, counts and sizes, what a check of the"
                " archive finds, the backups, and what the program noted while it worked."
            )
        )
        self.without.setText(
            _(
                "Not in it: names, texts, attached files and their names, folders, what was set,"
                " and keys. Below is every letter that is saved."
            )
        )
        self.progress.setAccessibleName(_("Looking the archive through…"))
        self.said.setText(_("Looking the archive through…"))
        self.copy_button.setText(_("Copy"))
        self.save_button.setText(_("Save…"))
        self.close_button.setText(_("Close"))

    def _read(self, error: BaseException | None) -> None:
        """Show at once what is known, and everything when the archive was looked through."""
        workspace = self._workspace
        archive = workspace.archive if workspace.is_open else None
        asked = Asked(workspace.folder, archive, surroundings(), error)
        self._wait(waiting=True)
        run, keeper = workspace.jobs.run, workspace.findChild(BackupKeeper)
        if keeper is not None:
            run = keeper.jobs.run  # a thread of its own: the window goes on working
        run(partial(report, asked, checked=False), self._show_some, owner=self)
        run(partial(report, asked), self._show_all, self._failed, owner=self)

    def _show_some(self, text: str) -> None:
        self.text.setPlainText(text)

    def _show_all(self, text: str) -> None:
        self.text.setPlainText(text)
        self._wait(waiting=False)
        self.said.clear()

    def _failed(self, error: Exception) -> None:
        """Save what there is: a report that fails is wanted most."""
        self.text.appendPlainText(diary.told_of(error))
        self._wait(waiting=False)
        self.said.clear()

    def _wait(self, *, waiting: bool) -> None:
        self.progress.setVisible(waiting)
        for each in (self.copy_button, self.save_button):
            each.setDisabled(waiting)

    def copy(self) -> None:
        """Copy the text."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.said.setText(_("Copied."))

    def save(self) -> None:
        """Ask for a file and write the text into it."""
        name = f"liaison-report-{datetime.now(UTC):%Y-%m-%d}.txt"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save report"), str(Path.home() / name))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the text, whole or not at all."""
        try:
            with whole_file(path) as stream:
                stream.write(self.text.toPlainText().encode())
        except LiaisonError as error:
            self.said.setText(str(error))
            return
        self.said.setText(_("Saved as {name}.").format(name=path.name))


def surroundings() -> dict[str, str]:
    """Return what only the window knows: versions and measures."""
    screen = QGuiApplication.primaryScreen()
    size = screen.size()
    return {
        "qt": qVersion(),
        "screen": f"{size.width()} x {size.height()}, {len(QGuiApplication.screens())} of them",
        "scale": f"{screen.devicePixelRatio():g}",
        "shown by": QGuiApplication.platformName(),
    }
