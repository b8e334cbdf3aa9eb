"""A founding meets what is there already: a database out of reach, another window founding too."""

import subprocess
import sys
from pathlib import Path

import pytest

from liaison.domain.records import Partner
from liaison.errors import DamagedError, LockedError, StorageError
from liaison.storage import opening, signing_in
from liaison.storage.archive import Archive
from liaison.storage.first_look import DATABASE
from liaison.storage.keys import KEYS
from liaison.storage.keys.keyring import Keyring
from liaison.storage.lock import FolderLock
from liaison.storage.place import Place
from liaison.storage.settings import PEOPLE
from liaison.storage.signing_in import found, keyring_of, open_signed
from tests.storage.keys.conftest import NAME_FA, PASSPHRASE, WORDS, Sealed

FOUND = """
import sys
from pathlib import Path
from liaison.errors import StorageError
from liaison.storage.signing_in import found
Path(sys.argv[1]).with_name("ready-" + sys.argv[2]).touch()
while not Path(sys.argv[1]).with_name("go").exists():
    pass
try:
    found(Path(sys.argv[1]), sys.argv[2], "", sys.argv[3]).archive.close()
except StorageError:
    sys.exit(3)
"""


def test_a_database_out_of_reach_keeps_its_keyring(sealed: Sealed, tmp_path: Path) -> None:
    with sealed.open() as archive, archive.change("add") as change:
        change.add(Partner, {"name_en": "A"})
    before = (sealed.folder / KEYS).read_bytes()
    (sealed.folder / DATABASE).rename(tmp_path / "away")
    files = sorted(each.name for each in sealed.folder.iterdir())
    with pytest.raises(DamagedError, match="missing"):
        found(sealed.folder, NAME_FA, "", WORDS)
    assert (sealed.folder / KEYS).read_bytes() == before
    (tmp_path / "away").rename(sealed.folder / DATABASE)
    assert sorted(each.name for each in sealed.folder.iterdir()) == sorted([*files, DATABASE])
    sealed.open().close()


def test_a_keyring_comes_back_where_no_database_was_made(
    sealed: Sealed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "halved"
    folder.mkdir()
    (folder / KEYS).write_bytes((sealed.folder / KEYS).read_bytes())

    def full(_place: Place, _key: bytes | None) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(opening, "create", full)
    with pytest.raises(StorageError, match="full"):
        found(folder, NAME_FA, "", WORDS)
    assert (folder / KEYS).read_bytes() == (sealed.folder / KEYS).read_bytes()
    assert not list(folder.glob(f"{KEYS}.*"))
    FolderLock(folder).release()  # it was let go


def test_an_archive_that_came_meanwhile_is_left_alone(
    sealed: Sealed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window makes its archive after this one looked, and before it took the lock."""
    folder, recovered = tmp_path / "new", sealed.recovery

    class Late(FolderLock):
        def __init__(self, place: Path) -> None:
            for name in (KEYS, DATABASE):
                (place / name).write_bytes((sealed.folder / name).read_bytes())
            super().__init__(place)

    monkeypatch.setattr(signing_in, "FolderLock", Late)
    with pytest.raises(StorageError, match="already"):
        found(folder, NAME_FA, "", WORDS)
    ring = keyring_of(folder)
    assert ring is not None
    open_signed(folder, ring.recover(recovered), "").close()


def test_a_plain_archive_does_not_take_the_place_of_one_made_meanwhile(
    sealed: Sealed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "new"

    class Late(FolderLock):
        def __init__(self, place: Path) -> None:
            for name in (KEYS, DATABASE):
                (place / name).write_bytes((sealed.folder / name).read_bytes())
            super().__init__(place)

    monkeypatch.setattr(opening, "FolderLock", Late)
    with pytest.raises(LockedError):
        Archive.open(folder)
    assert (folder / DATABASE).read_bytes() == (sealed.folder / DATABASE).read_bytes()
    assert (folder / KEYS).read_bytes() == (sealed.folder / KEYS).read_bytes()


def test_of_two_that_found_at_once_one_archive_with_its_keyring_stays(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    founders = {
        name: subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-c", FOUND, str(folder), name, passphrase]
        )
        for name, passphrase in (("first", PASSPHRASE), ("second", WORDS))
    }
    while not all((tmp_path / f"ready-{name}").exists() for name in founders):
        assert all(each.poll() is None for each in founders.values())
    (tmp_path / "go").touch()
    ended = {name: each.wait() for name, each in founders.items()}
    assert sorted(ended.values()) == [0, 3]
    ring = Keyring.read(folder)
    assert ring is not None
    (person,) = ring.people
    assert ended[person.name_fa] == 0
    open_signed(folder, *ring.unlock(PASSPHRASE if person.name_fa == "first" else WORDS)).close()


def test_a_recovery_key_that_nobody_saw_is_not_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program ends right after the database was made, before the key was shown."""
    folder = tmp_path / "new"

    def broken(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(signing_in, "_settle", broken)
        with pytest.raises(KeyboardInterrupt):
            found(folder, NAME_FA, "", PASSPHRASE)
    ring = keyring_of(folder)
    assert ring is not None
    key, officer = ring.unlock(PASSPHRASE)
    with open_signed(folder, key, officer) as archive:
        assert archive.settings.get(PEOPLE).keys() == {officer}
        archive.people.admit(officer, WORDS)
        assert archive.settings.get(PEOPLE).keys() == {officer}
        archive.people.new_recovery_key()
        archive.people.confirm_recovery_key()
        assert archive.settings.get(PEOPLE).keys() == {officer, "recovery"}
