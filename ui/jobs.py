"""Work off the GUI thread, and its result back on it."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from liaison.diagnostics import diary

T = TypeVar("T")
Failed = Callable[[Exception], object]


@dataclass(frozen=True)
class _Errand:
    """One piece of work: who asked, whom to tell, and the lane it runs in."""

    owner: QObject | None
    then: Callable[[Any], object] | None
    failed: Failed | None
    lane: tuple[int, str] | None
    turn: int


def _timed(work: Callable[[], T]) -> T:
    """Do `work`, and have it noted where it took long."""
    began = perf_counter()
    try:
        return work()
    finally:
        diary.slow(work, perf_counter() - began)


class Jobs(QObject):
    """Runs work one piece at a time on one worker thread.

    Results are delivered on the thread this object lives in, never to an owner that is gone.
    Within a lane only the newest errand counts: older ones are dropped, run or not.
    """

    failed = Signal(Exception)
    """An error nobody else took care of."""
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="archive")
        self._lanes: dict[tuple[int, str], tuple[int, Future[Any]]] = {}
        self._turn = 0
        self._waiting = 0
        self._closed = False
        # Queued always: what is done at once is not told before `run` has returned.
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing runs, waits, or is still to be delivered."""
        return self._waiting == 0

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        lane: str = "",
    ) -> None:
        """Do `work` on the worker, then call `then` with its result, or `failed` with its error.

        `owner` is whose life the delivery depends on; a bound method names its own. Errors
        without `failed` go to the signal of that name. After `close` nothing is done.
        """
        if self._closed:
            return
        if owner is None:
            bound = getattr(then, "__self__", None)
            owner = bound if isinstance(bound, QObject) else None
        self._turn += 1
        key = (id(owner), lane) if lane else None
        errand = _Errand(owner, then, failed, key, self._turn)
        if key is not None and key in self._lanes:
            self._lanes[key][1].cancel()
        future = self._worker.submit(_timed, work)
        if key is not None:
            self._lanes[key] = (errand.turn, future)
        self._waiting += 1

        def done(finished: "Future[T]") -> None:
            self._finished.emit(finished, errand)

        future.add_done_callback(done)

    @Slot(object, object)
    def _deliver(self, done: "Future[Any]", errand: _Errand) -> None:
        self._waiting -= 1
        if errand.lane is not None:
            newest = self._lanes.get(errand.lane)
            if newest is None or newest[0] != errand.turn:
                return
            del self._lanes[errand.lane]
        if done.cancelled() or (errand.owner is not None and not shiboken6.isValid(errand.owner)):
            return
        error = done.exception()
        if error is None:
            if errand.then is not None:
                errand.then(done.result())
        elif errand.failed is not None and isinstance(error, Exception):
            errand.failed(error)
        elif not isinstance(error, CancelledError):
            self.failed.emit(error)

    def close(self) -> None:
        """Drop what waits and wait for what runs."""
        self._closed = True
        self._worker.shutdown(wait=True, cancel_futures=True)
