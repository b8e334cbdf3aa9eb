"""US-08: ten years of old files come in through the window, without garbage or doubles."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.relation import Relation
from liaison.exchange.foreign.proposals import Proposal
from liaison.exchange.sample import fill
from liaison.storage.archive import Archive
from tests.acceptance.officer import Officer, wait_for
from tests.exchange.foreign.old_contacts import CONTACTS, COUNT, file_of_1256
from ui.bringing.columns_step import ColumnsStep
from ui.bringing.done_step import DoneStep
from ui.bringing.page import BringingPage, Stage
from ui.bringing.review_model import Filter
from ui.bringing.review_step import ReviewStep
from ui.bringing.session import Given
from ui.sections import BRINGING

TABLE_2 = """ردیف\tکشور\tشهر\tنوع همکاری\tاز تاریخ
1\tآفريقای جنوبی\tپروتوريا\tقرارداد خواهر شهری\t139۰
2\tبرزیل\tبرزیلیا\tیادداشت تفاهم\t91/3/2
3\tترکیه\tآنکارا و استانبول\tیادداشت تفاهم\t1391
4\tروسیه\tسنت پترزبورگ\tشهر دوست\t
5\tبرزیل\tبرازیلا\tشهر دوست\t139
"""


@pytest.fixture
def page(officer: Officer) -> BringingPage:
    fill(officer.archive)
    officer.window.workspace.changed.emit()
    officer.window.show_section(BRINGING)
    officer.settle()
    return officer.page(BringingPage)


def columns(page: BringingPage) -> ColumnsStep:
    step = page.steps[Stage.COLUMNS]
    assert isinstance(step, ColumnsStep)
    return step


def review(page: BringingPage) -> ReviewStep:
    step = page.steps[Stage.REVIEW]
    assert isinstance(step, ReviewStep)
    return step


def done(page: BringingPage) -> DoneStep:
    step = page.steps[Stage.DONE]
    assert isinstance(step, DoneStep)
    return step


def press(page: BringingPage, stage: Stage) -> None:
    """Press the button that leads on, and wait for the step it leads to."""
    page.next_button.click()
    wait_for(lambda: page.stage is stage, 60_000)


def find(page: BringingPage, title: str) -> Proposal:
    """List everything and put the cursor on a city or body of the file."""
    return put_cursor(page, lambda each: each.record == "partner" and each.title == title)


def put_cursor(page: BringingPage, wanted: Callable[[Proposal], bool]) -> Proposal:
    """List everything and put the cursor on the first record that is `wanted`."""
    step = review(page)
    step.chips[Filter.ALL].click()
    for row, each in enumerate(step.model.shown):
        if wanted(each):
            step.view.selectRow(row)
            step.view.setCurrentIndex(step.model.index(row, 0))
            return each
    raise AssertionError(wanted)


def counted(archive: Archive) -> list[int]:
    return [len(archive.rows(each)) for each in (Partner, Person, Relation)]


def test_420_contacts_of_1256_come_in_whole_and_go_again(
    officer: Officer, page: BringingPage, tmp_path: Path
) -> None:
    before = counted(officer.archive)
    file = tmp_path / "مخاطبان قدیمی.csv"
    file.write_bytes(file_of_1256())
    page.take(Given(file))
    wait_for(lambda: page.stage is Stage.COLUMNS)
    step = columns(page)
    # 1. The encoding is found, and the preview reads as it was written.
    assert step.letters.currentData() == "windows-1256"
    shown = step.table.item(1, 2)
    assert shown is not None
    assert "آزمون" in shown.text()
    assert "۴۲۰" in step.counts.text()
    step.profile.name.setText("مخاطبان")
    step.profile.keep()
    officer.settle()
    assert step.profile.box.findText("مخاطبان") > 0
    press(page, Stage.REVIEW)
    press(page, Stage.DONE)
    # No row is silently dropped: every one is told.
    report = page.session.report if page.session else None
    assert report is not None
    assert report.read == COUNT
    assert {each.row for each in report.lines} >= set(range(2, COUNT + 2))
    # ي ى ك and tatweel are gone, no letter is wrong; 5. every telephone has one form.
    people = {each["family_name_fa"]: each for each in officer.archive.rows(Person)}
    for contact in CONTACTS:
        person = people[contact.family]
        assert person["given_name_fa"] == contact.given
        assert (person["phone"], person["mobile"]) == (contact.phone, contact.mobile)
    doubtful = [each for each in report.lines if any("تلفن" in why for why in each.reasons)]
    assert len(doubtful) >= sum(each.phone is None for each in CONTACTS)
    # 7. The summary as a worksheet.
    written = tmp_path / "گزارش.xlsx"
    done(page).write_report(written)
    officer.settle()
    sheet = openpyxl.load_workbook(written).worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert sheet.sheet_view.rightToLeft
    assert any("420" in each or "۴۲۰" in each for each in texts)
    # 8. One undo takes the whole of it back.
    done(page).undo_button.click()
    officer.settle()
    assert counted(officer.archive) == before


def test_the_sheet_of_relations_asks_where_it_is_in_doubt(
    officer: Officer, page: BringingPage, settle: Callable[[], None]
) -> None:
    QApplication.clipboard().setText(TABLE_2)
    QTest.keyClick(page.steps[Stage.CHOOSE], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: page.stage is Stage.COLUMNS)
    assert columns(page).about.currentData() == "relations"
    press(page, Stage.REVIEW)
    step = review(page)
    assert step.chosen is Filter.OPEN
    # 2. Known misspellings are found.
    assert find(page, "پروتوریا").candidates[0].title == "پرتوریا"
    assert find(page, "برزیلیا").candidates[0].title == "برازیلیا"
    assert find(page, "سنت پترزبورگ").fate == "same"
    # A spelling nobody knew is asked about; S takes it, and it becomes another name.
    assert find(page, "برازیلا").fate == "unclear"
    QTest.keyClick(step.view, Qt.Key.Key_S)
    settle()
    # 3. Two cities in one cell become two records.
    joined = find(page, "آنکارا و استانبول")
    assert joined.parts == ("آنکارا", "استانبول")
    step.side.split_wanted.emit(joined.key)
    settle()
    assert find(page, "آنکارا").fate == find(page, "استانبول").fate == "same"
    # 6. Beside the other years «91/3/2» is read; what stays in doubt is asked, and answered here.
    read = put_cursor(page, lambda each: each.record == "relation" and 3 in each.rows)
    assert not read.questions
    asked = put_cursor(page, lambda each: each.record == "relation" and 6 in each.rows)
    (question,) = asked.questions
    box = step.side.questions[0].box
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert step.session is not None
    assert not step.session.is_open(asked)
    press(page, Stage.DONE)
    brasilia = next(each for each in officer.archive.rows(Partner) if each["name_fa"] == "برازیلیا")
    assert "برازیلا" in brasilia["aliases"]
    relations = officer.archive.rows(Relation, {"partner": brasilia.uid})
    spans = {each["kind"]: each["since"] for each in relations}
    assert spans["mou"].since == date(2012, 5, 22)
    assert spans["friendship_city"] == question.offers[0]
    pretoria = next(each for each in officer.archive.rows(Partner) if each["name_en"] == "Pretoria")
    years = [each["since"] for each in officer.archive.rows(Relation, {"partner": pretoria.uid})]
    assert date(2011, 3, 21) in [span.since for span in years if span]


def test_the_same_file_twice_changes_nothing(
    officer: Officer, page: BringingPage, tmp_path: Path
) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes(file_of_1256()[:6000].rsplit(b"\r\n", 1)[0])
    counts = []
    for _time in range(2):
        page.take(Given(file))
        wait_for(lambda: page.stage is Stage.COLUMNS)
        press(page, Stage.REVIEW)
        press(page, Stage.DONE)
        counts.append(counted(officer.archive))
        done(page).again_button.click()
        assert page.stage is Stage.CHOOSE
    assert counts[0] == counts[1]


def test_what_is_no_table_is_said_and_nothing_is_lost(
    officer: Officer, page: BringingPage, tmp_path: Path
) -> None:
    file = tmp_path / "old.xls"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    page.take(Given(file))
    officer.settle()
    assert page.stage is Stage.CHOOSE
    assert page.session is None
