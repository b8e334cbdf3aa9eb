"""The whole window on a real archive, and an officer who works it by its own controls."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from liaison.exchange.sample import fill
from liaison.storage.archive import Archive
from tests.acceptance.disks import mounted, unmount
from tests.acceptance.officer import Officer
from tests.ui.conftest import (
    TypeText,
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


@pytest.fixture
def officer(window: Window, type_text: TypeText, settle: Callable[[], None]) -> Officer:
    return Officer(window, type_text, settle)


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill an archive with the sample, once, to copy from."""
    folder = tmp_path_factory.mktemp("sample") / "archive"
    with Archive.open(folder) as archive:
        fill(archive)
    return folder


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of eight megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() or not mounted("-t", "tmpfs", "-o", "size=8m", "tmpfs", disk):
        pytest.skip("mounting is not permitted here")
    yield disk
    unmount(disk)
