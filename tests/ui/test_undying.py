"""None outlives the calls of Qt methods that return it."""

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

import ui
from ui.undying import BEYOND_REACH


def test_none_survives_more_calls_than_it_had_references(qtbot: QtBot) -> None:
    assert ui.__name__ == "ui"
    assert qtbot is not None
    thing = QObject()
    for _call in range(50_000):
        thing.setObjectName("x")
    assert sys.version_info >= (3, 12) or sys.getrefcount(None) > BEYOND_REACH // 2
