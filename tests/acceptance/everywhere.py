"""Every place of the window one can come to, one after the other, on the archive of the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liaison.domain.records import CATALOGUE, by_name
from ui.pages.agreement import AgreementPage
from ui.pages.calendar import CalendarPage
from ui.pages.calendar_place import View
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.meeting import MeetingPage
from ui.pages.network import NetworkPage
from ui.pages.partner import PartnerPage
from ui.pages.visit import VisitPage
from ui.records.filter_words import asked_fields
from ui.records.list_page import ListPage
from ui.sections import SECTIONS
from ui.settings_pages.page import PARTS, SettingsPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.acceptance.officer import Officer

_FILES: Final = {"documents", "versions"}
"""Tabs in which one begins with the system's own dialog for files."""
_TASKS: Final = ("", "all", "changed")


def everywhere(officer: Officer) -> Iterator[str]:
    """Go from place to place; what each is called is told while it is on screen and at rest."""
    yield from sections(officer)
    yield from records(officer)
    yield from others(officer)


def sections(officer: Officer) -> Iterator[str]:
    """Show every section, and what opens on it."""
    window = officer.window
    for each in SECTIONS:
        window.show_section(each.name)
        officer.settle()
        yield each.name
        page = window.trail.page
        match page:
            case SettingsPage():
                for part in PARTS:
                    page.show_part(part)
                    officer.settle()
                    yield f"settings: {part}"
            case CalendarPage():
                for view in View:
                    page.show_view(view)
                    officer.settle()
                    yield f"calendar: {view.value}"
            case FollowUpsPage():
                for shape, made in page.header.shape.buttons.items():
                    made.click()
                    officer.settle()
                    yield f"follow-ups: {shape}"
            case ListPage():
                page.filters.begin(next(iter(asked_fields(page.list.record_type))))
                officer.settle()
                yield f"{each.name}: filter"


def records(officer: Officer) -> Iterator[str]:
    """Show the first record of every type with its tabs and forms, and the form of a new one."""
    window = officer.window
    for record_type in CATALOGUE:
        name = record_type.__tablename__
        rows = officer.archive.rows(record_type)
        if rows:
            window.open_record(name, rows[0].uid)
            officer.settle()
            yield f"{name}: page"
            yield from inside(officer, name)
            window.go_back()
        window.new_record(name, {}, None)
        officer.settle()
        yield f"new {name}"
        window.go_back()


def inside(officer: Officer, name: str) -> Iterator[str]:
    """Turn to every tab of the page, and begin a record of each beside it."""
    page = officer.window.trail.page
    if isinstance(page, VisitPage | AgreementPage | PartnerPage | NetworkPage):
        for tab in page.tabs._names:
            page.tabs.open(tab)
            officer.settle()
            yield f"{name}: {tab}"
            if isinstance(page, VisitPage | AgreementPage) and tab not in _FILES:
                page.new()
                officer.settle()
                if page.side.panel is not None:
                    yield f"{name}: {tab}, form"
                    page.side.close_form()
    if isinstance(page, VisitPage | AgreementPage | MeetingPage):
        page.edit()
        officer.settle()
        yield f"{name}: form"


def others(officer: Officer) -> Iterator[str]:
    """Show the print room with its tasks, a list that answers a question, and what is left."""
    window = officer.window
    visit = officer.archive.rows(by_name("visit"))[0].uid
    for task in _TASKS:
        window.preview("visit-programme", visit, task)
        officer.settle()
        yield f"print room: {task or 'one'}"
        window.go_back()
    window.open_list("visit", "Coming visits", {"uid": frozenset({visit})})
    officer.settle()
    yield "list"
    cities = [row.uid for row in officer.archive.rows(by_name("partner"))[:2]]
    for name in (f"join:partner/{cities[0]}", f"join:partner/{'/'.join(cities)}"):
        window.open_page(name)
        officer.settle()
        yield name.partition("/")[0]
        window.go_back()
    for name in ("council", "encrypting", "found:شهر", "journal", f"history:{visit}"):
        window.open_page(name)
        officer.settle()
        yield name
        window.go_back()
