"""The programme of a visit: its rows, their conflicts, and the keys that work on them."""

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.domain.records.programme_item import ProgrammeItem
from ui.pages.visit import VisitPage
from ui.pages.visit_programme import ProgrammeTab
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
