"""The way Tab takes: from each thing to the one that is read next."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

_AIR = 24


def read_in_order(*parts: QWidget) -> None:
    """Let Tab come to `parts`, and to all that is inside them, in the order given.

    Without that it comes to things in the order in which they were made. All of them stand in one
    window already, if only in one that is still to become a part of another.
    """
    stops = [one for each in parts for one in _stops(each)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(whole: QWidget) -> Iterator[QWidget]:
    """Give what has a place on the way in `whole`, as Tab comes to it now."""
    here: QWidget | None = whole
    while here is not None:
        is_inside = here is whole or whole.isAncestorOf(here)
        is_stop = here.focusPolicy() != Qt.FocusPolicy.NoFocus and here.focusProxy() is None
        if is_inside and is_stop:
            yield here
        here = here.nextInFocusChain()
        if here is whole:
            break


class InSight(QObject):
    """Scrolls to what gets the keyboard where nothing of it is to be seen.

    Qt does so within a frame that scrolls, not for somebody who comes from outside.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.focusChanged.connect(self._show)

    @Slot(QWidget, QWidget)
    def _show(self, _former: QWidget | None, control: QWidget | None) -> None:
        above = control
        while control is not None and above is not None:
            above = above.parentWidget()
            if isinstance(above, QScrollArea) and control.visibleRegion().isEmpty():
                above.ensureWidgetVisible(control, _AIR, _AIR)
