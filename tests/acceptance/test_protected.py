"""A window on a folder that cannot be written: everything is read, nothing pretends to be saved."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from tests.acceptance.disks import mounted
from tests.acceptance.officer import CONTROL, Officer
from tests.ui.conftest import TypeText
from tests.ui.particulars import form_of
from ui.pages.follow_ups import FollowUpsPage
from ui.pages.partner import PartnerPage
from ui.pages.visit import VisitPage
from ui.prints.preview import PreviewPage
from ui.records.form_page import FormPage
from ui.window import Window
from ui.workspace import Workspace

TASK = "کار آزمون"


@pytest.fixture
def workspace(bare: Workspace, empty_archive: Path, small_disk: Path) -> Iterator[Workspace]:
    """Give a workspace whose archive lies on a protected disk."""
    folder = shutil.copytree(empty_archive, small_disk / "archive")
    with Archive.open(folder) as archive, archive.change("Before") as change:
        city = change.add(by_name("partner"), {"name_fa": "شهر آزمون ۱"})
        change.add(by_name("visit"), {"title_fa": "سفر آزمون", "partner": city})
        change.add(by_name("follow_up"), {"title_fa": TASK, "due_on": date(2026, 4, 15)})
    assert mounted("-o", "remount,ro", small_disk)
    bare.folder = folder
    with Archive.open(folder) as archive:
        assert archive.read_only
        bare.take(archive)
        yield bare


@pytest.fixture
def troubles(window: Window) -> list[Exception]:
    """Collect what the window is told went wrong."""
    found: list[Exception] = []
    window.workspace.troubled.connect(found.append)
    return found


def test_it_is_said_at_once_and_everything_can_be_read(
    officer: Officer, troubles: list[Exception]
) -> None:
    assert officer.window.banner.isVisible()
    assert "خواند" in officer.window.banner.text.text()
    (visit,) = officer.archive.rows(by_name("visit"))
    officer.window.open_record("visit", visit.uid)
    officer.settle()
    page = officer.page(VisitPage)
    assert page.title() == "سفر آزمون"
    assert not page.header.edit_button.isEnabled()
    (city,) = officer.archive.rows(by_name("partner"))
    officer.window.open_record("partner", city.uid)
    officer.settle()
    panel = form_of(officer.page(PartnerPage)).panel
    officer.settle()
    assert panel.form.editors["name_fa"].draft() == "شهر آزمون ۱"
    assert not panel.save_button.isEnabled()
    officer.window.show_section("follow_up")
    officer.settle()
    officer.window.activateWindow()
    officer.press(Qt.Key.Key_P, CONTROL)
    assert officer.page(PreviewPage).finished is not None
    assert troubles == []


def test_what_cannot_be_saved_is_said_and_stays_in_the_form(officer: Officer) -> None:
    officer.window.new_record("partner", {}, None)
    panel = officer.page(FormPage).panel
    officer.fill(panel, name_fa="شهر تازه")
    officer.window.banner.hide()
    officer.save(panel)
    assert not panel.uid
    assert officer.window.banner.isVisible()
    assert panel.form.editors["name_fa"].draft() == "شهر تازه"
    assert len(officer.archive.rows(by_name("partner"))) == 1


def test_single_keys_change_nothing_and_say_why(
    officer: Officer, type_text: TypeText, settle: Callable[[], None], troubles: list[Exception]
) -> None:
    officer.window.show_section("follow_up")
    officer.settle()
    page = officer.page(FollowUpsPage)
    (task,) = officer.archive.rows(by_name("follow_up"))
    page.view.select(task.id)
    officer.window.banner.hide()
    type_text(page.view, "D")
    settle()
    assert officer.archive.read(by_name("follow_up"), task.uid)["state"] == "open"
    assert officer.window.banner.isVisible()
    assert len(troubles) == 1
    officer.window.workspace.undo()
    settle()
    assert len(troubles) <= 2
