"""The keyring in backups: copied whole, missed where it is gone, compared before it counts."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from liaison.errors import StorageError
from liaison.storage.archive import Archive
from liaison.storage.backups.making import copy_to, make
from liaison.storage.backups.manifest import NAME
from liaison.storage.backups.restoring import restore
from liaison.storage.backups.routine import shelf_of, try_out
from liaison.storage.backups.shelf import Backup, Shelf
from liaison.storage.backups.verifying import faults_of
from liaison.storage.keys import KEYS
from liaison.storage.keys.keyring import Keyring

NOW = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)


@pytest.fixture
def shelf(archive: Archive) -> Shelf:
    return shelf_of(archive.folder, archive.key)


@pytest.fixture
def backup(archive: Archive, shelf: Shelf) -> Backup:
    return make(archive, shelf, NOW)


def spoil(path: Path, how: str) -> None:
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(b"\xff" + path.read_bytes()[1:])


@pytest.mark.parametrize("how", ["gone", "altered"])
def test_an_archive_without_its_keyring_makes_no_backup_and_the_check_says_so(
    archive: Archive, shelf: Shelf, backup: Backup, how: str
) -> None:
    assert archive.check() == []
    spoil(archive.folder / KEYS, how)
    with pytest.raises(StorageError, match=KEYS):
        make(archive, shelf, NOW + timedelta(hours=1))
    assert [each.name for each in shelf.backups()] == [backup.name]
    (found,) = archive.check()
    assert (KEYS in str(found), found.harmless) == (True, False)


@pytest.mark.parametrize("how", ["gone", "altered"])
def test_a_backup_whose_keyring_is_not_what_it_was_is_told_and_used_for_nothing(
    shelf: Shelf, backup: Backup, how: str, tmp_path: Path
) -> None:
    assert faults_of(shelf, backup) == []
    assert try_out(shelf, NOW).faults == ()
    spoil(backup.folder / KEYS, how)
    (fault,) = faults_of(shelf, backup)
    assert "damaged" in fault
    assert "damaged" in try_out(shelf, NOW).faults[0]
    with pytest.raises(StorageError, match="damaged"):
        restore(shelf, backup, tmp_path / "restored")
    with pytest.raises(StorageError, match="damaged"):
        copy_to(backup, shelf, Shelf(tmp_path / "elsewhere", shelf.key))
    assert not (tmp_path / "restored").exists()


def test_backups_of_older_programs_do_not_tell_their_keyring_and_are_whole(
    shelf: Shelf, backup: Backup, tmp_path: Path
) -> None:
    path = backup.folder / NAME
    told = path.read_text().replace(f',\n "keys": "{backup.manifest.keys}"', "")
    assert '"keys"' not in told
    path.write_text(told)
    old = shelf.made(NOW)
    assert old.manifest.keys == ""
    assert faults_of(shelf, old) == []
    restore(shelf, old, tmp_path / "restored")
    assert Keyring.read(tmp_path / "restored") is not None
