"""What of the texts on screen is cut off or lies under another one."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from tests.acceptance.tabbing import placed
from ui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOUCH: Final = 2
_BUTTONS: Final = (QPushButton, QToolButton, QCheckBox)


def cut_off(root: QWidget) -> list[str]:
    """Return the labels and buttons in sight under `root` that have less room than they need."""
    return [
        f"{_words(each)} {each.width()}x{each.height()} of {wide}x{high}"
        for each in _texts(root)
        for wide, high in [_needed(each)]
        if each.width() + _TOUCH < wide or each.height() + _TOUCH < high
    ]


def _needed(text: QLabel | QAbstractButton) -> tuple[int, int]:
    """Return the width and height in which all of a text is to be seen."""
    hint = text.sizeHint()
    if isinstance(text, QLabel) and text.wordWrap():
        return 0, text.heightForWidth(text.width())
    if isinstance(text, OneLine):  # it cuts itself short on purpose
        return 0, text.fontMetrics().height()
    return hint.width(), hint.height()


def _texts(root: QWidget) -> Iterator[QLabel | QAbstractButton]:
    for kind in (QLabel, *_BUTTONS):
        for each in root.findChildren(kind):
            if each.isVisible() and each.text() and not each.visibleRegion().isEmpty():
                yield each


def overlapping(root: QWidget) -> list[str]:
    """Return the pairs of texts beside each other under `root` of which one covers the other."""
    return [
        f"{_words(first)} under {_words(second)}"
        for first, second in combinations(_texts(root), 2)
        if first.parentWidget() is second.parentWidget()
        and placed(first).adjusted(_TOUCH, _TOUCH, -_TOUCH, -_TOUCH).intersects(placed(second))
    ]


def beyond(root: QWidget) -> list[str]:
    """Return the texts under `root` of which a part lies outside the frame they stand in."""
    return [
        f"{_words(each)} {each.geometry().getRect()} in {frame.rect().getRect()}"
        for each in _texts(root)
        for frame in [each.parentWidget()]
        if isinstance(frame, QWidget)
        and not isinstance(frame.parentWidget(), QAbstractScrollArea)
        and not frame.rect().adjusted(-_TOUCH, -_TOUCH, _TOUCH, _TOUCH).contains(each.geometry())
    ]


def _words(text: QLabel | QAbstractButton) -> str:
    return f"{type(text).__name__} {text.text()[:40]!r}"
