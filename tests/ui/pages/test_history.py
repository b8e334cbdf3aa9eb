"""Who changed what when: on a record's page, of two states, and one value taken back."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.domain.records import FollowUp, Meeting, Officer, Participant, Person, Visit
from liaison.domain.rules.rights import RIGHTS
from ui.application import Languages
from ui.history import model
from ui.history.page import HistoryPage
from ui.history.panel import HistoryPanel
from ui.pages.visit import VisitPage
from ui.records.form_page import FormPage
from ui.window import Window
from ui.workspace import Workspace

ISOLATES = re.compile("[\u2066-\u2069]")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _in_english(languages: Languages) -> None:
    languages.speak("en")


@pytest.fixture
def settled(
    qtbot: QtBot, workspace: Workspace, settle: Callable[[], None]
) -> Callable[[str], HistoryPanel]:
    """Show the history of a record."""

    def open_panel(uid: str) -> HistoryPanel:
        panel = HistoryPanel(workspace, uid)
        qtbot.addWidget(panel)
        panel.resize(1000, 600)
        panel.show()
        qtbot.waitExposed(panel)
        settle()
        return panel

    return open_panel


def update(workspace: Workspace, label: str, uid: str, **values: Any) -> None:
    with workspace.archive.change(label) as change:
        change.update(FollowUp, uid, values)


def add(workspace: Workspace, **values: Any) -> str:
    with workspace.archive.change("Add") as change:
        return change.add(FollowUp, {"title_en": "Task", **values})


def choose(panel: HistoryPanel, key: str, settle: Callable[[], None]) -> None:
    """Put the cursor on the newest line of a field."""
    row = next(at for at, line in enumerate(panel.model.lines) if line.key == key)
    panel.view.setCurrentIndex(panel.model.index(row))
    settle()


def told(panel: HistoryPanel) -> list[tuple[str, str, str, str]]:
    return [(each.sort, each.text, each.before, each.after) for each in panel.model.lines]


def test_a_page_is_one_key_away_and_tells_parts_by_their_title(
    window: Window, workspace: Workspace, meeting_uid: str, settle: Callable[[], None]
) -> None:
    workspace.archive.author = "Test Officer"
    with workspace.archive.change("Guests") as change:
        guest = change.add(Participant, {"meeting": meeting_uid, "capacity_en": "Guest"})
        change.update(Meeting, meeting_uid, {"state": "held"})
    with workspace.archive.change("Rank") as change:
        change.update(Participant, guest, {"capacity_en": "Head"})
    window.open_record("meeting", meeting_uid)
    settle()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_H, CONTROL)
    settle()
    page = window.trail.page
    assert isinstance(page, HistoryPage)
    assert page.title() == "History: Test meeting 1"
    lines = told(page.panel)
    assert lines[:3] == [
        ("change", "Rank", "", ""),
        ("record", "Participant: Head – Changed", "", ""),
        ("field", "Capacity at this meeting (English)", "Guest", "Head"),
    ]
    assert [each[:2] for each in lines[3:6]] == [
        ("change", "Guests"),
        ("field", "State"),
        ("record", "Participant: Head – Added"),
    ]
    assert "Test Officer" in page.panel.model.lines[0].aside
    page.panel.view.setCurrentIndex(page.panel.model.index(1))
    QTest.keyClick(page.panel.view, Qt.Key.Key_Return)
    settle()
    assert isinstance(window.trail.page, FormPage)
    assert window.trail.page.subject() == guest


def test_the_visit_offers_its_history(
    opened: Callable[[], VisitPage], workspace: Workspace, qtbot: QtBot, visit_uid: str
) -> None:
    page = opened()
    with qtbot.waitSignal(workspace.page_wanted) as asked:
        page.header.history_button.click()
    assert asked.args == [f"history:{visit_uid}"]


def test_one_value_is_taken_back_by_key_and_that_is_undone_itself(
    workspace: Workspace,
    settled: Callable[[str], HistoryPanel],
    settle: Callable[[], None],
) -> None:
    uid = add(workspace, state="open")
    update(workspace, "Both", uid, state="waiting", title_en="New name", title_fa="نام نو")
    panel = settled(uid)
    assert told(panel)[1:4] == [
        ("field", "Title (Persian)", "", "نام نو"),
        ("field", "Title (English)", "Task", "New name"),
        ("field", "State", "Open", "Waiting for reply"),
    ]
    choose(panel, "title_en", settle)
    struck = [
        piece.text
        for piece in panel.detail._standing.told
        if piece.fate == "removed"  # type: ignore[union-attr]
    ]
    assert struck == ["Task"]
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_R, CONTROL)
    settle()
    row = workspace.archive.read(FollowUp, uid)
    assert (row["title_en"], row["state"], row["title_fa"]) == ("Task", "waiting", "نام نو")
    assert workspace.archive.undoable() == "Bring back “Title (English)” of \u2068New name\u2069"
    assert panel.view.line().key == "title_en"  # type: ignore[union-attr] # where one was
    assert not panel.detail.back_button.isEnabled()  # it has this value now
    assert panel.detail.reason.text()
    workspace.undo()
    settle()
    assert workspace.archive.read(FollowUp, uid)["title_en"] == "New name"
    assert panel.detail.back_button.isEnabled()


def test_what_the_value_led_to_is_gone_and_a_sentence_says_so(
    workspace: Workspace, settled: Callable[[str], HistoryPanel], settle: Callable[[], None]
) -> None:
    with workspace.archive.change("Add") as change:
        officer = change.add(Officer, {"name_en": "Test Officer", "name_fa": "کارشناس آزمون"})
    uid = add(workspace, assignee=officer)
    update(workspace, "Nobody", uid, assignee=None)
    with workspace.archive.change("Bin") as change:
        change.delete(Officer, officer)
    panel = settled(uid)
    choose(panel, "assignee", settle)
    panel.detail.back_button.click()
    settle()
    assert "کارشناس آزمون" in panel.detail.reason.text()
    assert panel.detail.reason.property("role") == "error"
    assert workspace.archive.read(FollowUp, uid)["assignee"] is None


def test_who_may_not_write_a_field_cannot_take_it_back(
    workspace: Workspace, settled: Callable[[str], HistoryPanel], settle: Callable[[], None]
) -> None:
    uid = add(workspace, state="open", priority="normal")
    update(workspace, "Both", uid, state="waiting", priority="high")
    workspace.archive.sign_in("", "Protocol", RIGHTS["protocol"])
    panel = settled(uid)
    allowed = {}
    for key in ("state", "priority"):
        choose(panel, key, settle)
        allowed[key] = panel.detail.back_button.isEnabled()
    assert allowed == {"state": True, "priority": False}


def test_the_list_is_narrowed_to_a_field_or_to_parts(
    workspace: Workspace,
    settled: Callable[[str], HistoryPanel],
    settle: Callable[[], None],
    meeting_uid: str,
) -> None:
    with workspace.archive.change("Guest") as change:
        change.add(Participant, {"meeting": meeting_uid, "capacity_en": "Guest"})
    with workspace.archive.change("Place") as change:
        change.update(Meeting, meeting_uid, {"place_en": "Hall", "state": "held"})
    panel = settled(meeting_uid)
    offered = [panel.filter.itemText(at) for at in range(panel.filter.count())]
    assert offered == ["All changes", "Place", "State", "Participants"]
    panel.filter.setCurrentIndex(1)
    panel.filter.activated.emit(1)
    settle()
    assert [each[:2] for each in told(panel)] == [("change", "Place"), ("field", "Place (English)")]
    panel.filter.setCurrentIndex(3)
    panel.filter.activated.emit(3)
    settle()
    assert [each[1] for each in told(panel)] == ["Guest", "Participant: Guest – Added"]


def test_two_states_are_compared_and_told_apart(
    workspace: Workspace, settled: Callable[[str], HistoryPanel], settle: Callable[[], None]
) -> None:
    uid = add(workspace, state="open")
    for title in ("One", "Two", "Three"):
        update(workspace, title, uid, title_en=title)
    panel = settled(uid)
    panel.compare_button.click()
    settle()
    assert told(panel) == [("field", "Title (English)", "Two", "Three")]
    assert panel.bar.older.count() == 4
    for box, place in (
        (panel.bar.older, 3),
        (panel.bar.newer, 2),
    ):  # as added, and as “Two” left it
        box.setCurrentIndex(place)
        box.activated.emit(place)
        settle()
    assert told(panel) == [("field", "Title (English)", "Task", "Two")]
    panel.detail.take_back()
    settle()
    assert workspace.archive.read(FollowUp, uid)["title_en"] == "Task"
    panel.compare_button.click()
    settle()
    assert len([each for each in told(panel) if each[0] == "change"]) == 5


def test_older_changes_come_as_one_scrolls(
    workspace: Workspace,
    settled: Callable[[str], HistoryPanel],
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with workspace.archive.change("Add") as change:
        uid = change.add(Person, {"family_name_en": "Test"})
    for number in range(34):
        with workspace.archive.change(f"Change {number}") as change:
            change.update(Person, uid, {"family_name_en": f"Test {number}"})
    monkeypatch.setattr(model, "PAGE", 10)
    panel = settled(uid)
    assert panel.model.rowCount() == 2 * 10
    rounds = 0
    while panel.model.canFetchMore():
        panel.view.scrollToBottom()
        panel.model.fetchMore()
        settle()
        rounds += 1
    assert rounds == 3
    assert told(panel)[-2:] == [("change", "Add", "", ""), ("record", "Added", "", "")]
    assert panel.model.rowCount() == 2 * 35


def test_deleting_and_bringing_back_are_told_in_words(
    workspace: Workspace, settled: Callable[[str], HistoryPanel], visit_uid: str
) -> None:
    with workspace.archive.change("Away") as change:
        change.delete(Visit, visit_uid)
    workspace.archive.undo()
    workspace.archive.redo()
    panel = settled(visit_uid)
    assert [each[1] for each in told(panel)] == [
        "Done again: Away",
        "Went into the bin",
        "Undone: Away",
        "Brought back from the bin",
        "Away",
        "Went into the bin",
        "Set the stage",
        "Added",
    ]


def test_what_the_emptied_bin_forgot_is_told_as_forgotten(
    workspace: Workspace, settled: Callable[[str], HistoryPanel]
) -> None:
    uid = add(workspace, state="open")
    update(workspace, "State", uid, state="waiting")
    with workspace.archive.change("Away") as change:
        change.delete(FollowUp, uid)
    workspace.archive.empty_bin()
    panel = settled(uid)
    assert [each[1] for each in told(panel)] == [
        "Empty the bin",
        "Removed for good",
        "Away",
        "Went into the bin",
        "State",
        "What was changed is forgotten since the bin was emptied",
        "Add",
        "Added",
    ]
    panel.compare_button.click()
