import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from tests.ui.conftest import TypeText
from ui.application import Languages
from ui.pages import follow_ups
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.follow_ups_groups import Choice, Grouping
from ui.pages.follow_ups_reading import Owed
from ui.workspace import Workspace

Settle = Callable[[], None]
TODAY = date(2026, 11, 21)  # Saturday, the first day of the Iranian week
SAMPLE: Mapping[str, Mapping[str, Any]] = {
    "نخست": {"due_on": TODAY - timedelta(days=40), "progress": 60, "priority": "high"},
    "دوم": {"due_on": TODAY - timedelta(days=2)},
    "سوم": {"due_on": TODAY + timedelta(days=3)},
    "چهارم": {"due_on": TODAY + timedelta(days=30), "state": "under_way"},
    "پنجم": {"state": "waiting"},
    "ششم": {"owed_by": "theirs", "due_on": TODAY + timedelta(days=5)},
    "هفتم": {"state": "done", "done_on": TODAY - timedelta(days=3)},
    "هشتم": {"state": "cancelled"},
}


@pytest.fixture
def follow_up_page(
    qtbot: QtBot, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> FollowUpsPage:
    monkeypatch.setattr(follow_ups, "today", lambda: TODAY)
    with workspace.archive.change("آزمون") as change:
        city = change.add(by_name("partner"), {"name_fa": "شهر آزمون ۱"})
        officer = change.add(by_name("officer"), {"name_fa": "کارشناس آزمون"})
        for title, values in SAMPLE.items():
            who = {"assignee": officer} if title in {"نخست", "سوم"} else {}
            where = {"partner": city} if title == "نخست" else {}
            change.add(by_name("follow_up"), {"title_fa": title, **values, **who, **where})
    page = FollowUpsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1180, 800)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    settle()
    return page


def titles(page: FollowUpsPage) -> list[str]:
    """Return the titles in the list, headings in brackets."""
    return [
        line.owed.title if line.owed else f"[{line.cells[0].text}]" for line in page.view.rows.lines
    ]


def named(page: FollowUpsPage, title: str) -> Owed:
    assert page.reading is not None
    return next(each for each in page.reading.owed if each.title == title)


def choose(page: FollowUpsPage, title: str) -> None:
    assert page.view.select(named(page, title).uid)


def test_late_ones_come_first_and_the_other_sides_promises_apart(
    follow_up_page: FollowUpsPage, languages: Languages, settle: Settle
) -> None:
    languages.speak("en")
    settle()
    assert titles(follow_up_page) == [
        "[Overdue]",
        "نخست",
        "دوم",
        "[Within 7 days]",
        "سوم",
        "[Later]",
        "چهارم",
        "[Waiting for reply]",
        "پنجم",
        "[Promised by the other side]",
        "ششم",
    ]
    first = named(follow_up_page, "نخست")
    assert first.late == 28  # from 12 October on, without Thursdays and Fridays
    assert follow_up_page.view.rows.lines[0].cells[0].note == "2 follow-ups · 2 overdue"


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (Choice.OVERDUE, ["نخست", "دوم"]),
        (Choice.WEEK, ["سوم", "ششم"]),
        (Choice.WAITING, ["پنجم"]),
        (Choice.UNASSIGNED, ["دوم", "چهارم", "پنجم"]),
        (Choice.THEIRS, ["ششم"]),
        (Choice.FINISHED, ["هفتم", "هشتم"]),
    ],
)
def test_each_filter_shows_its_own(
    follow_up_page: FollowUpsPage, choice: Choice, shown: list[str]
) -> None:
    follow_up_page.header.chips[choice].click()
    assert [each for each in titles(follow_up_page) if not each.startswith("[")] == shown


def test_grouping_by_responsible_puts_nobody_first_and_is_remembered(
    follow_up_page: FollowUpsPage, workspace: Workspace, languages: Languages, settle: Settle
) -> None:
    languages.speak("en")
    settle()
    box = follow_up_page.header.grouping_box
    box.setCurrentIndex(box.findData(Grouping.RESPONSIBLE))
    box.activated.emit(box.currentIndex())
    found = titles(follow_up_page)
    assert found[0] == "[Nobody responsible]"
    assert found[found.index("[کارشناس آزمون]") + 1] == "نخست"
    assert workspace.settings.get("follow-ups/grouping") == "responsible"


@pytest.mark.parametrize("typed", ["D", "d", "ی", "ي"])
def test_one_key_in_either_layout_finishes_and_undo_names_it(
    follow_up_page: FollowUpsPage,
    workspace: Workspace,
    type_text: TypeText,
    settle: Settle,
    typed: str,
) -> None:
    choose(follow_up_page, "دوم")
    type_text(follow_up_page.view, typed)
    settle()
    done = named(follow_up_page, "دوم")
    assert (done.state, done.row["done_on"], done.row["progress"]) == ("done", TODAY, 100)
    assert "دوم" not in titles(follow_up_page)
    assert "دوم" in (workspace.archive.undoable() or "")
    workspace.undo()
    settle()
    assert named(follow_up_page, "دوم").state == "open"


def test_several_rows_are_one_change(
    follow_up_page: FollowUpsPage, workspace: Workspace, type_text: TypeText, settle: Settle
) -> None:
    choose(follow_up_page, "نخست")
    for _each in range(2):
        QTest.keyClick(follow_up_page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [each.title for each in follow_up_page.view.selected()] == ["نخست", "دوم", "سوم"]
    type_text(follow_up_page.view, "ص")
    settle()
    assert {named(follow_up_page, each).state for each in ("نخست", "دوم", "سوم")} == {"waiting"}
    workspace.undo()
    settle()
    assert {named(follow_up_page, each).state for each in ("نخست", "دوم", "سوم")} == {"open"}


def test_the_cursor_passes_over_headings(follow_up_page: FollowUpsPage) -> None:
    view = follow_up_page.view
    choose(follow_up_page, "دوم")
    QTest.keyClick(view, Qt.Key.Key_Down)
    current = view.current()
    assert current is not None
    assert current.title == "سوم"
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    current = view.current()
    assert current is not None
    assert current.title == "نخست"


def test_a_week_later_asks_about_a_closed_day(
    follow_up_page: FollowUpsPage, type_text: TypeText, settle: Settle
) -> None:
    choose(follow_up_page, "سوم")
    type_text(follow_up_page.view, "م")
    settle()
    moved = named(follow_up_page, "سوم")
    assert moved.due_on == date(2026, 12, 1)
    assert not follow_up_page.closed.isVisible()
    choose(follow_up_page, "ششم")  # due on Thursday 26 November
    type_text(follow_up_page.view, "L")
    settle()
    assert follow_up_page.closed.isVisible()
    assert named(follow_up_page, "ششم").due_on == date(2026, 11, 26)
    assert follow_up_page.closed.first.hasFocus()
    follow_up_page.closed.second.click()
    settle()
    assert named(follow_up_page, "ششم").due_on == date(2026, 12, 5)


def test_a_closed_day_can_be_kept_or_left_alone(
    follow_up_page: FollowUpsPage, type_text: TypeText, settle: Settle
) -> None:
    choose(follow_up_page, "ششم")
    type_text(follow_up_page.view, "L")
    QTest.keyClick(follow_up_page.closed.first, Qt.Key.Key_Escape)
    settle()
    assert named(follow_up_page, "ششم").due_on == date(2026, 11, 26)
    assert follow_up_page.view.hasFocus()
    type_text(follow_up_page.view, "L")
    follow_up_page.closed.close_button.click()
    settle()
    assert named(follow_up_page, "ششم").due_on == date(2026, 12, 3)


def test_a_late_one_moves_a_week_from_today(
    follow_up_page: FollowUpsPage, type_text: TypeText, settle: Settle
) -> None:
    choose(follow_up_page, "نخست")
    type_text(follow_up_page.view, "L")
    settle()
    assert named(follow_up_page, "نخست").due_on == TODAY + timedelta(days=7)


def test_a_typed_line_finds_rows_by_number_and_numbers_stay(
    follow_up_page: FollowUpsPage, type_text: TypeText, settle: Settle
) -> None:
    numbers = follow_up_page.view.rows.numbers
    third = named(follow_up_page, "سوم")
    assert numbers.number(third.uid) == 3
    type_text(follow_up_page.foot.command, "ردیف ۲: انجام شد")
    QTest.keyClick(follow_up_page.foot.command, Qt.Key.Key_Return)
    settle()
    assert named(follow_up_page, "دوم").state == "done"
    assert numbers.number(third.uid) == 3
    type_text(follow_up_page.foot.command, "3 اولویت فوری")
    QTest.keyClick(follow_up_page.foot.command, Qt.Key.Key_Return)
    settle()
    assert named(follow_up_page, "سوم").row["priority"] == "urgent"
    type_text(follow_up_page.foot.command, "۳: تا ۱۴۰۵/۰۹/۱۰")
    QTest.keyClick(follow_up_page.foot.command, Qt.Key.Key_Return)
    settle()
    assert named(follow_up_page, "سوم").due_on == date(2026, 12, 1)


@pytest.mark.parametrize("typed", ["هیچ", "99: done", "3: سلام", "ردیف"])
def test_a_line_that_means_nothing_is_refused_and_kept(
    follow_up_page: FollowUpsPage, type_text: TypeText, typed: str
) -> None:
    type_text(follow_up_page.foot.command, typed)
    QTest.keyClick(follow_up_page.foot.command, Qt.Key.Key_Return)
    assert follow_up_page.foot._fault.isVisible()
    assert follow_up_page.foot.command.text() == typed


def test_a_note_joins_the_history(
    follow_up_page: FollowUpsPage,
    workspace: Workspace,
    type_text: TypeText,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    choose(follow_up_page, "نخست")
    qtbot.waitUntil(lambda: follow_up_page.side.history is not None)
    type_text(follow_up_page.view, "N")
    assert follow_up_page.side.note.hasFocus()
    type_text(follow_up_page.side.note, "نامه فرستاده شد")
    QTest.keyClick(follow_up_page.side.note, Qt.Key.Key_Return)
    settle()
    notes = workspace.archive.rows(by_name("follow_up_note"))
    assert [(each["day"], each["text"]) for each in notes] == [(TODAY, "نامه فرستاده شد")]
    assert follow_up_page.side.history is not None
    assert follow_up_page.side.history._notes.count() == 1


def test_what_is_typed_in_the_side_panel_is_saved_before_a_key_acts(
    follow_up_page: FollowUpsPage, type_text: TypeText, settle: Settle, qtbot: QtBot
) -> None:
    choose(follow_up_page, "سوم")
    qtbot.waitUntil(lambda: follow_up_page.side.panel is not None)
    settle()
    QTest.keyClick(follow_up_page.view, Qt.Key.Key_Return)
    panel = follow_up_page.side.panel
    assert panel is not None
    title = panel.form.editors["title_fa"].control
    assert title.hasFocus()
    QTest.keyClick(title, Qt.Key.Key_End)
    type_text(title, " تازه")
    type_text(follow_up_page.view, "U")
    settle()
    changed = named(follow_up_page, "سوم تازه")
    assert changed.state == "under_way"
    assert not panel.form.touched()


def test_a_closed_day_typed_in_the_form_is_warned_of(
    follow_up_page: FollowUpsPage, type_text: TypeText, settle: Settle, qtbot: QtBot
) -> None:
    choose(follow_up_page, "سوم")
    qtbot.waitUntil(lambda: follow_up_page.side.panel is not None)
    settle()
    panel = follow_up_page.side.panel
    assert panel is not None
    due = panel.form.editors["due_on"]
    due.set_value(date(2026, 11, 27))
    due.changed.emit()
    panel.save()
    settle()
    assert follow_up_page.closed.isVisible()
    follow_up_page.closed.first.click()
    settle()
    assert named(follow_up_page, "سوم").due_on == date(2026, 11, 25)
    del type_text


def test_priority_is_chosen_from_a_menu(follow_up_page: FollowUpsPage, settle: Settle) -> None:
    choose(follow_up_page, "سوم")
    menu = follow_up_page.work.priority_menu(follow_up_page.view.selected(), follow_up_page)
    menu.actions()[0].trigger()
    settle()
    assert named(follow_up_page, "سوم").row["priority"] == "urgent"


def test_the_menu_does_what_the_keys_do(follow_up_page: FollowUpsPage, settle: Settle) -> None:
    choose(follow_up_page, "سوم")
    menu = follow_up_page.doing.menu()
    menu.actions()[0].trigger()
    settle()
    assert named(follow_up_page, "سوم").state == "done"


def test_rows_are_found_by_any_word(follow_up_page: FollowUpsPage) -> None:
    follow_up_page.header.filter.setText("شهر آزمون")
    assert [each for each in titles(follow_up_page) if not each.startswith("[")] == ["نخست"]
    follow_up_page.header.filter.setText("هیچ")
    assert follow_up_page.states.currentWidget() is follow_up_page.empty
    follow_up_page.empty.all_button.click()
    assert follow_up_page.states.currentWidget() is follow_up_page.view


def test_delete_goes_to_the_bin(
    follow_up_page: FollowUpsPage, workspace: Workspace, settle: Settle
) -> None:
    choose(follow_up_page, "نخست")
    QTest.keyClick(follow_up_page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(follow_up_page.view, Qt.Key.Key_Delete)
    settle()
    assert {each["title_fa"] for each in workspace.archive.bin()} == {"نخست", "دوم"}


def test_the_model_obeys_qt(follow_up_page: FollowUpsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(follow_up_page.view.rows)


def test_an_empty_page_says_what_to_do(qtbot: QtBot, workspace: Workspace, settle: Settle) -> None:
    page = FollowUpsPage(workspace)
    qtbot.addWidget(page)
    page.show()
    settle()
    assert page.states.currentWidget() is page.empty
    with qtbot.waitSignal(workspace.new_wanted) as wanted:
        page.empty.new_button.click()
    assert wanted.args is not None
    assert wanted.args[0] == "follow_up"


def test_five_thousand_never_hold_up_the_window(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    with workspace.archive.change("آزمون") as change:
        for number in range(5000):
            change.add(
                by_name("follow_up"),
                {"title_fa": f"آزمون {number}", "due_on": TODAY + timedelta(days=number % 90 - 45)},
            )
    page = FollowUpsPage(workspace)
    qtbot.addWidget(page)
    page.show()
    settle()
    assert page.view.rows.rowCount() > 5000
    started = time.perf_counter()
    page._show()
    took = time.perf_counter() - started
    assert took < 0.5  # 0.04 s on a quiet machine
