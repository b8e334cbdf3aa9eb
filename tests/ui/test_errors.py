import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from liaison.errors import StorageError, UserError
from liaison.i18n import _
from ui.application import Languages
from ui.errors import Errors, report


@pytest.fixture
def errors(qtbot: QtBot, languages: Languages) -> Errors:
    del languages
    window = QWidget()
    qtbot.addWidget(window)
    return Errors(window)


def test_a_sentence_for_the_user_and_a_banner_for_the_disk(qtbot: QtBot, errors: Errors) -> None:
    with qtbot.waitSignal(errors.said) as said:
        errors.show(UserError("جمله"))
    with qtbot.waitSignal(errors.bannered) as bannered:
        errors.show(StorageError("دیسک"))
    assert (said.args, bannered.args) == (["جمله"], ["دیسک"])


def test_a_bug_is_logged_and_its_report_can_be_saved(
    qtbot: QtBot,
    errors: Errors,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    file = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (str(file), ""))
    errors.install()
    try:
        raise_unforeseen()
    except ZeroDivisionError as error:
        with caplog.at_level(logging.ERROR):
            sys.excepthook(type(error), error, error.__traceback__)
    finally:
        errors.remove()
    assert sys.excepthook is not errors._unforeseen
    assert "Unforeseen" in caplog.text
    box = errors._window.findChild(QMessageBox)
    assert box is not None
    assert box.isVisible()
    assert "raise_unforeseen" in box.detailedText()
    save = next(each for each in box.buttons() if each.text() == _("Save report…"))
    save.click()
    assert "ZeroDivisionError" in file.read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: errors._window.findChild(QMessageBox) is None)


def raise_unforeseen() -> float:
    return 1 / 0


def test_a_report_holds_the_way_to_the_error() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        raise_unforeseen()
    assert "raise_unforeseen" in report(raised.value)
