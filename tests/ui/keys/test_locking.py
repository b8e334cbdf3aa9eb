"""Locking: what is typed is kept, nothing of the archive stays, and one comes back to it."""

import gc
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from liaison.domain.records.partner import Partner
from tests.ui.conftest import TypeText
from tests.ui.keys.conftest import ANOTHER, MARKED, Come, Sealed, idle, lock, sign_in
from tests.ui.particulars import form_of
from ui.backups.keeper import BackupKeeper
from ui.pages.form_tab import FormTab
from ui.pages.partner import PartnerPage
from ui.prints.preview import PreviewPage
from ui.reading import FileReader
from ui.records.form_page import FormPage
from ui.settings import Settings
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
TYPED = "نوشتهٔ ثبت‌نشدهٔ نشان‌دار"
TELLING = ("text", "toPlainText", "title", "windowTitle", "accessibleName", "toolTip")


@pytest.fixture
def window(qtbot: QtBot, come: Come, sealed: Sealed) -> Window:
    """Give a window whose administrator is signed in."""
    shown = come(sealed.folder)
    sign_in(qtbot, shown)
    return shown


def press_lock(window: Window) -> None:
    window.activateWindow()
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, Qt.Key.Key_L, "l", CONTROL)


def open_partner(qtbot: QtBot, window: Window) -> FormPage:
    (row,) = window.workspace.archive.rows(Partner)
    window.show_section("partner")
    window.open_record("partner", row.uid)
    idle(qtbot, window)
    page = form_of(window.trail.page)
    idle(qtbot, window)
    return page


def told_by(widget: QObject) -> str:
    """Return everything a widget has to say."""
    words = (getattr(widget, name, None) for name in TELLING)
    return " ".join(str(each()) for each in words if callable(each))


def holding(words: str) -> list[str]:
    """Return the widgets there are that hold some words."""
    return [type(each).__name__ for each in QApplication.allWidgets() if words in told_by(each)]


def test_the_key_locks_and_nothing_of_the_archive_stays(qtbot: QtBot, window: Window) -> None:
    page = open_partner(qtbot, window)
    archive = weakref.ref(window.workspace.archive)
    assert holding(MARKED)
    del page
    press_lock(window)
    assert window.doorway.currentWidget() is window.doorway.door
    lock(qtbot, window)
    assert holding(MARKED) == []
    assert MARKED not in window.windowTitle()
    gc.collect()
    assert archive() is None


def test_one_comes_back_where_one_was_with_what_was_typed(
    qtbot: QtBot, window: Window, sealed: Sealed, type_text: TypeText
) -> None:
    page = open_partner(qtbot, window)
    uid = page.panel.uid
    type_text(page.panel.form.editors["notes"].control, TYPED)
    press_lock(window)
    lock(qtbot, window)
    drafts = list((sealed.folder / "drafts").iterdir())
    assert drafts
    for each in drafts:
        assert uid not in each.name
        assert TYPED.encode() not in each.read_bytes()
    sign_in(qtbot, window)
    assert isinstance(window.trail.page, PartnerPage)
    assert isinstance(window.trail.page.tabs.tab, FormTab)
    back = form_of(window.trail.page)
    assert back.panel.uid == uid
    assert window.trail.section == "partner"
    assert back.panel.notice.isVisible()
    qtbot.mouseClick(back.panel.notice.first, Qt.MouseButton.LeftButton)
    assert back.panel.form.editors["notes"].draft() == TYPED


def test_an_empty_form_comes_back_with_what_it_began_from(qtbot: QtBot, window: Window) -> None:
    officer = window.workspace.archive.officer
    window.new_record("follow_up", {"assignee": officer, "title_fa": "آغاز"}, None)
    idle(qtbot, window)
    page = window.trail.page
    assert isinstance(page, FormPage)
    page.panel.form.editors["title_en"].set_draft("Half a title")
    press_lock(window)
    lock(qtbot, window)
    sign_in(qtbot, window)
    back = window.trail.page
    assert isinstance(back, FormPage)
    assert back.panel.given == {"assignee": officer, "title_fa": "آغاز"}
    assert back.panel.notice.isVisible()


def test_another_officer_begins_at_the_desk(qtbot: QtBot, window: Window, sealed: Sealed) -> None:
    open_partner(qtbot, window)
    press_lock(window)
    lock(qtbot, window)
    sign_in(qtbot, window, sealed.officers["manager"], ANOTHER)
    assert window.trail.section == "desk"
    assert window.trail.place.steps == []


def test_what_cannot_be_kept_keeps_the_window_open_until_somebody_decides(
    qtbot: QtBot, window: Window, sealed: Sealed
) -> None:
    page = open_partner(qtbot, window)
    (sealed.folder / "drafts").write_text("")
    page.panel.form.editors["notes"].set_draft(TYPED)
    press_lock(window)
    assert window.workspace.is_open
    assert window.doorway.door is None
    qtbot.mouseClick(window.banner.first, Qt.MouseButton.LeftButton)
    assert page.panel.form.editors["notes"].draft() == TYPED
    press_lock(window)
    qtbot.mouseClick(window.banner.second, Qt.MouseButton.LeftButton)
    lock(qtbot, window)


def test_what_is_being_saved_is_saved(qtbot: QtBot, window: Window) -> None:
    page = open_partner(qtbot, window)
    page.panel.form.editors["name_en"].set_draft("Saved at the last moment")
    page.panel.save()
    press_lock(window)
    lock(qtbot, window)
    sign_in(qtbot, window)
    (row,) = window.workspace.archive.rows(Partner)
    assert row["name_en"] == "Saved at the last moment"
    back = form_of(window.trail.page)
    idle(qtbot, window)
    assert not back.panel.notice.isVisible()


def test_what_is_under_way_on_the_worker_ends_first(qtbot: QtBot, window: Window) -> None:
    archive, go = window.workspace.archive, threading.Event()
    ended: list[int] = []

    def work() -> int:
        go.wait(10)
        return archive.last_change()

    window.workspace.jobs.run(work, ended.append)
    press_lock(window)
    qtbot.wait(100)
    assert window.workspace.is_open
    go.set()
    lock(qtbot, window)
    assert len(ended) == 1


def test_a_backup_is_broken_off_and_leaves_nothing(
    qtbot: QtBot, window: Window, sealed: Sealed
) -> None:
    keeper, reader = BackupKeeper(window.workspace), FileReader(window.workspace)
    made = sealed.folder / "backups"
    begun, go = threading.Event(), threading.Event()
    told = keeper._progress

    def slow(done: int, whole: int) -> None:
        begun.set()
        go.wait(10)
        told(done, whole)

    keeper._progress = slow  # type: ignore[method-assign] # the moment in between
    keeper.back_up()
    qtbot.waitUntil(begun.is_set, timeout=10_000)
    press_lock(window)
    qtbot.wait(50)
    assert window.workspace.is_open
    go.set()
    lock(qtbot, window)
    assert {each.name for each in made.iterdir()} <= {"files", ".lock"}
    keeper._progress = told  # type: ignore[method-assign] # as it was
    sign_in(qtbot, window)
    keeper.back_up()
    qtbot.waitUntil(lambda: not keeper.is_working, timeout=10_000)
    assert len([each for each in made.iterdir() if (each / "archive.keys").exists()]) == 1
    for each in (keeper, reader):
        each.close()


def test_a_print_ends_first(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.preview("follow-up-list", "")
    idle(qtbot, window)
    page = window.trail.page
    assert isinstance(page, PreviewPage)
    qtbot.waitUntil(lambda: page.finished is not None, timeout=20_000)
    idle(qtbot, window)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    page.printing.print_on(printer)
    assert page.at_work
    press_lock(window)
    lock(qtbot, window)
    assert (tmp_path / "out.pdf").read_bytes().rstrip().endswith(b"%%EOF")


def test_open_dialogs_and_menus_are_sent_away(qtbot: QtBot, window: Window) -> None:
    dialog = QDialog(window)
    dialog.setWindowTitle(MARKED)
    dialog.open()
    menu = QMenu(window)
    menu.addAction(MARKED)
    menu.popup(window.rect().center())
    window.workspace.lock()
    lock(qtbot, window)
    assert not dialog.isVisible()
    assert not menu.isVisible()


def test_a_dialog_that_waits_goes_back_to_its_page_first(qtbot: QtBot, window: Window) -> None:
    QTimer.singleShot(50, window.workspace.lock)
    name, _kind = QFileDialog.getSaveFileName(
        window, "", "", "", "", QFileDialog.Option.DontUseNativeDialog
    )
    assert not name
    assert window.workspace.is_open  # it goes on only now
    lock(qtbot, window)


def test_nothing_is_taken_down_under_somebody_who_waits(qtbot: QtBot, window: Window) -> None:
    outer, inner = QEventLoop(), QEventLoop()
    seen: list[bool] = []

    def wait() -> None:
        QTimer.singleShot(0, window.workspace.lock)
        QTimer.singleShot(400, inner.quit)
        inner.exec()
        seen.append(window.workspace.is_open)
        outer.quit()

    QTimer.singleShot(0, wait)
    outer.exec()
    assert seen == [True]
    lock(qtbot, window)


def test_an_archive_nobody_signs_in_to_says_so(
    qtbot: QtBot, come: Come, empty_archive: Path
) -> None:
    window = come(empty_archive)
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=10_000)
    idle(qtbot, window)
    press_lock(window)
    assert window.workspace.is_open


def test_the_settings_of_this_computer_hold_nothing_of_an_archive(
    qtbot: QtBot, window: Window, settings: Settings, tmp_path: Path
) -> None:
    open_partner(qtbot, window)
    for section in ("follow_up", "visit"):
        window.show_section(section)
        idle(qtbot, window)
    press_lock(window)
    lock(qtbot, window)
    settings.save()
    for file in (tmp_path / "settings").iterdir():
        text = file.read_text("utf-8")
        assert MARKED not in text
        assert "نمونه" not in text
