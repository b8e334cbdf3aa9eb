"""The form of every type, saved through the real archive and read again."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import singledispatch
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import (
    AnyKind,
    Choice,
    Choices,
    Clock,
    Code,
    Country,
    Day,
    Email,
    Flag,
    Instant,
    Line,
    Number,
    Period,
    Phone,
    RecordType,
    Reference,
    Tags,
    Text,
    Url,
    VisitNumber,
    fields_of,
)
from liaison.time import span
from tests.ui.conftest import TypeText
from ui.drafts import Drafts
from ui.editors.line_edit import LineEditor
from ui.records.panel import FormPanel
from ui.workspace import Workspace

Settle = Callable[[], None]


@singledispatch
def some(kind: AnyKind) -> Any:  # noqa: ANN401, ARG001 - a value of any kind; none for links
    return None


some.register(Line, lambda kind: "Test City 1" if kind.language == "en" else "شهر آزمون ۱")
some.register(Text, lambda _kind: "بند یکم\n\nبند دوم")
some.register(Code, lambda _kind: "12/3")
some.register(VisitNumber, lambda _kind: "1405-V-001")
some.register(Phone, lambda _kind: "+982155104000")
some.register(Email, lambda _kind: "someone@example.org")
some.register(Url, lambda _kind: "https://example.org")
some.register(Tags, lambda _kind: ("یک", "دو"))
some.register(Choice, lambda kind: next(iter(kind.options)))
some.register(Choices, lambda kind: tuple(kind.options)[:2])
some.register(Country, lambda _kind: "IQ")
some.register(Number, lambda kind: max(1, kind.lowest or 1))
some.register(Flag, lambda _kind: True)
some.register(Day, lambda _kind: date(2026, 11, 20))
some.register(Clock, lambda _kind: time(9, 30))
some.register(Instant, lambda _kind: datetime(2026, 11, 20, 6, 30, tzinfo=UTC))
some.register(Period, lambda _kind: span.read("پاییز ۱۴۰۲"))


def values_for(workspace: Workspace, record_type: RecordType) -> dict[str, Any]:
    """Give a value for every field but links, which are made where they are required."""
    values: dict[str, Any] = {}
    for key, described in fields_of(record_type).items():
        kind = described.kind
        if isinstance(kind, Reference):
            if described.required or kind.owner:
                values[key] = stored(workspace, by_name(kind.target))
        elif (value := some(kind)) is not None:
            values[key] = value
    return values


def stored(workspace: Workspace, record_type: RecordType) -> str:
    values = values_for(workspace, record_type)  # which may need records of their own before
    with workspace.archive.change("آزمون") as change:
        return str(change.add(record_type, values))


def shown(
    qtbot: QtBot, workspace: Workspace, type_name: str, uid: str = "", **values: object
) -> FormPanel:
    panel = FormPanel(workspace, type_name, uid, values)
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    panel.show()
    qtbot.waitExposed(panel)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    return panel


@pytest.mark.parametrize("record_type", CATALOGUE, ids=lambda each: each.__tablename__)
def test_every_type_is_filled_saved_and_read_again(
    qtbot: QtBot, workspace: Workspace, settle: Settle, record_type: RecordType
) -> None:
    values = values_for(workspace, record_type)
    panel = shown(qtbot, workspace, record_type.__tablename__)
    assert set(panel.form.editors) == set(fields_of(record_type))
    for key, value in values.items():
        panel.form.editors[key].set_value(value)
    settle()
    panel.save()
    settle()
    assert panel.uid, panel.fault.text.text()
    row = workspace.archive.read(record_type, panel.uid)
    assert {key: row.values[key] for key in values} == values
    again = shown(qtbot, workspace, record_type.__tablename__, panel.uid)
    settle()
    read = again.form.values()
    assert {key: read[key] for key in values} == values
    assert not again.form.touched()


def test_a_fault_is_marked_and_nothing_typed_is_lost(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    panel = shown(qtbot, workspace, "partner")
    name, phone = panel.form.editors["name_fa"], panel.form.editors["phone"]
    assert isinstance(name, LineEditor)
    assert isinstance(phone, LineEditor)
    type_text(name.line, "شهر آزمون ۲")
    type_text(phone.line, "12")
    panel.save()
    settle()
    assert not panel.uid
    assert phone.fault.isVisible()
    assert panel.focusWidget() is phone.line
    assert (name.line.text(), phone.line.text()) == ("شهر آزمون ۲", "12")
    phone.line.clear()
    type_text(phone.line, "۰۲۱۵۵۱۰۴۰۰۰")
    QTest.keyClick(phone.line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert workspace.archive.title(panel.uid, "fa") == "شهر آزمون ۲"


def test_a_name_is_needed_in_some_language(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    panel = shown(qtbot, workspace, "partner")
    panel.save()
    settle()
    assert not panel.uid
    assert panel.form.editors["name_fa"].fault.isVisible() or panel.fault.isVisible()


def test_what_is_typed_while_the_archive_is_busy_stays_and_is_saved_with_the_next(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    partner = by_name("partner")
    uid = stored(workspace, partner)
    panel = shown(qtbot, workspace, "partner", uid)
    settle()
    name, email = panel.form.editors["name_fa"], panel.form.editors["email"]
    assert isinstance(name, LineEditor)
    assert isinstance(email, LineEditor)
    panel.refresh()  # something was written elsewhere
    name.line.selectAll()
    type_text(name.line, "نام نو")
    settle()
    assert name.line.text() == "نام نو"
    panel.save()
    email.line.selectAll()
    type_text(email.line, "new@example.org")  # before it was written
    name.line.selectAll()
    type_text(name.line, "نام نوتر")
    settle()
    assert workspace.archive.read(partner, uid)["name_fa"] == "نام نو"
    assert (name.line.text(), email.line.text()) == ("نام نوتر", "new@example.org")
    panel.save()
    settle()
    row = workspace.archive.read(partner, uid)
    assert (row["name_fa"], row["email"]) == ("نام نوتر", "new@example.org")
    assert not panel.form.touched()


def test_two_who_change_one_record_are_told(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    partner = by_name("partner")
    uid = stored(workspace, partner)
    panel = shown(qtbot, workspace, "partner", uid)
    settle()
    name = panel.form.editors["name_fa"]
    assert isinstance(name, LineEditor)
    name.line.selectAll()
    type_text(name.line, "نام من")
    with workspace.archive.change("دیگری") as change:
        change.update(partner, uid, {"name_fa": "نام دیگری"})
    panel.save()
    settle()
    assert panel.fault.isVisible()
    assert workspace.archive.read(partner, uid)["name_fa"] == "نام دیگری"
    panel.fault.first.click()
    settle()
    assert name.line.text() == "نام دیگری"
    assert panel.notice.isVisible()
    panel.notice.first.click()
    assert name.line.text() == "نام من"
    panel.save()
    settle()
    assert workspace.archive.read(partner, uid)["name_fa"] == "نام من"


def test_what_is_typed_survives_the_window(
    qtbot: QtBot, workspace: Workspace, settle: Settle, type_text: TypeText
) -> None:
    first = shown(qtbot, workspace, "partner")
    name, email = first.form.editors["name_fa"], first.form.editors["email"]
    assert isinstance(name, LineEditor)
    assert isinstance(email, LineEditor)
    type_text(name.line, "شهر نیمه‌کاره")
    type_text(email.line, "not yet")
    qtbot.waitUntil(lambda: Drafts(workspace.folder).find("partner-new") is not None, timeout=3000)
    again = shown(qtbot, workspace, "partner")
    assert again.notice.isVisible()
    again.notice.first.click()
    name, email = again.form.editors["name_fa"], again.form.editors["email"]
    assert isinstance(name, LineEditor)
    assert isinstance(email, LineEditor)
    assert (name.line.text(), email.line.text()) == ("شهر نیمه‌کاره", "not yet")
    email.line.clear()
    again.save()
    settle()
    assert again.uid
    assert Drafts(workspace.folder).find("partner-new") is None


def test_closing_keeps_a_draft_and_discarding_forgets_it(
    qtbot: QtBot, workspace: Workspace, type_text: TypeText
) -> None:
    panel = shown(qtbot, workspace, "unit")
    name = panel.form.editors["name_fa"]
    assert isinstance(name, LineEditor)
    type_text(name.line, "ادارهٔ آزمون")
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel, Qt.Key.Key_Escape)
    again = shown(qtbot, workspace, "unit")
    again.notice.second.click()
    assert Drafts(workspace.folder).find("unit-new") is None


def test_a_record_of_a_given_owner_is_a_part(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    meeting = stored(workspace, by_name("meeting"))
    panel = FormPanel(workspace, "talking_point", values={"meeting": meeting}, hidden=("meeting",))
    qtbot.addWidget(panel)
    panel.form.editors["point_fa"].set_value("محور آزمون")
    panel.save()
    settle()
    row = workspace.archive.read(by_name("talking_point"), panel.uid)
    assert row["meeting"] == meeting
