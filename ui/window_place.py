"""Where the window stands on the screen, remembered on this computer."""

from typing import Final

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QMainWindow

from ui.settings import Settings

_KEY: Final = "window"
_SIZE: Final = QSize(1280, 800)
_FRAME: Final = QSize(2, 32)  # what the system draws around a window, about


def restore_place(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it stood last; the first time it fits the screen."""
    window.resize(_SIZE.boundedTo(window.screen().availableSize() - _FRAME))
    place = settings.get(_KEY)
    if isinstance(place, str):
        window.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))


def remember_place(window: QMainWindow, settings: Settings) -> None:
    """Remember where the window stands."""
    settings.set(_KEY, bytes(window.saveGeometry().toBase64().data()).decode("ascii"))
