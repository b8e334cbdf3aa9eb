"""Of which days a report is, and which sections it has, as the print room asks."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.insight.outcomes.sections import COUNCIL
from ui.prints.preview import PreviewPage

Settle = Callable[[], None]


def test_the_days_of_a_report_are_chosen(
    make_preview: Callable[..., PreviewPage], settle: Settle, qtbot: QtBot
) -> None:
    room = make_preview("outcomes-report")
    terms = room.options.terms
    assert terms.since.isVisible()
    QTest.keyClicks(terms.since.line, "14050101")
    qtbot.waitUntil(lambda: room.options.wish().since is not None)
    qtbot.wait(700)
    settle()
    assert room.made is not None
    assert room.made.wish.since is not None
    assert room.tasks.buttons.isHidden()


def test_the_sections_of_a_report_are_chosen(
    make_preview: Callable[..., PreviewPage], settle: Settle, qtbot: QtBot
) -> None:
    room = make_preview("outcomes-report")
    sections = room.options.terms.sections
    assert sections.isVisibleTo(room)
    sections.setCurrentRow(1)
    QTest.keyClick(sections, Qt.Key.Key_Space)
    qtbot.wait(700)
    settle()
    assert room.made is not None
    assert room.made.wish.sections == frozenset(COUNCIL) - {COUNCIL[1]}
    assert make_preview("meeting-brief").options.wish().sections == frozenset()
