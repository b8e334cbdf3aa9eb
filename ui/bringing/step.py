"""A step of the import: shows the session and says when it can go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.bringing.session import Session
from ui.speaking import Speaking


class Step(Speaking, QWidget):
    """One step; the page moves between them and keeps the session."""

    ready_changed = Signal()
    """Whether one can go on may have changed."""

    session: Session | None = None

    def show_session(self, session: Session) -> None:
        """Show how far the import is."""
        self.session = session

    def is_ready(self) -> bool:
        """Tell whether one can go on from here."""
        return self.session is not None

    def start(self) -> None:
        """Put the keyboard where the work of this step begins."""
        self.setFocus()

    def retranslate(self) -> None:
        """Say everything again."""
        raise NotImplementedError
