"""The way Tab takes over what is on screen: where it stops, in which order, and what shows that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_STEPS: Final = 400
_TOUCH: Final = 4
_LINE: Final = 24
"""Pixels by which what follows may begin higher and still be read on the same line."""


@dataclass
class Round:
    """One round of Tab, from the widget that had the keyboard to it again."""

    stops: list[QWidget] = field(default_factory=list)
    passed: set[QWidget] = field(default_factory=set)
    """What had the keyboard without being a stop, as a page does at first."""
    jumps: list[tuple[QWidget, QWidget]] = field(default_factory=list)
    """Steps that lead back against the way one reads."""
    hidden: list[QWidget] = field(default_factory=list)
    """Stops of which nothing is to be seen."""
    caught: QWidget | None = None
    """Where the keyboard went round without coming to all the rest."""


def go_round(within: QWidget) -> Round:
    """Press Tab until it comes back; steps inside `within` have to follow the way one reads."""
    found = Round()
    for _step in range(_MOST_STEPS):
        here = QApplication.focusWidget()
        if here is None:
            return found
        if here in found.stops:
            real = [each for each in found.stops if each not in found.passed]
            found.caught = here if real and here is not real[0] else None
            break
        found.stops.append(here)
        if not here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.passed.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
        if there is None:
            continue
        if there.visibleRegion().isEmpty():
            found.hidden.append(there)
        if within.isAncestorOf(here) and within.isAncestorOf(there):
            is_new = there not in found.stops and here not in found.passed
            if is_new and not there.visibleRegion().isEmpty() and _is_back(here, there):
                found.jumps.append((here, there))
    return found


def _is_back(here: QWidget, there: QWidget) -> bool:
    """Tell whether `there` is read before `here`: above it, or before it on its line.

    The top of a further column is no way back, nor is a widget inside the other.
    """
    if here.isAncestorOf(there) or there.isAncestorOf(here):
        return False
    first, second = placed(here), placed(there)
    if here.window().layoutDirection() == Qt.LayoutDirection.LeftToRight:
        first, second = _mirrored(first), _mirrored(second)
    if second.bottom() <= first.top() + _TOUCH:
        return second.right() > first.left() + _LINE
    same_line = abs(second.center().y() - first.center().y()) < _LINE // 2
    return same_line and second.left() >= first.right()


def _mirrored(box: QRect) -> QRect:
    """Return `box` as it would lie where one reads from the right."""
    return QRect(-box.right(), box.top(), box.width(), box.height())


def placed(control: QWidget) -> QRect:
    """Return where a control is in its window."""
    return QRect(control.mapTo(control.window(), QPoint(0, 0)), control.size())


def unmarked(stops: Sequence[QWidget], seen: set[tuple[str, ...]]) -> list[QWidget]:
    """Return the stops that look the same with the keyboard and without.

    One of a kind is looked at; `seen` remembers which were.
    """
    found = []
    for each in stops:
        look = (type(each).__name__, str(each.property("role")), str(each.property("set")))
        if look in seen or not each.isVisible() or each.size().isEmpty():
            continue
        seen.add(look)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if not each.hasFocus():
            continue
        with_keyboard = each.grab().toImage()
        each.clearFocus()
        if each.grab().toImage() == with_keyboard:
            found.append(each)
    return found


def called(control: QWidget) -> str:
    """Return the words by which one finds a control in the code."""
    text = control.text() if isinstance(control, QAbstractButton) else control.objectName()
    return f"{type(control).__name__} {control.accessibleName() or text!r}"
