"""Who opens an encrypted archive: the first administrator of a new one, and everybody after."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uuid6 import uuid7

from liaison.domain.records.officer import Officer
from liaison.domain.rules.rights import RIGHTS, rights_of
from liaison.domain.schema.texts import one_line
from liaison.errors import DamagedError, StorageError, UserError
from liaison.i18n import _
from liaison.storage import marker
from liaison.storage.admission import keyless
from liaison.storage.archive import Archive
from liaison.storage.faults import disk_told, told
from liaison.storage.keys import KEYS
from liaison.storage.keys.person import Person
from liaison.storage.lock import FolderLock
from liaison.storage.opening import opened
from liaison.storage.people import since
from liaison.storage.place import BACKUPS, Place
from liaison.storage.settings import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from liaison.domain.rules.rights import Rights
    from liaison.storage.keys.keyring import Keyring


@dataclass(frozen=True)
class Founded:
    """A new encrypted archive, open, and its recovery key, which nobody can show again."""

    archive: Archive
    recovery: str


def keyring_of(folder: Path) -> Keyring | None:
    """Return the keyring of the archive in `folder`; None where nothing is encrypted there.

    One that is gone or damaged comes back from the newest backup that has it. Raises DamagedError
    where there is none, and leaves alone what only cannot be read just now, or by this program.
    """
    if _never_was(folder):
        return None
    if not (Place(folder).keys.exists() or _is_encrypted(folder)):
        return None
    from liaison.storage.keys.keyring import Keyring  # only who has a key pays for its use

    try:
        found = Keyring.read(folder)
    except DamagedError:
        kept = _from_backup(folder)
        if kept is None:
            raise
        return kept
    return found or _from_backup(folder)


def needed_keyring(folder: Path) -> Keyring:
    """Return the keyring of an encrypted archive; raises StorageError where there is none."""
    ring = keyring_of(folder)
    if ring is None:
        raise keyless(folder)
    return ring


def _never_was(folder: Path) -> bool:
    """Tell whether there is no archive: what made one was broken off before there was any."""
    place = Place(folder)
    return not (place.is_there or (folder / BACKUPS).exists())


def _is_encrypted(folder: Path) -> bool:
    """Tell whether there is a database whose beginning is not that of an unencrypted one."""
    place = Place(folder)
    if not place.database.exists():  # its backups tell
        return any(folder.glob(f"{BACKUPS}/*/{KEYS}"))
    try:
        place.refuse_stranger()
    except DamagedError:
        return True
    except StorageError:  # which opening it will tell
        return False
    return False


def _from_backup(folder: Path) -> Keyring | None:
    from liaison.storage.keys.keyring import Keyring

    for each in sorted(folder.glob(f"{BACKUPS}/*/{KEYS}"), reverse=True):
        found = None
        with suppress(DamagedError):
            found = Keyring.read(each.parent)
        if found is not None:
            with disk_told():
                Place(folder).set_damaged_keys_aside()
                found.write(folder)
            return found
    return None


def found(folder: Path, name_fa: str, name_en: str, passphrase: str) -> Founded:
    """Make an encrypted archive in a folder that has none, with its first administrator.

    Raises UserError where the passphrase is too weak or there is no name, StorageError where there
    is an archive already or the disk refuses; then none is made.
    """
    place = Place(folder)
    place.refuse_network()
    _refuse_present(place)
    person = Person(str(uuid7()), one_line(name_fa), one_line(name_en))
    if not (person.name_fa or person.name_en):
        raise UserError(_("Say who you are: your name is missing."), field="name")
    from liaison.storage.keys.keyring import empty_keyring, new_key

    key = new_key()
    ring, recovery = empty_keyring().with_person(key, person, passphrase).with_recovery(key)
    archive = _made(place, ring, key, person.name("fa"))
    try:
        _settle(archive, ring, person)
    except BaseException:
        archive.close()
        raise
    return Founded(archive, recovery)


def _made(place: Place, ring: Keyring, key: bytes, author: str) -> Archive:
    """Make an archive and its keyring under one lock: never is one of them another's."""
    with disk_told():
        place.folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(place.folder)
    try:
        _refuse_present(place)
        marker.refuse_loss(place.folder, 0)
        with _keys_in_place(place, ring):
            found = opened(place.folder, key, make=True, lock=lock)
        with told(), disk_told():
            return Archive(found, key, author)
    except BaseException:
        lock.release()
        raise


def _refuse_present(place: Place) -> None:
    """Raise StorageError where there is an archive."""
    if place.is_there:
        raise StorageError(
            _("There is an archive in {folder} already.").format(folder=place.folder)
        )


@contextmanager
def _keys_in_place(place: Place, ring: Keyring) -> Iterator[None]:
    """Put a new keyring into place; where no database comes to it, the one before comes back."""
    aside = None
    try:
        with disk_told():
            aside = place.set_keys_aside()
            ring.write(place.folder)
        yield
    except BaseException:
        if not place.database.exists():
            place.keys.unlink(missing_ok=True)
            if aside is not None:
                aside.replace(place.keys)
        raise


def _settle(archive: Archive, ring: Keyring, person: Person, *, shown: bool = True) -> None:
    """Make the first person of a new archive its administrator, and sign them in.

    A recovery key that was never `shown` is not among what the archive knows of.
    """
    values = {"name_fa": person.name_fa, "name_en": person.name_en}
    with archive.writing(_("The first administrator"), "people") as change:  # no step of undo
        named = {each: value for each, value in values.items() if value}
        change.add(Officer, {**named, "role": "administrator"}, person.officer)
        change.set_setting(PEOPLE, since(ring, None if shown else {}, "", change.at))
    archive.sign_in(person.officer, person.name("fa"), RIGHTS["administrator"])


def open_signed(folder: Path, key: bytes, officer: str, *, only_read: bool = False) -> Archive:
    """Open an encrypted archive with the key a passphrase gave, as the officer whose it was.

    Without an `officer` the recovery key opened it, for one who may do everything. Raises
    StorageError where it cannot be opened, or the officer does not work here any more.
    """
    archive = Archive.open(folder, key=key, create=False, only_read=only_read)
    try:
        _finish_founding(archive)
        archive.sign_in(officer, *_standing(archive, officer))
    except BaseException:
        archive.close()
        raise
    return archive


def open_again(
    folder: Path, key: bytes | None, officer: str, *, create: bool = False, only_read: bool = False
) -> Archive:
    """Open an archive as it was open before: with its key for its officer, or without any."""
    if key is not None:
        return open_signed(folder, key, officer, only_read=only_read)
    return Archive.open(folder, create=create, only_read=only_read)


def _finish_founding(archive: Archive) -> None:
    """Give an archive its administrator where making it was broken off just before that."""
    from liaison.storage.keys.keyring import Keyring

    ring = Keyring.read(archive.folder)
    if ring is not None and ring.people and archive.last_change() == 0 and not archive.read_only:
        _settle(archive, ring, ring.people[0], shown=False)


def _standing(archive: Archive, officer: str) -> tuple[str, Rights]:
    """Return under which name an officer signs, and with which rights."""
    if not officer:
        return _("Recovery key"), RIGHTS["administrator"]
    try:
        row = archive.read(Officer, officer)
    except UserError:
        row = None
    if row is None or row.deleted_at is not None or row.get("active") is False:
        raise StorageError(
            _("You are not among the active officers any more; ask an administrator.")
        )
    people = archive.settings.get(PEOPLE)  # a keyring from a backup lets in who was sent away since
    if isinstance(people, dict) and officer not in people:
        raise StorageError(_("You may not sign in any more; ask an administrator."))
    name = row.get("name_fa") or row.get("name_en") or ""
    return name, rights_of(row.get("role") or "")
