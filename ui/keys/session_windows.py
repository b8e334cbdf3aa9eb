"""How Windows tells a window that the session is locked, or the computer goes to sleep."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

WM_WTSSESSION_CHANGE: Final = 0x02B1
WM_POWERBROADCAST: Final = 0x0218
WTS_SESSION_LOCK: Final = 0x7
PBT_APMSUSPEND: Final = 0x4
_MESSAGES: Final = {
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
    (WM_POWERBROADCAST, PBT_APMSUSPEND),
}


class Messages(QAbstractNativeEventFilter):
    """Looks at each message of the system for the two that matter."""

    def __init__(self, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Hear of the lock and of sleep, and let every message go on."""
        if QByteArray(kind).startsWith(b"windows"):
            found = wintypes.MSG.from_address(int(message))
            if (found.message, found.wParam) in _MESSAGES:
                self._left()
        return False, 0


def listen(window: QWidget, left: Callable[[], object]) -> None:
    """Ask Windows to tell `window`, and call `left` when it does."""
    if sys.platform == "win32":
        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0)
    application = QCoreApplication.instance()
    if application is not None:
        window.messages = Messages(left)  # type: ignore[attr-defined] # it lives as long as the window
        application.installNativeEventFilter(window.messages)  # type: ignore[attr-defined] # as above
