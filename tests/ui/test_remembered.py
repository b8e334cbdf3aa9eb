"""The window is found again as it was left: another one on the same settings shows it."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from ui.pages.visit import VisitPage
from ui.records.list_page import ListPage
from ui.window import Window

P = TypeVar("P", bound=QWidget)


@pytest.fixture
def another(
    qtbot: QtBot, window: Window, settle: Callable[[], None]
) -> Iterator[Callable[[], Window]]:
    """Close the window, and open another one on what was written down of it."""
    workspace = window.workspace

    def open_again() -> Window:
        window.close()
        workspace.settings._values = workspace.settings._read()
        found = Window(workspace)
        qtbot.addWidget(found)
        found.show()
        workspace.opened.emit()
        settle()
        return found

    yield open_again
    workspace.resize_text(100)


def shown(window: Window, kind: type[P]) -> P:
    page = window.trail.page
    assert isinstance(page, kind)
    return page


def test_a_list_is_sorted_and_filtered_as_it_was_left(
    window: Window, another: Callable[[], Window], settle: Callable[[], None]
) -> None:
    window.show_section("partner")
    settle()
    page = shown(window, ListPage)
    page.list.table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    page.filters._ask({"kind": frozenset({"city"})})
    settle()
    former = page.list.model.listing
    again = another()
    again.show_section("partner")
    settle()
    page = shown(again, ListPage)
    assert page.filters.where == {"kind": frozenset({"city"})}
    assert page.list.model.listing == former
    header = page.list.table.horizontalHeader()
    assert header.sortIndicatorSection() == 1
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_a_file_opens_at_the_tab_that_was_left_and_in_the_size_of_text(
    window: Window, another: Callable[[], Window], settle: Callable[[], None]
) -> None:
    with window.workspace.archive.change("Visits") as change:
        visits = [change.add(by_name("visit"), {"title_fa": each}) for each in ("یک", "دو")]
    window.open_record("visit", visits[0])
    settle()
    shown(window, VisitPage).open_tab("meetings")
    window.workspace.resize_text(125)
    again = another()
    again.open_record("visit", visits[1])
    settle()
    page = shown(again, VisitPage)
    assert page.tab is page.tabs["meetings"]
    assert again.workspace.settings.get("text_size") == 125
