"""The pairs that may be one: shown, narrowed, kept apart; and a word in a new form."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import Partner, Person
from liaison.domain.rules.rights import RIGHTS
from tests.ui.conftest import TypeText
from ui.application import Languages
from ui.pages.doubles import DoublesPage
from ui.records.form_page import FormPage
from ui.records.known_hint import KnownHint
from ui.registry import new_page
from ui.workspace import Workspace


@pytest.fixture(autouse=True)
def _in_english(languages: Languages) -> None:
    languages.speak("en")


@pytest.fixture
def uids(workspace: Workspace) -> dict[str, str]:
    """Write two cities and one person down twice."""
    with workspace.archive.change("Add") as change:
        found = {
            name: change.add(Partner, {"name_fa": name})
            for name in ("پرتوریا", "پروتوریا", "سن پترزبورگ", "سن‌پترزبورگ", "نمونه‌آباد")
        }
        for name in ("دکتر علی", "علی"):
            person = {"given_name_fa": name, "family_name_fa": "آزمونی"}
            found[name] = change.add(Person, person)
    return found


@pytest.fixture
def page(
    qtbot: QtBot, workspace: Workspace, settle: Callable[[], None]
) -> Callable[[], DoublesPage]:
    kept: list[DoublesPage] = []

    def show() -> DoublesPage:
        made = DoublesPage(workspace)
        kept.append(made)
        qtbot.addWidget(made)
        made.resize(1140, 700)
        made.show()
        qtbot.waitExposed(made)
        settle()
        return made

    return show


def cells(page: DoublesPage) -> list[list[str]]:
    model = page.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.mark.usefixtures("uids")
def test_pairs_stand_with_their_reason_the_most_certain_first(
    page: Callable[[], DoublesPage],
) -> None:
    shown = cells(page())
    assert [row[:4] for row in shown] == [
        ["سن پترزبورگ", "سن‌پترزبورگ", "City or body", "100%"],
        ["دکتر علی آزمونی", "علی آزمونی", "Person", "100%"],
        ["پرتوریا", "پروتوریا", "City or body", "93%"],
    ]
    assert "almost like" in shown[2][4]


@pytest.mark.usefixtures("uids")
def test_pairs_of_one_type_are_shown_alone(page: Callable[[], DoublesPage]) -> None:
    shown = page()
    shown.types.buttons["person"].click()
    assert [row[2] for row in cells(shown)] == ["Person"]
    shown.types.buttons[""].click()
    assert len(cells(shown)) == 3


def test_an_archive_without_doubles_says_so(page: Callable[[], DoublesPage]) -> None:
    shown = page()
    assert shown.model.rowCount() == 0
    assert "written down twice" in shown._nothing.text()
    assert not shown.join_button.isEnabled()


def test_two_that_are_not_the_same_are_not_proposed_again(
    page: Callable[[], DoublesPage],
    workspace: Workspace,
    uids: dict[str, str],
    settle: Callable[[], None],
) -> None:
    shown = page()
    shown.table.selectRow(2)
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    settle()
    assert [row[0] for row in cells(shown)] == ["سن پترزبورگ", "دکتر علی آزمونی"]
    assert workspace.archive.exists(Partner, uids["پروتوریا"])
    workspace.undo()
    settle()
    assert len(cells(shown)) == 3


def test_enter_opens_both_side_by_side(
    page: Callable[[], DoublesPage], workspace: Workspace, uids: dict[str, str], qtbot: QtBot
) -> None:
    shown = page()
    shown.table.selectRow(0)
    with qtbot.waitSignal(workspace.page_wanted) as asked:
        QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert asked.args == [f"join:partner/{uids['سن پترزبورگ']}/{uids['سن‌پترزبورگ']}"]


@pytest.mark.usefixtures("uids")
def test_who_may_not_write_them_only_looks(
    page: Callable[[], DoublesPage], workspace: Workspace
) -> None:
    workspace.archive.sign_in("a", "Manager", RIGHTS["manager"])
    shown = page()
    assert shown.model.rowCount() == 3
    assert not shown.join_button.isEnabled()
    assert not shown.apart_button.isEnabled()


def test_a_name_that_was_typed_elsewhere_is_looked_for_too(
    qtbot: QtBot, workspace: Workspace, uids: dict[str, str]
) -> None:
    form = new_page("partner", {"name_fa": "نمونه آباد"}, lambda _uid: None, workspace)
    qtbot.addWidget(form)
    form.show()
    hint = form.findChildren(KnownHint)[0]
    qtbot.waitUntil(hint.isVisible, timeout=5000)
    assert hint.known is not None
    assert hint.known.uid == uids["نمونه‌آباد"]


@pytest.mark.usefixtures("uids")
def test_a_new_form_says_quietly_what_is_there_already(
    qtbot: QtBot, workspace: Workspace, settle: Callable[[], None], type_text: TypeText
) -> None:
    form = new_page("partner", {}, None, workspace)
    assert isinstance(form, FormPage)
    qtbot.addWidget(form)
    form.show()
    hint = form.findChildren(KnownHint)[0]
    type_text(form.panel.form.editors["name_fa"].control, "چیز دیگر")
    assert not hint.isVisible()
    form.panel.form.editors["name_fa"].set_value(None)
    type_text(form.panel.form.editors["name_fa"].control, "پروتوریا")
    qtbot.waitUntil(hint.isVisible, timeout=5000)
    settle()
    assert hint.known is not None
    with qtbot.waitSignal(workspace.record_wanted) as asked:
        hint.open_button.click()
    assert asked.args == ["partner", hint.known.uid]
    form.panel.save()
    settle()
    assert not hint.isVisible()
    assert workspace.archive.counts()["partner"] == 6
