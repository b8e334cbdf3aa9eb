import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from tests.ui.conftest import TypeText
from tests.ui.pages.owed import choose, named, titles
from ui.pages.follow_ups import FollowUpsPage
from ui.workspace import Workspace

Settle = Callable[[], None]
TODAY = date(2026, 11, 21)  # Saturday, the first day of the Iranian week


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
    menu = follow_up_page.work.priority_menu([named(follow_up_page, "سوم")], follow_up_page)
    menu.actions()[0].trigger()
    settle()
    assert named(follow_up_page, "سوم").row["priority"] == "urgent"


def test_the_menu_does_what_the_keys_do(follow_up_page: FollowUpsPage, settle: Settle) -> None:
    choose(follow_up_page, "سوم")
    menu = follow_up_page.doing.menu()
    menu.actions()[0].trigger()
    settle()
    assert named(follow_up_page, "سوم").state == "done"


def test_rows_are_found_by_any_word(follow_up_page: FollowUpsPage, settle: Settle) -> None:
    follow_up_page.header.filter.setText("شهر آزمون")
    settle()
    assert [each for each in titles(follow_up_page) if not each.startswith("[")] == ["نخست"]
    follow_up_page.header.filter.setText("هیچ")
    settle()
    assert follow_up_page.views.currentWidget() is follow_up_page.views.empty
    follow_up_page.views.empty.all_button.click()
    settle()
    assert follow_up_page.views.currentWidget() is follow_up_page.view


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
    assert page.views.currentWidget() is page.views.empty
    with qtbot.waitSignal(workspace.new_wanted) as wanted:
        page.views.empty.new_button.click()
    assert wanted.args is not None
    assert wanted.args[0] == "follow_up"


def test_five_thousand_never_hold_up_the_window_and_all_can_be_worked(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: TypeText
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
    page.view.show_reading()
    took = time.perf_counter() - started
    assert took < 0.1  # 0.01 s on a quiet machine
    last = page.view.rows.index(page.view.rows.rowCount() - 1, 1)
    assert last.data() == "…"  # its words come when it is looked at
    qtbot.waitUntil(lambda: str(last.data()).startswith("آزمون"))
    page.header.filter.setText("آزمون 77")
    settle()
    page.view.selectAll()
    assert len(page.view.selected_ids()) == 11
    type_text(page.view, "W")
    settle()
    waiting = workspace.archive.rows(by_name("follow_up"), {"state": "waiting"})
    assert len(waiting) == 11
