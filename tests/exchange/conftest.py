"""Archives and bundles the tests of the exchange share."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from liaison.i18n import install
from liaison.storage.archive import Archive
from tests.storage.conftest import empty

__all__ = ["empty"]

Writer = Callable[..., Path]


@pytest.fixture(autouse=True)
def _english() -> None:
    install("en")


@pytest.fixture
def archive(empty: Path, tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(shutil.copytree(empty, tmp_path / "archive")) as opened:
        yield opened


@pytest.fixture
def other(empty: Path, tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(shutil.copytree(empty, tmp_path / "other")) as opened:
        yield opened


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    """Write records as a bundle and return its path."""

    def written(*records: object, name: str = "bundle.json") -> Path:
        path = tmp_path / name
        around = {"format": "liaison-bundle", "version": 1}
        path.write_text(json.dumps({**around, "records": records}), "utf-8")
        return path

    return written
