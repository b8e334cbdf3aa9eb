"""The week and the list of the calendar, and what it says where there is nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.errors import StorageError
from tests.ui.pages.planned import DAY, TODAY, Settle, opened, page
from ui.application import Languages
from ui.pages import calendar
from ui.pages.calendar import CalendarPage
from ui.pages.calendar_words import View
from ui.workspace import Workspace

__all__ = ["opened", "page"]


def test_a_week_has_its_hours(page: CalendarPage, settle: Settle) -> None:
    page.show_view(View.WEEK)
    settle()
    boxes = {mark.key.partition("/")[0]: box for mark, box, _begins in page.body.week.boxes()}
    hours = dict(page.body.week.hours())
    assert hours[10] < boxes["meeting"].center().y() < hours[12]  # from 10:30 to 11:30
    assert boxes["visit"].bottom() < hours[8]
    assert boxes["visit"].width() > 2 * page.body.week.columnWidth(0)
    QTest.keyClick(page.body.week, Qt.Key.Key_Down)
    settle()
    assert page.place.day == TODAY + 7 * DAY
    assert page.body.week.sheet.first == TODAY + 7 * DAY


def test_the_list_goes_on_and_enter_opens(
    page: CalendarPage, settle: Settle, opened: list[tuple[str, str]]
) -> None:
    page.show_view(View.AGENDA)
    settle()
    agenda = page.body.agenda
    lines = agenda.model_of_days.lines
    assert [each.day for each in lines if each.mark is None] == [TODAY + n * DAY for n in range(4)]
    assert agenda.day() == TODAY
    QTest.keyClick(agenda, Qt.Key.Key_Return)
    assert len(opened) == 1
    page.body.longer.click()
    settle()
    assert page.place.shown("fa") == (TODAY, TODAY + 59 * DAY)


def test_an_empty_calendar_says_what_to_do(
    qtbot: QtBot, workspace: Workspace, settle: Settle, languages: Languages
) -> None:
    languages.speak("en")
    page = CalendarPage(workspace)
    qtbot.addWidget(page)
    page.show()
    settle()
    assert "Ctrl+N" in page.body.foot.text()


def test_days_that_cannot_be_read_say_so(
    page: CalendarPage,
    workspace: Workspace,
    languages: Languages,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_asked: object) -> None:
        raise StorageError

    languages.speak("en")
    settle()
    heard: list[Exception] = []
    workspace.troubled.connect(heard.append)
    with monkeypatch.context() as broken:
        broken.setattr(calendar, "read_days", fail)
        QTest.keyClick(page.body.month, Qt.Key.Key_F5)
        settle()
    assert "F5" in page.body.foot.text()
    assert [type(each) for each in heard] == [StorageError]
    QTest.keyClick(page.body.month, Qt.Key.Key_F5)
    settle()
    assert "F5" not in page.body.foot.text()
