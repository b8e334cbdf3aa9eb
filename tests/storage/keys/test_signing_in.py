"""Who opens an encrypted archive, and a founding or a keyring that came to grief on the way."""

import errno
import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from liaison.domain.records import Officer, Partner
from liaison.domain.rules.rights import RIGHTS
from liaison.errors import DamagedError, LockedError, StorageError, UserError
from liaison.storage import creation, signing_in
from liaison.storage.archive import Archive
from liaison.storage.backups.making import make
from liaison.storage.backups.routine import shelf_of
from liaison.storage.first_look import DATABASE
from liaison.storage.keys import KEYS
from liaison.storage.keys.keyring import Keyring
from liaison.storage.settings import PEOPLE
from liaison.storage.signing_in import found, keyring_of, open_signed
from tests.storage.keys.conftest import (
    LONG_AGO,
    NAME_EN,
    NAME_FA,
    PASSPHRASE,
    WORDS,
    Office,
    Sealed,
)

NOW = datetime(2026, 11, 28, tzinfo=UTC)


class Broken(BaseException):
    """The program ends in the middle of something."""


def test_a_new_archive_has_one_administrator_who_opens_it(sealed: Sealed) -> None:
    key, officer = sealed.ring.unlock(PASSPHRASE)
    assert (key, officer) == (sealed.key, sealed.officer)
    assert sealed.ring.recover(sealed.recovery) == key
    with open_signed(sealed.folder, key, officer) as archive:
        assert archive.rights == RIGHTS["administrator"]
        assert (archive.officer, archive.author) == (officer, NAME_FA)
        row = archive.read(Officer, officer)
        assert (row["name_fa"], row["name_en"], row["role"]) == (NAME_FA, NAME_EN, "administrator")
        assert archive.settings.get(PEOPLE).keys() == {officer, "recovery"}
        assert archive.check() == []


def test_its_administrator_cannot_be_undone(sealed: Sealed) -> None:
    with sealed.open() as archive:
        assert archive.undoable() is None
        assert archive.undo() is None
        assert archive.exists(Officer, sealed.officer)


def test_nobody_opens_it_without_a_key(sealed: Sealed) -> None:
    with pytest.raises(LockedError):
        Archive.open(sealed.folder)
    with pytest.raises(DamagedError):
        Archive.open(sealed.folder, key=bytes(32))
    assert b"SQLite" not in (sealed.folder / DATABASE).read_bytes()
    sealed.open().close()


@pytest.mark.parametrize("without", ["name", "passphrase"])
def test_a_founding_that_is_refused_leaves_nothing(tmp_path: Path, without: str) -> None:
    folder = tmp_path / "new"
    name = "" if without == "name" else NAME_FA
    with pytest.raises(UserError) as refusal:
        found(folder, name, " ", "short" if without == "passphrase" else PASSPHRASE)
    assert refusal.value.field == without
    assert not folder.exists()


def test_where_an_archive_is_none_is_founded(sealed: Sealed) -> None:
    before = (sealed.folder / KEYS).read_bytes()
    with pytest.raises(StorageError, match="already"):
        found(sealed.folder, NAME_FA, "", PASSPHRASE)
    assert (sealed.folder / KEYS).read_bytes() == before


def _break_off(*_given: object, **_named: object) -> None:
    raise Broken


STEPS: dict[str, tuple[object, str]] = {
    "before the keyring": (Keyring, "write"),
    "at the database": (creation, "_build"),
    "before the database has its name": (os, "replace"),
    "after the database": (signing_in, "_settle"),
}


@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_a_founding_broken_off_is_ended_or_begun_anew(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    killed: bool,  # noqa: FBT001 - a table of cases
) -> None:
    """Break off with an error, or as if killed: then nothing is cleared away behind it."""
    folder = tmp_path / "new"
    with monkeypatch.context() as patched:
        patched.setattr(*STEPS[step], _break_off)
        if killed:
            patched.setattr(Path, "unlink", lambda *_given, **_named: None)
        with pytest.raises(Broken):
            found(folder, NAME_FA, NAME_EN, PASSPHRASE)
    if step == "after the database":
        ring = keyring_of(folder)
        assert ring is not None
        key, officer = ring.unlock(PASSPHRASE)
    else:
        assert not (folder / DATABASE).exists()
        made = found(folder, NAME_FA, NAME_EN, PASSPHRASE)
        assert made.archive.key is not None
        key, officer = made.archive.key, made.archive.officer
        made.archive.close()
    with open_signed(folder, key, officer) as archive:
        assert archive.rights == RIGHTS["administrator"]
        assert archive.exists(Officer, officer)
        assert archive.check() == []
        assert archive.undoable() is None
    assert not list(folder.glob("*.new"))


def test_after_a_founding_broken_off_a_plain_archive_can_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "new"
    with monkeypatch.context() as patched:
        patched.setattr(creation, "_build", _break_off)
        patched.setattr(Path, "unlink", lambda *_given, **_named: None)
        with pytest.raises(Broken):
            found(folder, NAME_FA, NAME_EN, PASSPHRASE)
    assert (folder / KEYS).exists()
    assert keyring_of(folder) is None
    for _time in range(2):
        with Archive.open(folder) as archive:
            assert archive.key is None
    assert keyring_of(folder) is None


def test_a_plain_folder_has_no_keyring(empty: Path, tmp_path: Path) -> None:
    assert keyring_of(tmp_path / "nowhere") is None
    assert keyring_of(tmp_path) is None
    assert keyring_of(empty) is None


def test_a_damaged_plain_archive_is_not_taken_for_an_encrypted_one(
    empty: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(empty, tmp_path / "plain")
    (folder / DATABASE).write_bytes(b"x" * 4096)
    assert keyring_of(folder) is None
    with pytest.raises(DamagedError, match="not an archive"):
        Archive.open(folder)


LOSSES: dict[str, Callable[[Path], object]] = {
    "lost": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:200]),
    "noise": lambda path: path.write_bytes(os.urandom(800)),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("loss", [each for each in LOSSES if each != "a folder"])
def test_a_keyring_comes_back_from_the_newest_backup_that_has_it(sealed: Sealed, loss: str) -> None:
    with sealed.open() as archive:
        with archive.change("add") as change:
            change.add(Partner, {"name_en": "A"})
        make(archive, shelf_of(archive.folder, archive.key), NOW)
        newest = make(archive, shelf_of(archive.folder, archive.key), NOW.replace(day=29))
    (newest.folder / KEYS).write_bytes(b"{")
    ring = sealed.ring
    LOSSES[loss](sealed.folder / KEYS)
    damaged = None if loss == "lost" else (sealed.folder / KEYS).read_bytes()
    assert keyring_of(sealed.folder) == ring
    assert sealed.ring == ring
    kept = [each.read_bytes() for each in sealed.folder.glob(f"{KEYS}.damaged-*")]
    assert kept == ([] if damaged is None else [damaged])
    sealed.open().close()


def _out_of_reach(path: Path, _patched: pytest.MonkeyPatch) -> None:
    """Leave a name that leads round in circles: reading fails, and nothing is wrong with it."""
    path.rename(path.with_name("whole"))
    path.symlink_to(path.name)


def _too_many_open(path: Path, patched: pytest.MonkeyPatch) -> None:
    opening = Path.open

    def refuse(self: Path, *given: Any, **named: Any) -> object:
        if self == path:
            raise OSError(errno.EMFILE, "too many open files")
        return opening(self, *given, **named)

    patched.setattr(Path, "open", refuse)


def _newer_format(path: Path, _patched: pytest.MonkeyPatch) -> None:
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"format": 2}))


@pytest.mark.parametrize("fault", [_out_of_reach, _too_many_open, _newer_format])
def test_a_keyring_that_is_only_not_read_is_left_alone(
    sealed: Sealed,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    """The one of the backup is older: it opens for passphrases that were given up since."""
    with sealed.open() as archive:
        make(archive, shelf_of(archive.folder, archive.key), NOW)
    before = sealed.ring
    with monkeypatch.context() as patched:
        fault(sealed.folder / KEYS, patched)
        files = sorted(each.name for each in sealed.folder.iterdir())
        with pytest.raises(StorageError, match=r"archive\.keys") as refusal:
            keyring_of(sealed.folder)
        assert not isinstance(refusal.value, DamagedError)
        assert sorted(each.name for each in sealed.folder.iterdir()) == files
    if fault is _too_many_open:
        assert sealed.ring == before


def test_a_keyring_of_a_backup_does_not_let_in_who_was_sent_away(office: Office) -> None:
    make(office.archive, shelf_of(office.archive.folder, office.archive.key), NOW)
    office.archive.people.dismiss(office.officer)
    office.archive.close()
    folder = office.sealed.folder
    (folder / KEYS).unlink()
    ring = keyring_of(folder)
    assert ring is not None
    with pytest.raises(StorageError, match="any more"):
        open_signed(folder, *ring.unlock(WORDS))
    open_signed(folder, *ring.unlock(PASSPHRASE)).close()
    open_signed(folder, ring.recover(office.sealed.recovery), "").close()


@pytest.mark.parametrize("loss", LOSSES)
def test_a_keyring_of_which_there_is_no_backup_is_told_of(sealed: Sealed, loss: str) -> None:
    LOSSES[loss](sealed.folder / KEYS)
    if loss == "lost":
        assert keyring_of(sealed.folder) is None
        with pytest.raises(DamagedError):
            Archive.open(sealed.folder)
    else:
        with pytest.raises(DamagedError, match=r"archive\.keys"):
            keyring_of(sealed.folder)


@pytest.mark.parametrize("why", ["inactive", "in the bin", "unknown"])
def test_who_does_not_work_here_any_more_is_refused(sealed: Sealed, why: str) -> None:
    officer = "33333333-3333-4333-8333-333333333333"
    with sealed.open() as archive, archive.change("officer") as change:
        if why != "unknown":
            change.add(Officer, {"name_en": "B", "active": why != "inactive"}, officer)
        if why == "in the bin":
            change.delete(Officer, officer)
    with pytest.raises(StorageError, match="active officers"):
        open_signed(sealed.folder, sealed.key, officer)
    sealed.open().close()  # the lock was let go


@pytest.mark.parametrize("duty", RIGHTS)
def test_who_signs_in_has_the_rights_of_the_duty_and_signs_the_changes(
    sealed: Sealed, duty: str
) -> None:
    with sealed.open() as archive, archive.change("officer") as change:
        uid = change.add(Officer, {"name_fa": "همکار آزمون", "role": duty})
        other = change.add(Officer, {"name_en": "No Persian Name", "role": duty})
        known = archive.settings.get(PEOPLE)
        change.set_setting(PEOPLE, {**known, uid: LONG_AGO, other: LONG_AGO})
    with sealed.open(uid) as archive:
        assert archive.rights == RIGHTS[duty]
        assert archive.officer == uid
        assert archive.author == "همکار آزمون"
    with sealed.open(other) as archive:
        assert archive.author == "No Persian Name"


def test_the_recovery_key_opens_for_one_who_may_do_everything(sealed: Sealed) -> None:
    key = sealed.ring.recover(sealed.recovery)
    with open_signed(sealed.folder, key, "") as archive:
        assert archive.rights == RIGHTS["administrator"]
        assert archive.officer == ""
        with archive.change("by the printed key") as change:
            uid = change.add(Partner, {"name_en": "A"})
        assert archive.history(uid)[-1].author == "Recovery key"
