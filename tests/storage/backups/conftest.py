"""An archive with a visit, and files attached to it, whose backups stand on shelves."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from liaison.domain.records import Document, Partner
from liaison.i18n import install
from liaison.storage.archive import Archive
from liaison.storage.backups.routine import shelf_of
from liaison.storage.backups.shelf import Shelf
from tests.storage.conftest import archive, empty, folder

__all__ = ["archive", "empty", "folder"]

NOW = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    install("en")
    yield
    install("fa")


@pytest.fixture
def full(archive: Archive) -> Archive:
    """Give an archive with two records, a file each, one of them in the bin."""
    add_document(archive, "first")
    gone = add_document(archive, "second")
    with archive.change("bin") as change:
        change.delete(Document, gone)
    return archive


@pytest.fixture
def shelf(full: Archive) -> Shelf:
    return shelf_of(full.folder)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "elsewhere")


def add_document(archive: Archive, name: str) -> str:
    file = archive.attach(BytesIO(name.encode() * 1000), f"{name}.txt")
    with archive.change(name) as change:
        city = change.add(Partner, {"name_fa": f"شهر {name}"})
        return change.add(
            Document, {"title_en": name, "file": file, "attached_to": ("partner", city)}
        )
