"""One line at the side of a visit: how many papers no longer say what was handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import ngettext
from ui.figures import figure
from ui.pages.visit_side import SentenceButton
from ui.series import Series
from ui.speaking import Speaking
from ui.widgets.pieces import clear, no_margins

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison.prints.revisions import Affected
    from liaison.storage.archive import Archive
    from liaison.storage.issued import IssuedPrint
    from ui.workspace import Workspace

_PAUSE: Final = 1500
"""Milliseconds the page rests before its papers are compared: each of them is made for that."""


class ChangedLine(Speaking, QWidget):
    """Compares behind the page what was handed out, paper by paper; hidden while all holds."""

    pressed = Signal()
    """What changed is to be looked at."""

    def __init__(self, workspace: Workspace, visit: str) -> None:
        super().__init__()
        self.workspace, self._visit = workspace, visit
        self.count = 0
        self.link: SentenceButton | None = None
        self._column = QVBoxLayout(self)
        no_margins(self._column)
        self._series = Series(workspace.jobs, self)
        self._series.finished.connect(self._take)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.refresh)
        self.hide()

    def retranslate(self) -> None:
        """Say the line again."""
        self._show()

    def wait(self) -> None:
        """Compare once nothing was read for a while."""
        self._timer.start()

    def refresh(self) -> None:
        """Compare what was handed out with what it would say now."""
        archive, visit = self.workspace.archive, self._visit
        self.workspace.jobs.run(
            lambda: _handed_out(archive, visit), self._compare, owner=self, lane="handed out"
        )

    def _compare(self, issues: list[IssuedPrint]) -> None:
        archive = self.workspace.archive

        def comparer(each: IssuedPrint) -> Callable[[], Affected]:
            return lambda: _compared(archive, each)

        self._series.start([comparer(each) for each in issues])

    def _take(self, affected: list[Affected], whole: bool) -> None:  # noqa: FBT001 - the signal's own
        if whole:
            self.count = sum(each.is_changed for each in affected)
            self._show()

    def _show(self) -> None:
        clear(self._column)
        self.link = None
        self.setVisible(bool(self.count))
        if self.count:
            # Translators: «{count} برگه از آخرین چاپ تغییر کرده است» in Persian.
            text = ngettext(
                "{count} paper changed since it was last handed out.",
                "{count} papers changed since they were last handed out.",
                self.count,
            )
            self.link = SentenceButton(text.format(count=figure(self.count)), self.pressed.emit)
            self._column.addWidget(self.link)


def _handed_out(archive: Archive, visit: str) -> list[IssuedPrint]:
    from liaison.prints.revisions import handed_out  # loaded on the worker

    return handed_out(archive, visit)


def _compared(archive: Archive, issued: IssuedPrint) -> Affected:
    from liaison.prints.revisions import compared  # loaded on the worker

    return compared(archive, issued)
