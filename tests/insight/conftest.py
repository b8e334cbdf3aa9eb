"""Archives on real files, made from one empty archive so that each test starts at once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison.i18n import install
from liaison.storage.archive import Archive
from tests.storage.conftest import empty

__all__ = ["empty"]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    install("en")
    yield
    install("fa")


@pytest.fixture
def archive(empty: Path, tmp_path: Path) -> Iterator[Archive]:
    folder = shutil.copytree(empty, tmp_path / "archive")
    with Archive.open(folder, author="آزمونگر") as opened:
        yield opened
