"""What is no longer wanted goes on the window's thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from pytestqt.qtbot import QtBot

from ui.collecting import Collector, resting
from ui.jobs import Jobs


class Circle(QObject):
    """Something of Qt that holds on to itself."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.timer = QTimer(self, interval=60_000)
        self.timer.start()
        self.myself = self
        self.destroyed.connect(
            lambda: gone.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
        )


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    del qtbot
    made = Collector()
    yield made
    made.close()


def test_a_busy_worker_takes_nothing_of_qt_down(qtbot: QtBot, collector: Collector) -> None:
    gone: list[int] = []
    for _each in range(20):
        Circle(gone)
    jobs, kept = Jobs(), list[list[int]]()
    jobs.run(lambda: kept.extend([each] for each in range(100_000)))
    qtbot.waitUntil(lambda: jobs.idle)
    assert gone == []
    for _each in range(3):
        collector.look()
    qtbot.waitUntil(lambda: len(gone) == 20)
    assert set(gone) == {threading.get_ident()}
    jobs.close()


def test_python_does_it_again_once_the_collector_is_closed() -> None:
    assert gc.isenabled()
    made = Collector()
    assert not gc.isenabled()
    with resting():
        pass
    assert not gc.isenabled()
    made.close()
    assert gc.isenabled()
    with resting():
        assert not gc.isenabled()
    assert gc.isenabled()
