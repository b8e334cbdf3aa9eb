"""A window before an encrypted archive, as people come to it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.storage.signing_in import found
from tests.ui.conftest import PATIENCE
from ui.application import make_window
from ui.keys.beginning_card import BeginningCard
from ui.keys.card import DoorCard
from ui.keys.first_page import FirstPage
from ui.keys.sign_in import SignIn
from ui.settings import Settings
from ui.window import Window

PASSPHRASE = "باران آرام بر بام"
ANOTHER = "four quiet words here"
NAME = "سارا نمونه‌ای"
MARKED = "نشانهٔ پنهان"
"""Stands in records and drafts; nothing may show it, or hold it in clear."""


class Sealed(NamedTuple):
    """An encrypted archive: its folder, its recovery key, and its officers by duty."""

    folder: Path
    recovery: str
    officers: dict[str, str]


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    """Make an encrypted archive once, with an officer of each duty, of whom a manager signs in."""
    folder = tmp_path_factory.mktemp("sealed") / "archive"
    made = found(folder, NAME, "", PASSPHRASE)
    with made.archive as archive:
        officers = {"administrator": archive.officer}
        with archive.change("آزمون") as change:
            for duty in ("officer", "manager"):
                values = {"name_fa": f"نمونه {duty}", "role": duty}
                officers[duty] = change.add(by_name("officer"), values)
            change.add(by_name("partner"), {"name_fa": MARKED})
        archive.people.admit(officers["manager"], ANOTHER)
    return Sealed(folder, made.recovery, officers)


@pytest.fixture
def sealed(founded: Sealed, tmp_path: Path) -> Sealed:
    return founded._replace(folder=Path(shutil.copytree(founded.folder, tmp_path / "archive")))


Come = Callable[[Path], Window]


@pytest.fixture
def come(qtbot: QtBot, dressed: QApplication, settings: Settings) -> Iterator[Come]:
    """Start the window on a folder, as `application.run` does."""
    windows: list[Window] = []

    def start(folder: Path) -> Window:
        window = make_window(dressed, folder, "fa", settings)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield start
    for window in windows:
        qtbot.waitUntil(lambda each=window: each.workspace.jobs.idle, timeout=PATIENCE)
        window.gone.emit()
        window.workspace.jobs.close()
        if window.workspace.is_open:
            window.workspace.archive.close()


Card = TypeVar("Card", bound=DoorCard)


def card_of(qtbot: QtBot, window: Window, kind: type[Card]) -> Card:
    """Return the card in the door once it is one of `kind`, and ready."""

    def there() -> bool:
        door = window.doorway.door
        card = None if door is None else door.card
        if isinstance(card, BeginningCard) and kind is FirstPage and card.go_button.isEnabled():
            card.go()
        if isinstance(card, FirstPage):
            ready = card.pair.judge is not None and card.isVisible()
            return isinstance(card, kind) and ready
        return isinstance(card, kind) and not (isinstance(card, SignIn) and not card.names.count())

    qtbot.waitUntil(there, timeout=PATIENCE)
    idle(qtbot, window)
    door = window.doorway.door
    assert door is not None
    assert isinstance(door.card, kind)
    return door.card


def idle(qtbot: QtBot, window: Window) -> None:
    """Wait until the worker has nothing left to do or to tell."""
    qtbot.waitUntil(lambda: window.workspace.jobs.idle, timeout=PATIENCE)


def sign_in(qtbot: QtBot, window: Window, officer: str = "", passphrase: str = PASSPHRASE) -> None:
    """Sign in, and wait for the pages."""
    card = card_of(qtbot, window, SignIn)
    if officer:
        card.names.setCurrentIndex(card.names.findData(officer))
    card.field.line.setText(passphrase)
    QTest.keyClick(card.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=PATIENCE)
    idle(qtbot, window)


def lock(qtbot: QtBot, window: Window) -> SignIn:
    """Wait until the window is locked; return the card that asks who comes in."""
    qtbot.waitUntil(lambda: not window.workspace.is_open, timeout=PATIENCE)
    return card_of(qtbot, window, SignIn)
