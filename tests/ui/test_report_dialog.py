"""The report in the window: read in full, then saved or copied as it was read."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from liaison.errors import StorageError
from liaison.i18n import _
from tests.ui.conftest import PATIENCE
from ui.application import Languages
from ui.reporting.dialog import ReportDialog
from ui.window import Window
from ui.workspace import Workspace


def shown(qtbot: QtBot, window: Window) -> ReportDialog:
    """Return the dialog once the archive was looked through."""
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=PATIENCE)
    return dialog


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_what_is_read_is_what_is_saved(
    qtbot: QtBot,
    window: Window,
    languages: Languages,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    lang: str,
) -> None:
    languages.speak(lang)
    window.sidebar.report_button.click()
    dialog = shown(qtbot, window)
    assert "language: " + lang in dialog.text.toPlainText()
    assert "nothing is wrong" in dialog.text.toPlainText()
    goal = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (str(goal), ""))
    dialog.save_button.click()
    assert goal.read_text("utf-8") == dialog.text.toPlainText()
    assert goal.name in dialog.said.text()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    dialog.close()


def test_a_file_that_cannot_be_written_is_said(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.telling.report()
    dialog = shown(qtbot, window)
    dialog.save_to(tmp_path / "missing" / "report.txt")
    assert str(tmp_path / "missing") in dialog.said.text()
    dialog.close()


def test_a_fault_of_the_disk_offers_it_and_can_be_closed(qtbot: QtBot, window: Window) -> None:
    window.errors.show(StorageError("دیسک پر است."))
    assert window.banner.first.text() == _("Report of a problem…")
    assert window.banner.close_button.isVisible()
    window.banner.first.click()
    shown(qtbot, window).close()


def test_what_went_wrong_is_in_it_by_its_type(qtbot: QtBot, window: Window) -> None:
    window.telling.report(ValueError("محرمانه"))
    dialog = shown(qtbot, window)
    assert "ValueError" in dialog.text.toPlainText()
    assert "محرمانه" not in dialog.text.toPlainText()
    dialog.close()


def test_it_is_there_where_the_archive_is_not(qtbot: QtBot, bare: Workspace) -> None:
    window = Window(bare)
    qtbot.addWidget(window)
    window.show()
    window.telling.report(StorageError("x"))
    dialog = shown(qtbot, window)
    assert "open: no" in dialog.text.toPlainText()
    dialog.close()
