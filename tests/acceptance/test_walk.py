"""Every page, walked over by a screen reader and by the Tab key."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from liaison.storage.archive import Archive
from tests.acceptance.everywhere import everywhere, sections
from tests.acceptance.officer import Officer
from tests.acceptance.tabbing import called, go_round, unmarked
from tests.acceptance.walk import unnamed, unreachable
from ui.sections import SECTIONS
from ui.workspace import Workspace


@pytest.fixture
def workspace(bare: Workspace, sample_archive: Path) -> Iterator[Workspace]:
    """Give a workspace with the sample open."""
    shutil.copytree(sample_archive, bare.folder)
    with Archive.open(bare.folder) as archive:
        bare.take(archive)
        yield bare


_IN_ORDER = frozenset(each.name for each in SECTIONS) - {"stationery", "follow_up"}
"""Places in which Tab comes to everything in the order in which it is read."""


def test_everything_everywhere_has_a_name_a_place_on_the_way_and_a_mark(officer: Officer) -> None:
    window, told = officer.window, []
    seen: set[tuple[str, ...]] = set()
    for place in everywhere(officer):
        page = window.trail.page
        assert page is not None
        QApplication.processEvents()
        found = [f"without a name: {each}" for each in unnamed(window)]
        page.take_keyboard()
        way = go_round(page)
        found += [f"out of sight: {called(each)}" for each in way.hidden]
        if place in _IN_ORDER:
            found += [f"{called(here)} before {called(there)}" for here, there in way.jumps]
            found += [f"caught at {called(way.caught)}"] if way.caught is not None else []
        stops = [each for each in way.stops if each not in way.passed and isValid(each)]
        found += [f"without a mark: {called(each)}" for each in unmarked(stops, seen)]
        found += [f"out of reach: {each}" for each in unreachable(page, set(stops))]
        told += [f"{place}: {fault}" for fault in found]
    assert not told, "\n".join(told)


def test_every_section_can_be_named_and_reached_in_english(officer: Officer) -> None:
    window, told = officer.window, []
    window.language_wanted.emit("en")
    for place in sections(officer):
        told += [f"{place}: {fault}" for fault in faults(officer)]
    assert not told, "\n".join(told)


def test_a_form_can_be_reached_after_the_language_changed(officer: Officer) -> None:
    window = officer.window
    window.new_record("partner", {}, None)
    officer.settle()
    for lang in ("en", "fa"):
        window.language_wanted.emit(lang)
        officer.settle()
        assert not faults(officer)


def faults(officer: Officer) -> list[str]:
    """Return what is wrong with the whole window as it shows now."""
    page = officer.window.trail.page
    assert page is not None
    QApplication.processEvents()
    found = [f"without a name: {each}" for each in unnamed(officer.window)]
    page.take_keyboard()
    return found + [f"out of reach: {each}" for each in unreachable(page)]
