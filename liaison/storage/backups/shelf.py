"""The folder in which the backups of an archive stand, and their attached files between them."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from liaison.errors import StorageError
from liaison.i18n import _
from liaison.storage.attachments import Attachments
from liaison.storage.backups.keeping import kept
from liaison.storage.backups.manifest import Manifest
from liaison.storage.disk import copy_down, digest_of, sync_folder
from liaison.storage.first_look import DATABASE
from liaison.storage.keys import KEYS
from liaison.storage.lock import grasp

_STAMP: Final = "%Y-%m-%dT%H%M%S.%fZ"
_UNFINISHED: Final = ".unfinished-"
_LOCK: Final = ".lock"
_COARSE_TIME: Final = 2_000_000_000  # a memory stick counts every second second


@dataclass(frozen=True)
class Backup:
    """One backup: its folder, and what it says of itself."""

    folder: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        """What it is called: when it was made."""
        return self.folder.name

    @property
    def database(self) -> Path:
        """The copy of the database."""
        return self.folder / DATABASE

    @property
    def keys(self) -> Path:
        """The copy of the keyring, where the archive is encrypted."""
        return self.folder / KEYS

    @property
    def has_keys(self) -> bool:
        """Whether the copy of the keyring is what it was; those of older programs are believed."""
        wanted = self.manifest.keys
        return not wanted or (self.keys.is_file() and digest_of(self.keys) == wanted)

    @property
    def is_there(self) -> bool:
        """Whether the copy of the database is a plain file of the size it had."""
        return self.database.is_file() and self.database.stat().st_size == self.manifest.size


class Shelf:
    """Backups side by side; an attached file stands here once, whichever of them speak of it.

    What is being made or removed has a name of its own, so that whatever stands here under a
    backup's name is whole. The `key` of an encrypted archive opens its backups too.
    """

    def __init__(self, folder: Path, key: bytes | None = None) -> None:
        self.folder = folder
        self.key = key
        self.files = Attachments(folder / "files", key)

    def backups(self) -> list[Backup]:
        """Return the backups that can be read, the one made last at the end."""
        found = []
        for each in self._named():
            with suppress(StorageError):
                found.append(Backup(each, Manifest.read(each)))
        return sorted(
            found,
            key=lambda backup: (backup.manifest.number, backup.manifest.made_at, backup.name),
        )

    def next_number(self, at: datetime) -> int:
        """Return the number of a backup made here now, while the clock shows `at`."""
        last = max((each.manifest.number for each in self.backups()), default=0)
        return max(int(at.timestamp()), last + 1)

    def find(self, name: str) -> Backup | None:
        """Return the backup called `name`."""
        return next((each for each in self.backups() if each.name == name), None)

    @contextmanager
    def under_way(self, at: datetime) -> Iterator[Path]:
        """Lend the folder of a backup in the making; it gets its name where the block ends well.

        That name is what makes it a backup. After any error nothing of it is left.
        """
        self.folder.mkdir(exist_ok=True)
        with self.alone():
            self.sweep()
            unfinished = self.folder / f"{_UNFINISHED}{_stamp(at)}"
            unfinished.mkdir()
            try:
                yield unfinished
                unfinished.replace(self.folder / _stamp(at))
                sync_folder(self.folder)
            except BaseException:
                shutil.rmtree(unfinished, ignore_errors=True)
                raise

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others from making and removing here meanwhile.

        Raises StorageError where one does already. The system lets go when the process ends.
        """
        descriptor = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if not _grasped(descriptor):
                raise StorageError(
                    _("Another backup is being made here; try again in a few minutes.")
                )
            yield
        finally:
            os.close(descriptor)

    def made(self, at: datetime) -> Backup:
        """Return the backup that was made at a moment."""
        folder = self.folder / _stamp(at)
        return Backup(folder, Manifest.read(folder))

    def take(self, source: Path, *, linked: bool) -> bool:
        """Take in an attached file; tell whether its content is what its name says.

        A `linked` one is a second name of the same file where the disk is the same; all others
        are copies, down to the disk. What stands here is read again where its time is not that
        of the source, and replaced where it is damaged.
        """
        goal = self.files.named(source.name)
        if goal.is_file() and (_is_copy(source, goal) or self._is_whole_again(source, goal)):
            return True
        if not self.files.is_whole(source):
            return False
        goal.parent.mkdir(parents=True, exist_ok=True)
        fresh = goal.with_name(f"{_UNFINISHED}{source.name}")
        fresh.unlink(missing_ok=True)
        try:
            if not (linked and _link(source, fresh)):
                copy_down(source, fresh)
                _mark_as_copy(source, fresh)
            fresh.replace(goal)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
        sync_folder(goal.parent)
        return True

    def _is_whole_again(self, source: Path, goal: Path) -> bool:
        """Read a file that stands here; the next time its time tells that it was."""
        if goal.stat().st_size != source.stat().st_size or not self.files.is_whole(goal):
            return False
        _mark_as_copy(source, goal)
        return True

    def holds(self, name: str) -> bool:
        """Tell whether an attached file stands here, whole: an older backup may have brought it."""
        path = self.files.named(name)
        return path.is_file() and self.files.is_whole(path)

    def prune(self) -> list[str]:
        """Remove the backups that are not kept, and the files none speaks of; return their names.

        While one cannot be read no file goes: it may be the one that one needs.
        """
        with self.alone():
            backups = self.backups()
            wanted = kept(each.manifest.made_at for each in backups)
            gone = [each for each in backups if each.manifest.made_at not in wanted]
            for each in gone:
                _remove(each.folder)
            if len(backups) == len(self._named()) + len(gone):
                self._prune_files([each for each in backups if each not in gone])
        return [each.name for each in gone]

    def _prune_files(self, backups: list[Backup]) -> None:
        spoken_of = {name for each in backups for name in each.manifest.files}
        # A file that was lacking then may be back, or the only one left to look at.
        spoken_of.update(name for each in backups for name in each.manifest.lacking)
        for path in self.files.contents():
            if path.name not in spoken_of:
                path.unlink()

    def sweep(self) -> None:
        """Remove what was left when a backup or a removal was broken off."""
        for each in self.folder.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(each, ignore_errors=True)

    def _named(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return [each for each in self.folder.iterdir() if _is_stamp(each.name)]


def _grasped(descriptor: int) -> bool:
    """Take the lock of a shelf; a disk that knows no locks is taken for free."""
    try:
        return grasp(descriptor)
    except OSError:
        return True


def _link(source: Path, goal: Path) -> bool:
    """Give a file a second name; tell whether its disk knows such, and is the same."""
    try:
        os.link(source, goal)
    except OSError:
        return False
    return True


def _is_copy(source: Path, goal: Path) -> bool:
    """Tell whether two files are one, or of one size and written at one time."""
    first, second = source.stat(), goal.stat()
    apart = abs(first.st_mtime_ns - second.st_mtime_ns)
    return os.path.samestat(first, second) or (
        first.st_size == second.st_size and apart <= _COARSE_TIME
    )


def _mark_as_copy(source: Path, goal: Path) -> None:
    """Give a file the time of its source; a disk that refuses has it read again each time."""
    at = source.stat()
    with suppress(OSError):
        os.utime(goal, ns=(at.st_atime_ns, at.st_mtime_ns))


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime(_STAMP)


def _is_stamp(name: str) -> bool:
    try:
        datetime.strptime(name, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def _remove(folder: Path) -> None:
    """Remove a backup: first its name, so that half of one never passes for a whole one."""
    unfinished = folder.with_name(f"{_UNFINISHED}{folder.name}")
    folder.replace(unfinished)
    shutil.rmtree(unfinished, ignore_errors=True)
