"""Room for the pages: they scroll as a whole where they need more than the screen has."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override


class _Floor(QWidget):
    """As large as the room, and never smaller than what stands on it needs."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._inside = inside
        inside.setParent(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._inside.setGeometry(self.rect())

    @override
    def event(self, event: QEvent) -> bool:
        """Tell the room that another size is needed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


class Room(QScrollArea):
    """Large text and narrow screens move what does not fit out of sight, not out of reach."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(_Floor(inside))
