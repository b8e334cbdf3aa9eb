"""What the worker does at the door; everything heavy is loaded here, behind the first picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from liaison.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from liaison.storage.archive import Archive
    from liaison.storage.keys.keyring import Person
    from liaison.storage.signing_in import Founded
    from ui.keys.who import Who


class Unlocked(NamedTuple):
    """The key of an archive, and the officer whose passphrase gave it; "" for the recovery key."""

    key: bytes
    officer: str


class Recovered(NamedTuple):
    """An archive opened by its recovery key, and the officers one of whom did that."""

    archive: Archive
    key: bytes
    officers: Sequence[Who]


def people_of(folder: Path) -> Sequence[Person] | None:
    """Return who can sign in to the archive in `folder`; None where it is not encrypted.

    Raises DamagedError where the keyring is, and no backup has it.
    """
    from liaison.storage.keys.keyring import Keyring

    try:
        ring = Keyring.read(folder)
    except StorageError:
        ring = None
    if ring is None:
        from liaison.storage.signing_in import keyring_of  # slower, and looks into the backups

        ring = keyring_of(folder)
    return None if ring is None else ring.people


def unlock(folder: Path, officer: str, passphrase: str) -> Unlocked:
    """Try a passphrase; raises UserError where it is not right."""
    from liaison.storage.signing_in import needed_keyring

    return Unlocked(*needed_keyring(folder).unlock(passphrase, officer))


def open_for(folder: Path, unlocked: Unlocked) -> Archive:
    """Open the archive for whoever unlocked it."""
    from liaison.storage.signing_in import open_signed

    return open_signed(folder, unlocked.key, unlocked.officer)


def found_for(folder: Path, name_fa: str, name_en: str, passphrase: str) -> Founded:
    """Make an encrypted archive."""
    from liaison.storage.signing_in import found

    return found(folder, name_fa, name_en, passphrase)


def recover(folder: Path, typed: str) -> Recovered:
    """Open the archive by its recovery key; raises UserError where that is not right."""
    from liaison.domain.records.officer import Officer
    from liaison.storage.signing_in import needed_keyring, open_signed
    from ui.keys.who import of_row

    ring = needed_keyring(folder)
    key = ring.recover(typed)
    archive = open_signed(folder, key, "")
    officers = [of_row(row) for row in archive.rows(Officer) if row.get("active") is not False]
    known = {each.officer for each in ring.people}
    return Recovered(archive, key, sorted(officers, key=lambda each: each.officer not in known))


def readmit(folder: Path, recovered: Recovered, officer: str, passphrase: str) -> Archive:
    """Give an officer a new passphrase, and open the archive for them."""
    archive = recovered.archive
    archive.people.admit(officer, passphrase)
    archive.close()
    return open_for(folder, Unlocked(recovered.key, officer))
