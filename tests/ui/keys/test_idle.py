"""Locking by itself: after a time in which nobody touched keyboard or mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.keys.conftest import Come, Sealed, lock, sign_in
from ui.gate.watching import Watching
from ui.keys.idle import LOCK_AFTER, USUAL
from ui.settings import Settings
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, come: Come, sealed: Sealed) -> Window:
    """Give a window whose administrator is signed in."""
    shown = come(sealed.folder)
    sign_in(qtbot, shown)
    return shown


def test_left_alone_it_locks_by_itself(
    qtbot: QtBot, come: Come, sealed: Sealed, settings: Settings
) -> None:
    settings.set(LOCK_AFTER, 0.002)
    window = come(sealed.folder)
    sign_in(qtbot, window)
    lock(qtbot, window)


def test_a_touch_begins_the_time_anew_and_never_means_never(
    qtbot: QtBot, window: Window, settings: Settings
) -> None:
    watching = window.findChild(Watching)
    timer = watching.idle._timer
    assert timer.interval() == USUAL * 60_000
    settings.set(LOCK_AFTER, 30)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert timer.interval() == 30 * 60_000
    settings.set(LOCK_AFTER, 0)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert not timer.isActive()
    qtbot.wait(1)


def test_the_time_is_chosen_in_the_menu_of_the_person(
    qtbot: QtBot, window: Window, settings: Settings
) -> None:
    person = window.top_bar.person
    assert person is not None
    chosen = [each for each in person.times.actions() if each.isChecked()]
    assert len(chosen) == 1
    person.times.actions()[0].trigger()
    assert settings.get(LOCK_AFTER) == 5
    qtbot.wait(1)
