"""The icon in the system tray."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from tests.ui.reminders.conftest import Desk
from ui.application import follow_in_tray
from ui.reminders import tray
from ui.reminders.tray import Tray


class Told(QObject):
    """Stands for the icon of a desktop that has a tray, and keeps what it was to show."""

    activated = Signal(object)
    messageClicked = Signal()  # noqa: N815 - Qt's name
    MessageIcon = QSystemTrayIcon.MessageIcon

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.messages: list[tuple[str, str]] = []
        self.tip, self.shown = "", False

    def setToolTip(self, tip: str) -> None:  # noqa: N802 - Qt's name
        self.tip = tip

    def setContextMenu(self, menu: QMenu) -> None:  # noqa: N802 - Qt's name
        self.menu = menu

    def setIcon(self, icon: QIcon) -> None:  # noqa: N802 - Qt's name
        assert not icon.isNull()

    def show(self) -> None:
        self.shown = True

    def hide(self) -> None:
        self.shown = False

    def showMessage(self, title: str, text: str, _icon: object) -> None:  # noqa: N802 - Qt's name
        self.messages.append((title, text))


@pytest.fixture
def in_tray(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Tray:
    monkeypatch.setattr(tray, "available", lambda: True)
    monkeypatch.setattr(tray, "QSystemTrayIcon", Told)
    return Tray(desk.window, desk.workspace)


def test_the_tray_tells_figures_and_never_names(
    desk: Desk, in_tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.owe(3)
    desk.agree(20)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    desk.look()
    shown = in_tray.icon
    assert isinstance(shown, Told)
    assert shown.tip == "Liaison: 2 reminders"
    assert shown.messages == [("Liaison", "2 new reminders in Liaison")]
    desk.look()
    assert len(shown.messages) == 1
    shown.messageClicked.emit()
    assert desk.bell.panel.isVisible()
    desk.workspace.closing.emit()
    assert shown.tip == "Liaison: locked"
    assert not desk.bell.panel.isVisible()
    shown.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not desk.bell.panel.isVisible()


def test_the_tray_is_left_alone_where_it_is_not_wanted_or_not_there(
    desk: Desk, in_tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.owe(1)
    desk.look()
    assert in_tray.icon is not None
    desk.bell.click()
    desk.bell.panel.tray.click()
    assert in_tray.icon is None
    assert desk.workspace.settings.get("tray") is False
    desk.bell.panel.tray.click()
    assert in_tray.icon is not None
    monkeypatch.setattr(tray, "available", lambda: False)
    desk.look()
    assert in_tray.icon is None


def test_the_program_follows_in_the_tray_once_the_archive_is_open(desk: Desk) -> None:
    follow_in_tray(desk.window)
    assert desk.window.findChild(Tray) is None
    desk.workspace.opened.emit()
    desk.workspace.opened.emit()
    (made,) = desk.window.findChildren(Tray)
    desk.look()
    assert made.icon is None  # no tray here, and nothing fails
    desk.window.gone.emit()
