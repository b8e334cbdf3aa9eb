"""A trip through the window: what the office sends out, and what it brings back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt

from liaison.domain.records import by_name
from liaison.domain.rules.sides import Answer
from liaison.storage.archive import Archive
from tests.acceptance.officer import Officer
from ui.sections import TRAVELS
from ui.travel.page import TravelsPage

_KEYS: dict[Answer, Qt.Key] = {
    "ours": Qt.Key.Key_Right,
    "theirs": Qt.Key.Key_Left,
    "both": Qt.Key.Key_Space,
}
"""What one presses where Persian is spoken: what is here stands on the right."""


def shown(officer: Officer) -> TravelsPage:
    """Show the page of trips."""
    officer.window.show_section(TRAVELS)
    officer.settle()
    return officer.page(TravelsPage)


def sit_at(officer: Officer, archive: Archive) -> TravelsPage:
    """Sit down at the window of another archive."""
    workspace = officer.window.workspace
    workspace.let_go()
    workspace.take(archive)
    officer.archive = archive
    workspace.changed.emit()
    officer.settle()
    return shown(officer)


def taken_along(officer: Officer, event: str, laptop: Archive, path: Path) -> None:
    """Send out an event with all cities and people the office knows, and open it on the laptop."""
    page = shown(officer)
    officer.press(Qt.Key.Key_Space, on=page.out_button)
    form = page.departing
    officer.pick_into(form.pickers["event"], officer.archive.title(event, "fa"))
    for name in ("partner", "person"):
        for row in officer.archive.rows(by_name(name)):
            officer.pick_into(form.pickers[name], officer.archive.title(row.uid, "fa"))
    form.save_to(path)
    officer.settle()
    code = form.notice.text.text().rpartition(":")[2].strip(" \u2066\u2069")
    page = sit_at(officer, laptop)
    page.open_file(path)
    officer.settle()
    officer.type_text(page.arriving.passphrase.line, code)
    officer.press(Qt.Key.Key_Return, on=page.arriving.passphrase.line)
    officer.press(Qt.Key.Key_Space, on=page.arriving.take_button)
    assert laptop.exists(by_name("event"), event)


def brought_back(officer: Officer, path: Path, office: Archive, answers: Sequence[Answer]) -> None:
    """Make the returning file, and take it in at home, each question answered by a key."""
    page = shown(officer)
    page.save_back(page.trips[0], path)
    officer.settle()
    page = sit_at(officer, office)
    page.open_file(path)
    officer.settle()
    view = page.arriving.answering.list.view
    for answer in answers:
        officer.press(_KEYS[answer], on=view)
        officer.press(Qt.Key.Key_Down, on=view)
    assert page.arriving.answering.waiting == 0
    officer.press(Qt.Key.Key_Space, on=page.arriving.take_button)
