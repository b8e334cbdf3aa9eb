"""A backup in the place of a damaged database, whose people are not those of today."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from liaison.domain.records import Officer
from liaison.errors import UserError
from liaison.storage.backups import restoring
from liaison.storage.backups.making import make
from liaison.storage.backups.restoring import put_back
from liaison.storage.backups.routine import shelf_of
from liaison.storage.backups.shelf import Backup
from liaison.storage.keys import KEYS
from liaison.storage.keys.keyring import Keyring
from liaison.storage.place import Place
from liaison.storage.signing_in import keyring_of, open_signed
from tests.storage.keys.conftest import NEW_WORDS, PASSPHRASE, WORDS, Office

NOW = datetime(2026, 11, 28, tzinfo=UTC)


def hand_over(office: Office) -> Backup:
    """Make a backup, then another administrator, and send the one of then away."""
    backup = make(office.archive, shelf_of(office.archive.folder, office.archive.key), NOW)
    with office.archive.change("administrator") as change:
        other = change.add(Officer, {"name_en": "Another", "role": "administrator"})
    office.archive.people.admit(other, NEW_WORDS)
    office.archive.people.dismiss(office.sealed.officer)
    office.archive.close()
    return backup


def test_the_keyring_comes_along_where_nobody_could_lead_the_archive_of_then(
    office: Office,
) -> None:
    backup = hand_over(office)
    folder, newer = office.sealed.folder, (office.sealed.folder / KEYS).read_bytes()
    aside = put_back(Place(folder), shelf_of(folder, office.sealed.key), backup)
    ring = keyring_of(folder)
    assert ring is not None
    with open_signed(folder, *ring.unlock(PASSPHRASE)) as archive:
        assert archive.rights.may("people")
    assert (aside / KEYS).read_bytes() == newer


@pytest.mark.parametrize("loss", ["lost", "damaged"])
def test_a_lost_keyring_comes_from_the_backup(office: Office, loss: str) -> None:
    backup = make(office.archive, shelf_of(office.archive.folder, office.archive.key), NOW)
    office.archive.close()
    folder, before = office.sealed.folder, office.sealed.ring
    if loss == "lost":
        (folder / KEYS).unlink()
    else:
        (folder / KEYS).write_bytes(b"{")
    aside = put_back(Place(folder), shelf_of(folder, office.sealed.key), backup)
    assert Keyring.read(folder) == before
    assert (aside / KEYS).exists() is (loss == "damaged")


def test_new_passphrases_stay_where_the_people_of_then_still_sign_in(office: Office) -> None:
    backup = make(office.archive, shelf_of(office.archive.folder, office.archive.key), NOW)
    office.archive.people.admit(office.officer, NEW_WORDS)
    office.archive.close()
    folder = office.sealed.folder
    put_back(Place(folder), shelf_of(folder, office.sealed.key), backup)
    ring = keyring_of(folder)
    assert ring is not None
    open_signed(folder, *ring.unlock(NEW_WORDS)).close()
    with pytest.raises(UserError):
        ring.unlock(WORDS)


def test_where_the_files_cannot_be_brought_the_keyring_stays(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = hand_over(office)
    folder, newer = office.sealed.folder, office.sealed.ring

    def broken(*_given: object) -> tuple[str, ...]:
        raise KeyboardInterrupt

    monkeypatch.setattr(restoring, "_bring_files", broken)
    with pytest.raises(KeyboardInterrupt):
        put_back(Place(folder), shelf_of(folder, office.sealed.key), backup)
    assert Keyring.read(Path(folder)) == newer
    open_signed(folder, *newer.unlock(NEW_WORDS)).close()
