"""From seven pasted names to a delegation in its order, through the real widgets."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.records.person import Person
from liaison.domain.records.visit import Visit
from liaison.domain.rules.names import plain
from liaison.storage.archive import Row
from tests.ui.pages.seven import SEVEN
from ui.pages.visit import VisitPage
from ui.pages.visit_delegation import DelegationTab
from ui.workspace import Workspace

Open = Callable[[], VisitPage]
Settle = Callable[[], None]


def _tab(page: VisitPage) -> DelegationTab:
    tab = page.tabs["delegation"]
    assert isinstance(tab, DelegationTab)
    return tab


def _members(workspace: Workspace, visit_uid: str) -> list[Row]:
    delegation = workspace.archive.read(Visit, visit_uid)["delegation"]
    return workspace.archive.rows(DelegationMember, {"delegation": delegation}, ("rank",))


def _offices(workspace: Workspace, visit_uid: str) -> list[str]:
    return [row["title_en"] for row in _members(workspace, visit_uid)]


@pytest.fixture
def pasted(qtbot: QtBot, opened: Open, settle: Settle) -> VisitPage:
    """Paste the seven and add them, by keyboard alone."""
    page = opened()
    page.open_tab("delegation")
    QApplication.clipboard().setText(SEVEN)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    sheet = _tab(page).sheet
    assert sheet.isVisible()
    assert QApplication.focusWidget() is sheet.add_button
    qtbot.keyClick(sheet.add_button, Qt.Key.Key_Space)
    settle()
    return page


def test_seven_names_become_seven_members_in_one_change(
    pasted: VisitPage, workspace: Workspace, visit_uid: str, settle: Settle
) -> None:
    members = _members(workspace, visit_uid)
    assert [row["rank"] for row in members] == [1, 2, 3, 4, 5, 6, 7]
    assert [row["person"] is None for row in members].count(True) == 1
    assert [row["role"] for row in members][5:] == ["interpreter", "security"]
    assert all(row["city"] for row in members[:6])
    assert "Test City 9" in members[6]["notes"]  # a city nobody knows is not lost
    assert len(_tab(pasted).list.view.rows.entries) == 8  # the support group below its line
    workspace.undo()
    settle()
    assert workspace.archive.read(Visit, visit_uid)["delegation"] is None
    assert not workspace.archive.rows(Person)
    assert not _tab(pasted).list.view.rows.entries


def test_the_keyboard_goes_on_with_those_who_were_pasted(pasted: VisitPage) -> None:
    assert QApplication.focusWidget() is _tab(pasted).list.view


def test_a_member_without_persian_name_is_flagged(pasted: VisitPage) -> None:
    first = _tab(pasted).list.view.rows.entries[0]
    notes = [text for cell in first.cells for _tone, text in cell.notes]
    assert any("Persian" in text or "فارسی" in text for text in notes)
    unnamed = _tab(pasted).list.view.rows.entries[4]
    assert any(tone == "amber" for cell in unnamed.cells for tone, _text in cell.notes)


def test_people_the_archive_knows_are_not_made_twice(
    opened: Open, workspace: Workspace, visit_uid: str, settle: Settle
) -> None:
    with workspace.archive.change("A person we know") as change:
        known = change.add(
            Person,
            {
                "given_name_fa": "آلفا",
                "family_name_fa": "آزمون‌مرد",
                "given_name_en": "Alpha",
                "family_name_en": "Testman",
            },
        )
    page = opened()
    QApplication.clipboard().setText(SEVEN)
    tab = _tab(page)
    page.open_tab("delegation")
    tab.paste()
    settle()
    tab.sheet.add()
    settle()
    assert _members(workspace, visit_uid)[0]["person"] == known
    person = workspace.archive.read(Person, known)
    assert plain(person, "fa") == "آلفا آزمون‌مرد"
    assert person["honorific_en"] == "Mr."  # a blank the table fills
    tab.paste()  # the same table once more
    settle()
    assert sum(each.there for each in tab.sheet.plan) == 6


def test_what_a_column_holds_can_be_changed(
    opened: Open, workspace: Workspace, visit_uid: str, settle: Settle
) -> None:
    page = opened()
    page.open_tab("delegation")
    QApplication.clipboard().setText("Alpha Testman;Far Away\nBeta Sample;Far Off")
    tab = _tab(page)
    tab.paste()
    settle()
    assert tab.sheet.columns() == ["name", "office"]
    box = tab.sheet.choices[1]
    box.setCurrentIndex(box.findData("city"))
    settle()
    tab.sheet.add()
    settle()
    members = _members(workspace, visit_uid)
    assert [row["title_en"] for row in members] == [None, None]
    assert "Far Away" in members[0]["notes"]


def test_an_empty_clipboard_says_what_to_do(opened: Open, settle: Settle) -> None:
    page = opened()
    page.open_tab("delegation")
    QApplication.clipboard().clear()
    tab = _tab(page)
    tab.paste()
    settle()
    assert not tab.sheet.add_button.isEnabled()
    assert tab.sheet.summary.text()


def test_alt_and_arrows_order_the_delegation(
    qtbot: QtBot, pasted: VisitPage, workspace: Workspace, visit_uid: str, settle: Settle
) -> None:
    view = _tab(pasted).list.view
    uid = view.rows.entries[3].uid
    view.select(uid)
    view.setFocus()
    for _time in range(2):  # faster than the archive writes
        qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert _offices(workspace, visit_uid)[1] == "Member of the City Council"
    assert view.uid() == uid
    workspace.undo()
    settle()
    assert _offices(workspace, visit_uid)[2] == "Member of the City Council"


def test_dragging_orders_the_delegation(
    pasted: VisitPage, workspace: Workspace, visit_uid: str, settle: Settle
) -> None:
    view = _tab(pasted).list.view
    uid = view.rows.entries[4].uid
    data = view.rows.mimeData([view.rows.index(4, 0)])
    goal = view.visualRect(view.rows.index(0, 1))
    drop = QDropEvent(
        QPointF(goal.center().x(), goal.top() + 2),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(drop)
    settle()
    assert _members(workspace, visit_uid)[0].uid == uid
    assert _offices(workspace, visit_uid)[0] == "Head of Transport Department"


def test_the_suggested_order_tells_its_reasons_and_can_be_taken(
    qtbot: QtBot, pasted: VisitPage, workspace: Workspace, visit_uid: str, settle: Settle
) -> None:
    last = _members(workspace, visit_uid)[3]
    with workspace.archive.change("Name the head") as change:
        change.update(DelegationMember, last.uid, {"role": "head"})
    pasted.refresh()
    settle()
    _tab(pasted).suggest()
    button = QApplication.focusWidget()
    assert button is not None
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle()
    first = _members(workspace, visit_uid)[0]
    assert first.uid == last.uid
    assert first["rank_reason"]
    label = workspace.archive.undoable()
    assert label is not None
    workspace.undo()
    settle()
    assert _members(workspace, visit_uid)[3].uid == last.uid


def test_everything_is_there_after_opening_again(pasted: VisitPage, opened: Open) -> None:
    entries = _tab(pasted).list.view.rows.entries
    assert _tab(opened()).list.view.rows.entries == entries
