"""Lines and texts one writes in."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.typing_aids import WritingText


def test_a_text_begins_where_its_direction_reads_from(qtbot: QtBot) -> None:
    text = WritingText()
    qtbot.addWidget(text)
    for side, edge in (
        (Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight),
        (Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft),
    ):
        text.setLayoutDirection(side)
        assert text.document().defaultTextOption().alignment() & edge
