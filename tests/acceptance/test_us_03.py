"""The quarterly review of sister cities: which sleep, why, and what is proposed for them."""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLineEdit

from liaison.domain.records import by_name
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.relation import Relation
from liaison.domain.rules.reviewing import Group
from liaison.domain.schema import fields_of
from liaison.i18n import translated
from liaison.language.digits import to_persian
from liaison.prints.editions import Edition
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.time import jalali
from tests.acceptance.officer import CONTROL, Officer, live_on, wait_for
from tests.pdf.extraction import by_pdfium, comparable
from tests.ui.conftest import TypeText
from ui.exports.dialog import ExportDialog
from ui.pages.relations import RelationsPage
from ui.pages.relations_cells import COLUMNS, CONTACT, DAYS, OFFICER, OPEN, REASON
from ui.pages.relations_reading import Bound, Choice
from ui.prints.preview import PreviewPage
from ui.records.form_page import FormPage
from ui.records.list_page import ListPage
from ui.workspace import Workspace

TODAY = jalali.from_jalali(1405, 1, 1)
FIRST = jalali.from_jalali(1403, 1, 1)
LONG_AGO = FIRST - timedelta(200)
VISIT, MEETING, LETTER, TASK = "هاوانا", "پکن", "مسکو", "مینسک"
"""Cities of the sample, each with a made-up contact of one sort."""


@pytest.fixture
def workspace(bare: Workspace, sample_archive: Path) -> Iterator[Workspace]:
    """Give a workspace with the sample open."""
    shutil.copytree(sample_archive, bare.folder)
    with Archive.open(bare.folder) as archive:
        bare.take(archive)
        yield bare


@pytest.fixture
def page(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> RelationsPage:
    """Open the review on the first day of 1405, a few contacts made up."""
    live_on(monkeypatch, TODAY)
    make_contacts(officer.archive)
    officer.window.show_section("relation")
    officer.settle()
    return officer.page(RelationsPage)


def make_contacts(archive: Archive) -> None:
    names = {row["name_fa"]: row.uid for row in archive.rows(by_name("partner"))}
    with archive.change("Contacts of the test") as change:

        def add(name: str, **values: Any) -> None:
            change.add(by_name(name), values)

        add("visit", number="T-1", title_fa="سفر آزمون", partner=names[VISIT], stage="completed",
            direction="incoming", starts_on=LONG_AGO, ends_on=LONG_AGO)  # fmt: skip
        add("meeting", title_fa="دیدار آزمون", partner=names[MEETING], state="held",
            starts_at=datetime.combine(LONG_AGO, datetime.min.time(), UTC))  # fmt: skip
        add("document", title_fa="نامهٔ آزمون", kind="letter_in", day=FIRST,
            attached_to=("partner", names[LETTER]))  # fmt: skip
        add("follow_up", title_fa="کار آزمون", partner=names[TASK], state="done",
            done_on=TODAY - timedelta(40))  # fmt: skip
        for number in (1, 2):
            add("follow_up", title_fa=f"تعهد باز آزمون {number}", partner=names[VISIT],
                due_on=TODAY + timedelta(30 * (number - 2) - 1))  # fmt: skip


def named(page: RelationsPage, title: str) -> Bound:
    assert page.reading is not None
    return next(each for each in page.reading.bound if each.title == title)


def texts(page: RelationsPage, title: str) -> list[str]:
    line = page.view.rows.lines[page.view.rows.row_of(named(page, title).uid)]
    return [cell.spoken for cell in line.cells]


def titles(page: RelationsPage) -> list[str]:
    return [each.title for each in page.shown]


def enter(officer: Officer, page: RelationsPage, title: str, column: int) -> None:
    """Press Enter on a cell."""
    page.view.go_to(named(page, title).uid, column)
    officer.press(Qt.Key.Key_Return, on=page.view)


def test_what_sleeps_is_found_by_the_threshold_and_said_since_when(
    officer: Officer, page: RelationsPage
) -> None:
    groups = {each.title: each.line.group for each in page.reading.bound} if page.reading else {}
    assert (groups[VISIT], groups[MEETING]) == (Group.DORMANT, Group.DORMANT)
    assert (groups[LETTER], groups[TASK]) == (Group.COOLING, Group.ACTIVE)
    assert "۱ فروردین ۱۴۰۳" in page.header.since.text()
    assert "۱ فروردین ۱۴۰۳" in page.view.rows.lines[0].cells[0].note
    chip = page.header.chips[Choice.QUIET]
    assert "۲۴" in chip.text()
    chip.click()
    shown = titles(page)
    assert shown[:2] == [VISIT, MEETING]
    assert {"تونس", "دمشق", LETTER, TASK}.isdisjoint(shown)
    # Never contacted: words, and no day.
    quiet = texts(page, "لندن")
    assert quiet[CONTACT] == "بدون سابقه"
    assert quiet[DAYS] == ""
    # Under negotiation: a group of their own.
    page.header.chips[Choice.PREPARED].click()
    assert sorted(titles(page)) == ["تونس", "دمشق"]
    # The threshold is a setting.
    officer.archive.settings.set("dormant_months", 36)
    officer.window.workspace.changed.emit()
    officer.settle()
    assert "۳۶" in chip.text()
    assert "۱ فروردین ۱۴۰۲" in page.header.since.text()
    assert named(page, VISIT).line.group is Group.COOLING


def test_the_columns_and_what_their_cells_open(officer: Officer, page: RelationsPage) -> None:
    assert len(COLUMNS) == 9
    cells = texts(page, VISIT)
    day = f"{jalali.short_date(LONG_AGO, 'fa')} · {jalali.gregorian_date(LONG_AGO, 'fa')}"
    assert cells[CONTACT] == day
    assert cells[DAYS] == to_persian(str((TODAY - LONG_AGO).days))
    assert cells[OPEN].startswith("۲")
    for title, kind in ((VISIT, "visit"), (MEETING, "meeting"), (LETTER, "document")):
        contact = named(page, title).contact
        assert contact is not None
        assert contact[0] == kind
    enter(officer, page, TASK, CONTACT)
    form = officer.page(FormPage)
    done = officer.archive.read(FollowUp, form.panel.uid)
    assert (done["title_fa"], done["done_on"]) == ("کار آزمون", TODAY - timedelta(40))
    officer.window.go_back()
    enter(officer, page, VISIT, OPEN)
    officer.settle()
    assert officer.page(ListPage).list.model.rowCount() == 2
    officer.window.go_back()
    # The totals of each kind are those of the register, and open it.
    register = officer.archive.rows(Relation)
    for kind, made in page.foot.totals.items():
        wanted = [each for each in register if kind in {"all", each["kind"]}]
        assert re.findall(r"\d+", made.text()) == [to_persian(str(len(wanted)))]
    page.foot.totals["mou"].click()
    officer.settle()
    assert officer.page(ListPage).list.model.rowCount() == 3


def test_paris_is_one_row_with_two_relations(officer: Officer, page: RelationsPage) -> None:
    (paris,) = [each for each in page.shown if each.title == "پاریس"]
    assert [each.get("kind") for each in paris.line.relations] == ["mou", "friendship_city"]
    assert texts(page, "پاریس")[1] == "یادداشت تفاهم · شهر دوست"
    menu = page.doing.relations_menu(paris, page)
    assert len(menu.actions()) == 2
    menu.actions()[1].trigger()
    officer.settle()
    assert officer.page(FormPage).panel.uid == paris.line.relations[1].uid


def test_reasons_are_typed_in_place_and_proposals_become_tasks_at_once(
    officer: Officer, page: RelationsPage, type_text: TypeText
) -> None:
    page.view.edit_reason(named(page, VISIT).uid)
    editor = page.view.viewport().findChild(QLineEdit)
    assert editor is not None
    type_text(editor, "تغییر مدیران آزمون")
    officer.press(Qt.Key.Key_Return, on=editor)
    wait_for(lambda: VISIT in (officer.archive.undoable() or ""))
    officer.settle()
    relation = named(page, VISIT).line.relations[0].uid
    assert officer.archive.read(Relation, relation)["dormancy_reason_fa"] == "تغییر مدیران آزمون"
    assert texts(page, VISIT)[REASON] == "تغییر مدیران آزمون"
    assert texts(page, VISIT)[OFFICER] == ""
    # Three at once, by the key of R in the Persian layout.
    model = page.view.selectionModel()
    page.view.go_to(named(page, VISIT).uid)
    for title in (MEETING, "لندن"):
        index = page.view.rows.index(page.view.rows.row_of(named(page, title).uid), 0)
        flags = QItemSelectionModel.SelectionFlag
        model.select(index, flags.Select | flags.Rows)
    before = len(officer.archive.rows(FollowUp))
    type_text(page.view, "ق")
    officer.settle()
    tasks = [each for each in officer.archive.rows(FollowUp) if each["relation"]]
    assert len(tasks) == 3 == len(officer.archive.rows(FollowUp)) - before
    assert {each["state"] for each in tasks} == {"open"}
    assert sum(VISIT in (each["title_fa"] or "") for each in tasks) == 1
    assert named(page, "لندن").tasks
    type_text(page.view, "ق")  # what is proposed already is not proposed twice
    officer.settle()
    assert len(officer.archive.rows(FollowUp)) == before + 3
    officer.press(Qt.Key.Key_Z, CONTROL, on=page.view)
    assert len(officer.archive.rows(FollowUp)) == before
    assert not named(page, "لندن").tasks


def test_the_report_is_printed_and_saved_as_a_worksheet(
    officer: Officer, page: RelationsPage, tmp_path: Path
) -> None:
    path = tmp_path / "review.xlsx"
    officer.window.activateWindow()
    officer.press(Qt.Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    (dialog,) = page.window().findChildren(ExportDialog)
    dialog.save_to(path)
    officer.settle()
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    assert sheet.sheet_view.rightToLeft
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    (havana,) = [row for row in rows if row[0] == VISIT]
    days = [each for each in havana if isinstance(each, datetime)]
    assert [each.date() for each in days] == [LONG_AGO]
    assert jalali.short_date(LONG_AGO, "fa") == havana[havana.index(days[0]) + 1]
    assert sum(row[0] == "پاریس" for row in rows) == 2
    total = [[cell.value for cell in row] for row in book.worksheets[1].iter_rows()][-1]
    assert total[1] == len(officer.archive.rows(Relation)) == 29
    officer.window.activateWindow()
    wait_for(officer.window.isActiveWindow)
    officer.press(Qt.Key.Key_P, CONTROL, on=page.view)
    preview = officer.page(PreviewPage)
    assert preview.finished is not None
    text = comparable(by_pdfium(preview.finished.content))
    shown = [VISIT, MEETING, "لندن", LETTER, TASK, "تونس"]
    places = [text.index(comparable(each)) for each in shown]
    assert places == sorted(places)
    for words in ("تا تاریخ", "۱ فروردین ۱۴۰۳", "بدون سابقه", "۲۹"):
        assert comparable(words) in text
    assert translated("Under negotiation", "fa") in text


def test_the_paper_counts_what_the_register_counts(officer: Officer) -> None:
    archive = officer.archive
    paper = make(archive, PRODUCTS["dormant-relations"], "", Edition("en"), today=TODAY)
    text = comparable(by_pdfium(paper.content))
    table = text[text.index("Relations by kind") :]
    kinds = fields_of(Relation)["kind"].kind
    register = archive.rows(Relation)
    for kind in {each["kind"] for each in register}:
        count = sum(each["kind"] == kind for each in register)
        told = re.search(rf"{kinds.show(kind, 'en')}((?: (?:\d+|—))+)", table)
        assert told is not None
        assert told[1].split()[-1] == str(count)
    whole = re.search(r"Total((?: \d+)+)", table[table.index("Friendship") :])
    assert whole is not None
    assert whole[1].split()[-1] == str(len(register))
