"""Scans in the window: read behind it, shown with their doubts, paused, and done without."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from liaison.domain.records import Document, by_name
from liaison.domain.schema import StoredFile
from liaison.storage.scans.scanned_text import put_together
from liaison.storage.scans.table import PageText
from liaison.storage.settings import SCANS
from ui.application import Languages
from ui.editors.file_edit import FileEditor
from ui.found import suggestions
from ui.scans.reader import ScanReader
from ui.scans.status import ScanStatus
from ui.scans.text_dialog import ScanDialog
from ui.settings_pages.scans import ScansPart
from ui.workspace import Workspace

Settle = Callable[[], None]
LONG = 20_000
TEXT = put_together([PageText("ژرفای همکاری\nشهر", (91, 40, 85)), None], 2, "fas+eng")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a program of the shell")


@pytest.fixture
def file(workspace: Workspace, languages: Languages) -> StoredFile:
    languages.speak("en")
    archive = workspace.archive
    picture = io.BytesIO()
    Image.new("L", (200, 100), 255).save(picture, "PNG")
    picture.seek(0)
    stored = archive.attach(picture, "scan.png")
    with archive.change("Attach") as change:
        change.add(Document, {"title_fa": "سند", "file": stored})
    archive.extract_pending()
    return stored


@pytest.fixture
def reader(bare: Workspace) -> Iterator[ScanReader]:
    made = ScanReader(bare)
    yield made
    made.close()
    made.setParent(None)


def editor_of(qtbot: QtBot, workspace: Workspace, settle: Settle, file: StoredFile) -> FileEditor:
    kind = by_name("document").__mapper__.columns["file"].info["field"].kind
    editor = FileEditor(kind, workspace)
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value(file)
    settle()
    return editor


def put_on_path(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Let a program be found that introduces itself as Tesseract and then does `body`."""
    folder.mkdir()
    made = folder / "tesseract"
    made.write_text(
        '#!/bin/sh\ncase "$1" in\n--version) echo tesseract 5.3.0;;\n'
        f"--list-langs) echo List; echo eng; echo fas;;\n*) {body};;\nesac\n"
    )
    made.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")


def test_the_line_below_a_file_says_how_sure_its_text_is(
    qtbot: QtBot, workspace: Workspace, settle: Settle, file: StoredFile, reader: ScanReader
) -> None:
    editor = editor_of(qtbot, workspace, settle, file)
    assert editor.scan.isHidden()
    workspace.archive.scans.keep(file.sha256, TEXT)
    reader.kept.emit(file.sha256)
    settle()
    assert not editor.scan.isHidden()
    assert "72% sure" in editor.scan.said.text()
    assert "1 page is missing" in editor.scan.said.text()
    editor.set_read_only(read_only=True)
    assert editor.scan.open_button.isEnabled()
    assert not editor.choose.isEnabled()
    editor.set_value(None)
    assert editor.scan.isHidden()


def test_doubtful_words_are_pale_and_the_text_is_copied_whole(qtbot: QtBot) -> None:
    dialog = ScanDialog(TEXT, "scan.png")
    qtbot.addWidget(dialog)
    document = dialog.text.document()
    pale = dialog.palette().color(QPalette.ColorRole.PlaceholderText)
    doubtful = []
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().foreground().color() == pale:
                doubtful.append(fragment.text().strip())
            fragments += 1
        block = block.next()
    assert doubtful == ["همکاری"]
    dialog.copy()
    assert QGuiApplication.clipboard().text() == TEXT.text


def test_a_hit_says_that_a_machine_read_it(workspace: Workspace, file: StoredFile) -> None:
    workspace.archive.scans.keep(file.sha256, TEXT)
    (shown,) = suggestions(workspace.archive.search("ژرفای"), text="ژرفای")
    assert shown.detail.startswith("Text of a picture (read by machine): ")


@POSIX
def test_what_is_missing_is_said_once(
    qtbot: QtBot,
    workspace: Workspace,
    file: StoredFile,
    reader: ScanReader,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert file
    monkeypatch.setenv("PATH", str(tmp_path))
    said: list[str] = []
    workspace.said.connect(lambda text, *_: said.append(text))
    for _ in range(2):
        with qtbot.waitSignal(reader.rested, timeout=LONG):
            reader.go_on()
    (text,) = said
    assert "1 scanned file waits" in text
    assert "tesseract-ocr-fas" in text or sys.platform != "linux"


@POSIX
def test_reading_is_paused_and_goes_on(
    qtbot: QtBot,
    workspace: Workspace,
    settle: Settle,
    file: StoredFile,
    reader: ScanReader,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_on_path(tmp_path / "slow", monkeypatch, "exec sleep 600")
    status = ScanStatus(reader)
    part = ScansPart(workspace)
    for each in (status, part):
        qtbot.addWidget(each)
    assert status.isHidden()
    reader.go_on()
    qtbot.waitUntil(lambda: "1 of 1" in status.said.text(), timeout=LONG)
    status.pause_button.click()
    qtbot.waitUntil(lambda: not reader.is_reading, timeout=LONG)
    assert status.said.text() == "Reading scans is paused."
    part.refresh()
    settle()
    assert "1 scanned file waits." in part.counts.text()
    part.box.click()
    settle()
    assert workspace.archive.settings.get(SCANS) is False
    with qtbot.waitSignal(reader.rested, timeout=LONG):
        reader.go_on()
    assert workspace.archive.scans.of(file.sha256) is None


@POSIX
def test_a_scan_is_read_again(
    qtbot: QtBot,
    workspace: Workspace,
    file: StoredFile,
    reader: ScanReader,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_on_path(tmp_path / "broken", monkeypatch, "exit 1")
    workspace.archive.scans.keep(file.sha256, TEXT)
    said: list[str] = []
    workspace.said.connect(lambda text, *_: said.append(text))
    with qtbot.waitSignal(reader.rested, timeout=LONG):
        reader.read_again(file.sha256)
    kept = workspace.archive.scans.of(file.sha256)
    assert kept is not None
    assert kept.state == "failed"
    assert said == ["1 scanned file could not be read; it stays attached."]
