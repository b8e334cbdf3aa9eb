"""A meeting of a visit: five talking points, what was said, and what was promised."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.domain.records.delegation import Delegation
from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.officer import Officer
from liaison.domain.records.participant import Participant
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.records.statement import Statement
from liaison.domain.records.talking_point import TalkingPoint
from liaison.domain.records.visit import Visit
from ui.pages.visit import VisitPage
from ui.pages.visit_meetings import MeetingsTab
from ui.workspace import Workspace

Open = Callable[[], VisitPage]
Settle = Callable[[], None]


def _tab(page: VisitPage) -> MeetingsTab:
    tab = page.tabs["meetings"]
    assert isinstance(tab, MeetingsTab)
    return tab


@pytest.fixture
def page(opened: Open, meeting_uid: str) -> VisitPage:
    shown = opened()
    shown.open_tab("meetings")
    assert _tab(shown).list.view.uid() == meeting_uid
    return shown


def test_five_talking_points_are_written_by_keyboard(
    qtbot: QtBot,
    page: VisitPage,
    meeting_uid: str,
    workspace: Workspace,
    settle: Settle,
    type_text: Callable[..., None],
) -> None:
    points = _tab(page).parts[1].list
    for number in "۱۲۳۴۵":
        points.start()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Insert)
        settle()
        panel = page.side.panel
        assert panel is not None
        type_text(panel.form.editors["point_fa"].control, f"محور آزمون {number}")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
        settle()
    rows = workspace.archive.rows(TalkingPoint, {"meeting": meeting_uid}, ("rank",))
    assert [row["point_fa"] for row in rows] == [f"محور آزمون {n}" for n in "۱۲۳۴۵"]
    assert [row["rank"] for row in rows] == [1, 2, 3, 4, 5]
    points.view.select(rows[4].uid)
    points.view.setFocus()
    qtbot.keyClick(points.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    again = workspace.archive.rows(TalkingPoint, {"meeting": meeting_uid}, ("rank",))
    assert [row.uid for row in again].index(rows[4].uid) == 3


def test_a_statement_becomes_a_follow_up_with_one_key(
    qtbot: QtBot, page: VisitPage, meeting_uid: str, workspace: Workspace, settle: Settle
) -> None:
    with workspace.archive.change("Somebody spoke") as change:
        statement = change.add(
            Statement,
            {
                "meeting": meeting_uid,
                "rank": 1,
                "side": "theirs",
                "kind": "commitment",
                "text_fa": "پیش‌نویس آزمون را می‌فرستیم.",
            },
        )
    page.refresh()
    settle()
    card = _tab(page).parts[2].list
    card.view.select(statement)
    card.view.setFocus()
    for _time in range(2):  # before the first is written
        qtbot.keyClick(card.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    settle()
    (made,) = workspace.archive.rows(FollowUp)
    assert made["statement"] == statement
    assert made["meeting"] == meeting_uid
    assert made["owed_by"] == "theirs"
    assert made["due_on"] is not None
    assert page.side.panel is not None  # side and day can be changed at once
    page.side.close_form()
    _tab(page).parts[2].follow_up()  # a second time opens the one there is
    settle()
    assert len(workspace.archive.rows(FollowUp)) == 1
    promised = page.tabs["promised"].list.view.rows.entries
    assert [each.uid for each in promised] == [made.uid]


def test_an_interest_suggests_to_look_into_it_with_who_declared_it(
    page: VisitPage, visit_uid: str, meeting_uid: str, workspace: Workspace, settle: Settle
) -> None:
    with workspace.archive.change("A union is interested") as change:
        union = change.add(Partner, {"name_fa": "اتحادیهٔ آزمون", "kind": "city_network"})
        officer = change.add(Officer, {"name_fa": "کارشناس آزمون"})
        person = change.add(Person, {"family_name_fa": "آزمونی"})
        change.add(Position, {"person": person, "partner": union, "title_fa": "دبیرکل آزمون"})
        change.update(Visit, visit_uid, {"host_officer": officer})
        speaker = change.add(Participant, {"meeting": meeting_uid, "person": person})
        said = {"kind": "interest", "side": "theirs", "text_fa": "علاقه‌مندیم."}
        change.add(Statement, {"meeting": meeting_uid, "participant": speaker, **said})
    page.refresh()
    settle()
    card = _tab(page).parts[2]
    note = card.list.view.rows.entries[0].cells[1].notes[0]
    assert note[0] == "amber"
    assert "اتحادیهٔ آزمون" in note[1]
    card.list.view.select(card.list.view.rows.entries[0].uid)
    card.follow_up()
    settle()
    (made,) = workspace.archive.rows(FollowUp)
    assert made["partner"] == union
    assert (made["owed_by"], made["assignee"]) == ("ours", officer)
    assert "اتحادیهٔ آزمون" in made["title_fa"]
    assert card.list.view.rows.entries[0].cells[1].notes[0][0] == "green"


def test_done_with_one_key_and_undone(
    qtbot: QtBot, opened: Open, visit_uid: str, workspace: Workspace, settle: Settle
) -> None:
    with workspace.archive.change("A promise") as change:
        uid = change.add(FollowUp, {"visit": visit_uid, "title_fa": "نامهٔ آزمون"})
    page = opened()
    page.open_tab("promised")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle()
    done = workspace.archive.read(FollowUp, uid)
    assert done["state"] == "done"
    assert done["done_on"] is not None
    workspace.undo()
    settle()
    assert workspace.archive.read(FollowUp, uid)["state"] == "open"


def test_the_whole_delegation_comes_to_a_meeting(
    page: VisitPage, visit_uid: str, meeting_uid: str, workspace: Workspace, settle: Settle
) -> None:
    with workspace.archive.change("A delegation") as change:
        delegation = change.add(Delegation, {"name_fa": "هیئت آزمون"})
        change.update(Visit, visit_uid, {"delegation": delegation})
        for rank, role in enumerate(["head", "expert", "interpreter"], start=1):
            values = {"delegation": delegation, "rank": rank, "role": role}
            change.add(DelegationMember, {**values, "title_fa": f"سمت آزمون {rank}"})
    page.refresh()
    settle()
    card = _tab(page).parts[0]
    card.add_delegation()
    settle()
    present = workspace.archive.rows(Participant, {"meeting": meeting_uid}, ("rank",))
    assert [row["capacity_fa"] for row in present] == ["سمت آزمون 1", "سمت آزمون 2"]
    assert {row["side"] for row in present} == {"theirs"}
    card.add_delegation()
    settle()
    assert len(workspace.archive.rows(Participant, {"meeting": meeting_uid})) == 2
