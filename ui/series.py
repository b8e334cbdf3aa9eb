"""Work done piece by piece on the worker: others get their turn, and it can be broken off."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.jobs import Jobs


class Series(QObject):
    """Runs works one after the other and collects what they return."""

    progressed = Signal(int, int)
    """Pieces done, and all of them."""
    finished = Signal(list, bool)
    """What was returned, and whether every piece was done."""
    failed = Signal(Exception)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._works: list[Callable[[], Any]] = []
        self._results: list[Any] = []
        self._broken_off = False
        self._turn = 0
        self.is_running = False

    def start(self, works: Sequence[Callable[[], Any]]) -> None:
        """Begin; a series that still runs is forgotten."""
        self._turn += 1
        self._works, self._results = list(works), []
        self.is_running, self._broken_off = True, False
        self._next()

    def cancel(self) -> None:
        """Stop after the piece under way."""
        self._broken_off = True

    def _next(self) -> None:
        done, whole = len(self._results), len(self._works)
        self.progressed.emit(done, whole)
        if done == whole or self._broken_off:
            self._end()
        else:
            turn = self._turn
            self._jobs.run(
                self._works[done],
                lambda result: self._take(result, turn),
                lambda error: self._fail(error, turn),
                owner=self,
            )

    def _take(self, result: object, turn: int) -> None:
        if turn == self._turn:
            self._results.append(result)
            self._next()

    def _fail(self, error: Exception, turn: int) -> None:
        """Stop: the next piece would fail alike."""
        if turn != self._turn:
            return
        self._broken_off = True
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self.is_running = False
        whole = len(self._results) == len(self._works) and not self._broken_off
        self.finished.emit(self._results, whole)
