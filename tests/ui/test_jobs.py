import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    qtbot.waitUntil(lambda: made.idle)
    made.close()


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: list[QThread] = []

    def hear(self, result: object) -> None:
        self.heard.append(result)
        self.threads.append(QThread.currentThread())


def test_work_is_done_elsewhere_and_told_here(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    jobs.run(threading.current_thread, listener.hear)
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard[0] is not threading.main_thread()
    assert listener.threads == [QThread.currentThread()]


def test_results_come_in_the_order_of_the_asking(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    for number in range(20):
        jobs.run(lambda number=number: number, listener.hear)
    qtbot.waitUntil(lambda: jobs.idle)
    assert listener.heard == list(range(20))


def test_only_the_newest_of_a_lane_counts(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    for number in range(20):
        jobs.run(lambda number=number: time.sleep(0.002) or number, listener.hear, lane="search")
    qtbot.waitUntil(lambda: jobs.idle)
    assert listener.heard == [19]


def test_lanes_of_different_owners_do_not_touch(qtbot: QtBot, jobs: Jobs) -> None:
    one, other = Listener(), Listener()
    jobs.run(lambda: 1, one.hear, lane="search")
    jobs.run(lambda: 2, other.hear, lane="search")
    qtbot.waitUntil(lambda: jobs.idle)
    assert (one.heard, other.heard) == ([1], [2])


def test_errors_go_to_who_asked_or_to_everybody(qtbot: QtBot, jobs: Jobs) -> None:
    listener, everybody = Listener(), Listener()
    jobs.failed.connect(everybody.hear)
    jobs.run(lambda: 1 // 0, listener.hear, listener.hear)
    jobs.run(lambda: 1 // 0, listener.hear)
    qtbot.waitUntil(lambda: jobs.idle)
    assert [type(each) for each in listener.heard] == [ZeroDivisionError]
    assert [type(each) for each in everybody.heard] == [ZeroDivisionError]


def test_nothing_is_told_to_who_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    heard = listener.heard
    jobs.run(lambda: time.sleep(0.05), listener.hear)
    listener.deleteLater()
    qtbot.wait(1)
    qtbot.waitUntil(lambda: jobs.idle)
    assert heard == []
