import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from liaison.diagnostics import diary
from liaison.errors import StorageError, UserError
from liaison.i18n import _
from ui.application import Languages
from ui.errors import Errors


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


def test_a_bug_is_noted_without_its_words_and_a_report_is_offered(
    qtbot: QtBot, errors: Errors, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    diary.begin(tmp_path)
    errors.install()
    try:
        raise_unforeseen("محرمانه")
    except ValueError as error:
        with caplog.at_level(logging.ERROR):
            sys.excepthook(type(error), error, error.__traceback__)
    finally:
        errors.remove()
        diary.begin(None)
    assert sys.excepthook is not errors._unforeseen
    noted = (tmp_path / diary.NAME).read_text("utf-8")
    for told in (caplog.text, noted):
        assert "ValueError at tests/ui/test_errors.py" in told
        assert "raise_unforeseen" in told
        assert "محرمانه" not in told
    box = errors._window.findChild(QMessageBox)
    assert box is not None
    assert box.isVisible()
    save = next(each for each in box.buttons() if each.text() == _("Save report…"))
    with qtbot.waitSignal(errors.report_wanted) as wanted:
        save.click()
    assert isinstance(wanted.args[0], ValueError)
    qtbot.waitUntil(lambda: errors._window.findChild(QMessageBox) is None)


def raise_unforeseen(words: str) -> None:
    raise ValueError(words)
