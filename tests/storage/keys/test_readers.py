"""Readers of an encrypted archive: one that is warm is lent before one that is not."""

from liaison.storage.archive import Archive
from liaison.storage.connection import scalar
from tests.storage.keys.conftest import Sealed


def test_the_reader_that_came_back_last_is_lent_next(archive: Archive) -> None:
    with archive.reading() as first, archive.reading() as second:
        assert first is not second
    with archive.reading() as again:
        kept = again
    for _time in range(5):
        with archive.reading() as lent:
            assert lent is kept


def test_readers_of_an_encrypted_archive_keep_more_of_it_in_memory(
    sealed: Sealed, plain: Archive
) -> None:
    with sealed.open() as archive, archive.reading() as one, plain.reading() as other:
        assert scalar(one, "PRAGMA cache_size") == -(64 << 10)
        assert scalar(other, "PRAGMA cache_size") > -(64 << 10)
