"""The table of a meeting: chairs dragged and moved by key, one step of undo each, and printed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from liaison.domain.records.participant import Participant
from liaison.domain.rules.seating import sides_of_table
from ui.pages.visit import VisitPage
from ui.pages.visit_meetings import MeetingsTab
from ui.pages.visit_participants import ParticipantsCard
from ui.pages.visit_seating import SeatingCard
from ui.workspace import Workspace

Open = Callable[[], VisitPage]
Settle = Callable[[], None]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def people(workspace: Workspace, meeting_uid: str) -> dict[str, str]:
    """Seat four of the other side and two of ours."""
    with workspace.archive.change("Seat people") as change:
        return {
            name: change.add(
                Participant,
                {
                    "meeting": meeting_uid,
                    "side": "ours" if name.startswith("o") else "theirs",
                    "rank": rank,
                    "capacity_fa": f"سمت آزمون {name}",
                },
            )
            for rank, name in enumerate(("t1", "t2", "t3", "t4", "o1", "o2"), 1)
        }


@pytest.fixture
def card(qtbot: QtBot, opened: Open, people: dict[str, str], settle: Settle) -> SeatingCard:
    assert people
    page = opened()
    page.open_tab("meetings")
    tab = page.tab
    assert isinstance(tab, MeetingsTab)
    part = tab.parts[0]
    assert isinstance(part, ParticipantsCard)
    part.list.view.setFocus()
    qtbot.keyClick(part.list.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert part.seating is not None
    assert part.seating.table.hasFocus()
    return part.seating


def places(workspace: Workspace, meeting: str, people: dict[str, str]) -> dict[str, int]:
    named = {uid: name for name, uid in people.items()}
    sides = sides_of_table(workspace.archive.rows(Participant, {"meeting": meeting}), [])
    return {named[seat.person.uid]: seat.offset for seats in sides.values() for seat in seats}


def middle(card: SeatingCard, uid: str) -> QPoint:
    return card.table.box(uid).center().toPoint()


def test_a_chair_is_dragged_onto_another_and_both_change_places(
    qtbot: QtBot,
    card: SeatingCard,
    people: dict[str, str],
    workspace: Workspace,
    meeting_uid: str,
    settle: Settle,
) -> None:
    assert places(workspace, meeting_uid, people) == {
        "t1": 0, "t2": 1, "t3": -1, "t4": 2, "o1": 0, "o2": 1,
    }  # fmt: skip
    table, goal = card.table, middle(card, people["t3"])
    qtbot.mousePress(table, Qt.MouseButton.LeftButton, pos=middle(card, people["t1"]))
    qtbot.mouseMove(table, goal - QPoint(3, 0))
    qtbot.mouseMove(table, goal)
    qtbot.mouseRelease(table, Qt.MouseButton.LeftButton, pos=goal)
    settle()
    assert places(workspace, meeting_uid, people) == {
        "t1": -1, "t2": 1, "t3": 0, "t4": 2, "o1": 0, "o2": 1,
    }  # fmt: skip
    assert table.uid == people["t1"]
    assert "۱ به چپ" in card.who.text()
    workspace.undo()
    settle()
    assert places(workspace, meeting_uid, people)["t1"] == 0


def test_the_other_side_faces_the_window(card: SeatingCard, people: dict[str, str]) -> None:
    assert middle(card, people["t2"]).x() < middle(card, people["t1"]).x()
    assert middle(card, people["o2"]).x() > middle(card, people["o1"]).x()
    assert middle(card, people["t1"]).y() < middle(card, people["o1"]).y()


def test_the_arrow_keys_choose_and_with_alt_move(
    qtbot: QtBot,
    card: SeatingCard,
    people: dict[str, str],
    workspace: Workspace,
    meeting_uid: str,
    settle: Settle,
) -> None:
    table = card.table
    assert table.uid == people["t1"]
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.uid == people["t2"]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.uid == people["o1"]
    qtbot.keyClick(table, Qt.Key.Key_Left, ALT)
    settle()
    assert places(workspace, meeting_uid, people)["o1"] == -1
    for _step in range(9):  # to the end of the table and no further
        qtbot.keyClick(table, Qt.Key.Key_Left, ALT)
        settle()
    assert places(workspace, meeting_uid, people)["o1"] <= -4
    qtbot.mouseClick(card.rule_button, Qt.MouseButton.LeftButton)
    settle()
    assert places(workspace, meeting_uid, people)["o1"] == 0
    assert not card.rule_button.isEnabled()


def test_the_card_speaks_the_language_in_use_and_closes(
    qtbot: QtBot, card: SeatingCard, workspace: Workspace
) -> None:
    asked: list[tuple[str, str, str]] = []
    workspace.print_wanted.connect(lambda *words: asked.append(words))
    qtbot.mouseClick(card.print_button, Qt.MouseButton.LeftButton)
    assert asked[0][0] == "seating-plan"
    assert card.unseated.isHidden()
    gone: list[bool] = []
    card.left.connect(lambda: gone.append(True))
    qtbot.keyClick(card.table, Qt.Key.Key_Escape)
    assert gone


def test_who_has_no_side_is_told(
    card: SeatingCard, workspace: Workspace, meeting_uid: str, settle: Settle
) -> None:
    with workspace.archive.change("A stranger") as change:
        change.add(Participant, {"meeting": meeting_uid, "capacity_fa": "ناظر آزمون"})
    workspace.changed.emit()
    settle()
    assert "۱ شرکت‌کننده" in card.unseated.text()
    assert not card.unseated.isHidden()
