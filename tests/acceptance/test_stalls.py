"""Nothing blocks the window: its thread turns to no archive and no file, on any page."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from tests.acceptance.officer import Officer
from tests.ui.stalls import Heart, leaks
from ui.records.list_page import ListPage
from ui.registry import RECORD_PAGES
from ui.sections import SECTIONS
from ui.theme import DARK_NAME, LIGHT_NAME
from ui.workspace import Workspace

MOST: Final = 1.0
"""Seconds of work in one go: ten times what is promised, for a machine that is slower by far."""
_OPENED: Final = (*RECORD_PAGES, "person", "follow_up")
_BEGUN: Final = ("visit", "meeting", "person")


@pytest.fixture
def workspace(bare: Workspace, sample_archive: Path) -> Iterator[Workspace]:
    """Give a workspace with the sample open."""
    shutil.copytree(sample_archive, bare.folder)
    with Archive.open(bare.folder) as archive:
        bare.take(archive)
        yield bare


def test_the_window_leaves_archive_and_files_to_the_worker(officer: Officer) -> None:
    uids = {name: officer.archive.rows(by_name(name))[0].uid for name in _OPENED}
    walk(officer, uids)  # what is loaded and kept for good is at hand then
    heart = Heart()
    heart.start()
    with leaks() as found:
        walk(officer, uids)
    heart.stop()
    assert not found, "\n".join(dict.fromkeys(found))
    assert heart.work < MOST


def test_what_the_window_does_itself_is_noticed(tmp_path: Path, officer: Officer) -> None:
    (tmp_path / "letter").write_text("")
    with leaks() as found:
        (tmp_path / "letter").read_text()
        officer.archive.counts()
        officer.window.workspace.jobs.run(officer.archive.counts)
        officer.settle()
    assert [each.partition(" ")[0].rstrip(":") for each in found] == ["open", "archive"]


def walk(officer: Officer, uids: Mapping[str, str]) -> None:
    """Go through sections, lists, records with their tabs, the search, and changes of looks."""
    window = officer.window
    for each in SECTIONS:
        window.show_section(each.name)
        officer.settle()
    window.show_section("visit")
    page = window.trail.page
    assert isinstance(page, ListPage)
    page.list.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    page.list.table.scrollToBottom()
    officer.settle()
    for name, uid in uids.items():
        window.open_record(name, uid)
        officer.settle()
        turn_tabs(officer)
        window.go_back()
    for name in _BEGUN:
        window.new_record(name, {}, None)
        officer.settle()
        window.go_back()
    window.top_bar.search.call()
    QTest.keyClicks(window.top_bar.search, "test")
    officer.settle()
    for theme in (DARK_NAME, LIGHT_NAME):
        window.workspace.theme.choose(theme)
    for lang in ("en", "fa"):
        window.language_wanted.emit(lang)
        officer.settle()


def turn_tabs(officer: Officer) -> None:
    """Turn to every tab of the page on screen."""
    page = officer.window.trail.page
    assert page is not None
    for bar in page.findChildren(QTabBar):
        if bar.isVisible():
            for at in range(bar.count()):
                bar.setCurrentIndex(at)
                officer.settle()
