from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from liaison.domain.rules.owed import Choice, Grouping
from liaison.language import digits
from tests.ui.conftest import TypeText
from tests.ui.pages.owed import choose, named, selected, titles
from ui.application import Languages
from ui.pages.follow_ups import FollowUpsPage
from ui.workspace import Workspace

Settle = Callable[[], None]
TODAY = date(2026, 11, 21)  # Saturday, the first day of the Iranian week


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
    heading = follow_up_page.view.rows.heading(0)
    assert heading is not None
    assert heading.note == "2 follow-ups · 2 overdue"


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (Choice.OVERDUE, ["نخست", "دوم"]),
        (Choice.WEEK, ["سوم", "ششم"]),
        (Choice.WAITING, ["پنجم"]),
        (Choice.UNASSIGNED, ["دوم", "چهارم", "پنجم"]),
        (Choice.THEIRS, ["ششم"]),
        (Choice.LATELY, ["نخست", "دوم", "سوم", "چهارم", "پنجم", "هفتم", "ششم"]),
        (Choice.FINISHED, ["هفتم", "هشتم"]),
    ],
)
def test_each_filter_shows_its_own_and_says_how_many(
    follow_up_page: FollowUpsPage, settle: Settle, choice: Choice, shown: list[str]
) -> None:
    chip = follow_up_page.header.chips[choice]
    chip.click()
    settle()
    assert digits.to_ascii(chip.text()).endswith(str(len(shown)))
    assert [each for each in titles(follow_up_page) if not each.startswith("[")] == shown


def test_grouping_by_responsible_puts_nobody_first_and_is_remembered(
    follow_up_page: FollowUpsPage, workspace: Workspace, languages: Languages, settle: Settle
) -> None:
    languages.speak("en")
    settle()
    box = follow_up_page.header.grouping_box
    box.setCurrentIndex(box.findData(Grouping.RESPONSIBLE))
    box.activated.emit(box.currentIndex())
    settle()
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
    assert selected(follow_up_page) == ["نخست", "دوم", "سوم"]
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
    third = named(follow_up_page, "سوم")
    assert follow_up_page.store.numbers.number(third.id) == 3
    type_text(follow_up_page.foot.command, "ردیف ۲: انجام شد")
    QTest.keyClick(follow_up_page.foot.command, Qt.Key.Key_Return)
    settle()
    assert named(follow_up_page, "دوم").state == "done"
    assert follow_up_page.store.numbers.number(third.id) == 3
    type_text(follow_up_page.foot.command, "3 اولویت فوری")
    QTest.keyClick(follow_up_page.foot.command, Qt.Key.Key_Return)
    settle()
    assert named(follow_up_page, "سوم").row["priority"] == "urgent"
    type_text(follow_up_page.foot.command, "۳: تا ۱۴۰۵/۰۹/۱۰")
    QTest.keyClick(follow_up_page.foot.command, Qt.Key.Key_Return)
    settle()
    assert named(follow_up_page, "سوم").due_on == date(2026, 12, 1)
