"""Real widgets on a real archive, offscreen."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from liaison import i18n
from liaison.storage.archive import Archive
from ui.application import Languages
from ui.collecting import Collector
from ui.fonts import body_font
from ui.jobs import Jobs
from ui.settings import Settings
from ui.theme import LIGHT_NAME, Theme
from ui.window import Window
from ui.workspace import Workspace

TypeText = Callable[[QWidget, str], None]
PATIENCE = 10_000


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["liaison", "-style", "fusion"]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    qapp.setFont(body_font())
    qapp.setCursorFlashTime(0)
    return qapp


@pytest.fixture(scope="session")
def theme(dressed: QApplication) -> Theme:
    """Give the light theme, put on once: dressing every widget anew takes time."""
    return Theme(dressed, LIGHT_NAME)


@pytest.fixture(scope="session")
def empty_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty archive to start from, once."""
    folder = tmp_path_factory.mktemp("empty") / "archive"
    Archive.open(folder).close()
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings" / "window.json")


@pytest.fixture
def languages(dressed: QApplication, settings: Settings) -> Iterator[Languages]:
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    spoken = Languages(dressed, settings)
    spoken.speak("fa")
    yield spoken
    i18n.install("fa")


@pytest.fixture
def bare(
    qtbot: QtBot,
    dressed: QApplication,
    languages: Languages,  # noqa: ARG001 - the language is set for whoever uses this
    settings: Settings,
    theme: Theme,
    tmp_path: Path,
) -> Iterator[Workspace]:
    """Give a workspace whose archive is not open yet."""
    jobs = Jobs()
    collector = Collector()
    workspace = Workspace(tmp_path / "archive", jobs, settings, theme, dressed)
    yield workspace
    qtbot.waitUntil(lambda: jobs.idle, timeout=PATIENCE)
    jobs.close()
    workspace.setParent(None)
    collector.close()


@pytest.fixture
def workspace(bare: Workspace, empty_archive: Path) -> Iterator[Workspace]:
    """Give a workspace with an open, empty archive."""
    shutil.copytree(empty_archive, bare.folder)
    with Archive.open(bare.folder) as archive:
        bare.take(archive)
        yield bare


@pytest.fixture
def settle(qtbot: QtBot, bare: Workspace) -> Callable[[], None]:
    """Wait until the worker has nothing left to do or to tell."""
    return lambda: qtbot.waitUntil(lambda: bare.jobs.idle, timeout=PATIENCE)


@pytest.fixture
def window(
    qtbot: QtBot, workspace: Workspace, languages: Languages, settle: Callable[[], None]
) -> Window:
    """Show the whole window, its archive open."""
    shown = Window(workspace)
    shown.language_wanted.connect(languages.speak)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    qtbot.waitExposed(shown)
    workspace.opened.emit()
    settle()
    return shown


@pytest.fixture
def type_text(dressed: QApplication) -> TypeText:
    """Type any script; QTest.keyClicks ends the process on letters beyond ASCII."""

    def typed(widget: QWidget, text: str) -> None:
        widget.setFocus()
        for letter in text:
            key = ord(letter.upper()) if letter.isascii() else 0
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                dressed.sendEvent(widget, event)

    return typed
