"""A damaged archive at the start of the window: its newest whole backup is put in its place."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.domain.records.partner import Partner
from liaison.storage.archive import Archive
from liaison.storage.backups.routine import back_up
from ui.application import make_window
from ui.settings import Settings
from ui.window import Window

Settle = Callable[[], None]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """Give a folder whose archive was backed up, changed twice more, and spoilt."""
    folder = tmp_path / "spoilt"
    with Archive.open(folder) as archive:
        for name in ("یک", "دو", "سه"):
            with archive.change(name) as change:
                change.add(Partner, {"name_fa": name})
            if name == "یک":
                back_up(archive, datetime.now(UTC))
    file = folder / "archive.db"
    file.write_bytes(b"\xff" * file.stat().st_size)
    return folder


@pytest.fixture
def window(
    qtbot: QtBot, dressed: QApplication, damaged: Path, settings: Settings
) -> Iterator[Window]:
    made = make_window(dressed, damaged, "fa", settings)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    qtbot.waitUntil(lambda: made.workspace.jobs.idle, timeout=10_000)
    made.workspace.jobs.close()
    if made.workspace.is_open:
        made.workspace.archive.close()


def test_the_newest_whole_backup_takes_the_place_of_what_is_damaged(
    qtbot: QtBot, window: Window, damaged: Path
) -> None:
    qtbot.waitUntil(window.banner.second.isVisible, timeout=10_000)
    assert "۲ تغییر" in window.banner.text.text()
    assert not window.workspace.is_open
    qtbot.mouseClick(window.banner.first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=10_000)
    qtbot.waitUntil(lambda: window.workspace.jobs.idle, timeout=10_000)
    assert [each["name_fa"] for each in window.workspace.archive.rows(Partner)] == ["یک"]
    (aside,) = damaged.glob("damaged-*")
    assert (aside / "archive.db").read_bytes().startswith(b"\xff")
    assert not window.banner.isVisible()


def test_left_as_it_is_nothing_is_touched(qtbot: QtBot, window: Window, damaged: Path) -> None:
    qtbot.waitUntil(window.banner.second.isVisible, timeout=10_000)
    qtbot.mouseClick(window.banner.second, Qt.MouseButton.LeftButton)
    assert not window.workspace.is_open
    assert (damaged / "archive.db").read_bytes().startswith(b"\xff")
    assert not list(damaged.glob("damaged-*"))
