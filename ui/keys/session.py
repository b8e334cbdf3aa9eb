"""The computer's own lock: when its screen or session is locked, or it goes to sleep, so do we.

On Linux the desktop and the system say so on D-Bus; on Windows the window is told. Elsewhere
only the time without a key or the mouse counts.
"""

import os
import string
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_ALONE: Final = frozenset(string.ascii_letters + string.digits)
_SAVERS: Final = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LOGIN: Final = "org.freedesktop.login1"
_CHANGED, _LOCKED = SLOT("changed(bool)"), SLOT("locked()")
_SESSIONS: Final = "/org/freedesktop/login1/session/"


class SessionWatch(QObject):
    """Tells when the screen or the session is locked, and when the computer goes to sleep."""

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._listening = False

    def start(self) -> None:
        """Listen, as far as the system has something to say; once is enough."""
        if self._listening:
            return
        self._listening = True
        if sys.platform == "linux":
            self._listen_on_bus()
        elif sys.platform == "win32":
            from ui.keys.session_windows import listen

            listen(self._window, self.left.emit)

    def _listen_on_bus(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # for encrypted archives alone

        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        for saver in _SAVERS:
            self._hear(session, ("", "", saver, "ActiveChanged"), _CHANGED)
        manager = (_LOGIN, "/org/freedesktop/login1", f"{_LOGIN}.Manager", "PrepareForSleep")
        self._hear(system, manager, _CHANGED)
        path = session_path(os.environ.get("XDG_SESSION_ID", ""))
        self._hear(system, (_LOGIN, path, f"{_LOGIN}.Session", "Lock"), _LOCKED)

    def _hear(self, bus: "QDBusConnection", signal: tuple[str, str, str, str], slot: str) -> None:
        """Listen on a bus, where there is one, for a signal: service, path, interface and name."""
        if bus.isConnected():
            bus.connect(*signal, self, slot)  # type: ignore[call-overload] # bytes, say the stubs, which the binding refuses

    @Slot(bool)
    def changed(self, begins: bool) -> None:  # noqa: FBT001 - the signal's one value
        """Hear that the screen saver, or sleep, begins or ends."""
        if begins:
            self.left.emit()

    @Slot()
    def locked(self) -> None:
        """Hear that the session was locked."""
        self.left.emit()


def session_path(name: str) -> str:
    """Return where D-Bus has the session `name`; "" for any, where it is not known.

    Letters D-Bus has no place for are written as systemd writes them.
    """
    if not name:
        return ""
    kept = (
        each if each in _ALONE and not (at == 0 and each.isdigit()) else f"_{ord(each):02x}"
        for at, each in enumerate(name)
    )
    return _SESSIONS + "".join(kept)
