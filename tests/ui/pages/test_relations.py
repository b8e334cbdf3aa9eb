from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.relation import Relation
from liaison.storage.change import Change
from tests.ui.conftest import TypeText
from ui.application import Languages
from ui.pages import relations
from ui.pages.relations import RelationsPage
from ui.pages.relations_cells import CONTACT, KIND, OFFICER, PROPOSAL, REASON
from ui.pages.relations_reading import Choice
from ui.workspace import Workspace

Settle = Callable[[], None]
TODAY = date(2026, 11, 21)
OLD = TODAY - timedelta(1200)


@pytest.fixture
def made(workspace: Workspace) -> dict[str, str]:
    """Record five partners, one of them with two relations; only two were ever met."""
    with workspace.archive.change("آزمون") as change:
        officer = change.add(by_name("officer"), {"name_fa": "کارشناس آزمون"})
        uids = {"officer": officer}
        for name in ("الف", "ب", "پ", "ت", "ث"):
            city = change.add(by_name("partner"), {"name_fa": f"شهر {name}", "kind": "city"})
            uids[name] = city
            kind = {"partner": city, "kind": "mou", "stage": "concluded"}
            if name == "ث":
                kind["stage"] = "negotiation"
            uids[f"رابطه {name}"] = change.add(Relation, kind)
        change.add(Relation, {"partner": uids["ب"], "kind": "friendship_city"})
        change.update(Relation, uids["رابطه الف"], {"our_liaison": officer})
        _met(change, "V-1", uids["الف"], OLD)
        _met(change, "V-2", uids["ت"], TODAY - timedelta(30))
    return uids


def _met(change: Change, number: str, partner: str, day: date) -> None:
    values = {"number": number, "title_fa": f"سفر {number}", "direction": "incoming"}
    dates = {"partner": partner, "stage": "completed", "starts_on": day}
    change.add(by_name("visit"), {**values, **dates})


@pytest.fixture
def page(
    qtbot: QtBot,
    workspace: Workspace,
    made: dict[str, str],  # noqa: ARG001 - recorded before the page reads
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> RelationsPage:
    monkeypatch.setattr(relations, "today", lambda: TODAY)
    return shown(qtbot, workspace, settle)


def shown(qtbot: QtBot, workspace: Workspace, settle: Settle) -> RelationsPage:
    made = RelationsPage(workspace)
    qtbot.addWidget(made)
    made.resize(1142, 712)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    settle()
    return made


def listed(page: RelationsPage) -> list[str]:
    """Return what is shown, headings in brackets."""
    return [
        line.bound.title if line.bound else f"[{line.cells[0].text}]"
        for line in page.view.rows.lines
    ]


def uid_of(page: RelationsPage, title: str) -> str:
    return next(each.uid for each in page.shown if each.title == title)


def test_what_needs_a_word_comes_first_and_a_filter_leaves_the_totals(
    page: RelationsPage, languages: Languages, settle: Settle
) -> None:
    languages.speak("en")
    settle()
    assert listed(page) == [
        "[Dormant]",
        "شهر الف",
        "[No record]",
        "شهر ب",
        "شهر پ",
        "[Active]",
        "شهر ت",
        "[Not concluded yet]",
        "شهر ث",
    ]
    totals = [made.text() for made in page.foot.totals.values()]
    assert totals == [
        "Memorandum of understanding: 5",
        "Friendship city: 1",
        "Total: 6 relations",
    ]
    page.header.chips[Choice.QUIET].click()
    assert listed(page)[1::2] == ["شهر الف", "شهر ب"]
    page.header.filter.setText("پ")
    assert [each for each in listed(page) if each[0] != "["] == ["شهر پ"]
    assert [made.text() for made in page.foot.totals.values()] == totals
    page.header.filter.setText("nothing like it")
    assert page.states.currentWidget() is page.empty
    page.empty.all_button.click()
    assert len(page.shown) == 5


def test_each_cell_opens_what_it_names(
    page: RelationsPage, workspace: Workspace, made: dict[str, str]
) -> None:
    opened: list[tuple[str, str]] = []
    workspace.record_wanted.connect(lambda name, uid: opened.append((name, uid)))
    uid = uid_of(page, "شهر الف")
    for column in (0, KIND, CONTACT, OFFICER):
        page.view.go_to(uid, column)
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert [name for name, _uid in opened] == ["partner", "relation", "visit", "officer"]
    assert opened[1] == ("relation", made["رابطه الف"])
    opened.clear()
    place = page.view.visualRect(page.view.rows.index(page.view.rows.row_of(uid), CONTACT))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert [name for name, _uid in opened] == ["visit"]
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert len(opened) == 1


def test_a_reason_goes_to_every_relation_of_the_row_and_a_long_one_to_its_form(
    page: RelationsPage,
    workspace: Workspace,
    made: dict[str, str],
    type_text: TypeText,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    page.view.go_to(uid_of(page, "شهر ب"), 0)
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    editor = page.view.viewport().findChild(QLineEdit)
    assert editor is not None
    type_text(editor, "دلیل آزمون")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "شهر ب" in (workspace.archive.undoable() or ""))
    settle()
    both = workspace.archive.rows(Relation, {"partner": made["ب"]})
    assert [each["dormancy_reason_fa"] for each in both] == ["دلیل آزمون"] * 2
    row = page.view.rows.lines[page.view.rows.row_of(uid_of(page, "شهر ب"))]
    assert row.cells[REASON].text == "دلیل آزمون"
    with workspace.archive.change("Longer") as change:
        change.update(Relation, made["رابطه پ"], {"dormancy_reason_fa": "نخست\nدوم"})
    workspace.changed.emit()
    settle()
    with qtbot.waitSignal(workspace.record_wanted) as asked:
        page.view.edit_reason(uid_of(page, "شهر پ"))
    assert asked.args == ["relation", made["رابطه پ"]]


def test_a_reason_that_is_being_typed_outlives_what_is_written_elsewhere(
    page: RelationsPage, workspace: Workspace, made: dict[str, str], settle: Settle, qtbot: QtBot
) -> None:
    page.view.edit_reason(uid_of(page, "شهر پ"))
    editor = page.view.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText("نیمه‌کاره")
    with workspace.archive.change("Elsewhere") as change:
        change.update(Relation, made["رابطه ب"], {"dormancy_reason_fa": "دیگری"})
    workspace.changed.emit()
    settle()
    assert page.view.viewport().findChild(QLineEdit) is editor
    assert editor.text() == "نیمه‌کاره"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "شهر پ" in (workspace.archive.undoable() or ""))
    settle()
    assert workspace.archive.read(Relation, made["رابطه پ"])["dormancy_reason_fa"] == "نیمه‌کاره"
    row = page.view.rows.lines[page.view.rows.row_of(uid_of(page, "شهر ب"))]
    assert row.cells[REASON].text == "دیگری", "what was read meanwhile is shown"


def test_one_proposal_for_several_is_one_change_and_opens_from_its_cell(
    page: RelationsPage, workspace: Workspace, made: dict[str, str], settle: Settle, qtbot: QtBot
) -> None:
    page.view.go_to(uid_of(page, "شهر الف"))
    for _each in range(2):
        QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    for _time in range(2):  # twice before the first is written
        page.foot.buttons["archive"].click()
    settle()
    tasks = workspace.archive.rows(FollowUp)
    assert {each["partner"] for each in tasks} == {made["الف"], made["ب"], made["پ"]}
    assert len(tasks) == 3
    assert {each["assignee"] for each in tasks} == {made["officer"], None}
    assert [each.title for each in page.view.selected()] == ["شهر الف", "شهر ب", "شهر پ"]
    with qtbot.waitSignal(workspace.record_wanted) as asked:
        page.doing.open(uid_of(page, "شهر الف"), PROPOSAL)
    assert asked.args[0] == "follow_up"
    page.header.chips[Choice.UNPROPOSED].click()
    assert page.shown == []
    workspace.undo()
    settle()
    assert workspace.archive.rows(FollowUp) == []
    assert len(page.shown) == 3


def test_an_empty_register_says_what_to_do_first(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    page = shown(qtbot, workspace, settle)
    assert page.states.currentWidget() is page.empty
    assert page.empty.new_button.isVisible()
    assert not page.foot.isVisible()
    with qtbot.waitSignal(workspace.new_wanted) as asked:
        page.empty.new_button.click()
    assert asked.args is not None
    assert asked.args[0] == "relation"


def test_who_may_not_write_reads_only(
    page: RelationsPage, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "may_write", lambda *_asked: False)
    page.retranslate()
    settle()
    uid = uid_of(page, "شهر الف")
    page.view.edit_reason(uid)
    assert page.view.viewport().findChild(QLineEdit) is None
    assert not any(made.isEnabled() for made in page.foot.buttons.values())
    QTest.keyClick(page.view, Qt.Key.Key_R)
    settle()
    assert workspace.archive.rows(FollowUp) == []
