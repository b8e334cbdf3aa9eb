"""A walk over what is on screen, as a screen reader and as the Tab key go."""

import re
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.acceptance.tabbing import go_round

WORKED: Final = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Link,
    QAccessible.Role.List,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
}
"""What one works with, and therefore has to know by name."""
CONTROLS: Final = (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_WHOLE: Final = {QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List}
_KEY: Final = re.compile(r"[\[(][^\])]+[\])]|^\s*(Ctrl|Alt|F\d)")


def unnamed(root: QWidget) -> list[str]:
    """Return what a screen reader would meet in sight under `root` without knowing what it is."""
    return [
        f"{each.role().name} {type(each.object()).__name__}"
        for each in _met(QAccessible.queryAccessibleInterface(root))
        if each.role() in WORKED and not each.text(QAccessible.Text.Name).strip()
    ]


def _met(here: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if here is None or not here.isValid() or here.state().invisible:
        return
    yield here
    if here.role() not in _WHOLE:
        for place in range(here.childCount()):
            yield from _met(here.child(place))


def unreachable(root: QWidget, reached: set[QWidget] | None = None) -> list[str]:
    """Return the controls in sight under `root` that are not among those Tab `reached`.

    Those inside another one (the field of a combo box, a row of buttons of which one is reached
    and arrows lead to the others) are reached through it; a button that Tab passes over on purpose
    has a key of its own, which its text or its tip names in brackets.
    """
    if reached is None:
        way = go_round(root)
        reached = set(way.stops) - way.passed
    reached = {each for each in reached if isValid(each)}  # a page may have read again meanwhile
    groups = {id(each.group()) for each in reached if isinstance(each, QAbstractButton)} - {
        id(None)
    }
    return [
        f"{type(each).__name__} {each.accessibleName() or _text(each)!r}"
        for kind in CONTROLS
        for each in root.findChildren(kind)
        if isValid(each)
        and each.isVisibleTo(root)
        and each.isEnabled()
        and each not in reached
        and not _inside_reached(each, reached)
        and not _has_a_key(each)
        and not _by_arrows(each, reached)
        and not (isinstance(each, QAbstractButton) and id(each.group()) in groups)
    ]


def _inside_reached(control: QWidget, reached: set[QWidget]) -> bool:
    above = control.parentWidget()
    while above is not None:
        if above in reached or (above.focusProxy() in reached and above.focusProxy() is control):
            return True
        above = above.parentWidget()
    return False


def _by_arrows(control: QWidget, reached: set[QWidget]) -> bool:
    """Tell whether it is one of a row of which Tab stops at one, and arrows go to the others."""
    passed_over = not control.focusPolicy() & Qt.FocusPolicy.TabFocus
    return passed_over and any(
        type(each) is type(control) and each.parentWidget() is control.parentWidget()
        for each in reached
    )


def _has_a_key(control: QWidget) -> bool:
    passed_over = control.focusPolicy() == Qt.FocusPolicy.NoFocus
    told = f"{_text(control)} {control.toolTip()}"
    return passed_over and isinstance(control, QAbstractButton) and bool(_KEY.search(told))


def _text(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else control.objectName()
