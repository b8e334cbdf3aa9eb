from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.domain.schema import AnyReference, File, Reference, StoredFile
from liaison.errors import UserError
from tests.ui.conftest import TypeText
from ui.application import Languages
from ui.editors.file_edit import FileEditor
from ui.editors.reference_edit import ReferenceEditor
from ui.theme import DARK_NAME, LIGHT_NAME
from ui.workspace import Workspace

Settle = Callable[[], None]


def add(workspace: Workspace, type_name: str, **values: object) -> str:
    with workspace.archive.change("آزمون") as change:
        return str(change.add(by_name(type_name), values))


def shown(qtbot: QtBot, workspace: Workspace, kind: Reference | AnyReference) -> ReferenceEditor:
    editor = ReferenceEditor(kind, workspace)
    qtbot.addWidget(editor)
    editor.resize(420, 420)
    editor.show()
    qtbot.waitExposed(editor)
    editor.activateWindow()
    return editor


@pytest.mark.parametrize("typed", ["پاریس", "پاريس", "par"])
def test_a_record_is_found_as_one_types(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: TypeText, typed: str
) -> None:
    uid = add(workspace, "partner", name_fa="پاریس آزمون", name_en="Paris Test")
    add(workspace, "person", family_name_fa="پاریس‌نام")
    editor = shown(qtbot, workspace, Reference("partner"))
    type_text(editor.line, typed)
    assert not editor.check()
    qtbot.waitUntil(lambda: editor.drop_down.visible, timeout=3000)
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    settle()
    assert editor.value() == uid
    assert editor.line.text() == "پاریس آزمون"
    assert not editor.fault.isVisible()


@pytest.mark.parametrize(("others", "taken"), [((), True), (("پاریس دوم",), False)])
def test_enter_before_anything_was_found_takes_the_only_one(
    qtbot: QtBot,
    workspace: Workspace,
    settle: Settle,
    type_text: TypeText,
    others: tuple[str, ...],
    taken: bool,  # noqa: FBT001 - a column of the table
) -> None:
    uid = add(workspace, "partner", name_fa="پاریس آزمون")
    for each in others:
        add(workspace, "partner", name_fa=each)
    editor = shown(qtbot, workspace, Reference("partner"))
    type_text(editor.line, "پاریس")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    settle()
    assert editor.drop_down.visible is not taken
    assert not editor.fault.isVisible()
    if taken:
        assert editor.value() == uid


def test_the_buttons_of_a_reference_have_keys_and_tab_passes_them(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    opened: list[str] = []
    workspace.record_wanted.connect(lambda _type, uid: opened.append(uid))
    uid = add(workspace, "partner", name_fa="شهر آزمون")
    editor = shown(qtbot, workspace, Reference("partner"))
    type_text(editor.line, "")
    editor.set_value(uid)
    settle()
    assert not any(each.focusPolicy() for each in (editor.opener, editor.clearer))
    QTest.keyClick(editor.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor.line, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert opened == [uid]
    assert editor.value() is None


def test_down_shows_the_first_records(qtbot: QtBot, workspace: Workspace, settle: Settle) -> None:
    uid = add(workspace, "partner", name_fa="شهر آزمون")
    editor = shown(qtbot, workspace, Reference("partner"))
    editor.line.setFocus()
    QTest.keyClick(editor.line, Qt.Key.Key_Down)
    settle()
    assert editor.drop_down.visible
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    settle()
    assert editor.value() == uid


def test_the_title_follows_the_language_and_clearing_empties(
    qtbot: QtBot, workspace: Workspace, settle: Settle, languages: Languages
) -> None:
    uid = add(workspace, "partner", name_fa="شهر آزمون", name_en="Test City")
    editor = shown(qtbot, workspace, Reference("partner"))
    editor.set_value(uid)
    settle()
    assert editor.line.text() == "شهر آزمون"
    languages.speak("en")
    settle()
    assert editor.line.text() == "Test City"
    editor.clearer.click()
    assert editor.value() is None


def test_any_record_may_stand_where_any_may(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    uid = add(workspace, "unit", name_fa="ادارهٔ آزمون")
    editor = shown(qtbot, workspace, AnyReference())
    type_text(editor.line, "ادارهٔ")
    qtbot.waitUntil(lambda: editor.drop_down.visible, timeout=3000)
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    settle()
    assert editor.value() == ("unit", uid)
    draft = editor.draft()
    editor.set_value(None)
    editor.set_draft(draft)
    settle()
    assert editor.value() == ("unit", uid)


def test_a_new_record_is_begun_with_what_was_typed(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    editor = shown(qtbot, workspace, Reference("partner"))
    wanted: list[tuple[str, dict[str, Any]]] = []
    workspace.new_wanted.connect(lambda name, values, _then: wanted.append((name, values)))
    type_text(editor.line, "هیچ‌کجا")
    qtbot.waitUntil(lambda: editor.drop_down.visible, timeout=3000)
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert wanted == [("partner", {"name_fa": "هیچ‌کجا"})]
    with pytest.raises(UserError):
        editor.value()
    settle()


def test_a_file_is_taken_in_and_given_out(
    qtbot: QtBot, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    source = tmp_path / "سند آزمون.txt"
    source.write_text("متن آزمون", encoding="utf-8")
    editor = FileEditor(File(), workspace)
    qtbot.addWidget(editor)
    editor.show()
    with qtbot.waitSignal(editor.changed):
        editor.take(source)
    settle()
    stored = editor.value()
    assert isinstance(stored, StoredFile)
    assert stored.name == "سند آزمون.txt"
    assert workspace.archive._files.verified(stored).read_text(encoding="utf-8") == "متن آزمون"
    editor.take(tmp_path / "nothing.txt")
    settle()
    assert editor.fault.isVisible()
    assert editor.value() == stored
    editor.remove_button.click()
    assert editor.value() is None


def test_the_icons_follow_the_theme(qtbot: QtBot, workspace: Workspace) -> None:
    editor = ReferenceEditor(Reference("partner"), workspace)
    qtbot.addWidget(editor)
    light = editor.opener.icon().cacheKey()
    workspace.theme.choose(DARK_NAME)
    dark = editor.opener.icon().cacheKey()
    workspace.theme.choose(LIGHT_NAME)
    assert dark != light
