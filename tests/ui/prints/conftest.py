"""A small archive to print from, all of it generated."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from tests.prints.conftest import shaped_once
from ui.prints import preview
from ui.prints.preview import PreviewPage
from ui.workspace import Workspace

__all__ = ["shaped_once"]

TODAY = date(2026, 11, 21)


@pytest.fixture
def meeting_uid(workspace: Workspace) -> str:
    with workspace.archive.change("آزمون") as change:
        city = change.add(
            by_name("partner"), {"name_fa": "شهر آزمون ۱", "name_en": "Test City 1", "kind": "city"}
        )
        uid = change.add(
            by_name("meeting"),
            {
                "title_fa": "دیدار آزمون",
                "partner": city,
                "starts_at": datetime(2026, 11, 25, 7, tzinfo=UTC),
                "purpose_fa": "آزمودن چاپ",
                "purpose_en": "Testing the print",
            },
        )
        change.add(
            by_name("follow_up"),
            {"title_fa": "کار آزمون", "partner": city, "due_on": date(2026, 11, 1)},
        )
        return uid


@pytest.fixture
def make_preview(
    qtbot: QtBot,
    workspace: Workspace,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., PreviewPage]:
    monkeypatch.setattr(preview, "today", lambda: TODAY)

    def made(product: str, uid: str = "", task: str = "") -> PreviewPage:
        page = PreviewPage(workspace, product, uid, task)
        qtbot.addWidget(page)
        page.resize(1180, 800)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        settle()
        return page

    return made
