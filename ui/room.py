"""Room for the pages: they scroll as a whole where they need more than the screen has."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget


class Room(QScrollArea):
    """Large text and narrow screens move what does not fit out of sight, not out of reach."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A splitter of one is as small as its content can be, however high that would like to be.
        floor = QSplitter(self)
        floor.setProperty("role", "plain")
        floor.setChildrenCollapsible(False)
        floor.addWidget(inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(floor)
