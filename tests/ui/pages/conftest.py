"""A visit of generated people, on its page, in a real archive."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from pytestqt.qtbot import QtBot

from liaison.domain.records.meeting import Meeting
from liaison.domain.records.partner import Partner
from liaison.domain.records.programme_item import ProgrammeItem
from liaison.domain.records.visit import Visit
from ui.pages.desk import today
from ui.pages.visit import VisitPage
from ui.workspace import Workspace


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

    def open_page() -> VisitPage:
        page = VisitPage(workspace, visit_uid)
        qtbot.addWidget(page)
        page.resize(1142, 712)
        page.show()
        qtbot.waitExposed(page)
        settle()
        return page

    return open_page
