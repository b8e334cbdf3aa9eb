"""The programme of a visit: its rows, their conflicts, and the keys that work on them."""

from collections.abc import Callable
from datetime import time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.domain.records.meeting import Meeting
from liaison.domain.records.programme_item import ProgrammeItem
from ui.pages.visit import VisitPage
from ui.pages.visit_programme import ProgrammeTab
from ui.pages.visit_shift import ShiftCard
from ui.workspace import Workspace

Open = Callable[[], VisitPage]
Settle = Callable[[], None]


def _tab(page: VisitPage) -> ProgrammeTab:
    tab = page.tabs["programme"]
    assert isinstance(tab, ProgrammeTab)
    return tab


def test_rows_of_one_day_share_its_cell(opened: Open, programme: list[str]) -> None:
    view = _tab(opened()).list.view
    assert [each.uid for each in view.rows.entries] == programme
    assert view.rowSpan(0, 0) == 3


def test_a_conflict_is_told_in_both_rows_and_names_the_other(
    opened: Open, programme: list[str]
) -> None:
    entries = {each.uid: each for each in _tab(opened()).list.view.rows.entries}
    meeting, lunch = entries[programme[1]], entries[programme[2]]
    assert meeting.warned
    assert lunch.warned
    told = " ".join(text for _tone, text in lunch.cells[1].notes)
    assert "دیدار آزمون" in told
    assert not any("ناهار آزمون" in text for _t, text in entries[programme[0]].cells[1].notes)


def test_space_confirms_and_undo_takes_it_back(
    qtbot: QtBot, opened: Open, programme: list[str], workspace: Workspace, settle: Settle
) -> None:
    page = opened()
    view = _tab(page).list.view
    view.select(programme[0])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    settle()
    assert workspace.archive.read(ProgrammeItem, programme[0])["state"] == "confirmed"
    workspace.undo()
    settle()
    assert workspace.archive.read(ProgrammeItem, programme[0])["state"] == "draft"
    assert view.uid() == programme[0]


def test_a_row_is_doubled_and_deleted_by_key(
    qtbot: QtBot, opened: Open, programme: list[str], workspace: Workspace, settle: Settle
) -> None:
    view = _tab(opened()).list.view
    view.select(programme[2])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert len(view.rows.entries) == 4
    view.select(programme[2])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settle()
    assert programme[2] not in [each.uid for each in view.rows.entries]
    assert workspace.archive.read(ProgrammeItem, programme[2]).deleted_at is not None


def test_a_new_row_starts_where_the_current_one_ends(
    qtbot: QtBot,
    opened: Open,
    programme: list[str],
    workspace: Workspace,
    settle: Settle,
    type_text: Callable[..., None],
) -> None:
    page = opened()
    view = _tab(page).list.view
    view.select(programme[2])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    settle()
    panel = page.side.panel
    assert panel is not None
    type_text(panel.form.editors["title_fa"].control, "بازدید آزمون")
    assert panel.form.values()["starts"] == time(12, 15)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    settle()
    rows = workspace.archive.rows(ProgrammeItem, {"title_fa": "بازدید آزمون"})
    assert [row["starts"] for row in rows] == [time(12, 15)]
    assert page.side.panel is None
    assert view.uid() == rows[0].uid


def test_a_row_leads_to_its_meeting(
    qtbot: QtBot,
    opened: Open,
    programme: list[str],
    meeting_uid: str,
    workspace: Workspace,
) -> None:
    with workspace.archive.change("Tie a row to its meeting") as change:
        change.update(ProgrammeItem, programme[1], {"meeting": meeting_uid})
    page = opened()
    view = _tab(page).list.view
    view.select(programme[1])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.tab is page.tabs["meetings"]


def _move(qtbot: QtBot, page: VisitPage, uid: str, settle: Settle) -> ShiftCard:
    """Open the card that moves times for a row, by its key."""
    tab = _tab(page)
    tab.list.view.select(uid)
    tab.list.view.setFocus()
    qtbot.keyClick(tab.list.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert tab.shift is not None
    return tab.shift


def _hours(workspace: Workspace, uid: str) -> tuple[time, time]:
    row = workspace.archive.read(ProgrammeItem, uid)
    return row["starts"], row["ends"]


def test_a_row_is_put_off_with_what_follows_it_in_one_step(
    qtbot: QtBot,
    opened: Open,
    programme: list[str],
    workspace: Workspace,
    meeting_uid: str,
    settle: Settle,
) -> None:
    with workspace.archive.change("Link the meeting") as change:
        change.update(ProgrammeItem, programme[1], {"meeting": meeting_uid})
    before = workspace.archive.read(Meeting, meeting_uid)["starts_at"]
    page = opened()
    card = _move(qtbot, page, programme[0], settle)
    assert card.starts.hasFocus() or card.starts.line.hasFocus()
    assert not card.move_button.isEnabled()
    card.starts.set_draft("۱۱:۰۰")
    assert [each.cells[3].text for each in card.list.view.rows.entries] == [
        "۱۱:۰۰–۱۲:۰۰",
        "۱۲:۳۰–۱۴:۰۰",
        "۱۳:۳۰–۱۴:۱۵",
    ]
    assert "ناهار آزمون" in card.told.text()  # two rows in one hall are told before they move
    qtbot.keyClick(card.starts.line, Qt.Key.Key_Return)
    settle()
    assert [_hours(workspace, each) for each in programme] == [
        (time(11), time(12)),
        (time(12, 30), time(14)),
        (time(13, 30), time(14, 15)),
    ]
    moved = workspace.archive.read(Meeting, meeting_uid)["starts_at"]
    assert moved - before == timedelta(hours=2)
    assert page.side.currentIndex() == 0
    workspace.undo()
    settle()
    assert _hours(workspace, programme[2]) == (time(11, 30), time(12, 15))
    assert workspace.archive.read(Meeting, meeting_uid)["starts_at"] == before


def test_a_row_left_out_stays(
    qtbot: QtBot, opened: Open, programme: list[str], workspace: Workspace, settle: Settle
) -> None:
    card = _move(qtbot, opened(), programme[1], settle)
    assert [each.uid for each in card.list.view.rows.entries] == programme[1:]
    card.list.toggle(programme[2])
    qtbot.keyClicks(card.starts.line, "8")
    qtbot.keyClick(card.starts.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert _hours(workspace, programme[1]) == (time(8), time(9, 30))
    assert _hours(workspace, programme[2]) == (time(11, 30), time(12, 15))


def test_what_would_leave_its_day_is_told_and_does_not_move(
    qtbot: QtBot, opened: Open, programme: list[str], workspace: Workspace, settle: Settle
) -> None:
    card = _move(qtbot, opened(), programme[1], settle)
    qtbot.keyClicks(card.starts.line, "23:00")
    assert "دیدار آزمون" in card.told.text()
    assert not card.move_button.isEnabled()
    qtbot.keyClick(card.starts.line, Qt.Key.Key_Return)
    settle()
    assert _hours(workspace, programme[1]) == (time(10, 30), time(12))
    qtbot.keyClicks(card.starts.line, "x")
    assert card.starts.fault.text()
    qtbot.keyClick(card.starts.line, Qt.Key.Key_Escape)
    settle()
    assert _hours(workspace, programme[1]) == (time(10, 30), time(12))


def test_a_row_moved_by_its_form_asks_for_what_follows(
    qtbot: QtBot, opened: Open, programme: list[str], workspace: Workspace, settle: Settle
) -> None:
    page = opened()
    tab = _tab(page)
    tab.list.view.select(programme[0])
    tab.list.view.setFocus()
    qtbot.keyClick(tab.list.view, Qt.Key.Key_Return)
    settle()
    assert page.side.panel is not None
    form = page.side.panel.form
    form.editors["starts"].set_draft("09:30")
    form.editors["ends"].set_draft("10:30")
    page.side.panel.save()
    settle()
    card = tab.shift
    assert card is not None
    assert page.side.currentWidget() is card
    assert "۳۰ دقیقه دیرتر" in card.accessibleName()
    assert _hours(workspace, programme[1]) == (time(10, 30), time(12))
    qtbot.keyClick(tab.list.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert card.move_button.hasFocus()
    qtbot.keyClick(card.move_button, Qt.Key.Key_Space)
    settle()
    assert _hours(workspace, programme[1]) == (time(11), time(12, 30))
    assert _hours(workspace, programme[0]) == (time(9, 30), time(10, 30))
    assert page.side.currentIndex() == 0


def test_a_row_whose_times_stay_asks_nothing(
    opened: Open, programme: list[str], settle: Settle
) -> None:
    page = opened()
    tab = _tab(page)
    tab.list.view.select(programme[0])
    tab.edit()
    settle()
    assert page.side.panel is not None
    page.side.panel.form.editors["host_fa"].set_draft("میزبان آزمون")
    page.side.panel.save()
    settle()
    assert tab.shift is None
    assert page.side.currentIndex() == 0
