"""The keys that work in the whole window while the pages are in sight."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from ui import actions
from ui.chapters import FIRST
from ui.page import Page
from ui.sections import SECTIONS
from ui.shortcuts import EVERYWHERE
from ui.workspace import Workspace

_BY_NUMBER = 9


def bind_keys(
    window: QWidget,
    workspace: Workspace,
    works: Mapping[str, Callable[[], object]],
    show_section: Callable[[str], object],
    shown: Callable[[], Page | None],
) -> Iterator[QShortcut]:
    """Bind what the table of shortcuts promises everywhere, and the sections by number.

    `works` is what the window does itself, by the name of the shortcut; `shown` gives the page on
    screen, which answers for its history and may have something of its own to make larger.
    """

    def resize(step: int) -> None:
        page = shown()
        if page is None or not page.resize_shown(step):
            workspace.step_text(step)

    def call_help() -> None:
        page = shown()
        if page is None:
            workspace.open_page(f"help:{FIRST}")
        else:
            page.call_help()

    def on_page(work: Callable[[Page], object]) -> Callable[[], None]:
        def done() -> None:
            if (page := shown()) is not None:
                work(page)

        return done

    whole: Mapping[str, Callable[[], object]] = {
        **works,
        "help": call_help,
        "history": on_page(lambda page: page.show_history()),
        "export": on_page(lambda page: page.export_shown()),
        "copy": on_page(lambda page: page.copy_shown()),
        "undo": workspace.undo,
        "redo": workspace.redo,
        "lock": workspace.lock,
        "larger": partial(resize, 1),
        "smaller": partial(resize, -1),
        "usual_size": partial(resize, 0),
    }
    for each in EVERYWHERE:
        yield actions.bind(window, whole[each.name], *each.keys)
    for index, section in enumerate(SECTIONS[:_BY_NUMBER], start=1):
        yield actions.bind(window, partial(show_section, section.name), f"Alt+{index}")
