"""Measures what is done in the window: until when it is shown, and how long that holds it up."""

import statistics
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from tests.ui.stalls import BEAT, Heart
from ui.window import Window

CALM: Final = 0.06
"""Seconds without anything under way after which nothing more is to come."""
AFTER_TYPING: Final = 0.25
"""The same where the window waits for the next letter first."""
GOAL_SHOWN, GOAL_STALL = 300, 100
Act = Callable[[], object]


class Painting(QObject):
    """Notes when the window was asked to paint."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.seen = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note it, and keep nothing back."""
        if event.type() == QEvent.Type.UpdateRequest:
            self.seen = True
        return False


class Measure:
    """Does things in the window and prints how long they took."""

    def __init__(self, window: Window, runs: int, only: list[str]) -> None:
        self.window, self.runs, self._only = window, runs, only
        self.jobs = window.workspace.jobs
        self._painting = Painting(window)
        self.shown: dict[str, float] = {}
        self.missed: list[str] = []

    def wait(self, calm: float = CALM) -> tuple[float, float]:
        """Let the window work until nothing is under way; return when, by wall and processor."""
        busy = [time.perf_counter(), time.process_time()]

        def look() -> None:
            now = time.perf_counter()
            if not self.jobs.idle or self._painting.seen:
                self._painting.seen = False
                busy[:] = now, time.process_time()
            elif now - busy[0] > calm:
                loop.quit()

        loop, timer = QEventLoop(), QTimer(interval=BEAT)
        timer.timeout.connect(look)
        timer.start()
        loop.exec()
        return busy[0], busy[1]

    def time(self, name: str, act: Act, back: Act | None = None, *, calm: float = CALM) -> None:
        """Do `act` some times, `back` after each unmeasured, and print what it took."""
        if self._only and not any(each in name for each in self._only):
            return
        taken = []
        for run in range(self.runs + 1):
            heart = Heart()
            heart.start()
            began, begun = time.perf_counter(), time.process_time()
            act()
            end, ended = self.wait(calm)
            heart.stop()
            if run:  # the first one warms
                both = (end - began, ended - begun, heart.longest, heart.work)
                taken.append([1000 * each for each in both])
            if back is not None:
                back()
                self.wait(calm)
        self._print(name, taken)

    def _print(self, name: str, taken: list[list[float]]) -> None:
        shown, cost, stall, work = (statistics.median(each) for each in zip(*taken, strict=True))
        worst = [max(each) for each in zip(*taken, strict=True)]
        self.shown[name] = cost
        faults = [
            word
            for word, is_missed in (("SLOW", cost > GOAL_SHOWN), ("STALL", work > GOAL_STALL))
            if is_missed
        ]
        if faults:
            self.missed.append(name)
        print(
            f"{name:34s} shown {shown:5.0f} ms (worst {worst[0]:5.0f}), processor {cost:5.0f}"
            f"  stall {stall:5.0f} ms (worst {worst[2]:5.0f}), processor {work:5.0f}"
            f" (worst {worst[3]:4.0f})  {' '.join(faults)}",
            flush=True,
        )
