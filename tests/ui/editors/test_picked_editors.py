from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.schema import Choice, Choices, Country, Flag
from tests.ui.conftest import TypeText
from ui.application import Languages
from ui.editors import editor_for
from ui.editors.choice_edit import ChoiceEditor, ChoicesEditor, FlagEditor
from ui.editors.country_edit import CountryEditor, matching
from ui.editors.file_edit import local_file, size_text
from ui.workspace import Workspace

OPTIONS = {"first": "Yes", "second": "No"}


def test_one_of_a_list(qtbot: QtBot, bare: Workspace) -> None:
    editor = editor_for(Choice(OPTIONS), bare)
    qtbot.addWidget(editor)
    assert isinstance(editor, ChoiceEditor)
    assert editor.value() is None
    editor.set_value("second")
    assert editor.value() == "second"
    with qtbot.waitSignal(editor.changed):
        QTest.keyClick(editor.box, Qt.Key.Key_Up)
    assert editor.value() == "first"
    editor.set_value(None)
    assert editor.value() is None


def test_several_of_a_list_keep_its_order(qtbot: QtBot, bare: Workspace) -> None:
    editor = editor_for(Choices(OPTIONS), bare)
    qtbot.addWidget(editor)
    assert isinstance(editor, ChoicesEditor)
    for key in ("second", "first"):
        with qtbot.waitSignal(editor.changed):
            QTest.keyClick(editor.buttons[key], Qt.Key.Key_Space)
    assert editor.value() == ("first", "second")
    editor.set_value(None)
    assert editor.value() is None


def test_a_flag_nobody_touched_is_blank(qtbot: QtBot, bare: Workspace) -> None:
    editor = editor_for(Flag(), bare)
    qtbot.addWidget(editor)
    assert isinstance(editor, FlagEditor)
    assert editor.value() is None
    QTest.keyClick(editor.box, Qt.Key.Key_Space)
    assert editor.value() is True
    QTest.keyClick(editor.box, Qt.Key.Key_Space)
    assert editor.value() is False


@pytest.mark.parametrize(
    ("typed", "code"), [("ترک", "TR"), ("turk", "TR"), ("عراق", "IQ"), ("franc", "FR")]
)
def test_countries_are_found_in_either_language(
    languages: Languages, typed: str, code: str
) -> None:
    languages.speak("fa")
    assert code in [each.uid for each in matching(typed)]
    languages.speak("en")
    assert code in [each.uid for each in matching(typed)]


def test_a_country_is_picked_by_key(qtbot: QtBot, bare: Workspace, type_text: TypeText) -> None:
    editor = editor_for(Country(), bare)
    qtbot.addWidget(editor)
    assert isinstance(editor, CountryEditor)
    editor.resize(400, 300)
    editor.show()
    qtbot.waitExposed(editor)
    editor.activateWindow()
    type_text(editor.line, "عراق")
    assert editor.drop_down.visible
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == "IQ"


def test_only_one_local_file_can_be_dropped(tmp_path: Path) -> None:
    file = tmp_path / "سند.pdf"
    file.write_bytes(b"%PDF-1.4")

    def dropped(*urls: str) -> Path | None:
        mime = QMimeData()
        mime.setUrls([QUrl(url) for url in urls])
        event = QDropEvent(
            QPointF(),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        return local_file(event)

    url = QUrl.fromLocalFile(str(file)).toString()
    assert dropped(url) == file
    assert dropped(url, url) is None
    assert dropped(QUrl.fromLocalFile(str(tmp_path)).toString()) is None
    assert dropped("https://example.org/a.pdf") is None


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 bytes"), (1023, "1,023 bytes"), (1536, "1.5 KB"), (52_428_800, "50 MB")],
)
def test_sizes_are_said_as_people_read_them(languages: Languages, size: int, text: str) -> None:
    languages.speak("en")
    assert size_text(size) == text
