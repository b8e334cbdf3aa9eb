"""Archives and bundles the tests of the exchange share."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from liaison.i18n import install
from liaison.storage.archive import Archive

Writer = Callable[..., Path]


@pytest.fixture(autouse=True)
def _english() -> None:
    install("en")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "other") as opened:
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
