"""The computer's own lock, told by D-Bus on Linux and by messages on Windows."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray, QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.keys.session import SessionWatch, session_path
from ui.keys.session_windows import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    Messages,
)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("", ""),
        ("2", "/org/freedesktop/login1/session/_32"),
        ("c1", "/org/freedesktop/login1/session/c1"),
        ("12", "/org/freedesktop/login1/session/_312"),
        ("a-b", "/org/freedesktop/login1/session/a_2db"),
    ],
)
def test_a_session_is_found_by_its_name(name: str, path: str) -> None:
    assert session_path(name) == path


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[QDBusConnection]:
    """Give a bus of our own, which our own process takes for that of the session."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None or sys.platform != "linux":
        pytest.skip("there is no D-Bus here")
    command = [daemon, "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(  # noqa: S603 - the path was looked up above
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        connection = QDBusConnection.connectToBus(address, "of the test")
        other = QDBusConnection.connectToBus(address, "of the window")
        monkeypatch.setattr(QDBusConnection, "sessionBus", staticmethod(lambda: other))
        monkeypatch.setattr(QDBusConnection, "systemBus", staticmethod(lambda: other))
        monkeypatch.setitem(os.environ, "XDG_SESSION_ID", "2")
        yield connection
        for name in ("of the test", "of the window"):
            QDBusConnection.disconnectFromBus(name)
        running.terminate()


LOGIN = "org.freedesktop.login1"


@pytest.mark.parametrize(
    ("path", "interface", "signal", "arguments", "heard"),
    [
        ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True], True),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True], True),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [False], False),
        ("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", [True], True),
        ("/org/freedesktop/login1/session/_32", f"{LOGIN}.Session", "Lock", [], True),
        ("/org/freedesktop/login1/session/_33", f"{LOGIN}.Session", "Lock", [], False),
    ],
)
def test_the_desktop_says_when_it_locks(
    qtbot: QtBot,
    bus: QDBusConnection,
    path: str,
    interface: str,
    signal: str,
    arguments: list[bool],
    heard: bool,  # noqa: FBT001 - a case
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    watch = SessionWatch(window)
    left: list[int] = []
    watch.left.connect(lambda: left.append(1))
    assert bus.registerService(LOGIN)  # what comes from there is taken from nobody else
    watch.start()
    for what in ([path, interface, signal, arguments], ["/", "org.gnome.ScreenSaver", "", []]):
        message = QDBusMessage.createSignal(what[0], what[1], what[2] or "ActiveChanged")
        message.setArguments(what[3] if what[2] else [True])
        assert bus.send(message)
    wanted = 2 if heard else 1  # the last one is heard always, and came last
    qtbot.waitUntil(lambda: len(left) >= wanted, timeout=10_000)
    assert len(left) == wanted


class Heard(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def hear(self) -> None:
        self.times += 1


@pytest.mark.parametrize(
    ("kind", "message", "what", "heard"),
    [
        (b"windows_generic_MSG", WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, 1),
        (b"windows_generic_MSG", WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK + 1, 0),
        (b"windows_dispatcher_MSG", WM_POWERBROADCAST, PBT_APMSUSPEND, 1),
        (b"windows_generic_MSG", WM_POWERBROADCAST, WTS_SESSION_LOCK, 0),
        (b"xcb_generic_event_t", WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, 0),
    ],
)
def test_windows_says_when_it_locks(kind: bytes, message: int, what: int, heard: int) -> None:
    told = Heard()
    sent = wintypes.MSG()
    sent.message, sent.wParam = message, what
    let_go = Messages(told.hear).nativeEventFilter(QByteArray(kind), ctypes.addressof(sent))
    assert told.times == heard
    assert let_go == (False, 0)
