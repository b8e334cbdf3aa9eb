"""Turning an unencrypted archive into an encrypted one and back: as a copy, verified.

The archive that is copied stays as it is, and so do its backups: who wants nothing left in plain
sight deletes both, once the copy does what it should.
"""

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from uuid6 import uuid7

from liaison.domain.records.officer import Officer
from liaison.domain.schema import StoredFile
from liaison.errors import StorageError, UserError
from liaison.i18n import _
from liaison.storage import chain
from liaison.storage.archive import Archive, Change
from liaison.storage.attachments import Attachments
from liaison.storage.backups.making import Progress
from liaison.storage.change import not_permitted
from liaison.storage.connection import (
    APPLICATION_ID,
    Connection,
    connect,
    database_key,
    scalar,
)
from liaison.storage.copying import new_folder
from liaison.storage.counting import row_counts
from liaison.storage.disk import sync_file
from liaison.storage.faults import disk_told, told
from liaison.storage.first_look import DATABASE
from liaison.storage.holding import spoken_of
from liaison.storage.keys.keyring import Person, empty_keyring, new_key
from liaison.storage.people import since
from liaison.storage.place import FILES
from liaison.storage.settings import BACKUP_PLACE, PEOPLE

_UNFINISHED: Final = ".converting"
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


def encrypted(
    archive: Archive,
    folder: Path,
    person: Person,
    passphrase: str,
    progress: Progress = lambda *_: None,
) -> str:
    """Make an encrypted copy of an unencrypted archive in a new folder; return its recovery key.

    `person` becomes its administrator: an officer there is, by uid, or a new one where the uid is
    empty. Raises UserError for a weak passphrase or a folder that is not empty, StorageError where
    an attached file is missing or the disk refuses; then no copy is left.
    """
    if archive.key is not None:
        raise UserError(_("The archive is encrypted already."))
    named = Person(person.officer or str(uuid7()), person.name_fa, person.name_en)
    key = new_key()
    ring, recovery = empty_keyring().with_person(key, named, passphrase).with_recovery(key)
    with _copied(archive, folder, key, progress) as copy:
        ring.write(copy)
        with (
            Archive.open(copy, key=key, create=False, author=named.name("fa")) as new,
            new.writing(_("Encrypted"), "people") as change,
        ):
            if person.officer:
                change.update(Officer, person.officer, {"role": "administrator", "active": True})
            else:
                change.add(Officer, {**_named(named), "role": "administrator"}, named.officer)
            change.set_setting(PEOPLE, since(ring, None, "", change.at))
            _leave_backup_place(new, change)
    return recovery


def decrypted(archive: Archive, folder: Path, progress: Progress = lambda *_: None) -> None:
    """Make an unencrypted copy of an encrypted archive in a new folder.

    It takes an administrator. Raises UserError and StorageError as `encrypted` does.
    """
    if archive.key is None:
        raise UserError(_("The archive is not encrypted."))
    if not archive.rights.may("encryption"):
        raise not_permitted()
    with (
        _copied(archive, folder, None, progress) as copy,
        Archive.open(copy, create=False, author=archive.author) as new,
        new.writing(_("Encryption removed"), "people") as change,
    ):
        change.set_setting(PEOPLE, {})
        _leave_backup_place(new, change)


def _leave_backup_place(copy: Archive, change: Change) -> None:
    """Let the copy not name the second place, where the backups of the first archive stand."""
    if copy.settings.get(BACKUP_PLACE):
        change.set_setting(BACKUP_PLACE, "")


def _named(person: Person) -> dict[str, str]:
    names = {"name_fa": person.name_fa, "name_en": person.name_en}
    return {each: name for each, name in names.items() if name}


@contextmanager
def _copied(
    archive: Archive, folder: Path, key: bytes | None, progress: Progress
) -> Iterator[Path]:
    """Lend the copy of an archive under another key; it gets its name where the block ends well.

    Nobody writes meanwhile. After any error nothing of it is left.
    """
    refusal = _("{folder} is not empty; name a new folder for the copy.").format(folder=folder)
    with (
        told(),
        disk_told(),
        archive.turn(),
        new_folder(folder, _UNFINISHED, refusal) as unfinished,
    ):
        spoken = _copy_database(archive, unfinished / DATABASE, key)
        _copy_files(archive, Attachments(unfinished / FILES, key), spoken, progress)
        yield unfinished


def _copy_database(archive: Archive, path: Path, key: bytes | None) -> set[str]:
    """Write the database anew under another key, compare, and return which files it speaks of."""
    other = "" if key is None else f"x'{database_key(key)}'"
    with archive.reading_alone() as connection:
        connection.execute("ROLLBACK")  # nothing can be attached inside a transaction
        place = f"{path.absolute().as_uri()}?mode=rwc"
        connection.execute("ATTACH DATABASE ? AS other KEY ?", (place, other))
        connection.execute("SELECT sqlcipher_export('other')").fetchall()
        connection.execute(f"PRAGMA other.application_id = {APPLICATION_ID}")
        connection.execute("DETACH DATABASE other")
        wanted = _state(connection)
    with closing(connect(path, "rw", key)) as copy:
        if scalar(copy, "PRAGMA quick_check(1)") != "ok" or _state(copy) != wanted:
            raise StorageError(
                _("The archive is damaged, so it was not copied. Use a backup of it.")
            )
        chain.relink(copy, chain.chain_key(key))
        spoken = spoken_of(copy)
        copy.execute("PRAGMA journal_mode = WAL")
    sync_file(path)
    return spoken


def _state(connection: Connection) -> tuple[object, ...]:
    """Return what both databases have in common: every table, index and trigger, and the rows."""
    return connection.execute(_SCHEMA).fetchall(), row_counts(connection)


def _copy_files(
    archive: Archive, goal: Attachments, spoken: Collection[str], progress: Progress
) -> None:
    goal.folder.mkdir()
    for done, sha256 in enumerate(sorted(spoken)):
        progress(done, len(spoken))
        with archive.open_file(StoredFile(sha256, sha256, 0)) as content:
            if goal.store(content, sha256).sha256 != sha256:
                raise StorageError(_("The archive is damaged, so it was not copied."))
    progress(len(spoken), len(spoken))
