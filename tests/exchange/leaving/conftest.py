"""The office that is taken out."""

import pytest

from liaison.storage.archive import Archive
from tests.exchange.leaving.made import Office, made


@pytest.fixture
def office(archive: Archive) -> Office:
    return made(archive)
