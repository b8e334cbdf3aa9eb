"""Garbage is looked through on the window's thread alone.

Python does that on whichever thread happens to ask for memory. A widget or a timer that is part of
a circle would then be taken down on the worker, which Qt forbids: at best it says so, at worst the
program falls.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, QTimer

_PAUSE: Final = 1000


class Collector(QObject):
    """Looks through the garbage now and then, in place of Python, until it is closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look through the oldest of what has waited as long as Python would let it."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Leave it to Python again, once what lies about now is gone."""
        self._timer.stop()
        gc.collect(1)
        if self._was_enabled:
            gc.enable()


@contextmanager
def resting() -> Iterator[None]:
    """Let nobody look through the garbage meanwhile; afterwards it goes on as before."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
