from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.storage.first_look import DATABASE, FirstLook, first_look
from liaison.time import span
from ui.day import today
from ui.pages.desk import DeskPage
from ui.workspace import Workspace

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("content", [None, b"", b"not a database at all" * 99])
def test_where_there_is_nothing_to_read_it_says_nothing(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / DATABASE).write_bytes(content)
    assert first_look(tmp_path, TODAY) == FirstLook()
    if content is not None:
        assert (tmp_path / DATABASE).read_bytes() == content


def fill(workspace: Workspace, day: date) -> None:
    with workspace.archive.change("آزمون") as change:
        for shift, stage in ((-30, "closed"), (-1, "under_way"), (3, "approved"), (40, "proposed")):
            values = {
                "title_fa": f"سفر آزمون {shift}",
                "starts_on": day + timedelta(shift),
                "ends_on": day + timedelta(shift + 2),
                "stage": stage,
            }
            change.add(by_name("visit"), values)
        for shift, state in ((-9, "open"), (-9, "done"), (2, "waiting"), (30, "open")):
            values = {
                "title_fa": f"پیگیری آزمون {shift}",
                "due_on": day + timedelta(shift),
                "state": state,
            }
            change.add(by_name("follow_up"), values)
        change.add(
            by_name("agreement"),
            {
                "title_fa": "سند آزمون",
                "stage": "in_force",
                "valid_until": span.read((day + timedelta(30)).isoformat()),
            },
        )


def test_the_desk_figures_are_those_of_the_records(workspace: Workspace) -> None:
    fill(workspace, TODAY)
    look = first_look(workspace.folder, TODAY)
    assert look.there
    assert look.counts["visit"] == 4
    assert look.counts["follow_up"] == 4
    assert (look.visits_this_week, look.overdue, look.due_this_week) == (1, 1, 1)
    assert look.expiring == 1
    assert [each.title_fa for each in look.coming] == [
        "سفر آزمون -1",
        "سفر آزمون 3",
        "سفر آزمون 40",
    ]
    assert next(each.title_fa for each in look.urgent) == "پیگیری آزمون -9"


def test_the_desk_shows_them(
    qtbot: QtBot, workspace: Workspace, settle: Callable[[], None]
) -> None:
    fill(workspace, today())
    desk = DeskPage(workspace)
    qtbot.addWidget(desk)
    desk.show()
    settle()
    assert [each.figure.text() for each in desk.figures.cards] == ["۱", "۱", "۱", "۰"]
    desk.refresh()
    settle()
