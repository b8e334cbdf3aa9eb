"""The tasks around a visit: added in one step, ticked and given by key, moved along with it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.domain.records.checklist_item import ChecklistItem
from liaison.domain.records.officer import Officer
from liaison.domain.records.visit import Visit
from liaison.domain.rules.checklist import USUAL
from liaison.storage.archive import Row
from ui.day import today
from ui.pages.visit import VisitPage
from ui.pages.visit_moved_days import MovedDaysCard
from ui.pages.visit_preparations import PreparationsTab
from ui.workspace import Workspace

Open = Callable[[], VisitPage]
Settle = Callable[[], None]


@pytest.fixture
def page(opened: Open) -> VisitPage:
    shown = opened()
    shown.open_tab("preparations")
    return shown


@pytest.fixture
def tab(page: VisitPage, settle: Settle) -> PreparationsTab:
    shown = page.tab
    assert isinstance(shown, PreparationsTab)
    for _time in range(2):  # the second before the first is written
        shown.add_usual()
    settle()
    return shown


def tasks(workspace: Workspace) -> list[Row]:
    return workspace.archive.rows(ChecklistItem, {}, ("due_on",))


def test_the_usual_tasks_come_in_one_step_and_go_with_one_undo(
    tab: PreparationsTab, page: VisitPage, workspace: Workspace, settle: Settle, arrival: date
) -> None:
    found = tasks(workspace)
    assert len(found) == len(USUAL)
    calendar = page.rows.calendar
    assert {row["due_on"] for row in found} >= {
        calendar.due(arrival, -3),
        arrival,
        calendar.due(arrival + timedelta(days=3), 1),
    }
    entries = tab.list.view.rows.entries
    assert sum(each.heading for each in entries) == 1  # those after the departure below a line
    tab.add_usual()
    settle()
    assert len(tasks(workspace)) == len(USUAL)
    workspace.undo()
    settle()
    assert tasks(workspace) == []


def test_a_task_is_ticked_with_one_key_and_the_readiness_rises(
    qtbot: QtBot, tab: PreparationsTab, page: VisitPage, workspace: Workspace, settle: Settle
) -> None:
    before = page.side.readiness.readiness.percent
    first = tab.list.view.uid()
    tab.list.view.setFocus()
    qtbot.keyClick(tab.list.view, Qt.Key.Key_Space)
    settle()
    assert workspace.archive.read(ChecklistItem, first)["done_on"] == today()
    assert page.side.readiness.readiness.percent > before
    assert tab.list.view.uid() == first  # the keyboard stays where it was
    qtbot.keyClick(tab.list.view, Qt.Key.Key_Space)
    settle()
    assert workspace.archive.read(ChecklistItem, first)["done_on"] is None


def test_a_task_is_given_to_somebody_in_place(
    tab: PreparationsTab, workspace: Workspace, settle: Settle
) -> None:
    with workspace.archive.change("Officers") as change:
        officer = change.add(Officer, {"name_fa": "کارشناس آزمون"})
        change.add(Officer, {"name_fa": "کارشناس پیشین آزمون", "active": False})
    workspace.changed.emit()
    settle()
    menu = tab.menu_of_officers()
    names = [action.text() for action in menu.actions()]
    assert "کارشناس آزمون" in names
    assert "کارشناس پیشین آزمون" not in names
    menu.actions()[0].trigger()
    settle()
    row = workspace.archive.read(ChecklistItem, tab.list.view.uid())
    assert row["responsible"] == officer
    cell = tab.list.view.rows.entries[0].cells[2]
    assert cell.text == "کارشناس آزمون"


def test_what_is_late_says_so(
    tab: PreparationsTab, workspace: Workspace, settle: Settle, visit_uid: str
) -> None:
    with workspace.archive.change("Late") as change:
        late = change.add(
            ChecklistItem,
            {"visit": visit_uid, "title_fa": "کار آزمون", "due_on": today() - timedelta(days=14)},
        )
    workspace.changed.emit()
    settle()
    entry = next(each for each in tab.list.view.rows.entries if each.uid == late)
    assert entry.cells[4].chip == "red"


@pytest.mark.usefixtures("tab")
def test_tasks_move_along_with_the_visit_after_a_look(
    qtbot: QtBot,
    page: VisitPage,
    workspace: Workspace,
    settle: Settle,
    visit_uid: str,
    arrival: date,
) -> None:
    before = {row.uid: row["due_on"] for row in tasks(workspace)}
    page.edit("starts_on")
    settle()
    panel = page.side.panel
    for key, days in (("starts_on", 14), ("ends_on", 17)):
        panel.form.editors[key].set_value(arrival + timedelta(days=days))
    panel.save()
    settle()
    card = page.side.currentWidget()
    assert isinstance(card, MovedDaysCard)
    assert {row.uid: row["due_on"] for row in tasks(workspace)} == before  # only looked at
    kept = next(iter(card.list.checked))
    card.list.toggle(kept)
    assert QApplication.focusWidget() is card.move_button
    qtbot.keyClick(card.move_button, Qt.Key.Key_Space)
    settle()
    after = {row.uid: row["due_on"] for row in tasks(workspace)}
    assert after[kept] == before[kept]
    assert all(after[uid] > before[uid] for uid in before if uid != kept)
    assert page.side.currentWidget() is not card
    workspace.undo()
    settle()
    assert {row.uid: row["due_on"] for row in tasks(workspace)} == before
    assert workspace.archive.read(Visit, visit_uid)["starts_on"] == arrival + timedelta(days=14)
