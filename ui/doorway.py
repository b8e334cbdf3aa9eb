"""Where the window's pages stand, and the door that can be closed before them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from ui.keys.door import Door


class Doorway(QStackedWidget):
    """Shows the shell with its pages, or a door: then no key reaches the pages."""

    def __init__(self) -> None:
        super().__init__()
        self.door: Door | None = None
        self._keys: tuple[QShortcut, ...] = ()

    def let(self, keys: Iterable[QShortcut]) -> None:
        """Let `keys` work while the pages are in sight."""
        self._keys = tuple(keys)
        self._settle()

    def close_with(self, door: "Door") -> None:
        """Put `door` before the pages."""
        self.door = door
        self.addWidget(door)
        self.setCurrentWidget(door)
        self._settle()

    def open_to(self, shell: QWidget) -> None:
        """Take the door away and show the shell."""
        door, self.door = self.door, None
        self.setCurrentWidget(shell)
        if door is not None:
            self.removeWidget(door)
            door.deleteLater()
        self._settle()

    def _settle(self) -> None:
        for each in self._keys:
            each.setEnabled(self.door is None)
