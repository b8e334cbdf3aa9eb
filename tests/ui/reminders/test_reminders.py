"""Reminders in the window: the bell, its panel, and what is announced when."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liaison.domain.rules.owed import Choice
from liaison.insight.reminder import Reminder
from liaison.insight.reminders import due_reminders
from liaison.storage.archive import Archive
from tests.ui.reminders.conftest import TODAY, Desk, Settle
from ui.application import Languages
from ui.pages.follow_ups import FollowUpsPage
from ui.reminders import watch
from ui.settings import Settings

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_each_reminder_is_said_once_until_it_gets_worse(desk: Desk) -> None:
    desk.owe(43)
    desk.agree(80)
    desk.look()
    assert desk.titles == ["43 overdue follow-ups", "Test document"]
    assert (desk.said(), desk.bell.text().strip()) == ("2 new reminders", "2")
    desk.look()
    assert desk.said() == ""
    desk.window.renew()  # another shell, as after locking
    desk.workspace.opened.emit()
    desk.look()
    assert (desk.said(), len(desk.titles)) == ("", 2)
    desk.look(days=60)  # a month is left now
    assert desk.said() == "1 new reminder"
    desk.look(days=60)
    assert desk.said() == ""
    assert desk.fresh == [2, 0, 0, 1, 0]


def test_what_is_being_said_is_not_talked_over(desk: Desk, settle: Settle) -> None:
    desk.owe(1)
    desk.workspace.say("Deleted.", "Undo")
    desk.bell.watch.look()
    settle()
    assert desk.said() == "Deleted."
    desk.window.toast.hide()
    desk.look()  # nothing new, but something is still to be said
    assert desk.said() == "1 new reminder"


def test_the_panel_is_worked_without_a_mouse(desk: Desk, settle: Settle) -> None:
    desk.owe(3)
    desk.agree(20)
    desk.look()
    desk.press(Qt.Key.Key_B, CONTROL)
    panel = desk.bell.panel
    assert panel.isVisible()
    first, second = panel.rows
    assert first.title.hasFocus()
    desk.press(Qt.Key.Key_Down)
    assert second.title.hasFocus()
    desk.press(Qt.Key.Key_Tab)
    assert second.noted.hasFocus()
    assert "Test document" in second.noted.accessibleName()
    desk.press(Qt.Key.Key_Space)  # acknowledged; the keyboard stays in the list
    assert desk.titles == ["3 overdue follow-ups"]
    assert desk.said() == "Acknowledged."
    (only,) = panel.rows
    assert only.title.hasFocus()
    desk.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert desk.bell.hasFocus()
    desk.press(Qt.Key.Key_B, CONTROL)
    desk.press(Qt.Key.Key_Return)
    assert not panel.isVisible()
    page = desk.window.trail.page
    assert isinstance(page, FollowUpsPage)
    assert page.asked.choice is Choice.OVERDUE
    desk.workspace.undo()
    settle()
    desk.look()
    assert len(desk.titles) == 2
    assert desk.said() == ""


def test_the_panel_goes_when_the_keyboard_goes_on(desk: Desk) -> None:
    desk.look()
    desk.bell.click()
    panel = desk.bell.panel
    assert panel.close_button.hasFocus()
    assert panel.said.text().startswith("Nothing is due.")
    desk.window.top_bar.search.setFocus()
    assert not panel.isVisible()


def test_a_new_day_is_heard_by_every_page(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that is open over night says nothing of yesterday in the morning."""
    desk.owe(1)
    desk.look()
    heard: list[date] = []
    monkeypatch.setattr("ui.pages.desk.today", lambda: desk.clock.day)
    desk.workspace.changed.connect(lambda: heard.append(desk.clock.day))
    desk.bell.watch.tick()
    assert heard == []
    desk.clock.day += timedelta(days=1)
    desk.bell.watch.tick()
    desk.bell.watch.tick()
    assert heard == [TODAY + timedelta(days=1)]


def test_all_are_taken_note_of_in_one_change(desk: Desk, settle: Settle) -> None:
    desk.owe(2)
    desk.agree(20)
    desk.agree(170)
    desk.look()
    before = desk.workspace.archive.last_change()
    desk.bell.click()
    desk.bell.panel.all_button.click()
    settle()
    assert desk.titles == []
    assert desk.workspace.archive.last_change() == before + 1
    assert desk.bell.accessibleName() == "No reminders"


def test_what_is_put_off_comes_back_tomorrow_and_is_said_again(
    desk: Desk, settle: Settle, settings: Settings
) -> None:
    desk.owe(2)
    desk.look()
    desk.bell.click()
    desk.bell.panel.rows[0].later.click()
    settle()
    assert desk.titles == []
    desk.bell.panel.leave()
    desk.look()
    assert desk.said() == ""
    desk.look(days=1)
    assert desk.titles == ["2 overdue follow-ups"]
    assert desk.said() == "1 new reminder"
    assert "Test" not in str(settings.get("reminders"))
    assert "شهر" not in str(settings.get("reminders"))


def test_it_looks_each_hour_on_a_new_day_and_once_after_many_changes(
    qtbot: QtBot, desk: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[date] = []

    def counted(archive: Archive, today: date, *rest: Any) -> list[Reminder]:
        looked.append(today)
        return due_reminders(archive, today, *rest)

    monkeypatch.setattr(watch, "due_reminders", counted)
    monkeypatch.setattr(watch, "_PAUSE", 20)
    desk.look()
    for _minute in range(59):
        desk.bell.watch.tick()
    settle()
    assert looked == [TODAY]
    desk.bell.watch.tick()
    settle()
    assert looked == [TODAY] * 2
    desk.clock.day = TODAY + timedelta(days=1)
    desk.bell.watch.tick()
    settle()
    assert looked == [TODAY, TODAY, desk.clock.day]
    for _change in range(9):
        desk.workspace.changed.emit()
    qtbot.waitUntil(lambda: len(looked) == 4)
    settle()
    assert len(looked) == 4


def test_the_bell_speaks_the_language_of_the_window(
    desk: Desk, languages: Languages, settle: Settle
) -> None:
    desk.owe(1)
    desk.look()
    languages.speak("fa")
    settle()
    assert desk.bell.text().strip() == "۱"
    assert "۱۴۰۵" in desk.bell.watch.reminders[0].sentence
