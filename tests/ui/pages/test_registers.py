"""The page of registers: judgements side by side, each followed up in one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records.assessment import Assessment
from liaison.domain.records.claim import Claim
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.partner import Partner
from ui.pages.registers import RegistersPage
from ui.pages.registers_card import JudgementCard
from ui.pages.registers_tabs import DisputedTab, RegisterTab
from ui.workspace import Workspace

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, settle: Settle) -> RegistersPage:
    with workspace.archive.change("آزمون") as change:
        for rank, text in ((2, "کاستی دوم"), (1, "کاستی نخست")):
            change.add(Assessment, {"kind": "shortcoming", "rank": rank, "text_fa": text})
        change.add(Assessment, {"kind": "advantage", "text_fa": "مزیت آزمون"})
        city = change.add(Partner, {"name_fa": "شهر آزمون", "kind": "city"})
        for value in ("30", "17"):
            fact = {"partner": city, "fact_fa": "شمار آزمون", "value": value}
            change.add(Claim, {**fact, "source": f"منبع {value}"})
    page = RegistersPage(workspace)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    settle()
    return page


def column(page: RegistersPage, kind: str) -> JudgementCard:
    tab = page.tabs.tab
    assert isinstance(tab, RegisterTab)
    return next(each for each in tab.cards if each._kind == kind)


def shown(card: JudgementCard) -> list[str]:
    return [each.cells[1].text for each in card.view.rows.entries]


def test_kinds_stand_side_by_side_by_number(page: RegistersPage) -> None:
    assert shown(column(page, "shortcoming")) == ["کاستی نخست", "کاستی دوم"]
    assert shown(column(page, "advantage")) == ["مزیت آزمون"]
    assert column(page, "need").empty.isVisible()
    assert "۳" in page._counts.text()


def test_a_key_makes_the_follow_up_and_undo_takes_it_back(
    page: RegistersPage, workspace: Workspace, settle: Settle
) -> None:
    card = column(page, "shortcoming")
    card.start()
    QTest.keyClick(card.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    settle()
    (made,) = workspace.archive.rows(FollowUp)
    assert made["title_fa"] == "کاستی نخست"
    (judged,) = workspace.archive.rows(Assessment, {"action": made.uid})
    assert judged["text_fa"] == "کاستی نخست"
    assert "پیگیری" in card.view.rows.entries[0].cells[1].notes[0][1]
    workspace.archive.undo()
    assert workspace.archive.rows(FollowUp) == []


def test_the_follow_up_there_is_opens(
    page: RegistersPage, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    card = column(page, "shortcoming")
    card.start()
    card.follow()
    settle()
    with qtbot.waitSignal(workspace.record_wanted) as asked:
        card.follow()
    assert asked.args is not None
    assert asked.args[0] == "follow_up"
    assert len(workspace.archive.rows(FollowUp)) == 1


def test_a_new_one_has_its_kind_and_the_next_number(
    page: RegistersPage, workspace: Workspace, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(workspace.new_wanted) as asked:
        column(page, "shortcoming").add()
    assert asked.args is not None
    assert asked.args[:2] == ["assessment", {"kind": "shortcoming", "rank": 3}]


def test_what_sources_say_differently_stands_together(page: RegistersPage) -> None:
    page.tabs.open("disputed")
    tab = page.tabs.tab
    assert isinstance(tab, DisputedTab)
    entries = tab.card.view.rows.entries
    assert [each.heading for each in entries] == [True, False, False]
    assert entries[0].cells[0].text == "شهر آزمون: شمار آزمون"
    assert [each.cells[0].text for each in entries[1:]] == ["۳۰", "۱۷"]
    assert tab.card.count.text() == "۱"


def test_it_prints(page: RegistersPage, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.print_wanted) as asked:
        page.print_shown()
    assert asked.args is not None
    assert asked.args[0] == "registers"
