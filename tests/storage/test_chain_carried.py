"""The chain goes along where an archive is encrypted, or its encryption is taken off."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from liaison.domain.records import Partner
from liaison.storage import chain, tampering
from liaison.storage.archive import Archive
from liaison.storage.backups.making import make
from liaison.storage.backups.routine import shelf_of
from liaison.storage.backups.verifying import rewritten
from liaison.storage.connection import connect
from liaison.storage.converting import decrypted, encrypted
from liaison.storage.first_look import DATABASE
from liaison.storage.keys.keyring import Person
from liaison.storage.signing_in import keyring_of, open_signed
from tests.storage.test_chain import KEY, deeds_of, fill

PASSPHRASE = "چند واژهٔ پشت هم"
SOMEBODY = Person("", "آزمونگر یکم", "First tester")


@pytest.fixture
def plain(archive: Archive) -> Archive:
    """Give an archive that is not encrypted, with some history and a backup."""
    fill(archive)
    make(archive, shelf_of(archive.folder), datetime(2026, 11, 28, tzinfo=UTC))
    return archive


def signed(folder: Path) -> Archive:
    ring = keyring_of(folder)
    assert ring is not None
    return open_signed(folder, *ring.unlock(PASSPHRASE))


def test_it_goes_along_into_an_encrypted_archive_and_back(plain: Archive, tmp_path: Path) -> None:
    shelf = shelf_of(plain.folder)
    encrypted(plain, tmp_path / "secret", SOMEBODY, PASSPHRASE)
    with signed(tmp_path / "secret") as secret:
        assert secret.chain_key != plain.chain_key
        assert secret.check() == []
        assert rewritten(secret, shelf) == []  # what the backup remembers is still held
        with secret.change("on") as change:
            change.add(Partner, {"name_fa": "شهر"})
        assert secret.check() == []
        decrypted(secret, tmp_path / "open")
    with Archive.open(tmp_path / "open", create=False) as again:
        assert again.check() == []
        assert rewritten(again, shelf) == []


def test_a_fault_goes_along_too(plain: Archive, tmp_path: Path) -> None:
    deeds_of(plain.folder, "UPDATE change SET author = 'x' WHERE id = 3")
    encrypted(plain, tmp_path / "secret", SOMEBODY, PASSPHRASE)
    with signed(tmp_path / "secret") as secret:
        assert [str(each)[:11] for each in secret.check()] == ["Change 3 of"]


def test_sealing_anew_makes_no_fault_right(plain: Archive) -> None:
    deeds_of(plain.folder, "UPDATE change SET author = 'x' WHERE id = 3")
    with closing(connect(plain.folder / DATABASE, "rw")) as connection:
        chain.relink(connection, chain.chain_key(KEY))
        (fault,) = tampering.faults(connection, chain.chain_key(KEY), None)
    assert fault.startswith("Change 3 of")
