"""The half-year for the council: from the page of outcomes to report, digest and worksheets."""

from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from liaison.domain.rules.periods import Period
from liaison.i18n import _
from liaison.insight.outcomes.sections import COUNCIL
from liaison.time import jalali
from tests.acceptance.officer import Officer, live_on
from tests.insight.outcomes_office import fill
from tests.pdf.extraction import by_pdfium, comparable
from tests.prints.visiting import Writer
from ui.council.page import CouncilPage
from ui.pages.outcomes import OutcomesPage
from ui.pages.outcomes_choice import ANY
from ui.prints.preview import PreviewPage
from ui.records.list_page import ListPage

HALF = Period(jalali.from_jalali(1404, 1, 1), jalali.from_jalali(1404, 6, 31))


@pytest.fixture
def council(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> CouncilPage:
    """Come to the report of the first half of 1404, from the page of outcomes."""
    live_on(monkeypatch, HALF.until)
    write = Writer(officer.archive)
    fill(officer.archive, 3)
    city = write.add("partner", name_fa="شهر آزمون", name_en="Test City", kind="city", country="TR")
    delegation = write.add("delegation", name_fa="هیئت آزمون")
    person = write.add("person", given_name_fa="شخص", family_name_fa="آزمون")
    write.add("delegation_member", delegation=delegation, person=person, rank=1)
    write.add(
        "visit",
        title_fa="سفر کامل آزمون",
        title_en="Complete test visit",
        direction="outgoing",
        stage="closed",
        outcome_class="substantive",
        partner=city,
        delegation=delegation,
        starts_on=HALF.since + timedelta(40),
        ends_on=HALF.since + timedelta(43),
        cost="500 EUR",
        cost_bearer="shared",
        achievements_fa="برنامهٔ اقدام آزمون",
        achievements_en="Test plan of action",
    )
    write.add(
        "visit", title_fa="سفر ناتمام آزمون", stage="closed", starts_on=HALF.since + timedelta(50)
    )
    officer.window.show_section("outcomes")
    officer.settle()
    QTest.mouseClick(officer.page(OutcomesPage).council_button, Qt.MouseButton.LeftButton)
    officer.settle()
    page = officer.page(CouncilPage)
    assert page.held is not None
    assert page.held.asked.period == HALF
    return page


def test_days_the_wrong_way_round_are_told(officer: Officer, council: CouncilPage) -> None:
    choice = council.choice
    choice.period.setCurrentIndex(choice.period.findData(ANY))
    choice.period.activated.emit(choice.period.currentIndex())
    choice.until.set_value(HALF.since - timedelta(1))
    council.refresh()
    officer.settle()
    assert not council.next_button.isEnabled()
    shown = [each.text() for each in council.findChildren(QLabel) if each.isVisible()]
    assert _("Choose the first and the last day; the last one is not before the first.") in shown
    choice.until.set_value(HALF.until)
    council.refresh()
    officer.settle()
    assert council.next_button.isEnabled()


def test_the_report_is_made_step_by_step(officer: Officer, council: CouncilPage) -> None:
    assert council.held is not None
    officer.press(Qt.Key.Key_Space, on=council.next_button)
    assert council.steps.currentIndex() == 1
    council.sections.setFocus()
    council.sections.tick("experiences", ticked=False)
    council.next_button.click()
    lacking = council.held.lacking(council.sections.ticked())
    assert council.gaps.count() == len(lacking) > 1
    at = next(i for i, each in enumerate(lacking) if "سفر ناتمام آزمون" in str(each.name))
    council.gaps.setCurrentRow(at)
    QTest.keyClick(council.gaps, Qt.Key.Key_Return)
    officer.settle()
    assert officer.window.trail.place.steps[-1][:3] == ("record", "visit", lacking[at].record[1])
    officer.window.go_back()
    officer.settle()
    assert council.gaps.currentRow() == at
    council.next_button.click()
    council.report_button.click()
    officer.settle()
    room = officer.page(PreviewPage)
    assert room.made is not None
    assert room.made.paper is not None
    wish = room.made.wish
    assert (wish.since, wish.until) == (HALF.since, HALF.until)
    assert wish.sections == frozenset(COUNCIL) - {"experiences"}
    text = comparable(by_pdfium(room.made.paper.content))
    for words in (
        "سفر کامل آزمون",
        "شخص آزمون",
        "۵۰۰ EUR",
        "برنامهٔ اقدام آزمون",
        "تکمیل نشده",
        "دوجانبه و چندجانبه",
        "محورهای نقشهٔ راه",
        "۱۴۰۳",
    ):
        assert comparable(words) in text


def test_the_digest_and_the_sheets_are_of_the_same_days(
    officer: Officer, council: CouncilPage, tmp_path: Path
) -> None:
    council.write_sheets(tmp_path / "report.xlsx")
    officer.settle()
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    held = [[*each.iter_rows(values_only=True)] for each in book.worksheets]
    assert any(row[0] == "سفر کامل آزمون (اعزامی)" for rows in held for row in rows)
    council.digest_button.click()
    officer.settle()
    room = officer.page(PreviewPage)
    assert room.made is not None
    assert room.made.paper is not None
    assert room.made.paper.pages == 1
    assert room.made.wish.languages == "en"
    text = comparable(by_pdfium(room.made.paper.content))
    assert "Complete test visit" in text
    assert "Test plan of action" in text


@pytest.mark.parametrize("key", ["dealings", "promises"])
def test_every_figure_opens_the_records_it_counts(
    officer: Officer, council: CouncilPage, key: str
) -> None:
    del council
    officer.window.go_back()
    officer.settle()
    page = officer.page(OutcomesPage)
    page.choose(key)
    officer.settle()
    assert page.told is not None
    figures = [each for each in page.told[1].figures if each.value][:6]
    assert figures
    for each in figures:
        page.view.cards[each.key].click()
        officer.settle()
        assert officer.page(ListPage).list.model.rowCount() == each.value
        officer.window.go_back()
        officer.settle()
