"""Locking after a while in which nobody touched keyboard or mouse."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from ui.settings import Settings

LOCK_AFTER: Final = "lock_after"
"""Minutes until the window locks by itself, kept on this computer; 0 for never."""
MINUTES: Final = (5, 10, 15, 30, 0)
USUAL: Final = 10
_MINUTE: Final = 60_000

_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Tells when the program was left alone for as long as the settings say.

    It listens to whole windows of the system, not to each widget: that costs nothing to speak of.
    """

    left = Signal()

    def __init__(self, application: QGuiApplication, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._settings = settings
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.left)
        self._running = False

    def start(self) -> None:
        """Begin to count."""
        if not self._running:
            self._running = True
            for each in QGuiApplication.topLevelWindows():
                self._listen(each)
            self._application.focusWindowChanged.connect(self._listen)
        self._count()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()
        if self._running:
            self._running = False
            self._application.focusWindowChanged.disconnect(self._listen)

    def _listen(self, window: QWindow | None) -> None:
        """Listen to a window that came to the front: a dialog is another one."""
        if window is not None:
            window.installEventFilter(self)
            self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin to count anew."""
        if self._running and event.type() in _TOUCHES:
            self._count()
        return super().eventFilter(watched, event)

    def _count(self) -> None:
        minutes = self._settings.get(LOCK_AFTER, USUAL)
        if isinstance(minutes, int | float) and minutes > 0:
            self._timer.start(int(minutes * _MINUTE))
        else:
            self._timer.stop()
