"""Whether a backup is still what it was, every byte of it."""

from collections.abc import Iterator
from contextlib import closing

from liaison.errors import LiaisonError
from liaison.i18n import _, language, ngettext
from liaison.language import digits
from liaison.storage import chain
from liaison.storage.backups.manifest import damaged
from liaison.storage.backups.shelf import Backup, Shelf
from liaison.storage.connection import Connection, connect, scalar
from liaison.storage.disk import digest_of
from liaison.storage.faults import disk_told, told
from liaison.storage.store import Store


def faults_of(shelf: Shelf, backup: Backup) -> list[str]:
    """Return what is wrong with a backup, in sentences; every byte of it is read."""
    try:
        with told(), disk_told():
            return [*_database(backup, shelf.key), *_files(shelf, backup)]
    except LiaisonError as error:
        return [str(error)]


def _database(backup: Backup, key: bytes | None) -> Iterator[str]:
    if (
        not (backup.is_there and backup.has_keys)
        or digest_of(backup.database) != backup.manifest.sha256
    ):
        yield str(damaged(backup.name))
        return
    with closing(connect(backup.database, "immutable", key)) as connection:
        if scalar(connection, "PRAGMA integrity_check(1)") != "ok" or not holds(connection, backup):
            yield str(damaged(backup.name))


def holds(connection: Connection, backup: Backup) -> bool:
    """Tell whether a history holds all changes up to the last of a backup, as they were then."""
    told = backup.manifest
    return not told.history or chain.digest_at(connection, told.head).hex() == told.history


def rewritten(archive: Store, shelf: Shelf) -> list[str]:
    """Return, in a sentence, the first backup whose history the archive does not hold any more.

    The hashes of the archive's own history are believed; its check compares them.
    """
    with archive.reading() as connection:
        for backup in shelf.backups():
            if not holds(connection, backup):
                return [
                    _(
                        "The history of the archive does not hold that of the backup {name}: it was"
                        " rewritten since, or an older backup was put back. Keep that backup and"
                        " compare."
                    ).format(name=backup.name)
                ]
    return []


def _files(shelf: Shelf, backup: Backup) -> Iterator[str]:
    paths = [shelf.files.named(name) for name in backup.manifest.files]
    lost = sum(not (path.is_file() and shelf.files.is_whole(path)) for path in paths)
    if lost:
        yield ngettext(
            "The backup {name} lacks {count} attached file.",
            "The backup {name} lacks {count} attached files.",
            lost,
        ).format(name=backup.name, count=digits.number(lost, language()))
