"""The page that brings tables in, on a real archive."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.bringing.page import BringingPage, Stage
from ui.bringing.session import Given
from ui.workspace import Workspace

Settle = Callable[[], None]
Bring = Callable[[str, str], BringingPage]

CONTACTS = "Name,Organisation,E-mail\nAnn Test,Sample Body,ann@example.org\n"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:11111111-2222-4333-8444-555555555555
DTSTART:20260301T090000Z
SUMMARY:A meeting
END:VEVENT
BEGIN:VEVENT
SUMMARY:Without a day
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, settle: Settle) -> BringingPage:
    made = BringingPage(workspace)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    settle()
    return made


@pytest.fixture
def bring(page: BringingPage, settle: Settle, tmp_path: Path) -> Bring:
    """Write a file and go on to its columns."""

    def brought(name: str, text: str) -> BringingPage:
        file = tmp_path / name
        file.write_text(text)
        page.take(Given(file))
        settle()
        assert page.stage is Stage.COLUMNS
        return page

    return brought
