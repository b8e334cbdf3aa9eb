"""Two records side by side: whose values stand is chosen by key, and one is made of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import Meeting, Partner
from liaison.storage.joining import join
from tests.acceptance.officer import wait_for
from ui.application import Languages
from ui.commands import COMMANDS, Hands, Now
from ui.pages.join import JoinPage
from ui.pages.partner import PartnerPage
from ui.recent import known
from ui.registry import record_page
from ui.window import Window
from ui.workspace import Workspace

Show = Callable[..., JoinPage]


@pytest.fixture
def uids(workspace: Workspace) -> tuple[str, str]:
    """Write one city down twice; most leads to the second."""
    with workspace.archive.change("Add") as change:
        first = change.add(
            Partner,
            {"name_fa": "پروتوریا", "region": "شمال", "goals_fa": "یکی", "country": "ZA"},
        )
        second = change.add(
            Partner,
            {
                "name_fa": "پرتوریا",
                "region": "جنوب",
                "goals_fa": "دیگری",
                "country": "ZA",
                "phone": "+27123456789",
            },
        )
        for at in range(2):
            change.add(Meeting, {"title_fa": f"دیدار {at}", "partner": second})
    return first, second


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace, settle: Callable[[], None]) -> Show:
    kept: list[JoinPage] = []

    def made(*uids: str) -> JoinPage:
        page = JoinPage(workspace, "/".join(("partner", *uids)))
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1140, 700)
        page.show()
        qtbot.waitExposed(page)
        settle()
        return page

    return made


def stands(page: JoinPage, key: str) -> str:
    """Return what the table says will stand in a field."""
    row = page.fields._keys.index(key)
    item = page.fields.item(row, 3)
    assert item is not None
    return item.text()


def press(page: JoinPage, key: str, *keys: Qt.Key) -> None:
    page.fields.setCurrentCell(page.fields._keys.index(key), 0)
    for each in keys:
        QTest.keyClick(page.fields, each)


def test_what_differs_stands_first_and_what_agrees_is_folded(
    show: Show, uids: tuple[str, str]
) -> None:
    page = show(*uids)
    keys = page.fields._keys
    assert keys[:3] == ["name_fa", "region", "goals_fa"]
    assert keys[3] == "phone"
    hidden = [key for row, key in enumerate(keys) if page.fields.isRowHidden(row)]
    assert hidden == ["country", "is_ours", "classification"]
    page.equal_button.click()
    assert not any(map(page.fields.isRowHidden, range(len(keys))))


def test_the_one_to_which_more_leads_is_proposed_to_stay(show: Show, uids: tuple[str, str]) -> None:
    page = show(*uids)
    assert [each.isChecked() for each in page.keeps] == [False, True]
    assert stands(page, "name_fa") == "پرتوریا"
    assert "پروتوریا" in page._names.text()
    page.keeps[0].click()
    assert stands(page, "name_fa") == "پروتوریا"
    assert "۲ دیدار" in page._preview.text()


@pytest.mark.parametrize(("lang", "to_first"), [("fa", Qt.Key.Key_Right), ("en", Qt.Key.Key_Left)])
def test_arrows_choose_the_value_on_their_side(
    show: Show, uids: tuple[str, str], languages: Languages, lang: str, to_first: Qt.Key
) -> None:
    languages.speak(lang)
    page = show(*uids)
    press(page, "region", to_first)
    assert stands(page, "region") == "شمال"
    away = Qt.Key.Key_Left if to_first == Qt.Key.Key_Right else Qt.Key.Key_Right
    press(page, "region", away)
    assert stands(page, "region") == "جنوب"


def test_the_space_goes_from_one_to_the_other_and_to_both(
    show: Show, uids: tuple[str, str]
) -> None:
    page = show(*uids)
    seen = [stands(page, "goals_fa")]
    for _time in range(3):
        press(page, "goals_fa", Qt.Key.Key_Space)
        seen.append(stands(page, "goals_fa"))
    assert seen == ["دیگری\nیکی", "یکی", "دیگری", "دیگری\nیکی"]
    press(page, "region", Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert stands(page, "region") == "جنوب"


def test_one_record_is_made_and_undo_is_offered(
    show: Show, uids: tuple[str, str], workspace: Workspace, settle: Callable[[], None]
) -> None:
    first, second = uids
    said: list[tuple[str, str]] = []
    workspace.said.connect(lambda message, action, _work: said.append((message, action)))
    page = show(first, second)
    press(page, "region", Qt.Key.Key_Right)
    QTest.keyClick(page.fields, Qt.Key.Key_F2)
    settle()
    archive = workspace.archive
    kept = archive.read(Partner, second)
    assert (kept["region"], kept["phone"], kept["aliases"]) == (
        "شمال",
        "+27123456789",
        ("پروتوریا",),
    )
    assert not archive.exists(Partner, first)
    assert said[-1][1] == "بازگردانی"
    assert all(name in str(archive.undoable()) for name in ("پروتوریا", "پرتوریا"))
    workspace.undo()
    settle()
    assert archive.exists(Partner, first)
    assert page.join_button.isVisible()


def test_who_went_on_meanwhile_is_not_taken_back(
    show: Show, uids: tuple[str, str], workspace: Workspace, settle: Callable[[], None]
) -> None:
    left: list[None] = []
    workspace.back_wanted.connect(lambda: left.append(None))
    page = show(*uids)
    for _again in range(3):  # and it is done once, however often the key is pressed
        QTest.keyClick(page.fields, Qt.Key.Key_F2)
    page.hide()
    settle()
    assert not workspace.archive.exists(Partner, uids[0])
    assert left == []


def test_what_changed_meanwhile_is_shown_before_one_is_made(
    show: Show, uids: tuple[str, str], workspace: Workspace, settle: Callable[[], None]
) -> None:
    page = show(*uids)
    press(page, "goals_fa", Qt.Key.Key_Space)
    with workspace.archive.change("elsewhere") as change:
        change.update(Partner, uids[0], {"region": "شرق"})
    page.join()
    settle()
    assert page.fault.isVisible()
    assert workspace.archive.exists(Partner, uids[0])
    assert page.sheet is not None
    assert page.sheet.both.rows[0]["region"] == "شرق"
    assert stands(page, "goals_fa") == "یکی"  # what was chosen stays chosen
    page.join()
    settle()
    assert not workspace.archive.exists(Partner, uids[0])


def test_one_in_the_bin_is_not_joined(
    show: Show, uids: tuple[str, str], workspace: Workspace, settle: Callable[[], None]
) -> None:
    page = show(*uids)
    with workspace.archive.change("bin") as change:
        change.delete(Partner, uids[0])
    workspace.changed.emit()
    settle()
    assert page.trouble.isVisible()
    assert not page.join_button.isEnabled()


def test_the_other_record_is_picked(
    show: Show, uids: tuple[str, str], settle: Callable[[], None]
) -> None:
    page = show(uids[0])
    assert page.picker.isVisible()
    assert not page.fields.isVisible()
    page.picker.set_value(uids[0])
    page.picker.changed.emit()
    assert page.sheet is None
    page.picker.set_value(uids[1])
    settle()
    page.picker.changed.emit()
    settle()
    wait_for(page.fields.isVisible)
    assert page.join_button.isEnabled()
    assert page.fields.hasFocus()


def test_the_command_leads_there_from_a_page_of_a_city(
    uids: tuple[str, str], workspace: Workspace, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page = record_page("partner", uids[0], workspace)
    qtbot.addWidget(page)
    settle()
    hands = Hands(workspace, lambda: page, lambda _lang: None, lambda: None)
    command = next(each for each in COMMANDS if each.name == "join")
    assert command.possible(hands, Now())
    with qtbot.waitSignal(workspace.page_wanted) as asked:
        command.do(hands)
    assert asked.args == [f"join:partner/{uids[0]}"]


def test_what_became_another_leads_to_it_wherever_it_is_opened(
    window: Window, uids: tuple[str, str], settle: Callable[[], None]
) -> None:
    first, second = uids
    archive = window.workspace.archive
    with archive.change("join") as change:
        join(change, archive.read(Partner, second), archive.read(Partner, first), {})
    window.workspace.open_record("partner", first)
    settle()
    page = window.trail.page
    assert isinstance(page, PartnerPage)
    assert page.uid == second
    assert [hit.uid for hit in known(archive, [first, second])] == [second]
    window.workspace.go_back()
    assert not isinstance(window.trail.page, PartnerPage)
