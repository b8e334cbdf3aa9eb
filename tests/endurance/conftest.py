"""Folders on the disk, which is what these tests look through and break."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Give a folder that is on the disk even where those of other tests are in memory."""
    with tempfile.TemporaryDirectory(prefix="liaison-test-") as folder:
        yield Path(folder)
