"""The page of one membership: what it counts, what it begins, what it says in each language."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.time import span
from ui.application import Languages
from ui.pages.network import NetworkPage
from ui.pages.network_capacities import CapacitiesTab
from ui.pages.network_lists import PromisesTab
from ui.pages.network_sessions import SessionsTab
from ui.workspace import Workspace

Add = Callable[..., str]
Show = Callable[[], NetworkPage]


@pytest.fixture
def add(workspace: Workspace) -> Add:
    def added(name: str, **values: Any) -> str:
        with workspace.archive.change("آزمون") as change:
            return change.add(by_name(name), values)

    return added


@pytest.fixture
def network(add: Add) -> str:
    return add("partner", name_fa="شبکهٔ آزمون", name_en="Network")


@pytest.fixture
def uid(add: Add, network: str) -> str:
    return add(
        "membership",
        partner=network,
        since=span.read("۱۳۹۰"),
        until=span.read("۱۴۰۰"),
        untapped_fa="الف\nب",
        untapped_en="first\nsecond",
        standing_en="associated",
    )


@pytest.fixture
def show(workspace: Workspace, uid: str, qtbot: QtBot, settle: Callable[[], None]) -> Show:
    def shown() -> NetworkPage:
        page = NetworkPage(workspace, uid)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        page.refresh()
        settle()
        return page

    return shown


def test_the_tab_counts_the_sessions_it_lists(add: Add, network: str, show: Show) -> None:
    """Neither what was held before one joined, nor what is planned after one left."""
    for when in ("۱۳۸۵", "۱۳۹۳", "۱۴۰۳", "۱۴۹۰"):
        add("event", title_fa=when, organiser=network, when=span.read(when))
    undated = add("event", title_fa="بی‌تاریخ", organiser=network)
    add("document", title_fa="نامه", attached_to=("event", undated))
    page = show()
    page.open_tab("sessions")
    tab = page.tabs["sessions"]
    assert isinstance(tab, SessionsTab)
    shown = [*tab.coming.view.rows.entries, *tab.held.view.rows.entries]
    assert [each.cells[0].text for each in shown if each.uid] == ["۱۳۹۳", "بی‌تاریخ"]
    assert page.header.tabs.tabText(1).endswith("۲")
    page.open_tab("promises")
    promises = page.tabs["promises"]
    assert isinstance(promises, PromisesTab)
    assert len(promises.documents.view.rows.entries) == 1


def test_a_capacity_becomes_one_task_however_often_the_key_is_pressed(
    workspace: Workspace, show: Show, settle: Callable[[], None]
) -> None:
    page = show()
    page.open_tab("capacities")
    tab = page.tabs["capacities"]
    assert isinstance(tab, CapacitiesTab)
    settle()
    tab.list.view.setFocus()
    for _again in range(3):
        QTest.keyClick(tab.list.view, Qt.Key.Key_Insert)
    settle()
    (made,) = workspace.archive.rows(by_name("follow_up"))
    assert made["title_fa"] == "الف"
    workspace.archive.undo()
    assert workspace.archive.rows(by_name("follow_up")) == []


def test_what_is_written_in_one_language_only_is_said_and_the_other_one_comes_first(
    show: Show, languages: Languages, settle: Callable[[], None]
) -> None:
    page = show()
    assert "associated" in page.header._facts.text()
    languages.speak("en")
    settle()
    assert page.rows is not None
    assert [each.words("en") for each in page.rows.standing.untapped] == ["first", "second"]
