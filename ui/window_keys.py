"""The keys that work in the whole window while the pages are in sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui import actions
from ui.sections import SECTIONS
from ui.shortcuts import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QShortcut

    from ui.window import Window

_BY_NUMBER = 9


def bind_keys(window: Window) -> Iterator[QShortcut]:
    """Bind what the table of shortcuts promises everywhere, and the sections by number."""
    workspace = window.workspace
    works: Mapping[str, Callable[[], object]] = {
        "search": lambda: window.top_bar.search.call(),  # noqa: PLW0108 - not the same box for good
        "find": window.find_here,
        "new": window.new_here,
        "print": window.print_here,
        "undo": workspace.undo,
        "redo": workspace.redo,
        "back": window.go_back,
        "lock": workspace.lock,
        "larger": partial(workspace.step_text, 1),
        "smaller": partial(workspace.step_text, -1),
        "usual_size": partial(workspace.step_text, 0),
    }
    for each in EVERYWHERE:
        yield actions.bind(window, works[each.name], *each.keys)
    for index, section in enumerate(SECTIONS[:_BY_NUMBER], start=1):
        yield actions.bind(window, partial(window.show_section, section.name), f"Alt+{index}")
