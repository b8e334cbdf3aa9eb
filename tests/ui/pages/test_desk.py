"""The desk: every figure opens its records, and what comes later moves nothing."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from liaison import i18n
from liaison.domain.records import by_name
from liaison.domain.rules.owed import Choice as OwedChoice
from liaison.domain.rules.reviewing import Group
from liaison.language.digits import to_ascii
from liaison.storage.archive import Archive
from liaison.storage.first_look import first_look
from liaison.storage.listing import Listing
from tests.busy_office import fill
from ui.day import today
from ui.pages.desk import DeskPage
from ui.pages.desk_expiries import ExpiriesPart
from ui.pages.desk_months import MonthsPart
from ui.pages.desk_promises import PromisesPart
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.relations import RelationsPage
from ui.pages.visit_checks import readiness
from ui.pages.visit_reading import read_visit
from ui.workspace import Workspace

Shown = Callable[[], DeskPage]
Asked = tuple[str, str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def busy_archive(empty_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a busy archive to start from, once."""
    folder = shutil.copytree(empty_archive, tmp_path_factory.mktemp("busy") / "archive")
    with Archive.open(folder) as archive:
        fill(archive, today())
        archive.settings.set("dormant_months", 2)
    return folder


@pytest.fixture
def before(bare: Workspace, busy_archive: Path) -> Workspace:
    """Give a workspace whose archive is busy and not open yet."""
    shutil.copytree(busy_archive, bare.folder)
    return bare


@pytest.fixture
def busy(before: Workspace) -> Iterator[Workspace]:
    """Give a workspace with a busy archive."""
    with Archive.open(before.folder) as archive:
        before.take(archive)
        yield before


@pytest.fixture
def shown(qtbot: QtBot, bare: Workspace) -> Iterator[Shown]:
    """Show the desk as it is painted first; it goes before anything else does."""
    kept: list[DeskPage] = []  # in the window the trail holds it

    def show() -> DeskPage:
        desk = DeskPage(bare)
        kept.append(desk)
        qtbot.addWidget(desk)
        desk.resize(1142, 712)
        desk.show_look(first_look(bare.folder, today()))
        desk.show()
        qtbot.waitExposed(desk)
        return desk

    yield show
    qtbot.waitUntil(lambda: bare.jobs.idle)
    for each in kept:
        shiboken6.delete(each)


def parts(desk: DeskPage) -> tuple[MonthsPart, PromisesPart, ExpiriesPart]:
    assert desk.below is not None
    return desk.below.months, desk.below.promises, desk.below.expiries


def number_in(text: str) -> int:
    return int("".join(each for each in to_ascii(text) if each.isdecimal()))


def figures(desk: DeskPage) -> Iterator[tuple[Callable[[], None], int]]:
    """Yield what opens the records of each figure, with the figure."""
    week, _overdue, ending, _dormant = desk.figures.cards
    for card in (week, ending):
        yield card.click, number_in(card.figure.text())
    yield desk.urgent.due.click, number_in(desk.urgent.due.text())
    months, promises, expiries = parts(desk)
    assert months.chart is not None
    assert months.reading is not None
    for made, month in zip(months.chart.buttons, months.reading.months, strict=True):
        yield made.click, month.incoming + month.outgoing
    for pair in promises.figures.values():
        yield from ((each.click, number_in(each.text())) for each in pair if each.isEnabled())
    yield expiries.rest.click, number_in(expiries.rest.text())


def test_every_figure_is_the_number_of_the_records_it_opens(
    shown: Shown, busy: Workspace, settle: Callable[[], None]
) -> None:
    desk = shown()
    settle()
    asked: list[Asked] = []
    busy.list_wanted.connect(lambda *each: asked.append(each))
    seen = 0
    for press, number in figures(desk):
        press()
        type_name, title, where = asked.pop()
        assert len(busy.archive.ids(Listing(by_name(type_name), where=where))) == number, title
        seen += number > 0
    assert all(number_in(card.figure.text()) for card in desk.figures.cards)
    assert seen > 18


def test_what_is_late_and_what_sleeps_open_on_the_pages_made_for_them(
    shown: Shown, busy: Workspace, settle: Callable[[], None], qtbot: QtBot
) -> None:
    """The page opens by the filter whose number is that of the card."""
    desk = shown()
    settle()
    _week, overdue, _ending, dormant = desk.figures.cards
    with qtbot.waitSignal(busy.choice_wanted) as asked:
        overdue.click()
    follow_ups = FollowUpsPage(busy)
    relations = RelationsPage(busy)
    assert asked.args == ["follow_up", "overdue"]
    with qtbot.waitSignal(busy.choice_wanted) as asked:
        dormant.click()
    assert asked.args == ["relation", "dormant"]
    for page in (follow_ups, relations):
        qtbot.addWidget(page)
        page.resize(1142, 712)
        page.show()
    follow_ups.choose("overdue")
    relations.choose("dormant")
    settle()
    late = follow_ups.header.chips[OwedChoice.OVERDUE]
    assert late.isChecked()
    assert number_in(late.text()) == number_in(overdue.figure.text())
    assert {each.line.group for each in relations.shown} == {Group.DORMANT}
    sleeping = sum(len(each.line.relations) for each in relations.shown)
    assert sleeping == number_in(dormant.figure.text())


def test_what_is_read_later_fills_the_room_that_was_kept(
    shown: Shown, before: Workspace, settle: Callable[[], None], dressed: QApplication
) -> None:
    desk = shown()
    dressed.processEvents()
    rows = [*desk.visits.rows, *desk.urgent.rows]
    assert len(rows) == 4 + 5
    standing = (*rows, *desk.figures.cards)
    places = [each.mapTo(desk, each.rect().topLeft()) for each in standing]
    with Archive.open(before.folder) as archive:
        before.take(archive)
        desk.refresh()
        settle()
        dressed.processEvents()
        first = desk.visits.rows[0]
        told = readiness(read_visit(archive, first.visit.uid, today(), "fa"))
    assert [*desk.visits.rows, *desk.urgent.rows] == rows
    assert [
        each.mapTo(desk, each.rect().topLeft()) for each in (*rows, *desk.figures.cards)
    ] == places
    assert first.ready.bar.value() == told.percent < 100
    assert told.missing[0].message in first.ready.missing.toolTip()
    assert any(row.line.text() != row.late.toolTip() for row in desk.urgent.rows)  # its origin


def test_a_briefing_is_the_brief_of_the_only_meeting_or_the_book_of_the_visit(
    shown: Shown, busy: Workspace, settle: Callable[[], None]
) -> None:
    desk = shown()
    settle()
    assert desk.reading is not None
    printed: list[tuple[object, ...]] = []
    busy.print_wanted.connect(lambda *each: printed.append(each[:3]))
    for row in desk.visits.rows:
        row.paper.click()
        meetings = desk.reading.visits[row.visit.uid].meetings
        book = ("briefing-book", row.visit.uid, "")
        assert printed.pop() == (("meeting-brief", meetings[0], "") if len(meetings) == 1 else book)


def test_what_was_taken_note_of_does_not_come_again(
    shown: Shown, busy: Workspace, settle: Callable[[], None]
) -> None:
    desk = shown()
    settle()
    expiries = parts(desk)[2]
    before = number_in(expiries.rest.text())
    uid, noted = next(iter(expiries.buttons.items()))
    noted.setFocus()
    noted.click()
    settle()
    assert desk.focusWidget() in expiries.buttons.values()  # the next one
    assert uid not in expiries.buttons
    assert number_in(expiries.rest.text()) == before - 1
    busy.undo()
    settle()
    assert uid in expiries.buttons


def test_cards_and_months_are_worked_by_keys_and_named_in_both_languages(
    shown: Shown, busy: Workspace, settle: Callable[[], None]
) -> None:
    desk = shown()
    settle()
    desk.grab()  # which lays it out
    asked: list[Asked] = []
    busy.list_wanted.connect(lambda *each: asked.append(each))
    chart = parts(desk)[0].chart
    assert chart is not None
    for each in (desk.figures.cards[0], chart.buttons[3]):
        each.setFocus()
        QTest.keyClick(each, Qt.Key.Key_Space)
        assert asked.pop()[0] == "visit"
        assert each.accessibleName()
    assert chart.buttons[0].x() > chart.buttons[1].x()
    i18n.install("en")
    desk.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    desk.retranslate()
    settle()
    desk.grab()
    chart = parts(desk)[0].chart
    assert chart is not None
    assert "incoming" in chart.buttons[0].accessibleName()
    assert chart.buttons[0].x() < chart.buttons[1].x()
    assert desk.figures.cards[3].name.text() == "Dormant relations (more than 2 months)"
    assert desk.visits.rows[0].ready.bar.accessibleName().startswith("Readiness")


@pytest.mark.usefixtures("workspace")
def test_an_empty_office_is_told_what_to_do(shown: Shown, settle: Callable[[], None]) -> None:
    desk = shown()
    settle()
    for part in (desk.visits, desk.urgent, *parts(desk)):
        assert len([each for each in part.findChildren(QLabel) if len(each.text()) > 12]) >= 1
    assert [card.figure.text() for card in desk.figures.cards] == ["۰"] * 4


def test_a_desk_that_cannot_be_read_says_so(
    shown: Shown,
    busy: Workspace,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Exception] = []
    busy.troubled.connect(told.append)
    monkeypatch.setattr("liaison.storage.summaries.look_again", _broken)
    desk = shown()
    settle()
    (error,) = told
    assert isinstance(error, OSError)
    assert all(part.findChildren(QLabel) for part in parts(desk))
    assert desk.reading is None
    assert desk.visits.rows  # what was painted first stays


def _broken(*_ignored: object) -> None:
    raise OSError


def test_a_visit_of_next_month_is_named_by_its_day(
    shown: Shown, workspace: Workspace, settle: Callable[[], None]
) -> None:
    with workspace.archive.change("A visit") as change:
        later = today() + timedelta(days=30)
        change.add(by_name("visit"), {"title_fa": "سفر آزمون", "starts_on": later})
    desk = shown()
    settle()
    assert desk.figures.cards[0].figure.text() == "۰"
    assert "سفر آزمون" in desk.figures.cards[0].note.text()


@pytest.mark.usefixtures("before")
def test_in_a_narrow_window_cards_stand_below_each_other(
    shown: Shown, dressed: QApplication
) -> None:
    desk = shown()
    assert desk.visits.y() == desk.urgent.y()
    desk.resize(869, 558)  # what a laptop leaves at 125 %
    dressed.processEvents()
    assert desk.urgent.y() > desk.visits.y()
    assert desk.visits.rows[0].line.width() > 200
