"""The toast lives and goes with its window."""

import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.toast import Toast


def test_the_toast_stays_at_the_foot(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    toast = Toast(window)
    toast.show_message("«20-11-2026» روز نیست.")
    assert toast.text.text() == "«\u206820-11-2026\u2069» روز نیست."
    window.resize(800, 400)
    assert toast.geometry().bottom() < 400


def test_a_window_on_its_way_out_may_still_be_resized(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    toast = Toast(window)
    shiboken6.delete(toast)
    event = QResizeEvent(QSize(10, 10), QSize(20, 20))
    assert Toast.eventFilter(toast, window, event) is False
