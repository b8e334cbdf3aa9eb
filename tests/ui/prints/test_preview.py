from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from ui import places
from ui.prints import saving
from ui.prints.preview import PreviewPage
from ui.sections import STATIONERY
from ui.window import Window
from ui.workspace import Workspace

Settle = Callable[[], None]
MakePreview = Callable[..., PreviewPage]


def content(page: PreviewPage) -> bytes:
    assert page.finished is not None
    return page.finished.content


def pages_of(path: Path) -> int:
    document = QPdfDocument()
    document.load(str(path))
    count = document.pageCount()
    document.close()
    return count


def test_the_pages_shown_are_those_of_the_paper(
    make_preview: MakePreview, meeting_uid: str
) -> None:
    page = make_preview("meeting-brief", meeting_uid)
    assert page.finished is not None
    assert content(page).startswith(b"%PDF")
    assert page.paper.document.status() is QPdfDocument.Status.Ready
    assert page.paper.pages == page.finished.pages > 0
    assert page.title() == page.finished.title
    assert page.options.pages.text()


def test_another_edition_is_another_paper_and_is_remembered(
    make_preview: MakePreview, meeting_uid: str, workspace: Workspace, settle: Settle
) -> None:
    page = make_preview("meeting-brief", meeting_uid)
    shown = {content(page)}
    for key in ("en", "both"):
        QTest.mouseClick(page.options.edition.language_buttons[key], Qt.MouseButton.LeftButton)
        settle()
        shown.add(content(page))
        assert page.paper.pages > 0
    assert len(shown) == 3
    assert workspace.settings.get("prints/meeting-brief") == "both"


def test_a_guest_edition_differs_and_is_refused_where_it_may_not_be(
    make_preview: MakePreview, meeting_uid: str, workspace: Workspace, settle: Settle
) -> None:
    page = make_preview("meeting-brief", meeting_uid)
    internal = content(page)
    page.options.edition.guest.click()
    settle()
    assert content(page) != internal
    with workspace.archive.change("آزمون") as change:
        change.update(by_name("meeting"), meeting_uid, {"classification": "secret"})
    page.refresh()
    settle()
    assert page.finished is None
    assert page.made is not None
    assert page.made.told[0].record == ("meeting", meeting_uid)
    assert page._words.isVisible()
    assert not page.options.print_button.isEnabled()
    assert not page.options.save_button.isEnabled()


def test_each_finding_opens_its_record(
    make_preview: MakePreview, meeting_uid: str, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    page = make_preview("meeting-brief", meeting_uid)
    page.options.edition.language_buttons["both"].click()
    settle()
    assert page.made is not None
    told = next(each for each in page.made.told if each.record == ("meeting", meeting_uid))
    with qtbot.waitSignal(workspace.record_wanted) as wanted:
        page.options.told.opener(*(told.record or ("", "")))()
    assert wanted.args == ["meeting", meeting_uid]
    assert page.options.told.findings.count() == len(page.made.told)


def test_saving_writes_the_very_bytes_under_a_persian_name(
    make_preview: MakePreview,
    meeting_uid: str,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = make_preview("meeting-brief", meeting_uid)
    offered: list[Path] = []

    def ask(_parent: object, start: Path) -> Path:
        offered.append(start)
        return tmp_path / start.name

    monkeypatch.setattr(saving, "ask_for_path", ask)
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    name = offered[0].name
    assert name.endswith("-۱۴۰۵-۰۸-۳۰.pdf")
    assert (tmp_path / name).read_bytes() == content(page)
    assert page.saving.saved == tmp_path / name
    assert page.options.folder_button.isVisible()
    opened: list[Path] = []
    monkeypatch.setattr(places, "show_folder", lambda folder: not opened.append(folder))
    page.options.folder_button.click()
    assert opened == [tmp_path]
    assert places.last_folder(page.workspace.settings) == tmp_path


def test_a_disk_that_refuses_is_told(
    make_preview: MakePreview, meeting_uid: str, settle: Settle, tmp_path: Path
) -> None:
    page = make_preview("meeting-brief", meeting_uid)
    errors: list[Exception] = []
    page.workspace.troubled.connect(errors.append)
    assert page.made is not None
    page.saving.save_to(tmp_path / "nowhere" / "x.pdf", page.made)
    settle()
    assert errors
    assert page.saving.saved is None


@pytest.mark.parametrize(("chosen", "printed"), [(None, "all"), ((1, 1), 1)])
def test_printing_draws_the_chosen_pages(
    make_preview: MakePreview,
    meeting_uid: str,
    qtbot: QtBot,
    tmp_path: Path,
    chosen: tuple[int, int] | None,
    printed: int | str,
) -> None:
    from ui.prints.printing import prepared

    page = make_preview("meeting-brief", meeting_uid)
    printer = prepared(QPrinter(QPrinter.PrinterMode.HighResolution), page.paper.document, "آزمون")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(100)
    if chosen:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(*chosen)
    page.printing.print_on(printer)
    qtbot.waitUntil(lambda: page.printing.run is None)
    expected = page.paper.pages if printed == "all" else printed
    assert pages_of(tmp_path / "printed.pdf") == expected
    assert page.options.print_button.isEnabled()


def test_a_list_is_printed_on_its_side_and_has_no_guest_edition(
    make_preview: MakePreview, meeting_uid: str
) -> None:
    del meeting_uid
    page = make_preview("follow-up-list")
    size = page.paper.document.pagePointSize(0)
    assert size.width() > size.height()
    assert not page.options.edition.guest.isVisible()
    assert page.options.edition.classes.isVisible()


def test_the_text_is_searched_and_copied(
    make_preview: MakePreview, meeting_uid: str, qtbot: QtBot
) -> None:
    page = make_preview("meeting-brief", meeting_uid)
    page.options.edition.language_buttons["en"].click()
    qtbot.waitUntil(lambda: page.workspace.jobs.idle)
    page.paper.text.search.setText("Testing")
    qtbot.waitUntil(lambda: page.paper.text.matches() > 0, timeout=5000)
    page.paper.text.next_match()
    page.paper.text.copy_text()
    assert "Testing the print" in QGuiApplication.clipboard().text()


def test_pages_turn_and_grow(make_preview: MakePreview, meeting_uid: str) -> None:
    page = make_preview("meeting-brief", meeting_uid)
    paper = page.paper
    before = paper.view.zoomFactor()
    paper.zoom(1.2)
    assert paper.view.zoomFactor() != before
    paper.fit()
    paper.turn(1)
    assert paper.page == min(1, paper.pages - 1)


def test_the_window_opens_the_preview_with_ctrl_p(
    window: Window, meeting_uid: str, settle: Settle
) -> None:
    window.open_record("meeting", meeting_uid)
    settle()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert isinstance(window.trail.page, PreviewPage)
    window.go_back()
    window.show_section("follow_up")
    settle()
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    page = window.trail.page
    assert isinstance(page, PreviewPage)
    assert page.finished is not None
    before = page.paper.view.zoomFactor()
    for control, grows in ((page.paper.view, "paper"), (page.options.save_button, "text")):
        control.setFocus()
        QTest.keyClick(control, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        grown = page.paper.view.zoomFactor() != before, window.workspace.theme.percent > 100
        assert grown == (grows == "paper", grows == "text")
        QTest.keyClick(control, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
        before = page.paper.view.zoomFactor()


def test_the_print_dialog_offers_the_pages_of_the_paper(
    make_preview: MakePreview, meeting_uid: str
) -> None:
    page = make_preview("meeting-brief", meeting_uid)
    page.options.print_button.click()
    dialog = page.printing.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert (dialog.minPage(), dialog.maxPage()) == (1, page.paper.pages)
    dialog.reject()
    assert page.printing.run is None


def test_printing_can_be_broken_off(
    make_preview: MakePreview, meeting_uid: str, qtbot: QtBot, tmp_path: Path
) -> None:
    from ui.prints.printing import prepared

    page = make_preview("meeting-brief", meeting_uid)
    printer = prepared(QPrinter(QPrinter.PrinterMode.HighResolution), page.paper.document, "آزمون")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    said: list[str] = []
    page.workspace.said.connect(lambda message, _action, _work: said.append(message))
    page.printing.print_on(printer)
    assert page.options.cancel_button.isVisible()
    page.options.cancel_button.click()
    qtbot.waitUntil(lambda: page.printing.run is None)
    assert len(said) == 1
    assert not page.options.cancel_button.isVisible()


def test_ctrl_p_on_a_visit_opens_the_print_room(
    window: Window, meeting_uid: str, settle: Settle
) -> None:
    archive = window.workspace.archive
    with archive.change("آزمون") as change:
        visit = change.add(by_name("visit"), {"title_fa": "سفر آزمون"})
        change.update(by_name("meeting"), meeting_uid, {"visit": visit})
    window.open_record("visit", visit)
    settle()
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert isinstance(window.trail.page, PreviewPage)


def test_the_print_room_leads_to_the_letterhead(
    make_preview: MakePreview, meeting_uid: str, workspace: Workspace
) -> None:
    asked: list[str] = []
    workspace.section_wanted.connect(asked.append)
    make_preview("meeting-brief", meeting_uid).options.letterhead_button.click()
    assert asked == [STATIONERY]
