"""The three-yearly general assembly is nine months away: our part in a network, planned."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from liaison.domain.records import by_name
from liaison.domain.rules.memberships import Whose
from liaison.i18n import _
from liaison.prints.editions import Edition
from liaison.prints.register import PRODUCTS, make
from liaison.storage.row import Row
from liaison.time import jalali, span
from tests.acceptance.officer import CONTROL, Officer, live_on
from tests.pdf.extraction import by_pdfium, comparable
from ui.pages.network import NetworkPage
from ui.pages.network_capacities import CapacitiesTab
from ui.pages.network_lists import GoalsTab, OfficesTab, ProposalsTab
from ui.pages.network_overview import OverviewTab
from ui.pages.network_sessions import SessionsTab
from ui.pages.networks import NetworksPage
from ui.pages.networks_reading import Choice
from ui.prints.preview import PreviewPage
from ui.records.form_page import FormPage
from ui.records.list_page import ListPage

TODAY = jalali.read("1405/10/15")  # nine months and less before autumn 1406
FORUM, METROPOLIS = "Asian Mayors Forum", "World Association of the Major Metropolises"


@pytest.fixture(scope="session")
def empty_archive(sample_archive: Path) -> Path:
    """Let the window of these tests begin with the sample."""
    return sample_archive


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    live_on(monkeypatch, TODAY)


def membership(officer: Officer, network: str, holder: str) -> Row:
    """Return the sample's membership of `holder` in `network`, by their English names."""
    names = {row.uid: row["name_en"] for row in officer.archive.rows(by_name("partner"))}
    (found,) = (
        row
        for row in officer.archive.rows(by_name("membership"))
        if (names[row["partner"]], names[row["holder"]]) == (network, holder)
    )
    return found


def add(officer: Officer, type_name: str, **values: Any) -> str:
    with officer.archive.change("Test") as change:
        return change.add(by_name(type_name), values)


def give_sessions(officer: Officer) -> Row:
    """Record three assemblies of the forum, the last of which is known by its season."""
    row = membership(officer, FORUM, "Tehran")
    series = {"organiser": row["partner"], "kind": "assembly", "title_fa": "مجمع آزمون"}
    add(officer, "event", **series, when=span.read("پاییز ۱۳۹۷"), our_role="absent")
    add(officer, "event", **series, when=span.read("پاییز ۱۴۰۰"), our_role="attendee")
    last = {"when": span.read("پاییز ۱۴۰۳"), "our_role": "host", "recurs_every_years": 3}
    add(officer, "event", **series, **last, gained_fa="پذیرش طرح آزمون")
    return row


def page_of(officer: Officer, row: Row) -> NetworkPage:
    officer.window.open_record("membership", row.uid)
    officer.settle()
    return officer.page(NetworkPage)


def test_the_reminder_opens_the_body_and_its_next_assembly_is_proposed(officer: Officer) -> None:
    row = give_sessions(officer)
    bell = officer.window.top_bar.bell
    assert bell is not None
    bell.watch.look()
    officer.settle()
    officer.window.activateWindow()
    bell.toggle()
    (told,) = (each for each in bell.panel.rows if each.reminder.kind == "session")
    # 1. Computed from the last assembly, of which only the season is known: a window, not a day.
    assert "پاییز ۱۴۰۶" in told.reminder.sentence
    assert told.reminder.due == jalali.read("1406/07/01")
    told.title.click()
    officer.settle()
    page = officer.page(NetworkPage)
    assert page.uid == row.uid
    page.open_tab("sessions")
    sessions = page.tabs["sessions"]
    assert isinstance(sessions, SessionsTab)
    (computed,) = sessions.coming.view.rows.entries
    assert computed.cells[1].text == "پاییز ۱۴۰۶"
    officer.press(Qt.Key.Key_Return)  # opens what is to become the record, as F7 does
    form = officer.page(FormPage)
    officer.press(Qt.Key.Key_S, CONTROL)
    assert form.panel.isEnabled()
    (made,) = (
        each
        for each in officer.archive.rows(by_name("event"), {"organiser": row["partner"]})
        if each["previous"]
    )
    assert made["when"] == span.read("پاییز ۱۴۰۶")
    assert made["recurs_every_years"] == 3
    assert officer.archive.read(by_name("event"), made["previous"])["when"].text == "پاییز ۱۴۰۳"
    officer.window.workspace.go_back()
    officer.settle()
    assert officer.page(NetworkPage) is page
    # 7. A session at which nobody represents us is red, and says so with a mark as well.
    (entry,) = sessions.coming.view.rows.entries
    ((tone, words),) = entry.cells[2].notes
    assert tone == "red"
    assert words.startswith("×")
    assert entry.warned
    # One step names who represents us in the network.
    person = add(officer, "person", given_name_fa="نماینده", family_name_fa="آزمون")
    with officer.archive.change("Test") as change:
        change.update(by_name("membership"), row.uid, {"representative": person})
    page.refresh()
    officer.settle()
    sessions.coming.view.setFocus()
    officer.press(Qt.Key.Key_F6)
    assert officer.archive.read(by_name("event"), made.uid)["representative"] == person
    (entry,) = sessions.coming.view.rows.entries
    assert entry.cells[2].text == "نماینده آزمون"


def test_attendance_is_what_was_attended_of_what_was_held_with_its_list(officer: Officer) -> None:
    page = page_of(officer, give_sessions(officer))
    overview = page.tabs["overview"]
    assert isinstance(overview, OverviewTab)
    # 3. Two of three, and the three behind it.
    figures = overview.figures
    assert figures.attended.figure.text() == "۶۷٪"
    assert "۲" in figures.attended.note.text()
    assert "۳" in figures.attended.note.text()
    figures.attended.link.click()
    officer.settle()
    assert officer.page(ListPage).list.model.rowCount() == 3


def test_goals_offices_and_proposals_of_the_sample(officer: Officer) -> None:
    page = page_of(officer, membership(officer, METROPOLIS, "Mashhad"))
    # 2. Goals by horizon with their progress; the long term says its five years.
    page.open_tab("goals")
    goals = page.tabs["goals"]
    assert isinstance(goals, GoalsTab)
    headings = [each for each in goals.list.view.rows.entries if each.heading]
    words = [each.cells[0].notes[0][1] for each in headings]
    assert len(words) == 3
    assert _("{count}-year").format(count="۵") in words[2]
    first = goals.list.view.rows.entries[1]
    goals.list.view.select(first.uid)
    view = goals.list.view
    view.setCurrentIndex(view.rows.index(view.rows.row_of(first.uid), 3))
    officer.press(Qt.Key.Key_Return)
    typed = QApplication.focusWidget()
    assert isinstance(typed, QLineEdit)
    officer.type_text(typed, "60")
    officer.press(Qt.Key.Key_Return)
    assert officer.archive.read(by_name("membership_goal"), first.uid)["progress"] == 60
    assert goals.list.view.rows.entries[1].cells[3].share == 60
    # 4. Offices won and hosted, with their years, on a line of time.
    overview = page.tabs["overview"]
    assert isinstance(overview, OverviewTab)
    page.open_tab("overview")
    shown = overview.timeline.view.accessibleName()
    assert all(year in shown for year in ("۲۰۰۷", "۲۰۰۸", "۲۰۱۰", "۲۰۱۱", "۲۰۱۴"))
    # The bank was rejected for a reason, and the centre that took its place accepted.
    page.open_tab("proposals")
    proposals = page.tabs["proposals"]
    assert isinstance(proposals, ProposalsTab)
    bank, centre = proposals.list.view.rows.entries
    fate = " ".join(note for _tone, note in bank.cells[2].notes)
    assert "انتفاعی" in fate
    assert "مرکزی که حلقه واسط" in fate
    assert "بانک" in centre.cells[0].notes[0][1]


TABLE_3 = {
    "OICC": "Active participation",
    "UN-HABITAT": "Agreement only",
    "UNDP": "No participation",
    "UCLG": "Active participation",
    "Metropolis": "Leadership level",
    "Asian Mayors Forum": "Active participation",
    "Mayors for Peace": "Membership of Iran",
}
"""The bodies of Table 3 as the sheet names them, and the level of participation in each."""


def test_the_sheet_has_every_body_of_table_3_with_its_level(officer: Officer) -> None:
    officer.window.show_section("membership")
    officer.settle()
    officer.press(Qt.Key.Key_P, CONTROL)
    assert officer.page(PreviewPage).title()
    # 6. A4 across, every body with its level.
    paper = make(officer.archive, PRODUCTS["membership-sheet"], "", Edition("en"), today=TODAY)
    with pypdfium2.PdfDocument(paper.content) as document:
        width, height = document[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    text = comparable(by_pdfium(paper.content))
    for body, level in TABLE_3.items():
        after = text[text.index(body) :]
        assert level in after[:160], body


def test_a_candidacy_has_its_post_rivals_date_and_result(officer: Officer) -> None:
    row = membership(officer, FORUM, "Tehran")
    add(
        officer,
        "membership_milestone",
        membership=row.uid,
        kind="candidacy",
        title_fa="عضویت آزمون در هیئت‌مدیره",
        rivals=("شهر آزمون",),
        when=span.read("پاییز ۱۴۰۶"),
        result="pending",
    )
    page = page_of(officer, row)
    page.open_tab("offices")
    offices = page.tabs["offices"]
    assert isinstance(offices, OfficesTab)
    # 5. Post, rivals, date, result.
    (entry,) = offices.candidacies.view.rows.entries
    cells = [each.text for each in entry.cells]
    assert (cells[0], cells[2], cells[3]) == (
        "عضویت آزمون در هیئت‌مدیره",
        "شهر آزمون",
        "پاییز ۱۴۰۶",
    )
    assert entry.cells[4].chip == "amber"


def test_a_capacity_becomes_a_follow_up_with_one_key(officer: Officer) -> None:
    row = membership(officer, FORUM, "Tehran")
    with officer.archive.change("Test") as change:
        lines = "کارگاه آزمون\nنشریهٔ آزمون"
        change.update(by_name("membership"), row.uid, {"untapped_fa": lines})
    page = page_of(officer, row)
    page.open_tab("capacities")
    tab = page.tabs["capacities"]
    assert isinstance(tab, CapacitiesTab)
    officer.press(Qt.Key.Key_Insert)
    (made,) = officer.archive.rows(by_name("follow_up"), {"membership": row.uid})
    assert made["title_fa"] == "کارگاه آزمون"
    assert made["partner"] == row["partner"]
    assert tab.list.view.rows.entries[0].cells[1].text == "کارگاه آزمون"
    # The same key opens what is there, and makes no second one.
    officer.press(Qt.Key.Key_Insert)
    assert len(officer.archive.rows(by_name("follow_up"), {"membership": row.uid})) == 1


def test_the_list_holds_every_membership_and_the_country_as_a_member(officer: Officer) -> None:
    give_sessions(officer)
    row = membership(officer, FORUM, "Tehran")
    add(
        officer,
        "event",
        organiser=row["partner"],
        kind="board",
        title_fa="نشست آزمون",
        when=span.read("دی ۱۴۰۵"),
    )
    officer.window.show_section("membership")
    officer.settle()
    page = officer.page(NetworksPage)
    rows = officer.archive.rows(by_name("membership"))
    assert len(page.shown) == len(rows)
    # Edge: the member is the country, Mayors for Peace since 1989.
    (peace,) = (
        each
        for each in page.shown
        if each.network is not None and each.network["name_en"] == "Mayors for Peace"
    )
    assert peace.whose is Whose.COUNTRY
    assert peace.holder is not None
    assert peace.holder["name_en"] == "Iran"
    assert peace.membership["since"].text == "۱۹۸۹"
    # 7. The session without a representative is red in the list and counted above it.
    assert page.header.alarm.isVisible()
    page.choose(Choice.UNREPRESENTED)
    (line,) = page.shown
    assert line.uid == row.uid
    entry = next(each for each in page.list.view.rows.entries if each.uid == row.uid)
    ((tone, words),) = entry.cells[5].notes
    assert tone == "red"
    assert words.startswith("×")
    page.header.alarm.click()
    officer.settle()
    assert officer.page(ListPage).list.model.rowCount() == 1
