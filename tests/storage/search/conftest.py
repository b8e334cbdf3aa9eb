from collections.abc import Iterator

import pytest
from sqlcipher3 import dbapi2

from tests.storage.search.shelf import Shelf


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    yield Shelf(connection)
    connection.close()
