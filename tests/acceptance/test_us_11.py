"""The half-year in lists: what the report counts is what the lists of the window hold."""

import random
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from liaison.domain.records import by_name
from liaison.domain.rules.periods import Period
from liaison.domain.schema import Choice, fields_of
from liaison.insight.outcomes.declaration import Asked
from liaison.insight.outcomes.source import Source
from liaison.storage.archive import Archive
from liaison.time import instant, jalali
from liaison.time.span import Span
from tests.acceptance.officer import Officer
from ui.records.list_page import ListPage

HALF = Period(jalali.from_jalali(1404, 1, 1), jalali.from_jalali(1404, 6, 31))
FROM, UNTIL = "۱۴۰۴/۰۱/۰۱", "1404/06/31"
"""As two people type them."""
DONE = {
    "visit": ("stage", ["approved", "preparing", "under_way", "completed", "closed"]),
    "meeting": ("state", ["held"]),
}
"""What makes a visit or a meeting one that the report counts."""


def options(name: str, key: str) -> list[str]:
    kind = fields_of(by_name(name))[key].kind
    assert isinstance(kind, Choice)
    return list(kind.options)


def a_year_and_a_half(archive: Archive) -> None:
    """Record what an office did from 1403 to 1404, the ends of the half-year among it."""
    draw = random.Random(1404)  # noqa: S311 - made-up records
    first = HALF.since - timedelta(120)
    days = [first + timedelta(draw.randrange(420)) for _each in range(60)]
    days += [HALF.since, HALF.until, HALF.since - timedelta(1), HALF.until + timedelta(1)]
    with archive.change("A year and a half") as change:
        for number, day in enumerate(days):
            change.add(
                by_name("visit"),
                {
                    "number": f"1404-V-{number:03}",
                    "title_fa": f"سفر آزمایشی {number}",
                    "direction": draw.choice(["incoming", "outgoing"]),
                    "stage": draw.choice(options("visit", "stage")),
                    "starts_on": day,
                },
            )
            late = datetime.combine(day, time(23, 30), instant.zone()).astimezone(UTC)
            change.add(
                by_name("meeting"),
                {
                    "title_fa": f"دیدار آزمایشی {number}",
                    "state": draw.choice(options("meeting", "state")),
                    "starts_at": late,
                },
            )
            signed = Span(day, day, jalali.short_date(day, "fa"))
            values = {"number": str(number), "title_fa": f"سند آزمایشی {number}"}
            change.add(by_name("agreement"), {**values, "signed_on": signed})


@pytest.fixture
def counted(officer: Officer) -> Source:
    """Give what the report of the half-year counts."""
    a_year_and_a_half(officer.archive)
    return Source(officer.archive, Asked(HALF, HALF.until))


@pytest.mark.parametrize(
    ("name", "key", "rows"),
    [
        ("visit", "starts_on", "visits"),
        ("meeting", "starts_at", "meetings"),
        ("agreement", "signed_on", "agreements"),
    ],
)
def test_the_list_of_the_half_year_holds_what_the_report_counts(
    officer: Officer, counted: Source, name: str, key: str, rows: str
) -> None:
    wanted = {each.uid for each in getattr(counted, rows)()}
    officer.window.show_section(name)
    officer.settle()
    page = officer.page(ListPage)
    everything = page.list.model.rowCount()
    narrow(officer, page, key)
    if name in DONE:
        choose(officer, page, *DONE[name])
    assert uids(page) == wanted
    assert 5 < len(wanted) < everything
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    first = page.list.table.uid()
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    officer.settle()
    assert first in wanted
    assert officer.window.trail.place.steps[-1][:3] == ("record", name, first)


def narrow(officer: Officer, page: ListPage, key: str) -> None:
    """Ask for the half-year, by keyboard."""
    page.filters.begin(key)
    since, until = page.filters.editor.editors
    officer.type_text(since.control, FROM)
    officer.type_text(until.control, UNTIL)
    QTest.keyClick(until.control, Qt.Key.Key_Return)
    officer.settle()


def choose(officer: Officer, page: ListPage, key: str, values: list[str]) -> None:
    """Ask for some choices of a field, by keyboard."""
    page.filters.begin(key)
    editor: Any = page.filters.editor.editors[0]
    for each in values:
        QTest.keyClick(editor.buttons[each], Qt.Key.Key_Space)
    QTest.keyClick(editor.control, Qt.Key.Key_Return)
    officer.settle()


def uids(page: ListPage) -> set[str]:
    """Return the records a list holds."""
    archive, listing = page.workspace.archive, page.list.model.listing
    return {line.uid for line in archive.lines(listing, archive.ids(listing))}
