from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.schema import (
    AnyKind,
    Clock,
    Code,
    Day,
    Email,
    Instant,
    Line,
    Number,
    Period,
    Phone,
    Tags,
    Text,
    Url,
)
from liaison.errors import UserError
from tests.ui.conftest import TypeText
from ui.application import Languages
from ui.editors import Editor, editor_for
from ui.editors.day_edit import DayEditor
from ui.editors.instant_edit import InstantEditor
from ui.editors.line_edit import LineEditor, TextEditor
from ui.editors.span_edit import SpanEditor
from ui.figures import quotes_apart
from ui.widgets.typing_aids import WritingText
from ui.workspace import Workspace

DAY = date(2026, 11, 20)


def shown(qtbot: QtBot, kind: AnyKind, workspace: Workspace) -> Editor:
    editor = editor_for(kind, workspace)
    qtbot.addWidget(editor)
    editor.set_name("آزمون")
    editor.show()
    qtbot.waitExposed(editor)
    return editor


def line_of(qtbot: QtBot, kind: AnyKind, workspace: Workspace) -> LineEditor:
    editor = shown(qtbot, kind, workspace)
    assert isinstance(editor, LineEditor)
    return editor


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Line("fa"), "شهر آزمون", "شهر آزمون"),
        (Line("fa"), "شهر آزمون ي", "شهر آزمون ی"),
        (Line("en"), "Test City 1", "Test City 1"),
        (Code(), "۱۲/الف", "12/الف"),
        (Phone(), "021-5510 4000", "+982155104000"),
        (Phone(), "۰۰۹۸۲۱۵۵۱۰۴۰۰۰", "+982155104000"),
        (Email(), "someone@example.org", "someone@example.org"),
        (Url(), "https://example.org/a", "https://example.org/a"),
        (Number(), "۱۲٬۵۰۰", 12500),
        (Number(), "١٢", 12),
        (Clock(), "۹:۳۰", time(9, 30)),
        (Clock(), "0930", time(9, 30)),
        (Tags(), "یک، دو, سه", ("یک", "دو", "سه")),
        (Day(), "۱۴۰۵/۰۸/۲۹", DAY),
        (Day(), "14050829", DAY),
        (Day(), "29 آبان 1405", DAY),
        (Day(), "2026-11-20", DAY),
        (Day(), "20 Nov 2026", DAY),
        (Line(), "", None),
        (Day(), "  ", None),
    ],
)
def test_what_is_typed_is_read_when_the_line_is_left(
    qtbot: QtBot,
    bare: Workspace,
    type_text: TypeText,
    kind: AnyKind,
    typed: str,
    value: object,
) -> None:
    editor = line_of(qtbot, kind, bare)
    with qtbot.waitSignal(editor.changed):
        type_text(editor.line, typed or "x")
    if not typed.strip():
        editor.line.setText(typed)
    editor.line.editingFinished.emit()
    assert editor.value() == value
    assert not editor.fault.isVisible()
    again = line_of(qtbot, kind, bare)
    again.set_value(value)
    assert again.value() == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Day(), "1405/13/01"),
        (Day(), "1407/12/30"),
        (Phone(), "12"),
        (Email(), "nobody"),
        (Number(), "دوازده"),
        (Clock(), "25:00"),
    ],
)
def test_what_cannot_be_read_is_marked_and_stays(
    qtbot: QtBot, bare: Workspace, type_text: TypeText, kind: AnyKind, typed: str
) -> None:
    editor = line_of(qtbot, kind, bare)
    type_text(editor.line, typed)
    editor.line.editingFinished.emit()
    assert editor.line.text() == typed
    assert editor.fault.isVisible()
    assert editor.fault.text()
    assert quotes_apart(editor.control.accessibleDescription()) == editor.fault.text()
    with pytest.raises(UserError):
        editor.value()
    type_text(editor.line, "1")
    assert not editor.fault.isVisible()


def test_a_day_moves_by_key(qtbot: QtBot, bare: Workspace) -> None:
    editor = shown(qtbot, Day(), bare)
    assert isinstance(editor, DayEditor)
    editor.set_value(DAY)
    editor.line.setFocus()
    for key, expected in (
        (Qt.Key.Key_Up, date(2026, 11, 21)),
        (Qt.Key.Key_Down, DAY),
        (Qt.Key.Key_PageUp, date(2026, 12, 20)),
        (Qt.Key.Key_PageDown, DAY),
    ):
        QTest.keyClick(editor.line, key)
        assert editor.value() == expected
    assert editor.line.text() == "۱۴۰۵/۰۸/۲۹"
    assert "20 Nov 2026" in editor.meaning.text()


@pytest.mark.parametrize("letter", ["ا", "t"])
def test_one_letter_is_today(
    qtbot: QtBot, bare: Workspace, type_text: TypeText, letter: str
) -> None:
    editor = line_of(qtbot, Day(), bare)
    type_text(editor.line, letter)
    assert editor.value() == date.today()  # noqa: DTZ011 - the day on the office's own clock


def test_a_day_is_picked_from_the_month(qtbot: QtBot, bare: Workspace) -> None:
    editor = shown(qtbot, Day(), bare)
    assert isinstance(editor, DayEditor)
    editor.set_value(DAY)
    editor.open_month()
    month = editor.findChild(type(_month()))
    assert month is not None
    QTest.keyClick(month, Qt.Key.Key_Right)  # the week runs from right to left
    QTest.keyClick(month, Qt.Key.Key_Down)
    QTest.keyClick(month, Qt.Key.Key_Return)
    assert editor.value() == date(2026, 11, 26)


def _month() -> object:
    from ui.widgets.month import MonthGrid

    return MonthGrid()


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("۱۳۷۳", date(1994, 3, 21), date(1995, 3, 20)),
        ("مرداد ۱۴۰۰", date(2021, 7, 23), date(2021, 8, 22)),
        ("۱۴۰۵/۰۸/۲۹", DAY, DAY),
        ("چهارشنبه گذشته", None, None),
    ],
)
def test_a_span_keeps_its_words(
    qtbot: QtBot,
    bare: Workspace,
    type_text: TypeText,
    typed: str,
    since: date | None,
    until: date | None,
) -> None:
    editor = shown(qtbot, Period(), bare)
    assert isinstance(editor, SpanEditor)
    type_text(editor.line, typed)
    assert editor.meaning.text()
    editor.line.editingFinished.emit()
    span = editor.value()
    assert (span.since, span.until, span.text) == (since, until, typed)
    assert editor.line.text() == typed


def test_a_moment_is_a_day_and_a_time(qtbot: QtBot, bare: Workspace, type_text: TypeText) -> None:
    editor = shown(qtbot, Instant(), bare)
    assert isinstance(editor, InstantEditor)
    moment = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
    editor.set_value(moment)
    assert (editor.day.line.text(), editor.clock.line.text()) == ("۱۴۰۵/۰۸/۲۹", "۱۰:۳۰")
    assert editor.value() == moment
    editor.clock.line.clear()
    type_text(editor.clock.line, "۱۱:۳۰")
    assert editor.value() == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    editor.clock.line.clear()
    assert not editor.check()
    editor.day.line.clear()
    assert editor.check()
    assert editor.value() is None


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier),
        (
            Qt.Key.Key_2,
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
        ),
    ],
)
@pytest.mark.parametrize("kind", [Line("fa"), Text("fa"), Line()])
def test_the_half_space_is_on_its_keys(
    qtbot: QtBot,
    bare: Workspace,
    kind: AnyKind,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
) -> None:
    editor = shown(qtbot, kind, bare)
    control = editor.control
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_A)
    QTest.keyClick(control, key, held)
    QTest.keyClick(control, Qt.Key.Key_B)
    text = editor.text.toPlainText() if isinstance(editor, TextEditor) else control.text()  # type: ignore[attr-defined]
    assert text == "a\u200cb"


def test_tab_leaves_a_text(qtbot: QtBot, bare: Workspace) -> None:
    editor = shown(qtbot, Text("fa"), bare)
    assert isinstance(editor, TextEditor)
    assert editor.text.tabChangesFocus()
    editor.set_value("یک\nدو")
    assert editor.value() == "یک\nدو"
    low = editor.text.height()
    editor.set_value("\n".join(str(number) for number in range(9)))
    assert editor.text.height() > low


def test_the_other_language_shows_the_same_value(
    qtbot: QtBot, bare: Workspace, languages: Languages
) -> None:
    editor = shown(qtbot, Day(), bare)
    assert isinstance(editor, DayEditor)
    editor.set_value(DAY)
    languages.speak("en")
    assert editor.line.text() == "20 Nov 2026"
    assert "29 Aban 1405" in editor.meaning.text()
    assert editor.value() == DAY


@pytest.mark.parametrize("kind", [Phone(), Email(), Url(), Code(), Number(), Clock(), Day()])
def test_codes_read_from_the_left(qtbot: QtBot, bare: Workspace, kind: AnyKind) -> None:
    editor = line_of(qtbot, kind, bare)
    assert editor.line.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    "kind", [Line("fa"), Line(), Text(), Day(), Period(), Instant(), Number(), Tags()]
)
def test_a_draft_is_what_stands_there_readable_or_not(
    qtbot: QtBot, bare: Workspace, kind: AnyKind
) -> None:
    editor = shown(qtbot, kind, bare)
    draft = ["1405/99", "x"] if isinstance(kind, Instant) else "1405/99 ناتمام"
    editor.set_draft(draft)
    assert editor.draft() == draft


@pytest.mark.parametrize(
    ("tongue", "side"), [("fa", Qt.AlignmentFlag.AlignRight), ("en", Qt.AlignmentFlag.AlignLeft)]
)
def test_an_empty_line_begins_at_its_own_side(
    qtbot: QtBot, bare: Workspace, tongue: str, side: Qt.AlignmentFlag
) -> None:
    editor = line_of(qtbot, Line(tongue), bare)
    assert editor.line.alignment() & side


def test_a_text_begins_where_its_direction_reads_from(qtbot: QtBot) -> None:
    text = WritingText()
    qtbot.addWidget(text)
    for side, edge in (
        (Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight),
        (Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft),
    ):
        text.setLayoutDirection(side)
        assert text.document().defaultTextOption().alignment() & edge
