"""Whether a backup is still what it was, every byte of it."""

from collections.abc import Iterator
from contextlib import closing

from liaison.errors import LiaisonError
from liaison.i18n import language, ngettext
from liaison.language import digits
from liaison.storage.backups.manifest import damaged
from liaison.storage.backups.shelf import Backup, Shelf
from liaison.storage.connection import connect, scalar
from liaison.storage.disk import digest_of
from liaison.storage.faults import disk_told, told


def faults_of(shelf: Shelf, backup: Backup, key: bytes | None = None) -> list[str]:
    """Return what is wrong with a backup, in sentences; every byte of it is read."""
    try:
        with told(), disk_told():
            return [*_database(backup, key), *_files(shelf, backup)]
    except LiaisonError as error:
        return [str(error)]


def _database(backup: Backup, key: bytes | None) -> Iterator[str]:
    if not backup.is_there or digest_of(backup.database) != backup.manifest.sha256:
        yield str(damaged(backup.name))
        return
    with closing(connect(backup.database, "immutable", key)) as connection:
        if scalar(connection, "PRAGMA integrity_check(1)") != "ok":
            yield str(damaged(backup.name))


def _files(shelf: Shelf, backup: Backup) -> Iterator[str]:
    paths = [shelf.files.path(sha256) for sha256 in backup.manifest.files]
    lost = sum(not (path.is_file() and shelf.files.is_whole(path)) for path in paths)
    if lost:
        yield ngettext(
            "The backup {name} lacks {count} attached file.",
            "The backup {name} lacks {count} attached files.",
            lost,
        ).format(name=backup.name, count=digits.number(lost, language()))
