import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import actions


@pytest.mark.parametrize(
    ("latin", "persian"),
    [("Ctrl+S", "Ctrl+س"), ("Ctrl+N", "Ctrl+د"), ("Ctrl+K", "Ctrl+ن"), ("Alt+1", "Alt+۱")],
)
def test_each_letter_stands_with_the_one_on_its_key(latin: str, persian: str) -> None:
    assert actions.sequences(latin) == [QKeySequence(latin), QKeySequence(persian)]


@pytest.mark.parametrize("key", ["F2", "Alt+Left", "Insert"])
def test_other_keys_are_the_same_in_both_layouts(key: str) -> None:
    assert actions.sequences(key) == [QKeySequence(key)]


@pytest.mark.parametrize("key", [Qt.Key.Key_S.value, ord("س")])
def test_saving_works_in_either_layout(qtbot: QtBot, dressed: QApplication, key: int) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    saved: list[int] = []
    actions.bind(widget, lambda: saved.append(1), "Ctrl+S")
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    QTest.qWait(20)
    assert dressed.activeWindow() is widget
    held = Qt.KeyboardModifier.ControlModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, widget, Qt.Key(key), chr(key), held)
    assert saved == [1]
