"""The office that is taken out."""

from collections.abc import Iterator

import pytest

from liaison.storage.archive import Archive
from tests.exchange.leaving.made import Office, made


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Give the office to those who only read it."""
    with Archive.open(tmp_path_factory.mktemp("office") / "archive") as opened:
        yield made(opened)


@pytest.fixture
def own(archive: Archive) -> Office:
    """Give the office to one test that changes it."""
    return made(archive)
