"""Archives on real files, made from one empty archive so that each test starts at once."""

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


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", author="آزمونگر") as opened:
        yield opened
