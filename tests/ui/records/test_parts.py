from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from ui.records.parts import Parts, parts_of
from ui.workspace import Workspace

Settle = Callable[[], None]
POINT = by_name("talking_point")


def meeting_with(workspace: Workspace, *points: str) -> str:
    with workspace.archive.change("آزمون") as change:
        meeting = str(change.add(by_name("meeting"), {"title_fa": "دیدار آزمون"}))
        for rank, point in enumerate(points, start=1):
            change.add(POINT, {"meeting": meeting, "rank": rank, "point_fa": point})
    return meeting


def shown(qtbot: QtBot, workspace: Workspace, settle: Settle, *points: str) -> Parts:
    parts = Parts(workspace, POINT, "meeting", meeting_with(workspace, *points))
    qtbot.addWidget(parts)
    parts.show()
    qtbot.waitExposed(parts)
    settle()
    return parts


def order(workspace: Workspace, parts: Parts) -> list[str]:
    rows = workspace.archive.rows(POINT, {"meeting": parts.owner}, ("rank",))
    return [str(each["point_fa"]) for each in rows]


def test_the_parts_of_a_meeting_are_known() -> None:
    assert {(each.__tablename__, key) for each, key in parts_of("meeting")} >= {
        ("talking_point", "meeting"),
        ("participant", "meeting"),
        ("statement", "meeting"),
    }


def test_parts_are_put_in_order_by_keyboard(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    parts = shown(qtbot, workspace, settle, "یک", "دو", "سه")
    parts.list.setFocus()
    parts.list.setCurrentRow(2)
    QTest.keyClick(parts.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert order(workspace, parts) == ["یک", "سه", "دو"]
    assert parts.list.currentRow() == 1
    QTest.keyClick(parts.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert order(workspace, parts) == ["یک", "دو", "سه"]


def test_a_deleted_part_can_be_taken_back(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    parts = shown(qtbot, workspace, settle, "یک", "دو")
    QTest.keyClick(parts.list, Qt.Key.Key_Delete)
    settle()
    assert order(workspace, parts) == ["دو"]
    workspace.undo()
    settle()
    assert order(workspace, parts) == ["یک", "دو"]
    assert parts.list.count() == 2


def test_parts_ask_for_their_forms(qtbot: QtBot, workspace: Workspace, settle: Settle) -> None:
    parts = shown(qtbot, workspace, settle, "یک")
    with qtbot.waitSignal(workspace.record_wanted) as opened:
        QTest.keyClick(parts.list, Qt.Key.Key_Return)
    assert opened.args == ["talking_point", parts.uid()]
    with qtbot.waitSignal(workspace.new_wanted) as wanted:
        QTest.keyClick(parts.list, Qt.Key.Key_Insert)
    assert wanted.args is not None
    assert wanted.args[:2] == ["talking_point", {"meeting": parts.owner, "rank": 2}]
