"""The shape follow-ups are shown in: a list, a board or a calendar."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from liaison.i18n import N_, _
from ui.speaking import Speaking
from ui.widgets.pieces import button, no_margins, row


class Shape(StrEnum):
    """A way to look at the same follow-ups."""

    LIST = "list"
    BOARD = "board"
    CALENDAR = "calendar"


SHAPE_LABELS: Final[Mapping[Shape, str]] = {
    # Translators: in Persian فهرست, تخته, تقویم: three ways to look at follow-ups
    Shape.LIST: N_("List"),
    Shape.BOARD: N_("Board"),
    Shape.CALENDAR: N_("Calendar"),
}


class ShapeChoice(Speaking, QWidget):
    """Three buttons side by side, of which one is down; also Ctrl+1, Ctrl+2 and Ctrl+3."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Shape, QPushButton] = {}
        self._group = QButtonGroup(self)
        line = row(spacing=4)
        no_margins(line, spacing=4)
        for shape in Shape:
            made = button("filter")
            made.setCheckable(True)
            self._group.addButton(made)
            self.buttons[shape] = made
            line.addWidget(made)
        self.buttons[Shape.LIST].setChecked(True)
        self.setLayout(line)
        self._group.buttonClicked.connect(self.chosen)
        self.retranslate()

    @property
    def shape(self) -> Shape:
        """The shape that is chosen."""
        return next((each for each, made in self.buttons.items() if made.isChecked()), Shape.LIST)

    def choose(self, shape: Shape) -> None:
        """Choose a shape without a word."""
        self.buttons[shape].setChecked(True)

    def retranslate(self) -> None:
        """Say everything again."""
        self.setAccessibleName(_("View"))
        for number, (shape, made) in enumerate(self.buttons.items(), 1):
            made.setText(_(SHAPE_LABELS[shape]))
            made.setToolTip(f"Ctrl+{number}")
