"""The calendar through real widgets, on the days around 30 Aban 1405."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from liaison.time import instant
from tests.ui.conftest import TypeText
from tests.ui.pages.planned import DAY, TODAY, Asked, Settle, opened, page
from ui.application import Languages
from ui.pages.calendar import CalendarPage
from ui.pages.calendar_menu import DayMenu
from ui.pages.calendar_words import View
from ui.workspace import Workspace

__all__ = ["opened", "page"]


def menu_of(page: CalendarPage) -> DayMenu:
    return page.findChildren(DayMenu)[-1]


def test_a_persian_month_has_solar_days_from_saturday_and_mirrors(
    page: CalendarPage, languages: Languages, settle: Settle
) -> None:
    table = page.body.month
    assert (page.header.name.text(), page.header.other_name.text()) == (
        "آبان ۱۴۰۵",
        "اکتبر – نوامبر ۲۰۲۶",
    )
    assert table.sheet.month == (date(2026, 10, 23), TODAY)
    assert table.model().headerData(0, Qt.Orientation.Horizontal) == "شنبه"
    assert table.box_of(TODAY).center().x() > table.viewport().width() / 2
    languages.speak("en")
    settle()
    assert (page.header.name.text(), page.header.other_name.text()) == (
        "November 2026",
        "Aban – Azar 1405",
    )
    assert table.sheet.month == (date(2026, 11, 1), date(2026, 11, 30))
    assert table.model().headerData(0, Qt.Orientation.Horizontal) == "Saturday"
    assert table.box_of(TODAY).center().x() < table.viewport().width() / 2


def test_a_season_stands_over_its_months_and_never_on_a_day(
    page: CalendarPage, opened: list[tuple[str, str]]
) -> None:
    (band,) = page.body.bands.bands
    assert band.text().startswith("پاییز ۱۴۰۵")
    assert band.width() > page.body.bands.width() * 0.95
    assert not [each for each in page.body.month.sheet.marks if each.key.startswith("event")]
    band.click()
    assert [each[0] for each in opened] == ["event"]


def test_a_screen_reader_walks_the_days(
    page: CalendarPage, languages: Languages, settle: Settle
) -> None:
    languages.speak("en")
    settle()
    table = page.body.month
    row, column = table.sheet.cell(TODAY) or (-1, -1)
    told = table.model().index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Saturday, 21 November 2026 (30 Aban 1405) · Today · 7 things")
    assert "Test meeting 1" in told
    holiday = table.sheet.cell(TODAY - 10 * DAY) or (-1, -1)
    read = QAccessible.queryAccessibleInterface(table)
    assert read is not None
    cells = [read.child(number) for number in range(read.childCount())]
    heard = [each.text(QAccessible.Text.Name) for each in cells if each is not None]
    assert told in heard
    told = table.model().index(*holiday).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Test holiday 9 (Not certain yet)" in told
    assert told in heard


def test_arrows_walk_along_the_line_and_turn_the_month(page: CalendarPage, settle: Settle) -> None:
    table = page.body.month
    for key, days in (
        (Qt.Key.Key_Right, -1),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Up, -7),
        (Qt.Key.Key_Down, 7),
    ):
        before = page.place.day
        QTest.keyClick(table, key)
        settle()
        assert (page.place.day - before).days == days
        assert table.day() == page.place.day
    QTest.keyClick(table, Qt.Key.Key_Left)
    settle()
    assert page.header.name.text() == "آذر ۱۴۰۵"
    QTest.keyClick(table, Qt.Key.Key_PageUp)
    settle()
    assert page.place.day == date(2026, 10, 23)  # the first of Aban
    QTest.keyClick(table, Qt.Key.Key_Home)
    settle()
    assert (page.place.day, table.hasFocus()) == (TODAY, True)


@pytest.mark.parametrize(
    ("typed", "view"),
    [("W", View.WEEK), ("ص", View.WEEK), ("a", View.AGENDA), ("ش", View.AGENDA), ("پ", View.MONTH)],
)
def test_one_key_in_either_layout_chooses_the_view_and_it_is_remembered(
    page: CalendarPage,
    workspace: Workspace,
    type_text: TypeText,
    settle: Settle,
    typed: str,
    view: View,
) -> None:
    type_text(page.body.month, typed)
    settle()
    assert page.header.view is view
    assert page.body.views.currentWidget().hasFocus()
    assert workspace.settings.get("calendar/view", "month") == view
    type_text(page.body.views.currentWidget(), "ف")
    settle()
    assert page.place.day == TODAY


def test_the_rest_of_a_day_opens_as_a_list_and_enter_too(
    page: CalendarPage, opened: list[tuple[str, str]]
) -> None:
    table = page.body.month
    row, column = table.sheet.cell(TODAY) or (-1, -1)
    hidden = table.week(row).hidden[column]
    assert hidden > 1
    box = table.box_of(TODAY)
    point = next(
        point
        for down in range(box.top(), box.bottom())
        if table.has_more_at(point := QPoint(box.center().x(), down))
    )
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    first = menu_of(page)
    assert len([each for each in first.actions() if "آزمون" in each.text()]) == 7
    first.close()
    QTest.keyClick(table, Qt.Key.Key_Return)
    menu = menu_of(page)
    assert menu.isVisible()
    next(each for each in menu.actions() if "meeting" in each.text()).trigger()
    assert [each[0] for each in opened] == ["meeting"]
    menu.close()


def test_a_click_on_a_bar_opens_the_visit(
    page: CalendarPage, settle: Settle, opened: list[tuple[str, str]]
) -> None:
    page.go(TODAY + DAY)
    settle()
    table = page.body.month
    (bar,) = [each for each in table.week(0).placed if each.mark.is_bar]
    assert (bar.last - bar.first, bar.begins, bar.ends) == (2, True, True)
    middle = table.box_of(TODAY + 2 * DAY)
    point = QPoint(middle.center().x(), middle.top() + 30)
    assert table.mark_at(point) is bar.mark
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert [each[0] for each in opened] == ["visit"]


@pytest.mark.parametrize(
    ("number", "type_name", "key"),
    [(0, "visit", "starts_on"), (1, "meeting", "starts_at"), (2, "follow_up", "due_on")],
)
def test_control_n_begins_on_the_chosen_day(
    page: CalendarPage, workspace: Workspace, number: int, type_name: str, key: str
) -> None:
    asked: Asked = []
    workspace.new_wanted.connect(lambda name, values, _then: asked.append((name, values)))
    QTest.keyClick(page.body.month, Qt.Key.Key_Up)
    page.new()
    menu = menu_of(page)
    [each for each in menu.actions() if each.isEnabled() and each.text()][number].trigger()
    menu.close()
    ((name, values),) = asked
    day = values[key]
    if isinstance(day, datetime):
        day = day.astimezone(instant.zone()).date()
    assert (name, day) == (type_name, TODAY - 7 * DAY)


def test_what_is_shown_can_be_left_out_and_that_is_remembered(
    page: CalendarPage, workspace: Workspace
) -> None:
    page.header.chips["due"].click()
    page.header.chips["holidays"].click()
    kinds = {each.key.partition("/")[0] for each in page.body.month.sheet.marks}
    assert kinds == {"visit", "meeting"}
    assert not page.body.month.sheet.named
    assert workspace.settings.get("calendar/shown") == ["visits", "meetings", "events"]
    again = CalendarPage(workspace)
    assert not again.header.chips["due"].isChecked()
    again.deleteLater()
