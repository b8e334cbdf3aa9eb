"""The way Tab takes: from each thing to the one that is read next."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_AIR = 24


def read_in_order(*controls: QWidget) -> None:
    """Let Tab come to `controls` of one window in the order given, not in that of their making."""
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)


class InSight(QObject):
    """Scrolls to what gets the keyboard where nothing of it is to be seen.

    Qt does so within a frame that scrolls, not for somebody who comes from outside.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        # focusChanged would also hand on what lost the keyboard, which may be half gone already.
        application.focusObjectChanged.connect(self._show)

    @Slot(QObject)
    def _show(self, control: QObject | None) -> None:
        if not isinstance(control, QWidget) or not control.visibleRegion().isEmpty():
            return
        above = control.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(control, _AIR, _AIR)
            above = above.parentWidget()
