"""The page of outcomes, through its widgets: every figure opens exactly what it counts."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.domain.rules.periods import Period, half_year
from liaison.insight.outcomes.declaration import ColumnKind, Scope, ScopeKind
from liaison.insight.outcomes.sections import SECTIONS
from liaison.storage.settings import COUNCIL_TERMS
from tests.acceptance.walk import unreachable
from tests.insight.outcomes_office import TODAY, fill
from tests.ui.conftest import TypeText
from tests.ui.test_window import nameless
from ui.application import Languages
from ui.pages import outcomes
from ui.pages.outcomes import OutcomesPage
from ui.pages.outcomes_choice import ANY
from ui.pages.outcomes_table import opens
from ui.settings_pages.council_terms import CouncilTermsPart
from ui.workspace import Workspace

MARGIN, MOST = 12, 12
"""Pixels beside the words of a cell; rows in sight."""
Settle = Callable[[], None]
Asked = list[tuple[str, str, Mapping[str, Any]]]


@pytest.fixture
def page(
    qtbot: QtBot,
    workspace: Workspace,
    languages: Languages,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> OutcomesPage:
    languages.speak("en")
    monkeypatch.setattr(outcomes, "today", lambda: TODAY)
    fill(workspace.archive, 1)
    made = OutcomesPage(workspace)
    qtbot.addWidget(made)
    made.resize(1142, 712)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    settle()
    return made


@pytest.fixture
def lists(workspace: Workspace) -> Asked:
    """Gather the lists that are asked for."""
    found: Asked = []
    workspace.list_wanted.connect(lambda *asked: found.append(asked))
    return found


def test_every_section_is_reached_by_arrow_and_its_figures_open_their_lists(
    page: OutcomesPage, settle: Settle, lists: Asked
) -> None:
    page.take_keyboard()
    for key in SECTIONS:
        assert page.told is not None
        section = page.told[1]
        assert section.key == key
        assert list(page.view.cards) == [each.key for each in section.figures]
        assert nameless(page) == []
        assert unreachable(page) == []
        for told in section.figures:
            lists.clear()
            page.view.cards[told.key].click()
            ((type_name, _title, where),) = lists
            assert len(page.workspace.archive.rows(by_name(type_name), where)) == told.value
        page.names.setFocus()
        QTest.keyClick(page.names, Qt.Key.Key_Down)
        settle()


def test_what_was_read_is_shown_again_at_once_until_the_archive_changes(
    page: OutcomesPage, settle: Settle
) -> None:
    assert page.told is not None
    first = page.told[1]
    page.choose("needs")
    settle()
    page.choose(first.key)
    assert page.told[1] is first
    page.workspace.undo()
    settle()
    assert page.told[1].key == first.key
    assert not any(each.value for each in page.told[1].figures)


def test_a_cell_opens_by_enter_and_by_click(
    page: OutcomesPage, settle: Settle, lists: Asked, qtbot: QtBot
) -> None:
    page.choose("promises")
    settle()
    table = page.view.tables["partner"]
    with qtbot.waitSignal(page.workspace.record_wanted) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    told = table.rows.table.rows[0].cells[0].opens
    assert tuple(opened.args or ()) == told
    QTest.keyClick(table, Qt.Key.Key_Right)
    cell = table.rows.told(table.currentIndex())
    assert opens(cell)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert cell.records is not None
    assert lists[0][0] == "follow_up"
    assert lists[0][2] == cell.records.where
    place = table.visualRect(table.rows.index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(lists) == 2


def test_any_two_days_and_one_theme(
    page: OutcomesPage, settle: Settle, type_text: TypeText, qtbot: QtBot
) -> None:
    choice = page.choice
    assert not choice.since.isVisible()
    choice.period.setCurrentIndex(choice.period.findData(ANY))
    choice.period.activated.emit(choice.period.currentIndex())
    settle()
    for editor, text in ((choice.since, "1404/02/01"), (choice.until, "1404/03/15")):
        assert editor.day() is not None, "it goes on from what was shown"
        editor.control.selectAll()
        type_text(editor.control, text)
    wanted = Period(date(2025, 4, 21), date(2025, 6, 5))
    qtbot.waitUntil(lambda: page.told is not None and page.told[0].period == wanted)
    assert page.told is not None
    choice.scope.setCurrentIndex(choice.scope.findData(ScopeKind.THEME))
    choice.scope.activated.emit(choice.scope.currentIndex())
    choice.theme.setCurrentIndex(choice.theme.findData("culture"))
    choice.theme.activated.emit(choice.theme.currentIndex())
    settle()
    assert page.told[0].scope == Scope(ScopeKind.THEME, "culture")
    assert choice.theme.isVisible()
    choice.scope.setCurrentIndex(choice.scope.findData(ScopeKind.PARTNER))
    choice.scope.activated.emit(choice.scope.currentIndex())
    assert choice.chosen_scope() is None
    assert page.told is None
    assert not page.view.cards
    uid = page.workspace.archive.rows(by_name("partner"))[1].uid
    choice.partner.set_value(uid)
    choice.chosen.emit()
    settle()
    assert page.told is not None
    assert page.told[0].scope == Scope(ScopeKind.PARTNER, uid)


def test_the_worksheet_holds_what_is_shown(
    page: OutcomesPage, settle: Settle, tmp_path: Path, languages: Languages
) -> None:
    task = page.workspace.archive.rows(by_name("follow_up"), {"due_on": (TODAY, None)})[0].uid
    with page.workspace.archive.change("Class") as change:
        values = {"classification": "secret", "state": "open", "due_on": TODAY}
        change.update(by_name("follow_up"), task, values)
    page.choose("promises")
    settle()
    languages.speak("fa")
    settle()
    page.write_sheet(tmp_path / "outcomes.xlsx")
    settle()
    assert page.told is not None
    section, book = page.told[1], openpyxl.load_workbook(tmp_path / "outcomes.xlsx")
    assert len(book.worksheets) == 1 + len(section.tables)
    values = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert section.figure("made").value in values
    assert section.figure("made").label.fa in values
    assert any("سری" in str(value) for value in values)


def test_council_terms_are_set_and_offered(
    page: OutcomesPage, settle: Settle, qtbot: QtBot, type_text: TypeText
) -> None:
    part = CouncilTermsPart(page.workspace)
    qtbot.addWidget(part)
    part.show()
    part.refresh()
    settle()
    for name, since, until in (
        ("Sixth term", "1400/05/14", "1404/05/13"),
        ("Seventh term", "1404/05/14", "1408/05/13"),
    ):
        made = part.add_row()
        assert made.term() is None
        assert not made.fault.isHidden()
        type_text(made.name_en, name)
        type_text(made.since.control, since)
        type_text(made.until.control, until)
    part.keep_terms()
    settle()
    kept = page.workspace.archive.settings.get(COUNCIL_TERMS)
    assert isinstance(kept, list)
    assert [each["name_en"] for each in kept if isinstance(each, dict)] == [
        "Sixth term",
        "Seventh term",
    ]
    place = page.choice.period.findText("Seventh term")
    page.choice.period.setCurrentIndex(place)
    page.choice.period.activated.emit(place)
    settle()
    assert page.told is not None
    period = page.told[0].period
    assert (period.since, period.before.since) == (date(2025, 8, 5), date(2021, 8, 5))
    part.rows[0].remove.click()
    settle()
    assert page.choice.chosen_period(TODAY) == half_year(TODAY) or len(part.rows) == 1


def test_every_column_has_room_and_a_broad_table_is_scrolled(
    page: OutcomesPage, settle: Settle
) -> None:
    page.choose("trips")
    page.choice.period.setCurrentIndex(page.choice.period.findData("year_before"))
    page.choice.period.activated.emit(page.choice.period.currentIndex())
    settle()
    table = page.view.tables["trips"]
    needed = table.fontMetrics().horizontalAdvance("2026-04-22") + 2 * MARGIN
    for at, column in enumerate(table.rows.table.columns):
        assert not table.isColumnHidden(at)
        if column.kind == ColumnKind.DAY:
            assert table.columnWidth(at) >= needed
    bar = table.horizontalScrollBar()
    assert bar.maximum() > 0
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    assert table.currentIndex().column() == table.rows.columnCount() - 1
    assert table.verticalScrollBar().maximum() == 0 or table.rows.rowCount() > MOST
