"""What is done on the page of a partner: begun, printed, typed, laid out in part."""

from datetime import date
from typing import Any

from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.domain.records.agreement_party import AgreementParty
from tests.ui.pages.one_partner import Open, Settle, asked, empty_archive, opened, summary, words_of
from tests.ui.particulars import form_of
from ui.application import Languages
from ui.pages.partner import PartnerPage
from ui.pages.partner_header import TABS
from ui.pages.partner_list import RecordsCard
from ui.pages.partner_lists import DealingsTab
from ui.workspace import Workspace

__all__ = ["asked", "empty_archive", "opened"]


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
