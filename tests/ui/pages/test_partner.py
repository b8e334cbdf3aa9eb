"""The page of a partner: what it says, what each row opens, and what waits for a click."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from liaison import i18n
from liaison.domain.records import by_name
from liaison.domain.records.agreement_party import AgreementParty
from liaison.storage.archive import Archive
from tests.prints.made import Maker, both
from tests.prints.partnering import TODAY, partnering
from tests.ui.particulars import form_of
from ui.application import Languages
from ui.pages import partner as partner_page
from ui.pages.partner import PartnerPage
from ui.pages.partner_claims import ClaimsTab
from ui.pages.partner_header import TABS
from ui.pages.partner_list import RecordsCard
from ui.pages.partner_lists import DealingsTab, ListsTab
from ui.pages.partner_summary import SummaryTab
from ui.workspace import Workspace

Settle = Callable[[], None]
Open = Callable[..., PartnerPage]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="session")
def empty_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an archive with the generated partners of the prints, to copy from."""
    folder = tmp_path_factory.mktemp("partners") / "archive"
    before = i18n.language()
    i18n.install("en")
    with Archive.open(folder) as archive:
        city, *_others = partnering(archive)
        with archive.change("More") as change:
            make = Maker(change)
            make.add("visit", **both("title", "سفر پیش رو", "A coming visit"), partner=city,
                     direction="incoming", stage="preparing",
                     starts_on=date(2026, 6, 1))  # fmt: skip
            for side, state in (("ours", "done"), ("theirs", "open"), ("both", "cancelled")):
                make.add("follow_up", **both("title", f"کار {side}", f"Task {side}"),
                         partner=city, owed_by=side, state=state)  # fmt: skip
    i18n.install(before)
    return folder


@pytest.fixture
def opened(
    qtbot: QtBot, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    monkeypatch.setattr(partner_page, "today", lambda: TODAY)
    pages = []

    def show(name: str = "Far City") -> PartnerPage:
        (row,) = workspace.archive.rows(by_name("partner"), {"name_en": name})
        page = PartnerPage(workspace, row.uid)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1140, 700)
        page.show()
        page.activateWindow()
        settle()
        return page

    yield show
    for each in pages:
        each.close()


@pytest.fixture
def asked(workspace: Workspace) -> list[tuple[Any, ...]]:
    """Collect what the page asks of the window."""
    seen: list[tuple[Any, ...]] = []
    workspace.record_wanted.connect(lambda *words: seen.append(("record", *words)))
    workspace.list_wanted.connect(lambda *words: seen.append(("list", *words)))
    workspace.new_wanted.connect(lambda *words: seen.append(("new", *words)))
    workspace.print_wanted.connect(lambda *words: seen.append(("print", *words)))
    return seen


def summary(page: PartnerPage) -> SummaryTab:
    tab = page.tabs["summary"]
    assert isinstance(tab, SummaryTab)
    return tab


def words_of(page: QWidget) -> list[str]:
    """Return every text in sight on a page or a tab."""
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]


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


def test_where_nothing_is_recorded_it_says_so(opened: Open, languages: Languages) -> None:
    page = opened("Empty City")
    assert words_of(summary(page)).count("داده‌ای ثبت نشده") == 10
    assert page.header.vitality.text() == "بدون سابقه"
    languages.speak("en")
    assert page.header.bond.isHidden()
    for name, _label in TABS[1:7]:
        page.open_tab(name)
        told = [each for each in words_of(page.tabs[name]) if " yet. " in each]
        assert told, name


def test_a_record_begins_with_the_partner(
    opened: Open, workspace: Workspace, settle: Settle, asked: list[tuple[Any, ...]]
) -> None:
    page = opened("Empty City")
    for action in page.header.begin_menu.actions():
        action.trigger()
    begun = {words[1]: words[2] for words in asked}
    parties = begun.pop("agreement")
    assert parties == {}
    assert {values["partner"] for values in begun.values()} == {page.uid}
    agreement = by_name("agreement")
    with workspace.archive.change("A document") as change:
        uid = change.add(agreement, {"title_en": "New paper"})
    then = next(words[3] for words in asked if words[1] == "agreement")
    then(uid)
    settle()
    named = workspace.archive.rows(AgreementParty, {"agreement": uid})
    assert page.uid in {each["partner"] for each in named}
    assert len(named) == 2
    workspace.undo()
    settle()
    assert workspace.archive.rows(AgreementParty, {"agreement": uid}) == []


def test_the_profile_is_printed_for_the_house_and_for_guests(
    opened: Open, asked: list[tuple[Any, ...]]
) -> None:
    page = opened()
    page.print_shown()
    page.header.guest_button.click()
    assert asked == [
        ("print", "partner-profile", page.uid, ""),
        ("print", "partner-profile", page.uid, "guest"),
    ]


def test_what_was_typed_is_kept_and_offered_where_one_comes_back(
    opened: Open, settle: Settle
) -> None:
    page = opened()
    form = form_of(page)
    settle()
    form.panel.form.editors["notes"].set_draft("Half a note")
    page.keep_drafts()
    again = opened()
    settle()
    assert again.header.tabs.currentIndex() == len(TABS) - 1
    assert form_of(again).panel.notice.isVisible()


def test_of_many_visits_the_first_are_laid_out_and_all_are_a_list(
    opened: Open, workspace: Workspace, settle: Settle, asked: list[tuple[Any, ...]]
) -> None:
    page = opened("Empty City")
    with workspace.archive.change("Many") as change:
        for at in range(150):
            values = {"title_en": f"Visit {at}", "partner": page.uid, "stage": "closed"}
            change.add(by_name("visit"), {**values, "starts_on": date(2020, 1, 1)})
    page.refresh()
    settle()
    page.open_tab("dealings")
    tab = page.tabs.tab
    assert isinstance(tab, DealingsTab)
    assert len(tab.visits.view.rows.entries) == RecordsCard.most
    assert tab.visits.count.text() == "۱۵۰"
    tab.visits.open_all()
    assert len(asked[0][3]["uid"]) == 150


def test_a_partner_that_is_gone_is_said_to_be(qtbot: QtBot, workspace: Workspace) -> None:
    page = PartnerPage(workspace, "00000000-0000-4000-8000-000000000009")
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.trouble.text()
    assert not page.tabs.isVisible()
