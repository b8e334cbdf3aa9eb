"""The cards that stand in the door: a title, a sentence, what is asked, and buttons."""

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.speaking import Speaking
from ui.widgets.pieces import label

_WIDTH = 480
_SPACE = 5


class DoorCard(Speaking, QFrame):
    """One card; what it asks stands in `body`, its buttons in `buttons`."""

    chapter: ClassVar[str] = "safety"
    """The chapter of the guide about it."""

    def __init__(self, width: int = _WIDTH) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedWidth(width)
        self.title = label("page-title", wrap=True)
        self.words = label("muted", wrap=True)
        self.fault = label("error", wrap=True)
        self.fault.hide()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        keeps_room = self.bar.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(keeps_room)
        self.bar.hide()
        self._resting: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(self.title)
        column.addWidget(self.words)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body)
        column.addWidget(self.fault)
        column.addWidget(self.bar)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        column.addLayout(self.buttons)

    def ask(self, name: QLabel, control: QWidget) -> None:
        """Ask for something: its name above the control."""
        name.setBuddy(control)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(control)
        self.body.addLayout(column)

    def start(self) -> None:
        """Put the keyboard where one begins."""

    def tell(self, fault: str) -> None:
        """Say what went wrong; "" takes that back."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def work(self, *, busy: bool) -> None:
        """Show whether something is being done; nothing can be changed meanwhile."""
        self.bar.setVisible(busy)
        resting, self._resting = self._resting, []
        for each in resting:
            if isValid(each):
                each.setEnabled(True)
        if busy:
            children = self.findChildren(QWidget)
            own = [each for each in children if each.parentWidget() is self]
            self._resting = [each for each in own if each.isEnabled() and each is not self.bar]
            for each in self._resting:
                each.setEnabled(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Change sides with the window."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()
        super().changeEvent(event)

    def _make_room(self) -> None:
        """Leave room for the space at a line's end, by which Qt moves lines that read leftwards."""
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for each in (self.words, self.fault):
            each.setContentsMargins(_SPACE if from_right else 0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin where one begins, once there is something to see."""
        super().showEvent(event)
        self._make_room()
        self.start()
