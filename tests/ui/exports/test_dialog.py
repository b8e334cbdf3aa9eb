"""The dialog that takes out what a list shows, and the table for Word."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import vobject
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records.person import Person
from liaison.errors import UserError
from tests.acceptance.walk import unnamed, unreachable
from tests.exchange.leaving.made import Office, made
from ui.application import Languages
from ui.exports import copying, dialog
from ui.exports.dialog import ExportDialog
from ui.records.list_page import ListPage
from ui.window import Window
from ui.workspace import Workspace

Settle = Callable[[], None]
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def office(workspace: Workspace) -> Office:
    return made(workspace.archive)


@pytest.fixture
def said(workspace: Workspace) -> list[str]:
    words: list[str] = []
    workspace.said.connect(lambda message, *_action: words.append(message))
    return words


@pytest.fixture
def page(qtbot: QtBot, office: Office, workspace: Workspace, settle: Settle) -> ListPage:
    del office
    made = ListPage(workspace, "person")
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    settle()
    return made


def asked(page: ListPage, settle: Settle) -> ExportDialog:
    page.export_shown()
    *_former, opened = page.window().findChildren(ExportDialog)
    settle()
    return opened


def values(path: Path) -> set[object]:
    return {cell.value for row in openpyxl.load_workbook(path).worksheets[0] for cell in row}


def test_the_list_is_saved_under_a_name_that_says_what_it_is(
    page: ListPage,
    settle: Settle,
    said: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names: list[str] = []

    def ask(_parent: object, start: Path, *_words: str) -> Path:
        names.append(start.name)
        return tmp_path / start.name

    monkeypatch.setattr(dialog.places, "ask_for_file", ask)
    opened = asked(page, settle)
    opened.form.buttons["xlsx"].click()
    opened.classified.setChecked(True)
    opened.save_button.click()
    settle()
    assert names[0].startswith("اشخاص-۱")
    assert names[0].endswith(".xlsx")
    assert {"خانوادهٔ؛ یک", "English"} <= values(tmp_path / names[0])
    assert names[0] in said[0]
    assert opened.isVisible()  # there is a class to be read
    assert opened.said.text().startswith(said[0])


def test_what_is_classified_stays_behind_and_is_told_before(
    page: ListPage, settle: Settle, tmp_path: Path
) -> None:
    opened = asked(page, settle)
    before = opened.classes.text()
    assert before
    opened.classified.click()
    assert opened.classes.text() not in {"", before}
    opened.classified.click()
    path = tmp_path / "x.csv"
    opened.form.buttons["csv"].click()
    opened.save_to(path)
    settle()
    assert b'"English"' not in path.read_bytes()
    assert "خانوادهٔ؛ یک" in path.read_text("utf-8-sig")


def test_rows_that_are_selected_leave_alone_and_columns_as_they_are_ticked(
    page: ListPage, office: Office, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    with workspace.archive.change("آزمون") as change:
        change.add(Person, {"family_name_fa": "سومی"})
    page.refresh()
    settle()
    kept = [office["first"], office["second"]]
    model, table = page.list.model, page.list.table
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for uid in kept:
        index = model.index(model.row_of(uid), 0)
        table.selectionModel().select(index, flags.Select | flags.Rows)
    opened = asked(page, settle)
    assert opened.records.current() == "selected"
    opened.form.buttons["csv"].click()
    opened.separator.buttons["tab"].click()
    opened.classified.setChecked(True)
    opened.fields.tick(["family_name_en", "family_name_fa"])
    opened.lang.buttons["en"].click()
    path = tmp_path / "x.csv"
    opened.save_to(path)
    settle()
    rows = path.read_text("utf-8-sig").splitlines()
    assert rows[0] == '"Family name (Persian)"\t"Family name (English)"'
    assert sorted(rows[1:]) == ['""\t"English"', '"خانوادهٔ؛ یک"\t"Family, One"']
    opened.reject()
    again = asked(page, settle)  # what was chosen is chosen again
    assert (again.form.current(), again.separator.current()) == ("csv", "tab")
    assert again.fields.keys() == ("family_name_fa", "family_name_en")
    again.records.buttons["all"].click()
    again.save_to(path)
    settle()
    assert "سومی" in path.read_text("utf-8-sig")


def test_cards_and_old_programs_tell_what_was_lost(
    page: ListPage, settle: Settle, tmp_path: Path
) -> None:
    opened = asked(page, settle)
    opened.form.buttons["vcf"].click()
    assert not opened.fields.isVisible()
    opened.save_to(tmp_path / "x.vcf")
    settle()
    (card,) = vobject.readComponents((tmp_path / "x.vcf").read_text("utf-8"))
    assert card.n.value.family == "خانوادهٔ؛ یک"
    opened.form.buttons["csv"].click()
    opened.old.setChecked(True)
    opened.save_to(tmp_path / "x.csv")
    settle()
    assert "Windows-1256" in opened.said.text()
    assert "\u0654" in opened.said.text()


def test_what_cannot_be_written_is_said_where_it_was_asked_for(
    page: ListPage, settle: Settle, tmp_path: Path
) -> None:
    opened = asked(page, settle)
    opened.save_to(tmp_path / "missing" / "x.xlsx")
    settle()
    assert "missing" in opened.said.text()
    assert opened.save_button.isEnabled()


def test_a_table_is_copied_for_word(page: ListPage, settle: Settle, said: list[str]) -> None:
    page.copy_shown()
    settle()
    content = QGuiApplication.clipboard().mimeData()
    assert '<table dir="rtl"' in content.html()
    assert "خانوادهٔ؛ یک" in content.html()
    assert "\t" in content.text()
    assert len(said) == 1
    opened = asked(page, settle)
    opened.lang.buttons["en"].click()
    opened.form.buttons["xlsx"].click()
    opened.copy_button.click()
    settle()
    assert '<table dir="ltr"' in QGuiApplication.clipboard().mimeData().html()


def test_too_much_for_a_clipboard_is_said(
    page: ListPage, settle: Settle, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "MOST", 0)
    troubles: list[Exception] = []
    workspace.troubled.connect(troubles.append)
    page.copy_shown()
    settle()
    assert isinstance(troubles[0], UserError)


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_everything_in_the_dialog_has_a_name_and_is_reached_by_tab(
    page: ListPage, settle: Settle, languages: Languages, lang: str
) -> None:
    languages.speak(lang)
    settle()
    opened = asked(page, settle)
    for form in opened.form.buttons.values():
        form.click()
        assert unnamed(opened) == []
        assert unreachable(opened) == []


def test_the_calendar_leaves_whole_with_what_is_due(
    window: Window, office: Office, settle: Settle, said: list[str], tmp_path: Path
) -> None:
    window.show_section("calendar")
    settle()
    page = window.trail.page
    assert page is not None
    page.copy_shown()
    assert len(said) == 1
    page.export_shown()
    (opened,) = window.findChildren(ExportDialog)
    assert list(opened.form.buttons) == ["ics"]
    opened.save_to(tmp_path / "x.ics")
    settle()
    entries = vobject.readOne((tmp_path / "x.ics").read_text("utf-8")).vevent_list
    found = {each.uid.value for each in entries}
    assert {office["visit"], office["meeting"], f"{office['due']}-due"} <= found


def test_keys_work_on_every_list_and_say_so_where_there_is_none(
    qtbot: QtBot, window: Window, office: Office, settle: Settle, said: list[str]
) -> None:
    del office
    for section in ("visit", "follow_up", "relation", "assessment"):
        window.show_section(section)
        settle()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, Qt.Key.Key_C, CONTROL_SHIFT)
        settle()
        QTest.keyClick(window, Qt.Key.Key_E, CONTROL_SHIFT)
        (opened,) = window.findChildren(ExportDialog)
        opened.reject()
        qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))
    assert len(said) == 4
    window.show_section("settings")
    settle()
    page = window.trail.page
    assert page is not None
    page.export_shown()
    assert len(said) == 5
    assert window.findChildren(ExportDialog) == []
