"""A history that is at fault stays so when an archive is encrypted, or opened without a key."""

from contextlib import closing
from pathlib import Path

import pytest

from liaison.storage import chain, tampering
from liaison.storage.archive import Archive
from liaison.storage.connection import connect
from liaison.storage.first_look import DATABASE
from tests.storage.test_chain import KEY, deeds_of, fill


@pytest.fixture
def plain(folder: Path) -> Path:
    """Give the folder of an archive that is not encrypted, with some history."""
    with Archive.open(folder) as archive:
        fill(archive)
    return folder


def test_sealing_anew_makes_no_fault_right(plain: Path) -> None:
    deeds_of(plain, "UPDATE change SET author = 'x' WHERE id = 3")
    with closing(connect(plain / DATABASE, "rw")) as connection:
        chain.relink(connection, chain.chain_key(KEY))
        (fault,) = tampering.faults(connection, chain.chain_key(KEY), None)
    assert fault.startswith("Change 3 of")
