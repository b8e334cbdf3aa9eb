"""Watching the window's thread: how long it answers nothing, and what belongs on the worker."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_stack
from typing import Any, Final
from unittest.mock import patch

from PySide6.QtCore import QTimer

from liaison.storage.store import Store

BEAT: Final = 2
"""Milliseconds between two beats: an idle window, not one that is busy with being watched."""
_FILE_EVENTS: Final = {"open", "os.listdir", "os.scandir", "os.remove", "os.rename", "os.mkdir"}
_CODE: Final = (".py", ".pyc", ".so", ".pyi")
_ROOT: Final = Path(__file__).resolve().parents[2]
_DEEP: Final = 8


class Heart:
    """Beats as often as the window lets it, and remembers the longest pause.

    `longest` is on the wall; `work` is the most processor time this thread took between two beats,
    which other programs on the machine add nothing to. In seconds both.
    """

    def __init__(self) -> None:
        self._timer = QTimer(interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self.longest = self.work = 0.0
        self._last, self._worked = 0.0, 0.0

    def start(self) -> None:
        """Begin to count anew."""
        self.longest = self.work = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Count no more; the pause under way counts."""
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.work = max(self.work, worked - self._worked)
        self._last, self._worked = now, worked


class _Leaks:
    """What the watched thread did itself that belongs on the worker."""

    def __init__(self) -> None:
        self.thread = 0
        self.found: list[str] = []

    def audited(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Be told of a file that is opened or looked for; modules are loaded anywhere."""
        if event in _FILE_EVENTS and not str(arguments[0]).endswith(_CODE):
            self.note(f"{event} {arguments[0]}")

    def note(self, what: str) -> None:
        """Note `what` with the places in our code it was done from, if on the watched thread."""
        thread = self.thread
        if threading.get_ident() != thread:
            return
        self.thread = 0  # to word it opens files, which are not meant
        ours = [each for each in extract_stack() if each.filename.startswith(str(_ROOT / "ui"))]
        places = [f"{Path(each.filename).name}:{each.lineno}" for each in ours[:-_DEEP:-1]]
        self.found.append(f"{what}: {' < '.join(places)}")
        self.thread = thread


_LEAKS: Final = _Leaks()
_INSTALLED: Final[list[bool]] = []


@contextmanager
def leaks() -> Iterator[list[str]]:
    """Give a list that grows with every file or archive this thread turns to itself.

    An archive is asked for nothing and written to without a look at whether it still is at its
    place: there it is caught.
    """
    if not _INSTALLED:  # a hook stays for good
        _INSTALLED.append(True)
        sys.addaudithook(_LEAKS.audited)
    refuse_moved = Store.refuse_moved

    def told(store: Store) -> None:
        _LEAKS.note("archive")
        refuse_moved(store)

    _LEAKS.found, _LEAKS.thread = [], threading.get_ident()
    with patch.object(Store, "refuse_moved", told):
        try:
            yield _LEAKS.found
        finally:
            _LEAKS.thread = 0
