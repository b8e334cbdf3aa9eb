"""An archive with a visit, and files attached to it, whose backups stand on shelves."""

import shutil
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
from tests.storage.conftest import empty

__all__ = ["empty"]

KEY = bytes(range(32))

NOW = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    install("en")
    yield
    install("fa")


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    """Give the key of the archive: every test here holds with one and without."""
    given: bytes | None = request.param
    return given


@pytest.fixture(scope="session")
def empty_sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an empty, encrypted archive; tests copy it."""
    folder = tmp_path_factory.mktemp("sealed") / "archive"
    Archive.open(folder, key=KEY).close()
    return folder


@pytest.fixture
def folder(empty: Path, empty_sealed: Path, key: bytes | None, tmp_path: Path) -> Path:
    """Give the folder of an empty archive that is not open."""
    return shutil.copytree(empty if key is None else empty_sealed, tmp_path / "archive")


@pytest.fixture
def archive(folder: Path, key: bytes | None) -> Iterator[Archive]:
    with Archive.open(folder, key=key, author="آزمونگر") as opened:
        yield opened


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
    return shelf_of(full.folder, full.key)


@pytest.fixture
def elsewhere(tmp_path: Path, key: bytes | None) -> Shelf:
    return Shelf(tmp_path / "elsewhere", key)


def add_document(archive: Archive, name: str) -> str:
    file = archive.attach(BytesIO(name.encode() * 1000), f"{name}.txt")
    with archive.change(name) as change:
        city = change.add(Partner, {"name_fa": f"شهر {name}"})
        return change.add(
            Document, {"title_en": name, "file": file, "attached_to": ("partner", city)}
        )
