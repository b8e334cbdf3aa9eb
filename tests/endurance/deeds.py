"""What a process does until it is killed, and what has to hold afterwards."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Final, Protocol

from liaison.domain.records import Document, Partner
from liaison.errors import DamagedError, StorageError, UserError
from liaison.storage.archive import Archive
from liaison.storage.backups.making import make
from liaison.storage.backups.restoring import put_back, restore
from liaison.storage.backups.routine import shelf_of
from liaison.storage.backups.verifying import faults_of
from liaison.storage.first_look import DATABASE
from liaison.storage.lock import FolderLock
from liaison.storage.place import Place

Tell = Callable[[str], None]
"""Says that something is done for good; it reaches whoever kills even if the next step does not."""

READY: Final = "ready"
"""Told once, when the work begins."""
TEST_KEY: Final = bytes(range(32))
"""The key of archives that are encrypted for a trial."""
_START = datetime(2026, 1, 1, tzinfo=UTC)
LONGEST: Final = 0.6
"""Seconds in which most deeds do several things."""


class Deed(Protocol):
    """One kind of work: `told` is what was said to be done before the kill.

    `longest` is how many seconds after its beginning the kill comes at the latest.
    """

    longest: float

    def prepare(self, folder: Path) -> None:
        """Make what the work begins with, in an empty folder."""
        ...

    def work(self, folder: Path, tell: Tell) -> None:
        """Work until the end, which is sudden."""
        ...

    def faults(self, folder: Path, told: Sequence[str]) -> Iterator[str]:
        """Give what is broken or lost."""
        ...


class Writing:
    """Records with attached files; the uid of each is told once its change is through."""

    longest = LONGEST

    def __init__(self, key: bytes | None = None) -> None:
        """Write into an archive that `key` opens."""
        self._key = key

    def prepare(self, folder: Path) -> None:
        """Begin with an empty archive."""
        Archive.open(folder / "archive", key=self._key).close()

    def work(self, folder: Path, tell: Tell) -> None:
        """Attach a file and record it, again and again."""
        with Archive.open(folder / "archive", key=self._key) as archive:
            tell(READY)
            while True:
                tell(add_document(archive, os.urandom(40_000)))

    def faults(self, folder: Path, told: Sequence[str]) -> Iterator[str]:
        """Look for every record that was told of and its file, then for half of anything."""
        with Archive.open(folder / "archive", key=self._key, create=False) as archive:
            for uid in told:
                try:
                    file = archive.read(Document, uid)["file"]
                except UserError:
                    yield f"lost: {uid}"
                    continue
                try:
                    archive._files.verified(file)
                except StorageError as error:
                    yield f"dangling: {uid}: {error}"
            for path in archive._files.contents():
                if not archive._files.is_whole(path):
                    yield f"torn: {path.name}"
            yield from (f"broken: {each}" for each in unsound(archive))


class BackingUp:
    """Changes and backups in turn, the old ones thinned out; the name of each backup is told."""

    longest = LONGEST

    def prepare(self, folder: Path) -> None:
        """Begin with some records and files."""
        with Archive.open(folder / "archive") as archive:
            for _record in range(5):
                add_document(archive, os.urandom(20_000))

    def work(self, folder: Path, tell: Tell) -> None:
        """Change something, back up, and thin out."""
        with Archive.open(folder / "archive") as archive:
            shelf = shelf_of(archive.folder)
            tell(READY)
            while True:
                add_document(archive, os.urandom(2_000))
                at = _START + timedelta(minutes=20 * archive.last_change())
                tell(make(archive, shelf, at).name)
                shelf.prune()

    def faults(self, folder: Path, told: Sequence[str]) -> Iterator[str]:
        """Look for the last backup told of, and verify those that are there."""
        shelf = shelf_of(folder / "archive")
        backups = shelf.backups()
        if told and told[-1] not in [each.name for each in backups]:
            yield f"the backup {told[-1]} is gone"
        for each in backups[-4:]:
            yield from faults_of(shelf, each)


class Restoring:
    """One backup restored into one folder after another; the name of each folder is told."""

    longest = LONGEST

    def prepare(self, folder: Path) -> None:
        """Begin with an archive and a backup of it."""
        BackingUp().prepare(folder)
        with Archive.open(folder / "archive") as archive:
            make(archive, shelf_of(archive.folder), _START)

    def work(self, folder: Path, tell: Tell) -> None:
        """Restore, again and again."""
        shelf = shelf_of(folder / "archive")
        (backup,) = shelf.backups()
        number = 0
        tell(READY)
        while True:
            number += 1
            restore(shelf, backup, folder / f"restored-{number}")
            tell(f"restored-{number}")

    def faults(self, folder: Path, told: Sequence[str]) -> Iterator[str]:
        """Look through whatever has the name of a restored archive."""
        there = list(folder.glob("restored-*"))
        missing = set(told) - {each.name for each in there}
        yield from (f"{name} is gone" for name in missing)
        for each in there:
            with Archive.open(each, create=False) as archive:
                yield from unsound(archive)
            shutil.rmtree(each)


class Mending:
    """A damaged archive gets its backup back; nothing is told, each end is a good one."""

    longest = LONGEST

    def prepare(self, folder: Path) -> None:
        """Begin with an archive, a backup of it, and a later change."""
        Restoring().prepare(folder)
        with Archive.open(folder / "archive") as archive:
            add_document(archive, b"later")

    def work(self, folder: Path, tell: Tell) -> None:
        """Damage the archive and mend it, again and again."""
        place = Place(folder / "archive")
        _lock = FolderLock(place.folder)
        shelf = shelf_of(place.folder)
        (backup,) = shelf.backups()
        _damage(place)
        tell(READY)
        while True:
            for each in place.folder.glob("damaged-*"):
                shutil.rmtree(each)
            _damage(place)
            put_back(place, shelf, backup)

    def faults(self, folder: Path, told: Sequence[str]) -> Iterator[str]:
        """Find the damaged file or the backup, never nothing and never half."""
        del told
        place = Place(folder / "archive")
        shelf = shelf_of(place.folder)
        (backup,) = shelf.backups()
        try:
            archive = Archive.open(place.folder, create=False)
        except DamagedError:
            (place.folder / "archive.lock").unlink()
            put_back(place, shelf, backup)
            archive = Archive.open(place.folder, create=False)
        with archive:
            if archive.counts().get("document") != backup.manifest.counts["document"]:
                yield "the archive is not that of the backup"
            yield from unsound(archive)


def _damage(place: Place) -> None:
    (place.folder / DATABASE).write_bytes(b"\xff" * 4096)


def add_document(archive: Archive, content: bytes) -> str:
    file = archive.attach(BytesIO(content), "test.bin")
    with archive.change("add") as change:
        city = change.add(Partner, {"name_fa": "شهر آزمون"})
        values = {"title_fa": "سند آزمون", "file": file, "attached_to": ("partner", city)}
        return change.add(Document, values)


def unsound(archive: Archive) -> Iterator[str]:
    """Give what the check of an archive finds, but for files whose change did not come through."""
    yield from (str(each) for each in archive.check() if not each.harmless)
