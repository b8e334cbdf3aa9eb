"""The shell, worked as people work it."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.errors import StorageError, UserError
from liaison.storage.archive import Archive
from tests.ui.conftest import TypeText
from tests.ui.particulars import form_of
from ui.application import Languages
from ui.pages.partner import PartnerPage
from ui.records.form_page import FormPage
from ui.records.list_page import ListPage
from ui.sections import SECTIONS
from ui.window import Window
from ui.workspace import Workspace

Settle = Callable[[], None]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def partner(workspace: Workspace, name: str) -> str:
    with workspace.archive.change("آزمون") as change:
        return str(change.add(by_name("partner"), {"name_fa": name}))


@pytest.mark.parametrize("section", [each.name for each in SECTIONS])
def test_every_section_opens(window: Window, settle: Settle, section: str) -> None:
    window.sidebar.buttons[section].click()
    settle()
    assert window.trail.page is not None
    assert window.trail.page.title() in window.windowTitle()
    assert window.sidebar.buttons[section].isChecked()


def test_the_window_mirrors_at_once(window: Window, languages: Languages, settle: Settle) -> None:
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.sidebar.mapTo(window, window.sidebar.rect().center()).x() > window.width() / 2
    window.sidebar.buttons["partner"].click()
    settle()
    start = time.perf_counter()
    languages.speak("en")
    QApplication.processEvents()
    taken = time.perf_counter() - start
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.sidebar.mapTo(window, window.sidebar.rect().center()).x() < window.width() / 2
    assert window.top_bar.search.placeholderText().startswith("Search")
    assert taken < 0.1
    settle()


@pytest.mark.parametrize(
    ("key", "letter"), [(Qt.Key.Key_1, "1"), (Qt.Key(ord("۲")), "۲"), (Qt.Key.Key_7, "7")]
)
def test_alt_and_a_figure_reach_a_section(
    window: Window, settle: Settle, key: Qt.Key, letter: str
) -> None:
    window.activateWindow()
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, letter, ALT)
    settle()
    expected = SECTIONS["123456789۱۲۳۴۵۶۷۸۹".index(letter) % 9].name
    assert window.trail.section == expected


def test_the_search_finds_and_opens_without_a_mouse(
    qtbot: QtBot, window: Window, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    uid = partner(workspace, "پاریس آزمون")
    search = window.top_bar.search
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, Qt.Key(ord("ن")), "ن", CONTROL)
    assert search.hasFocus()
    type_text(search, "پاري")
    qtbot.waitUntil(lambda: search.drop_down.visible, timeout=3000)
    settle()
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Up)
    QTest.keyClick(search, Qt.Key.Key_Return)
    settle()
    page = window.trail.page
    assert isinstance(page, PartnerPage)
    assert page.uid == uid
    assert not search.text()


@pytest.mark.parametrize(("section", "is_filter"), [("desk", False), ("partner", True)])
def test_control_f_searches_the_page_or_everything(
    window: Window,
    workspace: Workspace,
    settle: Settle,
    section: str,
    is_filter: bool,  # noqa: FBT001 - a case
) -> None:
    partner(workspace, "شهر آزمون")
    window.show_section(section)
    settle()
    window.activateWindow()
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, Qt.Key.Key_F, "f", CONTROL)
    page = window.trail.page
    goal = page.filter if isinstance(page, ListPage) else window.top_bar.search
    assert isinstance(page, ListPage) is is_filter
    assert goal.hasFocus()


def test_a_page_one_comes_back_to_has_the_keyboard_where_it_was(
    window: Window, workspace: Workspace, settle: Settle
) -> None:
    window.open_record("partner", partner(workspace, "شهر آزمون ۱"))
    settle()
    page = form_of(window.trail.page)
    settle()
    city = page.panel.form.editors["country"].control
    city.setFocus()
    window.new_record("visit", {}, None)
    settle()
    window.go_back()
    assert city.hasFocus()
    for section in ("event", "partner"):
        window.show_section(section)
        settle()
        listed = window.trail.page
        assert isinstance(listed, ListPage)
        first = listed.list.table if section == "partner" else listed.list._act
        assert first.hasFocus()


def test_a_record_is_made_found_and_undone_by_keyboard(
    qtbot: QtBot, window: Window, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    window.show_section("partner")
    settle()
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, Qt.Key.Key_N, "n", CONTROL)
    page = window.trail.page
    assert isinstance(page, FormPage)
    name = page.panel.form.editors["name_fa"]
    type_text(name.control, "شهر آزمون ۹")
    QTest.keyClick(name.control, Qt.Key.Key_F2)
    settle()
    made = window.trail.page
    assert isinstance(made, PartnerPage)
    assert made.title() == "شهر آزمون ۹"
    assert window.sidebar.buttons["partner"].count == 1
    QTest.keyClick(made, Qt.Key.Key_Left, ALT)
    settle()
    listed = window.trail.page
    assert isinstance(listed, ListPage)
    assert listed.list.model.rowCount() == 1
    listed.list.table.setFocus()
    QTest.keyClick(listed.list.table, Qt.Key.Key_Z, CONTROL)
    settle()
    assert workspace.archive.counts().get("partner", 0) == 0
    assert window.toast.isVisible()
    QTest.keyClick(listed.list.table, Qt.Key.Key_Y, CONTROL)
    settle()
    assert workspace.archive.counts()["partner"] == 1
    qtbot.wait(1)


def test_making_a_record_inside_another_comes_back_with_it(
    window: Window, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    workspace.new_record("delegation")
    outer = window.trail.page
    assert isinstance(outer, FormPage)
    type_text(outer.panel.form.editors["name_fa"].control, "هیئت آزمون")
    reference = outer.panel.form.editors["partner"]
    type_text(reference.control, "شهر تازهٔ آزمون")
    reference._make()  # type: ignore[attr-defined]
    inner = window.trail.page
    assert isinstance(inner, FormPage)
    assert inner is not outer
    assert inner.panel.form.editors["name_fa"].value() == "شهر تازهٔ آزمون"
    inner.panel.save()
    settle()
    assert window.trail.page is outer
    settle()
    assert outer.panel.form.editors["name_fa"].value() == "هیئت آزمون"
    outer.panel.save()
    settle()
    row = workspace.archive.read(by_name("delegation"), outer.panel.uid)
    assert workspace.archive.title(row["partner"], "fa") == "شهر تازهٔ آزمون"


def test_errors_are_shown_by_who_has_to_act(window: Window) -> None:
    window.errors.show(UserError("جمله‌ای برای کاربر."))
    assert window.toast.text.text() == "جمله‌ای برای کاربر."
    window.errors.show(StorageError("دیسک پر است."))
    assert window.banner.isVisible()
    assert window.banner.text.text() == "دیسک پر است."


def test_what_is_asked_before_the_archive_is_open_is_done_then(
    qtbot: QtBot, bare: Workspace, settle: Settle
) -> None:
    window = Window(bare)
    qtbot.addWidget(window)
    window.show()
    window.sidebar.buttons["person"].click()
    assert window.trail.currentWidget() is window.trail.waiting
    with Archive.open(bare.folder) as archive:
        bare.take(archive)
        settle()
        assert isinstance(window.trail.page, ListPage)
        assert window.trail.section == "person"
        settle()


INTERACTIVE = {
    QAccessible.Role.Button,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.CheckBox,
    QAccessible.Role.List,
    QAccessible.Role.Table,
}


def nameless(widget: QWidget) -> list[str]:
    """Name the visible controls below `widget` that a screen reader could not name."""
    found = []
    for each in [widget, *widget.findChildren(QWidget)]:
        interface = QAccessible.queryAccessibleInterface(each)
        if not each.isVisibleTo(widget) or interface is None:
            continue
        named = interface.text(QAccessible.Text.Name).strip()
        if interface.role() in INTERACTIVE and not named and each.focusPolicy():
            found.append(f"{type(each).__name__} in {type(each.parent()).__name__}")
    return found


@pytest.mark.parametrize("section", ["desk", "partner", "bin"])
def test_every_control_of_the_shell_has_a_name(
    window: Window, workspace: Workspace, settle: Settle, section: str
) -> None:
    partner(workspace, "شهر آزمون")
    window.show_section(section)
    settle()
    assert nameless(window) == []


@pytest.mark.parametrize("type_name", ["partner", "visit", "meeting", "document", "follow_up"])
def test_every_control_of_a_form_has_a_name(window: Window, settle: Settle, type_name: str) -> None:
    window.new_record(type_name, {}, None)
    settle()
    assert nameless(window) == []


def test_tab_follows_the_reading_order(window: Window, settle: Settle) -> None:
    window.new_record("partner", {}, None)
    settle()
    page = window.trail.page
    assert isinstance(page, FormPage)
    editors = list(page.panel.form.editors.values())
    editors[0].control.setFocus()
    places = []
    for _step in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        at = focus.mapTo(window, focus.rect().center())
        places.append((at.y() // 24, -at.x()))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert places == sorted(places)
