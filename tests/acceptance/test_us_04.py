"""From negotiation to signature: a sister-city contract, its clearances, its signing, its end."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.agreement_party import AgreementParty
from liaison.domain.records.clearance import Clearance
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.relation import Relation
from liaison.prints.editions import Edition, Languages
from liaison.prints.register import PRODUCTS, make
from liaison.time import jalali
from liaison.time.span import Span
from tests.acceptance.officer import CONTROL, Officer, live_on, wait_for
from tests.pdf.extraction import by_pdfium, comparable
from tests.ui.pages.agreed import TODAY, Agreed, agree
from ui.pages.agreement import AgreementPage
from ui.pages.agreement_cards import OverrideCard, SigningCard
from ui.pages.agreement_overview import OverviewTab
from ui.prints.preview import PreviewPage
from ui.records.form_page import FormPage

REASON = "دستور کتبی شهردار آزمون"
SIGNING = TODAY - timedelta(days=1)
Open = Callable[..., AgreementPage]


@pytest.fixture
def opened(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open the page of a document on the day of the story."""
    live_on(monkeypatch, TODAY)
    monkeypatch.setattr("ui.pages.agreement.today", lambda: TODAY)

    def open_page(agreed: Agreed) -> AgreementPage:
        officer.window.open_record("agreement", agreed.agreement)
        officer.settle()
        return officer.page(AgreementPage)

    return open_page


def click(qtbot: QtBot, officer: Officer, widget: object) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    officer.settle()


def stage(officer: Officer, agreed: Agreed) -> object:
    return officer.archive.read(Agreement, agreed.agreement)["stage"]


def summary(officer: Officer, agreed: Agreed, languages: Languages, *, guest: bool = False) -> str:
    paper = make(
        officer.archive,
        PRODUCTS["agreement-summary"],
        agreed.agreement,
        Edition(languages, guest),
        today=TODAY,
    )
    return comparable(by_pdfium(paper.content))


def test_the_stage_waits_for_clearances_or_for_a_reason_that_is_printed(
    qtbot: QtBot, officer: Officer, opened: Open
) -> None:
    agreed = agree(officer.archive)
    page = opened(agreed)
    segment = page.header.stages.segments["cleared"]
    click(qtbot, officer, segment)
    assert stage(officer, agreed) == "drafted"
    assert page.header.held.isVisible()
    sentence = page.header.held.text.text()
    assert "وزارت آزمون 4" in sentence
    assert "وزارت آزمون 5" in sentence
    assert "شورای" not in sentence
    click(qtbot, officer, page.header.held.first)
    card = page.side.currentWidget()
    assert isinstance(card, OverrideCard)
    click(qtbot, officer, card.do_button)  # without a reason nothing goes on
    assert stage(officer, agreed) == "drafted"
    text = card.reason.control
    assert isinstance(text, QPlainTextEdit)
    officer.type_text(text, REASON)
    click(qtbot, officer, card.do_button)
    assert stage(officer, agreed) == "cleared"
    rows = {each.uid: each for each in officer.archive.rows(Clearance)}
    reasons = [rows[uid]["override_reason"] for uid in agreed.clearances]
    assert reasons == [None, REASON, REASON]
    past = officer.archive.history(agreed.clearances[1], "fa")
    assert any(REASON in str(each) for each in past)
    assert comparable(REASON) in summary(officer, agreed, "fa")
    officer.window.workspace.undo()
    officer.settle()
    assert stage(officer, agreed) == "drafted"
    assert officer.archive.read(Clearance, agreed.clearances[1])["override_reason"] is None


def test_signing_without_a_clearance_asks_for_the_reason_and_then_for_the_day(
    qtbot: QtBot, officer: Officer, opened: Open
) -> None:
    agreed = agree(officer.archive)
    page = opened(agreed)
    click(qtbot, officer, page.header.stages.segments["signed"])
    click(qtbot, officer, page.header.held.first)
    card = page.side.currentWidget()
    assert isinstance(card, OverrideCard)
    officer.type_text(card.reason.control, REASON)
    click(qtbot, officer, card.do_button)
    signing = page.side.currentWidget()
    assert isinstance(signing, SigningCard)
    assert stage(officer, agreed) == "drafted"
    click(qtbot, officer, signing.do_button)
    assert stage(officer, agreed) == "signed"
    assert officer.archive.read(Clearance, agreed.clearances[2])["override_reason"] == REASON
    officer.window.workspace.undo()
    officer.settle()
    assert stage(officer, agreed) == "drafted"


def test_a_document_begun_from_its_relation_opens_on_its_page(officer: Officer) -> None:
    agreed = agree(officer.archive)
    officer.window.open_record("relation", agreed.relation)
    officer.settle()
    form = officer.page(FormPage)
    form.panel.buttons.itemAt(0).widget().click()  # what a relation begins
    officer.settle()
    panel = officer.page(FormPage).panel
    officer.fill(panel, title_fa="تفاهم‌نامهٔ دوم آزمون")
    uid = officer.save(panel)
    officer.settle()
    assert officer.page(AgreementPage).uid == uid
    assert officer.archive.read(Agreement, uid)["relation"] == agreed.relation


def test_unanswered_clearances_remind_after_n_working_days_until_acknowledged(
    qtbot: QtBot, officer: Officer, opened: Open
) -> None:
    officer.archive.settings.set("clearance_days", 21)
    agreed = agree(officer.archive)
    page = opened(agreed)
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    first, second = (f"clearance/{uid}" for uid in agreed.clearances[1:])
    assert set(tab.buttons) == {first, second}
    click(qtbot, officer, tab.buttons[first])
    assert set(tab.buttons) == {second}
    officer.archive.settings.set("clearance_days", 22)
    page.refresh()
    officer.settle()
    assert not tab.buttons


def test_the_summary_puts_us_first_with_names_dates_and_languages_and_tells_what_is_missing(
    officer: Officer, opened: Open
) -> None:
    agreed = agree(
        officer.archive,
        stage="signed",
        signed_on=Span(SIGNING, SIGNING),
        signed_place_fa="شهر آزمون",
        signed_place_en="Test City",
        languages=("فارسی", "English"),
        authentic_language="English",
        obstacles_fa="حق نشر آزمون",
        obstacles_en="Copyright of the test",
    )
    opened(agreed)
    officer.press(Qt.Key.Key_P, CONTROL)
    room = officer.page(PreviewPage)
    wait_for(lambda: room.made is not None)
    assert room.made is not None
    where = ("article", agreed.articles[2])
    missing = [each for each in room.made.told if each.record == where]
    assert "انگلیسی" in missing[0].message  # listed before it is printed
    text, persian = (summary(officer, agreed, each) for each in ("both", "fa"))
    assert text.index(comparable("شهر آزمون ۱")) < text.index(comparable("شهر آزمون ۲"))
    for words in ("آزمون ۱", "آزمون ۲", "شهردار", "Mayor", "Test City", "English"):
        assert comparable(words) in text
    assert comparable("۲۹ آبان ۱۴۰۵ (۲۰ نوامبر ۲۰۲۶)") in persian
    obstacle = comparable("Copyright of the test")
    assert obstacle in text
    assert obstacle not in summary(officer, agreed, "en", guest=True)


def test_signing_moves_the_relation_and_makes_five_follow_ups_in_one_step(
    qtbot: QtBot, officer: Officer, opened: Open
) -> None:
    agreed = agree(officer.archive, stage="cleared")
    with officer.archive.change("All answered") as change:
        for uid in agreed.clearances:
            change.update(Clearance, uid, {"result": "granted"})
    page = opened(agreed)
    click(qtbot, officer, page.header.stages.segments["signed"])
    card = page.side.currentWidget()
    assert isinstance(card, SigningCard)
    officer.enter(card.day, jalali.short_date(SIGNING, "fa"))
    officer.enter(card.places["signed_place_fa"], "شهر آزمون")
    click(qtbot, officer, card.do_button)
    signed = Span(SIGNING, SIGNING)
    row = officer.archive.read(Agreement, agreed.agreement)
    assert (row["stage"], row["signed_place_fa"]) == ("signed", "شهر آزمون")
    assert (row["signed_on"].since, row["signed_on"].until) == (SIGNING, SIGNING)
    relation = officer.archive.read(Relation, agreed.relation)
    assert (relation["kind"], relation["stage"]) == ("sister_city_contract", "concluded")
    assert relation["since"].since == relation["stage_since"].since == signed.since
    assert relation["agreement"] == agreed.agreement
    follow_ups = officer.archive.rows(FollowUp)
    assert [each["article"] for each in follow_ups] == list(agreed.articles)
    assert {each["partner"] for each in follow_ups} == {agreed.theirs}
    assert follow_ups[0]["assignee"] == agreed.officer
    toast = officer.window.toast
    assert toast.isVisible()
    assert "۵" in toast.text.text()
    click(qtbot, officer, toast.action)  # all of it is one step back
    assert stage(officer, agreed) == "cleared"
    assert officer.archive.rows(FollowUp) == []
    assert officer.archive.read(Relation, agreed.relation)["stage"] == "negotiation"


def test_reminders_come_six_three_and_one_month_before_the_end(
    qtbot: QtBot, officer: Officer, opened: Open
) -> None:
    agreed = agree(officer.archive, stage="in_force")
    with officer.archive.change("All answered") as change:
        for uid in agreed.clearances:
            change.update(Clearance, uid, {"result": "granted"})
    page = opened(agreed)
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    for months in (6, 3, 1):
        last = jalali.add_months(TODAY, months)
        with officer.archive.change("Another end") as change:
            change.update(Agreement, agreed.agreement, {"valid_until": Span(last, last)})
        page.refresh()
        officer.settle()
        name = f"expiry/{agreed.agreement}/{months}/{last}"
        assert list(tab.buttons) == [name]
        click(qtbot, officer, tab.buttons[name])
        assert not tab.buttons


def test_a_third_party_makes_the_document_multilateral_without_retyping(
    officer: Officer, opened: Open
) -> None:
    agreed = agree(officer.archive)
    before = officer.archive.read(Agreement, agreed.agreement).values
    page = opened(agreed)
    page.open_tab("parties")
    assert page.header.multilateral.isHidden()
    page.tab.put_ours_first()  # type: ignore[attr-defined] # the parties
    officer.settle()
    officer.press(Qt.Key.Key_Insert)
    panel = page.side.panel
    assert panel is not None
    officer.fill(panel, partner="شهر آزمون 2", signatory_title_fa="دبیر آزمون")
    officer.save(panel)
    assert not page.header.multilateral.isHidden()
    parties = officer.archive.rows(AgreementParty, {"agreement": agreed.agreement}, ("rank",))
    assert [each["rank"] for each in parties] == [1, 2, 3]
    assert parties[0]["partner"] == agreed.ours
    assert officer.archive.read(Agreement, agreed.agreement).values == before
    assert comparable("دبیر آزمون") in summary(officer, agreed, "fa")
