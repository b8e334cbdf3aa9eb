"""A visit of generated people and some follow-ups, on their pages, in a real archive."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.partner import Partner
from liaison.domain.records.programme_item import ProgrammeItem
from liaison.domain.records.visit import Visit
from ui.day import today
from ui.pages import follow_ups
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.visit import VisitPage
from ui.workspace import Workspace

TODAY = date(2026, 11, 21)  # Saturday, the first day of the Iranian week
SAMPLE: Mapping[str, Mapping[str, Any]] = {
    "نخست": {"due_on": TODAY - timedelta(days=40), "progress": 60, "priority": "high"},
    "دوم": {"due_on": TODAY - timedelta(days=2)},
    "سوم": {"due_on": TODAY + timedelta(days=3)},
    "چهارم": {"due_on": TODAY + timedelta(days=30), "state": "under_way"},
    "پنجم": {"state": "waiting"},
    "ششم": {"owed_by": "theirs", "due_on": TODAY + timedelta(days=5)},
    "هفتم": {"state": "done", "done_on": TODAY - timedelta(days=3)},
    "هشتم": {"state": "cancelled"},
}


@pytest.fixture
def arrival() -> date:
    return today() + timedelta(days=10)


@pytest.fixture
def visit_uid(workspace: Workspace, arrival: date) -> str:
    with workspace.archive.change("Set the stage") as change:
        city = change.add(
            Partner, {"name_fa": "شهر آزمون ۱", "name_en": "Test City 1", "kind": "city"}
        )
        return change.add(
            Visit,
            {
                "title_fa": "سفر هیئت شهر آزمون ۱",
                "title_en": "Visit of Test City 1",
                "number": "1405-V-001",
                "direction": "incoming",
                "partner": city,
                "stage": "proposed",
                "starts_on": arrival,
                "ends_on": arrival + timedelta(days=3),
            },
        )


@pytest.fixture
def meeting_uid(workspace: Workspace, visit_uid: str, arrival: date) -> str:
    starts = datetime.combine(arrival, time(7, 0), UTC)
    with workspace.archive.change("Add a meeting") as change:
        return change.add(
            Meeting,
            {
                "visit": visit_uid,
                "title_fa": "دیدار آزمون ۱",
                "title_en": "Test meeting 1",
                "starts_at": starts,
                "place_fa": "تالار آزمون",
            },
        )


@pytest.fixture
def programme(workspace: Workspace, visit_uid: str, arrival: date) -> list[str]:
    rows = [
        ("استقبال آزمون", "فرودگاه آزمون", time(9), time(10)),
        ("دیدار آزمون", "تالار آزمون", time(10, 30), time(12)),
        ("ناهار آزمون", "تالار آزمون", time(11, 30), time(12, 15)),
    ]
    with workspace.archive.change("Add a programme") as change:
        return [
            change.add(
                ProgrammeItem,
                {
                    "visit": visit_uid,
                    "day": arrival,
                    "starts": starts,
                    "ends": ends,
                    "title_fa": title,
                    "place_fa": place,
                    "state": "draft",
                },
            )
            for title, place, starts, ends in rows
        ]


@pytest.fixture
def opened(
    qtbot: QtBot, workspace: Workspace, visit_uid: str, settle: Callable[[], None]
) -> Callable[[], VisitPage]:
    """Open the page of the visit, as often as a test asks."""
    kept: list[VisitPage] = []  # in the window the trail holds them

    def open_page() -> VisitPage:
        page = VisitPage(workspace, visit_uid)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1142, 712)
        page.show()
        qtbot.waitExposed(page)
        settle()
        return page

    return open_page


@pytest.fixture
def follow_up_page(
    qtbot: QtBot, workspace: Workspace, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> FollowUpsPage:
    monkeypatch.setattr(follow_ups, "today", lambda: TODAY)
    with workspace.archive.change("آزمون") as change:
        city = change.add(by_name("partner"), {"name_fa": "شهر آزمون ۱"})
        officer = change.add(by_name("officer"), {"name_fa": "کارشناس آزمون"})
        for title, values in SAMPLE.items():
            who = {"assignee": officer} if title in {"نخست", "سوم"} else {}
            where = {"partner": city} if title == "نخست" else {}
            change.add(by_name("follow_up"), {"title_fa": title, **values, **who, **where})
    page = FollowUpsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1180, 800)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    settle()
    return page
