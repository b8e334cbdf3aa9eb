"""When the window locks by itself: left alone, or together with the computer."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.keys.idle import IdleWatch
from ui.keys.session import SessionWatch
from ui.workspace import Workspace


class Watching(QObject):
    """Keeps watch while an encrypted archive is open."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__(window)
        self._workspace = workspace
        self.idle = IdleWatch(workspace.theme.application, workspace.settings, self)
        self.session = SessionWatch(window)
        self.idle.left.connect(workspace.lock)
        self.session.left.connect(workspace.lock)
        workspace.opened.connect(self._begin)
        workspace.closing.connect(self.idle.stop)

    @Slot()
    def _begin(self) -> None:
        if self._workspace.archive.key is not None:
            self.idle.start()
            self.session.start()
