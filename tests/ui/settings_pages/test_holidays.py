"""The holidays of a year: fixed ones shown, others typed in place, removed, or brought in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.time import holidays, jalali
from ui.application import Languages
from ui.settings_pages.days import DaysPart
from ui.settings_pages.holidays_table import DAY, PROVISIONAL, TITLE_EN, TITLE_FA
from ui.workspace import Workspace

Settle = Callable[[], None]
FIXED = len(holidays.fixed(1405))
FEAST = date(2026, 5, 27)


@pytest.fixture
def part(qtbot: QtBot, workspace: Workspace, languages: Languages, settle: Settle) -> DaysPart:
    languages.speak("en")
    made = DaysPart(workspace)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.show_year(1405)
    settle()
    return made


def put(part: DaysPart, settle: Settle, place: int, column: int, text: str) -> None:
    item = part.table.item(place, column)
    assert item is not None
    item.setText(text)
    settle()
    settle()


def recorded(workspace: Workspace) -> list[tuple[date, str | None, bool]]:
    rows = workspace.archive.rows(by_name("holiday"), order=("day",))
    return [(row["day"], row["title_fa"] or row["title_en"], row["provisional"]) for row in rows]


def test_fixed_ones_are_shown_and_cannot_be_changed(part: DaysPart, settle: Settle) -> None:
    table = part.table
    assert table.rowCount() == FIXED + 1
    for place in range(FIXED):
        for column in range(4):
            item = table.item(place, column)
            assert item is not None
            assert not item.flags() & Qt.ItemFlag.ItemIsEditable
    part.after_button.click()
    settle()
    assert part.year == 1406
    assert {jalali.to_jalali(each.day)[0] for each in table.year.rows} == {1406}


def test_a_title_that_is_being_typed_outlives_what_is_written_elsewhere(
    part: DaysPart, settle: Settle, workspace: Workspace
) -> None:
    with workspace.archive.change("Test") as change:
        change.add(by_name("holiday"), {"day": FEAST, "title_fa": "عید آزمون"})
    part.refresh()
    settle()
    place = next(at for at, each in enumerate(part.table.year.rows) if each.uid)
    part.table.setCurrentCell(place, TITLE_EN)
    part.table.edit(part.table.currentIndex())
    line = part.table.viewport().findChild(QLineEdit)
    assert line is not None
    line.setText("Test fea")
    with workspace.archive.change("Test") as change:
        change.add(by_name("holiday"), {"day": date(2026, 4, 1), "title_fa": "روز آزمون"})
    workspace.changed.emit()
    settle()
    assert line.text() == "Test fea"
    assert part.table.rowCount() == FIXED + 2
    QTest.keyClick(line, Qt.Key.Key_Escape)
    settle()
    assert part.table.rowCount() == FIXED + 3


def test_a_movable_one_is_typed_changed_made_certain_and_removed(
    part: DaysPart, settle: Settle, workspace: Workspace
) -> None:
    put(part, settle, FIXED, TITLE_FA, "عيد آزمون")
    assert part.table.fault.isVisible()
    put(part, settle, FIXED, DAY, "۱۴۰۵/۰۳/۰۶")
    assert recorded(workspace) == [(FEAST, "عید آزمون", False)]
    place = next(at for at, each in enumerate(part.table.year.rows) if each.uid)
    put(part, settle, place, TITLE_EN, "Test feast")
    box = part.table.item(place, PROVISIONAL)
    assert box is not None
    box.setCheckState(Qt.CheckState.Checked)
    settle()
    settle()
    assert recorded(workspace) == [(FEAST, "عید آزمون", True)]
    for wrong in ("1405/01/01", "1404/03/06", "some day"):
        put(part, settle, place, DAY, wrong)
        assert part.table.fault.isVisible()
        assert recorded(workspace)[0][0] == FEAST
    part.table.setCurrentCell(place, DAY)
    QTest.keyClick(part.table, Qt.Key.Key_Delete)
    settle()
    settle()
    assert recorded(workspace) == []
    workspace.undo()
    settle()
    assert len(recorded(workspace)) == 1


def test_a_list_is_looked_at_and_taken_in_as_one_change(
    part: DaysPart, settle: Settle, workspace: Workspace, tmp_path: Path
) -> None:
    part.import_button.click()
    settle()
    file = tmp_path / "holidays.csv"
    lines = ("Day,Title", "1405/03/06,عید آزمون", "7 Khordad,Second feast", "1405/01/01,نوروز")
    file.write_text("\n".join(lines), "utf-8-sig")
    part.sheet.take_file(file)
    settle()
    part.sheet.read()
    settle()
    assert part.sheet.isVisible()
    assert part.sheet.preview.rowCount() == 4
    assert "2 holidays" in part.sheet.summary.text()
    assert "2 lines" in part.sheet.summary.text()
    reasons = [each.reason for each in part.sheet.lines]
    assert [bool(each) for each in reasons] == [True, False, False, True]
    for _time in range(2):  # a double click
        part.sheet.take_button.click()
    settle()
    settle()
    assert not part.sheet.isVisible()
    assert recorded(workspace) == [
        (FEAST, "عید آزمون", True),
        (date(2026, 5, 28), "Second feast", True),
    ]
    workspace.undo()
    settle()
    assert recorded(workspace) == []
    part.import_button.click()
    part.sheet.take_file(tmp_path / "gone.csv")
    settle()
    assert part.sheet.lines == []
