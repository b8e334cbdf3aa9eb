"""Two archives of one trip, of which the window shows one after the other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from tests.ui.conftest import (
    bare,
    dressed,
    empty_archive,
    languages,
    qapp_args,
    settings,
    settle,
    theme,
    type_text,
    window,
    workspace,
)
from ui.sections import TRAVELS
from ui.travel.page import TravelsPage
from ui.window import Window

__all__ = [
    "bare",
    "dressed",
    "empty_archive",
    "languages",
    "qapp_args",
    "settings",
    "settle",
    "theme",
    "type_text",
    "window",
    "workspace",
]


class Desk:
    """A window that one moves from the office to the laptop and back."""

    def __init__(self, window: Window, settle: Callable[[], None]) -> None:
        self.window, self.settle = window, settle

    @property
    def archive(self) -> Archive:
        return self.window.workspace.archive

    def page(self) -> TravelsPage:
        """Show the page of trips."""
        self.window.show_section(TRAVELS)
        self.settle()
        page = self.window.trail.page
        assert isinstance(page, TravelsPage)
        return page

    def sit_at(self, archive: Archive) -> TravelsPage:
        """Let the window show another archive."""
        self.window.workspace.let_go()
        self.window.workspace.take(archive)
        self.window.workspace.changed.emit()
        self.settle()
        return self.page()


@pytest.fixture
def desk(window: Window, settle: Callable[[], None]) -> Desk:
    with window.workspace.archive.change("A visit") as change:
        city = change.add(by_name("partner"), {"name_fa": "شهر آزمون", "kind": "city"})
        change.add(
            by_name("visit"),
            {"number": "1405-V-001", "direction": "incoming", "partner": city, "purpose_fa": "هدف"},
        )
    return Desk(window, settle)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "laptop") as archive:
        yield archive
