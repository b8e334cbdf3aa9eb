"""What the window says: in passing, above the page, at the door, and as a report to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from liaison.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.doorway import Doorway
    from ui.errors import Errors
    from ui.shell import Shell
    from ui.workspace import Workspace


class Telling(QObject):
    """Hears what there is to say, and says it where it belongs now."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        errors: Errors,
        doorway: Doorway,
        shell: Callable[[], Shell],
    ) -> None:
        """Speak for `window`; `shell` returns the one that stands in it now."""
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._doorway, self._shell = doorway, shell
        workspace.said.connect(self.say)
        workspace.settings.unsaved.connect(self.say)
        workspace.troubled.connect(errors.show)
        errors.said.connect(self.say)
        errors.bannered.connect(self.warn)
        errors.report_wanted.connect(self.report)

    def say(self, message: str, action: str = "", work: Callable[[], object] | None = None) -> None:
        """Say something about what is in the archive: not before a closed door."""
        if self._doorway.door is None:
            self._shell().toast.show_message(message, action, work)

    def warn(self, message: str) -> None:
        """Say what is wrong with disk or archive, until it is closed."""
        door = self._doorway.door
        banner = self._shell().banner if door is None else door.banner
        banner.show_message(message, (_("Report of a problem…"), self.report))

    @Slot()
    @Slot(Exception)
    def report(self, error: BaseException | None = None) -> None:
        """Show the report that can be sent, of `error` or of how things are."""
        from ui.reporting.dialog import ReportDialog  # not part of the start

        ReportDialog(self._workspace, error, self._window).open()
