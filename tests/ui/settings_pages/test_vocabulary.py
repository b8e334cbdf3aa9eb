"""Words of the office, typed where they stand."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from ui.application import Languages
from ui.settings_pages.vocabulary import VocabularyPart
from ui.workspace import Workspace

Settle = Callable[[], None]


def test_a_subject_that_is_being_renamed_stays_the_same_when_others_come(
    qtbot: QtBot, workspace: Workspace, languages: Languages, settle: Settle
) -> None:
    """What is recorded elsewhere moves no row under a line somebody types into."""
    languages.speak("en")
    values = {"title_en": "Test", "lesson_en": "Test", "result": "successful"}

    def record(subject: str) -> None:
        with workspace.archive.change("t") as change:
            given = {**values, "direction": "given", "subject": (subject,)}
            change.add(by_name("experience"), given)
        workspace.changed.emit()
        settle()

    record("Water")
    part = VocabularyPart(workspace)
    workspace.changed.connect(part.refresh)
    qtbot.addWidget(part)
    part.show()
    qtbot.waitExposed(part)
    part.refresh()
    settle()
    part.subjects.setCurrentCell(0, 0)
    part.subjects.edit(part.subjects.currentIndex())
    line = part.subjects.viewport().findChild(QLineEdit)
    assert line is not None
    line.setText("Rain")
    record("Air")
    assert part.subjects.viewport().findChild(QLineEdit) is line
    assert line.text() == "Rain"
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Water" in (workspace.archive.undoable() or ""))
    settle()
    assert [each.word for each in part.subjects.subjects] == ["Air", "Rain"]
