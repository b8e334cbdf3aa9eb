"""The page of a partner: what it says, what each row opens, and what waits for a click."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from tests.ui.pages.one_partner import (
    CONTROL,
    Open,
    asked,
    empty_archive,
    opened,
    summary,
    words_of,
)
from ui.application import Languages
from ui.pages.lists_tab import ListsTab
from ui.pages.partner_claims import ClaimsTab
from ui.pages.partner_header import TABS
from ui.pages.partner_list import RecordsCard
from ui.pages.partner_lists import DealingsTab
from ui.workspace import Workspace

__all__ = ["asked", "empty_archive", "opened"]


def test_the_figures_say_how_the_relation_stands_and_open_what_they_count(
    opened: Open, languages: Languages, asked: list[tuple[Any, ...]]
) -> None:
    languages.speak("en")
    page = opened()
    header, figures = page.header, summary(page).figures
    assert (page.title(), header.bond.text()) == ("Far City", "Memorandum of understanding")
    assert header.vitality.text() == "Dormant: 49 months without contact"
    assert header.vitality.property("chip") == "red"
    shown = [each.figure.text().strip("\u200e\u200f") for each in figures.cards]
    assert shown == ["1", "Tuesday, 1 March 2022", "2 / 8", "—"]
    assert figures.kept.unit.text() == "of 3"
    assert figures.kept.note.text() == "ours 1 of 2 · theirs 0 of 1"
    for each in figures.cards:
        each.link.click()
    uids = [words[-1]["uid"] for words in asked if words[0] == "list"]
    assert [words[:2] for words in asked] == [
        ("list", "follow_up"),
        ("record", "document"),
        ("list", "visit"),
        ("record", "agreement"),
    ]
    assert [len(each) for each in uids] == [3, 10]


def test_vitality_follows_the_office_and_says_from_when(
    opened: Open, workspace: Workspace, languages: Languages, asked: list[tuple[Any, ...]]
) -> None:
    languages.speak("en")
    workspace.archive.settings.set_all({"cooling_months": 40, "dormant_months": 60}, "Thresholds")
    page = opened()
    assert page.header.vitality.text().startswith("Cooling")
    evidence = summary(page).evidence
    told = summary(page).limits.text()
    assert "40 months" in told
    assert "60" in told
    entries = evidence.view.rows.entries
    assert [each.cells[1].text for each in entries][:2] == ["Incoming letter"] * 2
    assert entries[0].cells[0].text == "1 Mar 2022"
    evidence.view.select(entries[2].uid)
    evidence.open()
    assert asked == [("record", "visit", entries[2].uid)]


def test_every_row_of_every_list_opens_its_record(
    qtbot: QtBot, opened: Open, workspace: Workspace, asked: list[tuple[Any, ...]]
) -> None:
    page = opened()
    counted = 0
    for name, _label in TABS:
        page.open_tab(name)
        for each in page.tabs[name].findChildren(RecordsCard):
            for entry in each.view.rows.entries:
                if entry.heading:
                    continue
                each.view.select(entry.uid)
                asked.clear()
                qtbot.keyClick(each.view, Qt.Key.Key_Return)
                counted += 1
                assert [words[2] for words in asked] == [entry.uid]
                assert workspace.archive.read(by_name(asked[0][1]), entry.uid)
    assert counted == 37


def test_tabs_count_and_follow_the_keys(qtbot: QtBot, opened: Open) -> None:
    page = opened()
    texts = [page.header.tabs.tabText(at) for at in range(len(TABS))]
    assert [text.rpartition(" ")[2] for text in texts[1:7]] == ["۱۳", "۱", "۵", "۲", "۳", "۲"]
    assert summary(page).figures.kept.link.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CONTROL)
    tab = page.tabs.tab
    assert isinstance(tab, DealingsTab)
    assert tab.visits.view.hasFocus()
    assert tab.visits.view.rows.entries[0].cells[0].text == "سفر پیش رو"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_8, CONTROL)
    assert page.header.tabs.currentIndex() == len(TABS) - 1


def test_sensitivities_wait_for_a_click_and_go_when_one_looks_elsewhere(opened: Open) -> None:
    page = opened()
    card = summary(page).sensitivities
    assert not any("SENSITIVE-MATTER" in each.text() for each in page.findChildren(QLabel))
    card.toggle.click()
    assert card.text.isVisible()
    assert card.text.text() == "SENSITIVE-MATTER"
    page.open_tab("people")
    page.open_tab("summary")
    assert not card.text.isVisible()
    assert "SENSITIVE-MATTER" not in card.text.text()


def test_claims_that_disagree_stand_side_by_side_with_their_sources(
    opened: Open, languages: Languages, asked: list[tuple[Any, ...]]
) -> None:
    languages.speak("en")
    page = opened()
    page.open_tab("claims")
    tab = page.tabs.tab
    assert isinstance(tab, ClaimsTab)
    assert [each.text() for each in tab.links] == ["CLAIM-A", "CLAIM-B"]
    first, second = tab.links
    assert first.y() == second.y()
    assert first.x() != second.x()
    told = words_of(tab.facts[0])
    assert "the sources disagree" in told
    assert "source: source of CLAIM-A" in told
    second.click()
    assert asked[0][:2] == ("record", "claim")


def test_people_stand_with_their_days_and_needs_with_what_meets_them(opened: Open) -> None:
    page = opened()
    page.open_tab("people")
    tab = page.tabs.tab
    assert isinstance(tab, ListsTab)
    entries = tab.cards[0].view.rows.entries
    assert [(each.heading, each.faded) for each in entries] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    assert entries[2].cells[3].text == "۱۴۰۰"
    page.open_tab("subjects")
    tab = page.tabs.tab
    assert isinstance(tab, ListsTab)
    entries = tab.cards[1].view.rows.entries
    subjects = [each.cells[0].text for each in entries]
    assert subjects[1:3] == ["اتوبوس برقی", "شبکهٔ اتوبوس"]
    assert subjects[4:] == ["جشنواره"]
