"""The chain goes along where an archive is encrypted, or opened from now on without a key."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from liaison.domain.records import Partner
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


def copied(source: Path, goal: Path, key: bytes | None, other: bytes | None) -> None:
    """Copy an archive as one with another key, none for an unencrypted one."""
    shutil.copytree(source / "files", goal / "files")
    with closing(connect(source / DATABASE, "rw", key)) as connection:
        told = f"x'{other.hex()}'" if other else ""
        connection.execute("ATTACH ? AS other KEY ?", (str(goal / DATABASE), told))
        connection.execute("SELECT sqlcipher_export('other')").fetchall()
        application = connection.execute("PRAGMA main.application_id").fetchall()[0][0]
        connection.execute(f"PRAGMA other.application_id = {application}")
        connection.execute("DETACH other")
    with closing(connect(goal / DATABASE, "rw", other)) as connection:
        seals = chain.chain_key(other)
        assert list(tampering.faults(connection, seals, None)) != []
        chain.relink(connection, seals)
        connection.execute("PRAGMA journal_mode = WAL")


def head(archive: Archive) -> chain.Head:
    with archive.reading() as connection:
        return chain.head(connection)


def test_it_goes_along_into_an_encrypted_archive_and_back(plain: Path, tmp_path: Path) -> None:
    with Archive.open(plain) as archive:
        before = head(archive)
    copied(plain, tmp_path / "secret", None, KEY)
    with Archive.open(tmp_path / "secret", key=KEY) as archive:
        assert archive.check() == []
        assert head(archive) == before
        with archive.change("on") as change:
            change.add(Partner, {"name_fa": "شهر"})
        assert archive.check() == []
        before = head(archive)
    copied(tmp_path / "secret", tmp_path / "open", KEY, None)
    with Archive.open(tmp_path / "open") as archive:
        assert archive.check() == []
        assert head(archive) == before


def test_sealing_anew_makes_no_fault_right(plain: Path) -> None:
    deeds_of(plain, "UPDATE change SET author = 'x' WHERE id = 3")
    with closing(connect(plain / DATABASE, "rw")) as connection:
        chain.relink(connection, chain.chain_key(KEY))
        (fault,) = tampering.faults(connection, chain.chain_key(KEY), None)
    assert fault.startswith("Change 3 of")
