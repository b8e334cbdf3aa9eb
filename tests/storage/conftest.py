"""Archives on real files, made from one empty archive so that each test starts at once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison.i18n import install
from liaison.storage.archive import Archive


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    install("en")
    yield
    install("fa")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an empty, closed archive; tests copy it."""
    folder = tmp_path_factory.mktemp("empty") / "archive"
    Archive.open(folder).close()
    return folder


@pytest.fixture
def folder(empty: Path, tmp_path: Path) -> Path:
    """Give the folder of an empty archive that is not open."""
    return shutil.copytree(empty, tmp_path / "archive")


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with Archive.open(folder, author="آزمونگر") as opened:
        yield opened
