from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from ui.places import last_folder, remember_folder
from ui.settings import Settings
from ui.window import Window


@pytest.mark.usefixtures("qapp")
def test_papers_go_to_a_folder_that_is_there(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, papers = tmp_path / "gone", tmp_path / "papers"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(gone))
    assert last_folder(settings) == Path.home()
    gone.mkdir()
    assert last_folder(settings) == gone
    papers.mkdir()
    remember_folder(settings, papers)
    assert last_folder(settings) == papers
    papers.rmdir()
    assert last_folder(settings) == gone


def test_the_first_window_fits_on_the_screen(window: Window) -> None:
    first = Window(window.workspace)
    room = first.screen().availableSize()
    assert first.width() <= room.width()
    assert first.height() <= room.height()
    first.deleteLater()
