"""The same follow-ups as a board and as a month, and many of them changed at once."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from liaison.domain.records import by_name
from tests.ui.conftest import TypeText
from tests.ui.pages.owed import choose, named, selected
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.follow_ups_shape import Shape
from ui.workspace import Workspace

Settle = Callable[[], None]
TODAY = date(2026, 11, 21)  # Saturday, the first day of the Iranian week
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def turned(page: FollowUpsPage, shape: Shape, settle: Settle) -> FollowUpsPage:
    page.header.shape.buttons[shape].click()
    settle()
    return page


def on_board(page: FollowUpsPage, state: str) -> list[str]:
    found = [page.store.owed(each) for each in page.views.board.columns[state].cards.ids]
    return [each.title for each in found if each]


def test_keys_turn_the_page_and_it_is_remembered_and_the_cursor_stays(
    follow_up_page: FollowUpsPage, workspace: Workspace, settle: Settle
) -> None:
    choose(follow_up_page, "چهارم")
    follow_up_page.view.setFocus()
    QTest.keyClick(follow_up_page.view, Qt.Key.Key_2, CONTROL)
    settle()
    board = follow_up_page.views.board
    assert follow_up_page.views.currentWidget() is board
    current = board.current()
    assert current is not None
    assert current.title == "چهارم"
    assert board.columns["under_way"].hasFocus()
    assert workspace.settings.get("follow-ups/shape") == "board"
    assert FollowUpsPage(workspace).header.shape.shape is Shape.BOARD


def test_a_board_has_a_column_for_each_state_with_what_was_lately_done(
    follow_up_page: FollowUpsPage, settle: Settle
) -> None:
    turned(follow_up_page, Shape.BOARD, settle)
    assert on_board(follow_up_page, "open") == ["نخست", "دوم", "سوم", "ششم"]
    assert on_board(follow_up_page, "waiting") == ["پنجم"]
    assert on_board(follow_up_page, "done") == ["هفتم"]
    assert not follow_up_page.views.board.columns["cancelled"].isVisible()


def test_shift_and_an_arrow_move_a_card_as_one_step_and_it_stays_chosen(
    follow_up_page: FollowUpsPage, workspace: Workspace, settle: Settle
) -> None:
    turned(follow_up_page, Shape.BOARD, settle)
    board = follow_up_page.views.board
    assert board.select(named(follow_up_page, "دوم").id)
    board.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, SHIFT)  # on, in Persian
    settle()
    assert named(follow_up_page, "دوم").state == "under_way"
    current = board.current()
    assert current is not None
    assert current.title == "دوم"
    assert board.columns["under_way"].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, SHIFT)
    settle()
    assert named(follow_up_page, "دوم").state == "open"
    workspace.undo()
    settle()
    assert named(follow_up_page, "دوم").state == "under_way"


def test_cards_let_go_over_a_column_go_there_together(
    follow_up_page: FollowUpsPage, workspace: Workspace, settle: Settle
) -> None:
    turned(follow_up_page, Shape.BOARD, settle)
    columns = follow_up_page.views.board.columns
    cards = columns["open"].cards
    dragged = cards.mimeData([cards.index(0), cards.index(2)])
    goal = columns["done"].cards
    goal.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, goal.index(-1))
    settle()
    assert {named(follow_up_page, each).state for each in ("نخست", "سوم")} == {"done"}
    assert named(follow_up_page, "سوم").row["done_on"] == TODAY
    workspace.undo()
    settle()
    assert on_board(follow_up_page, "open") == ["نخست", "دوم", "سوم", "ششم"]


def test_a_month_marks_due_days_and_its_keys_reach_what_is_due(
    follow_up_page: FollowUpsPage, type_text: TypeText, settle: Settle
) -> None:
    choose(follow_up_page, "سوم")
    turned(follow_up_page, Shape.CALENDAR, settle)
    month = follow_up_page.views.month
    assert month.day == TODAY + timedelta(days=3)
    sheet = month.grid.sheet
    assert sheet.first.weekday() == 5  # Saturday
    assert [each.text for each in sheet.on(month.day)] == ["سوم"]
    assert sheet.is_shaded(date(2026, 11, 26))  # Thursday
    month.grid.setFocus()
    for _each in range(2):
        QTest.keyClick(month.grid, Qt.Key.Key_Left)  # on, in Persian
    settle()
    QTest.keyClick(month.grid, Qt.Key.Key_Return)
    assert month.day_list.hasFocus()
    assert [each.title for each in [month.current()] if each] == ["ششم"]
    type_text(month.day_list, "L")  # from one Thursday to another
    settle()
    assert follow_up_page.closed.isVisible()
    follow_up_page.closed.second.click()
    settle()
    assert named(follow_up_page, "ششم").due_on == date(2026, 12, 5)
    QTest.keyClick(month.grid, Qt.Key.Key_PageDown)
    settle()
    assert month.grid.sheet.month[0] <= date(2026, 12, 26) <= month.grid.sheet.month[1]


def test_several_are_changed_at_once_with_a_word_on_a_closed_day(
    follow_up_page: FollowUpsPage, workspace: Workspace, settle: Settle
) -> None:
    choose(follow_up_page, "نخست")
    QTest.keyClick(follow_up_page.view, Qt.Key.Key_Down, SHIFT)
    assert selected(follow_up_page) == ["نخست", "دوم"]
    bulk = follow_up_page.side.bulk
    assert bulk is not None
    assert bulk.isVisible()
    assert not bulk.change_button.isEnabled()
    officer = workspace.archive.rows(by_name("officer"))[0].uid
    values = {"priority": "urgent", "assignee": officer, "due_on": date(2026, 11, 27)}
    for key, value in values.items():
        bulk.form.editors[key].set_value(value)
        bulk.form.editors[key].changed.emit()
    bulk.change_button.click()
    settle()
    assert follow_up_page.closed.isVisible()  # a Friday
    follow_up_page.closed.second.click()
    settle()
    for title in ("نخست", "دوم"):
        row = named(follow_up_page, title).row
        assert (row["priority"], row["assignee"]) == ("urgent", officer)
        assert row["due_on"] == date(2026, 11, 28)
    workspace.undo()
    settle()
    assert named(follow_up_page, "دوم").row["priority"] == "normal"
    choose(follow_up_page, "سوم")
    settle()
    assert not bulk.isVisible()
