"""A calendar with a few made-up records in it."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.time import span
from ui.pages import calendar
from ui.pages.calendar import CalendarPage
from ui.workspace import Workspace

Settle = Callable[[], None]
Asked = list[tuple[str, Mapping[str, Any]]]
TODAY = date(2026, 11, 21)  # Saturday 30 Aban 1405
DAY = timedelta(days=1)


def planned_records(today: date) -> list[tuple[str, dict[str, Any]]]:
    meeting = datetime.combine(today, time(7), UTC)
    return [
        ("visit", {"direction": "incoming", "starts_on": today + DAY, "ends_on": today + 3 * DAY}),
        ("meeting", {"starts_at": meeting, "ends_at": meeting + timedelta(hours=1)}),
        ("event", {"when": span.read("پاییز ۱۴۰۵")}),
        *(("follow_up", {"due_on": today}) for _number in range(6)),
        ("holiday", {"day": today - 10 * DAY, "provisional": True}),
    ]


@pytest.fixture
def page(
    qtbot: QtBot, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> CalendarPage:
    monkeypatch.setattr(calendar, "today", lambda: TODAY)
    with workspace.archive.change("آزمون") as change:
        for number, (name, values) in enumerate(planned_records(TODAY)):
            titles = {"title_fa": f"آزمون {name}", "title_en": f"Test {name} {number}"}
            change.add(by_name(name), {**titles, **values})
    made = CalendarPage(workspace)
    qtbot.addWidget(made)
    made.resize(1120, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    settle()
    made.take_keyboard()
    return made


@pytest.fixture
def opened(workspace: Workspace) -> list[tuple[str, str]]:
    """Hear which records are asked for."""
    heard: list[tuple[str, str]] = []
    workspace.record_wanted.connect(lambda *asked: heard.append(asked))
    return heard
