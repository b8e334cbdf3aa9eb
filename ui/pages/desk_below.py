"""The lower half of the desk, which the first picture does without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.desk_expiries import ExpiriesPart
from ui.pages.desk_months import MonthsPart
from ui.pages.desk_part import SideBySide
from ui.pages.desk_promises import PromisesPart
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from ui.pages.desk_reading import DeskReading
    from ui.workspace import Workspace

_HEIGHT: Final = 236


class Below(QWidget):
    """A year of visits, promises by theme, and documents that run out."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.months, self.promises = MonthsPart(workspace), PromisesPart(workspace)
        self.expiries = ExpiriesPart(workspace)
        self.months.setFixedHeight(_HEIGHT)
        self.promises.setFixedHeight(_HEIGHT)
        column = QVBoxLayout(self)
        no_margins(column, 14)
        column.addWidget(SideBySide((self.months, 2), (self.promises, 1)))
        column.addWidget(self.expiries)
        self._parts = (self.months, self.promises, self.expiries)
        for each in self._parts:
            each.retranslate()

    def fill(self, reading: DeskReading) -> None:
        """Show what was read."""
        for each in self._parts:
            each.fill(reading)

    def fail(self) -> None:
        """Say that nothing could be read."""
        for each in self._parts:
            each.fail()
