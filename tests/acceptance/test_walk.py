"""Every page, walked over by a screen reader and by the Tab key."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from liaison.domain.records import CATALOGUE, by_name
from liaison.storage.archive import Archive
from tests.acceptance.officer import Officer
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


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_every_section_can_be_named_and_reached(officer: Officer, lang: str) -> None:
    window = officer.window
    window.language_wanted.emit(lang)
    told = []
    for each in SECTIONS:
        window.show_section(each.name)
        officer.settle()
        told += [f"{each.name}: {fault}" for fault in faults(officer)]
    assert not told, "\n".join(told)


def test_every_record_can_be_named_and_reached(officer: Officer) -> None:
    window, archive = officer.window, officer.window.workspace.archive
    told = []
    for record_type in CATALOGUE:
        name = record_type.__tablename__
        rows = archive.rows(record_type)
        if rows:
            window.open_record(name, rows[0].uid)
            officer.settle()
            told += [f"{name}: {fault}" for fault in faults(officer)]
            window.go_back()
        window.new_record(name, {}, None)
        officer.settle()
        told += [f"new {name}: {fault}" for fault in faults(officer)]
        window.go_back()
    assert not told, "\n".join(told)


def test_a_form_can_be_reached_after_the_language_changed(officer: Officer) -> None:
    window = officer.window
    window.new_record("partner", {}, None)
    officer.settle()
    for lang in ("en", "fa"):
        window.language_wanted.emit(lang)
        officer.settle()
        assert not faults(officer)


def test_every_other_page_can_be_named_and_reached(officer: Officer) -> None:
    window = officer.window
    visit = officer.archive.rows(by_name("visit"))[0].uid
    told = []
    for task in ("", "all", "changed"):
        window.preview("visit-programme", visit, task)
        officer.settle()
        told += [f"print room {task}: {fault}" for fault in faults(officer)]
        window.go_back()
    window.open_list("visit", "Coming visits", {"uid": frozenset({visit})})
    officer.settle()
    told += [f"list: {fault}" for fault in faults(officer)]
    for name in ("encrypting", "found:شهر", "journal", f"history:{visit}"):
        window.open_page(name)
        officer.settle()
        told += [f"{name}: {fault}" for fault in faults(officer)]
    assert not told, "\n".join(told)


def faults(officer: Officer) -> list[str]:
    """Return what is wrong with the whole window as it shows now."""
    page = officer.window.trail.page
    assert page is not None
    QApplication.processEvents()
    found = [f"without a name: {each}" for each in unnamed(officer.window)]
    page.take_keyboard()
    return found + [f"out of reach: {each}" for each in unreachable(page)]
