"""Undo with names, several steps at once, and the journal of the whole archive."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from liaison.domain.records import Partner
from ui.application import Languages
from ui.history import journal_model
from ui.history.journal_page import JournalPage
from ui.history.page import HistoryPage
from ui.window import Window
from ui.workspace import Workspace


@pytest.fixture(autouse=True)
def _in_english(languages: Languages) -> None:
    languages.speak("en")


def add(workspace: Workspace, *names: str) -> list[str]:
    uids = []
    for name in names:
        with workspace.archive.change(f"Add {name}") as change:
            uids.append(change.add(Partner, {"name_en": name}))
    workspace.changed.emit()
    return uids


def test_undo_says_what_it_takes_back_and_takes_back_several(
    window: Window, workspace: Workspace, settle: Callable[[], None]
) -> None:
    buttons = window.shell.undo_buttons
    assert not buttons.undo_button.isEnabled()
    assert not buttons.redo_button.isEnabled()
    add(workspace, *(f"City {number}" for number in range(12)))
    settle()
    assert buttons.undo_button.isEnabled()
    assert buttons.undo_button.toolTip() == "Undo: Add City 11 (Ctrl+Z)"
    steps = [each for each in buttons.menu.actions() if "City" in each.text()]
    assert len(steps) == 10
    assert "Add City 9" in steps[2].text()
    steps[2].trigger()
    settle()
    assert workspace.archive.undoable() == "Add City 8"
    message = window.toast.text.text()
    assert all(f"Add City {number}" in message for number in (11, 10, 9))
    assert buttons.undo_button.toolTip() == "Undo: Add City 8 (Ctrl+Z)"
    assert buttons.redo_button.toolTip() == "Redo: Add City 9 (Ctrl+Y)"
    window.toast.action.click()
    settle()
    assert workspace.archive.undoable() == "Add City 11"
    assert not buttons.redo_button.isEnabled()


def test_the_journal_is_narrowed_and_opens_records(
    window: Window, workspace: Workspace, settle: Callable[[], None]
) -> None:
    workspace.archive.author = "First Officer"
    city, gone = add(workspace, "Test City", "Gone City")
    workspace.archive.author = "Second Officer"
    with workspace.archive.change("Away") as change:
        change.delete(Partner, gone)
    workspace.archive.settings.set_all({"office_en": "Test Office"}, "Office")
    window.shell.undo_buttons.menu.actions()[-1].trigger()
    settle()
    page = window.trail.page
    assert isinstance(page, JournalPage)
    labels = lambda: [each.label for each in page.model.entries]  # noqa: E731 - asked again and again
    assert labels() == ["Office", "Away", "Add Gone City", "Add Test City"]
    page.people.setCurrentIndex(page.people.findData("First Officer"))
    page.people.activated.emit(0)
    settle()
    assert labels() == ["Add Gone City", "Add Test City"]
    page.people.setCurrentIndex(0)
    page.types.setCurrentIndex(page.types.findData("partner"))
    page.types.activated.emit(0)
    settle()
    assert labels() == ["Away", "Add Gone City", "Add Test City"]
    today = date.today()  # noqa: DTZ011 - the day on the office's own clock
    page.since.set_value(today + timedelta(days=2))
    page.since.changed.emit()
    settle()
    assert labels() == []
    assert not page.table.isVisible()
    page.since.set_value(today - timedelta(days=2))
    page.until.set_value(today + timedelta(days=2))
    page.since.changed.emit()
    settle()
    assert len(labels()) == 3
    QTest.keyClick(page.table, Qt.Key.Key_Return)  # in the bin: what happened to it
    settle()
    assert isinstance(window.trail.page, HistoryPage)
    window.go_back()
    page.table.selectRow(2)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    settle()
    opened = window.trail.page
    assert opened is not None
    assert not isinstance(opened, HistoryPage)
    assert opened.subject() == city


def test_the_journal_comes_page_by_page(
    window: Window,
    workspace: Workspace,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(journal_model, "PAGE", 25)
    add(workspace, *(f"City {number}" for number in range(40)))
    workspace.open_history("")
    settle()
    page = window.trail.page
    assert isinstance(page, JournalPage)
    assert page.model.rowCount() == 25
    page.model.fetchMore()
    settle()
    assert page.model.rowCount() == 40
    assert not page.model.canFetchMore()
