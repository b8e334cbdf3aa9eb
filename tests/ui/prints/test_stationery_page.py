"""The page of the letterhead and fonts: typed, seen in the sample, kept, marked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pymupdf_fonts import FiraGO_Regular, Ubuntu_Regular
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liaison.pdf.installed_fonts import installed_fonts
from liaison.prints.both import Both
from liaison.prints.stationery import Stationery
from ui.application import Languages
from ui.prints import stationery_page
from ui.prints.stationery_form import StationeryForm
from ui.prints.stationery_page import StationeryPage
from ui.window import Window
from ui.workspace import Workspace

Settle = Callable[[], None]
TypeText = Callable[[QWidget, str], None]
EMBLEM = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    b'<circle cx="5" cy="5" r="4" fill="#0E7C7B"/></svg>'
)


@pytest.fixture
def page(
    qtbot: QtBot,
    workspace: Workspace,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> StationeryPage:
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "a.ttf").write_bytes(FiraGO_Regular.fontbuffer)
    (folder / "b.ttf").write_bytes(Ubuntu_Regular.fontbuffer)
    monkeypatch.setattr(stationery_page, "read_fonts", lambda: installed_fonts([folder]))
    made = StationeryPage(workspace)
    qtbot.addWidget(made)
    made.resize(1140, 740)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    settle()
    settle()
    return made


def form_of(page: StationeryPage) -> StationeryForm:
    assert page.form is not None
    return page.form


def text_of(page: StationeryPage) -> str:
    assert page.paper is not None
    return page.paper.document.getAllText(0).text()


def test_typing_changes_the_sample(page: StationeryPage, qtbot: QtBot, type_text: TypeText) -> None:
    assert text_of(page)
    QTest.mouseClick(page.edition_buttons["en"], Qt.MouseButton.LeftButton)
    type_text(form_of(page).editors["office_en"].control, "Sample City")
    qtbot.waitUntil(lambda: "Sample City" in text_of(page), timeout=10_000)


def test_what_is_saved_is_one_change_and_read_again(
    page: StationeryPage, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    form = form_of(page)
    type_text(form.editors["signatory_fa"].control, "نام آزمون")
    form.editors["top"].set_value(31)
    form.paper.setCurrentIndex(1)
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    kept = Stationery.of(workspace.archive)
    assert (kept.signatory, kept.margins.top, kept.paper) == (Both("نام آزمون", ""), 31.0, "a5")
    workspace.undo()
    settle()
    settle()
    assert Stationery.of(workspace.archive) == Stationery()
    assert form.stationery() == Stationery()


@pytest.mark.parametrize("typed", ["", "3", "90", "wide"])
def test_a_bad_margin_is_marked_and_not_kept(
    page: StationeryPage, workspace: Workspace, settle: Settle, type_text: TypeText, typed: str
) -> None:
    editor = form_of(page).editors["bottom"]
    editor.set_value(None)
    type_text(editor.control, typed)
    page.save_button.click()
    settle()
    assert editor.fault.isVisible()
    assert editor.fault.text()
    assert Stationery.of(workspace.archive) == Stationery()


def test_fonts_are_offered_by_script(page: StationeryPage, qtbot: QtBot) -> None:
    form = form_of(page)
    persian, latin = form.persian_font.box, form.latin_font.box
    assert [persian.itemText(index) for index in range(1, persian.count())] == ["FiraGO"]
    assert [latin.itemText(index) for index in range(1, latin.count())] == ["FiraGO", "Ubuntu"]
    latin.setCurrentIndex(2)
    with qtbot.waitSignal(form.changed):
        latin.activated.emit(2)
    chosen = form.stationery()
    assert chosen is not None
    assert chosen.latin_font is not None
    assert chosen.latin_font.name == "Ubuntu"
    assert form.latin_font.line.font().family() == "Ubuntu"


def test_an_emblem_is_taken_refused_and_removed(
    page: StationeryPage, settle: Settle, tmp_path: Path
) -> None:
    emblem = form_of(page).emblem
    good, bad = tmp_path / "good.svg", tmp_path / "bad.png"
    good.write_bytes(EMBLEM)
    bad.write_bytes(b"no picture")
    emblem.take(good)
    settle()
    assert emblem.content == EMBLEM
    for wrong in (bad, tmp_path / "gone.svg"):
        emblem.take(wrong)
        settle()
        assert wrong.name in emblem.fault.text()
        assert emblem.content == EMBLEM
    emblem.remove_button.click()
    assert emblem.content == b""
    assert not emblem.fault.isVisible()


def test_what_is_typed_stays_when_something_is_written_elsewhere(
    page: StationeryPage, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    form = form_of(page)
    type_text(form.editors["unit_en"].control, "Sample")
    workspace.changed.emit()
    settle()
    assert form.editors["unit_en"].value() == "Sample"


def test_every_setting_has_a_name_in_both_languages(
    page: StationeryPage, languages: Languages
) -> None:
    form = form_of(page)
    for lang in ("fa", "en"):
        languages.speak(lang)
        controls = [each.control for each in form.editors.values()]
        controls += [form.paper, form.persian_font.box, form.latin_font.box]
        controls.append(form.emblem.choose_button)
        names = [each.accessibleName() for each in controls]
        assert all(names)
        assert len(set(names)) == len(names)


def test_the_sidebar_leads_to_the_page(window: Window, settle: Settle) -> None:
    window.show_section("stationery")
    settle()
    assert isinstance(window.trail.page, StationeryPage)
    assert window.trail.page.form is not None


def test_what_was_typed_and_not_saved_is_offered_when_the_window_opens_again(
    page: StationeryPage, qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    form = form_of(page)
    form.editors["office_fa"].set_draft("شهرداری آزمون ۹")
    form.editors["top"].set_draft("3")  # no paper can have it, and it is not lost either
    form.emblem.set_content(EMBLEM)
    page.keep_drafts()
    again = StationeryPage(workspace)
    qtbot.addWidget(again)
    again.show()
    again.refresh()
    settle()
    settle()
    assert again.notice.isVisible()
    qtbot.mouseClick(again.notice.first, Qt.MouseButton.LeftButton)
    found = form_of(again)
    assert found.editors["office_fa"].value() == "شهرداری آزمون ۹"
    assert found.editors["top"].draft() == "3"
    assert found.emblem.content == EMBLEM
    found.editors["top"].set_draft("25")
    again.save()
    settle()
    assert Stationery.of(workspace.archive).office.fa == "شهرداری آزمون ۹"
    third = StationeryPage(workspace)
    qtbot.addWidget(third)
    third.show()
    third.refresh()
    settle()
    assert not third.notice.isVisible()


def test_a_page_left_as_it_was_keeps_no_draft(page: StationeryPage, workspace: Workspace) -> None:
    page.keep_drafts()
    assert not (workspace.folder / "drafts").exists()
