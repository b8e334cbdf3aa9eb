"""A card of the desk that is filled once the archive is open, and keeps its room until then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.i18n import _, language
from ui.speaking import Speaking
from ui.widgets.pieces import clear, label, no_margins, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.pages.desk_reading import DeskReading
    from ui.workspace import Workspace


_SHORT: Final = 960
"""Pixels below which two cards do not stand beside each other."""


class LatePart(Speaking, QFrame):
    """A title, and below it what `build` makes of a reading."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.workspace = workspace
        self.reading: DeskReading | None = None
        self._failed = False
        self._shown: object = None
        self._title = label("card-title")
        self.head = row(self._title, 1, spacing=8)
        self.body = QVBoxLayout()
        no_margins(self.body, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addLayout(self.head)
        column.addLayout(self.body, 1)

    def title(self) -> str:
        """Return what the card shows."""
        return ""

    def content(self, reading: DeskReading) -> object:
        """Return what of a reading is shown; while it stays the same, so does the card."""
        return reading

    def build(self, reading: DeskReading) -> None:
        """Show what was read, in an empty body."""

    def fill(self, reading: DeskReading) -> None:
        """Show what was read."""
        content = (self.content(reading), language())
        self.reading, self._failed = reading, False
        if content == self._shown:
            return
        self._shown = content
        clear(self.body)
        self.build(reading)

    def fail(self) -> None:
        """Say that nothing could be read, unless something was before."""
        if self.reading is None:
            clear(self.body)
            self._failed = True
            self.say(_("This could not be read."))

    def say(self, words: str) -> None:
        """Show a sentence where there is nothing else to show."""
        spoken = label("muted", words, wrap=True)
        self.body.addWidget(spoken, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.title())
        if self.reading is not None:
            self.fill(self.reading)
        elif self._failed:
            self.fail()


def named(widget: QWidget, name: str) -> None:
    """Let screen readers and the pointer hear `name`."""
    widget.setAccessibleName(name)
    widget.setToolTip(name)


class SideBySide(QWidget):
    """Widgets that share the width, each as told, or stand below each other where it is short."""

    def __init__(self, *widgets: tuple[QWidget, int]) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        no_margins(self._line, 14)
        for widget, share in widgets:
            widget.setMinimumWidth(1)  # the shares decide, not the words
            self._line.addWidget(widget, share)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change over with the width."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if self.width() < _SHORT else way.LeftToRight)
