"""The ground on which faults are provoked: an archive that holds something, on its own disk."""

import fcntl
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from liaison.domain.records import Document, Partner
from liaison.storage.archive import Archive
from liaison.storage.backups.making import make
from liaison.storage.backups.routine import shelf_of
from liaison.storage.backups.verifying import faults_of
from tests.acceptance.disks import mounted

MADE: Final = datetime(2026, 1, 1, tzinfo=UTC)
SIZE: Final = "16m"
LONG: Final = "متن بلند آزمون " * 400
_DISK: Final = 24 << 20
_SHUTDOWN: Final = 0x8004587D  # what ext4 calls EXT4_IOC_SHUTDOWN
_WITHOUT_A_WORD: Final = 2  # nothing more of its journal is written


@dataclass
class Ground:
    """A disk with an archive of `acknowledged` cities and a backup of it; `away` is elsewhere."""

    disk: Path
    away: Path
    acknowledged: int = 2

    @property
    def archive(self) -> Path:
        """The folder of the archive."""
        return self.disk / "archive"

    def prepare(self) -> None:
        """Make the archive, with an attached file, and a backup of it."""
        with Archive.open(self.archive) as archive:
            for number in range(self.acknowledged):
                add_city(archive, f"شهر آزمون {number}")
            make(archive, shelf_of(self.archive), MADE)

    def fill_up(self, leave: int = 0) -> None:
        """Leave no room on the disk, or but so many bytes."""
        with (self.disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
            while True:
                ballast.write(bytes(4096))
        if leave:
            size = (self.disk / "ballast").stat().st_size
            os.truncate(self.disk / "ballast", max(0, size - leave))

    def free(self) -> None:
        """Give the room back."""
        (self.disk / "ballast").unlink(missing_ok=True)

    def faults(self) -> Iterator[str]:
        """Give what is broken or lost in the archive and its backups."""
        with Archive.open(self.archive, create=False) as archive:
            if archive.counts().get("partner") != self.acknowledged:
                yield f"{archive.counts()} instead of {self.acknowledged} cities"
            yield from (str(each) for each in archive.check() if "no record" not in each.message)
        shelf = shelf_of(self.archive)
        if not shelf.backups():
            yield "no backup is left"
        for each in shelf.backups():
            yield from faults_of(shelf, each)
        for left in self.archive.glob("**/*unfinished*"):
            yield f"{left.name} was left"


def add_city(archive: Archive, name: str, notes: str = "") -> None:
    """Record a city with a document whose file is attached."""
    file = archive.attach(BytesIO(os.urandom(30_000)), "test.bin")
    with archive.change("add") as change:
        city = change.add(Partner, {"name_fa": name, "notes": notes or None})
        values = {"title_fa": "سند آزمون", "file": file, "attached_to": ("partner", city)}
        change.add(Document, values)


@contextmanager
def plain() -> Iterator[Ground]:
    """Lend a ground on the disk that everything lies on."""
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    try:
        (folder / "disk").mkdir()
        (folder / "away").mkdir()
        yield Ground(folder / "disk", folder / "away")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def small() -> Iterator[Ground | None]:
    """Lend a ground on a small disk of its own; None where mounting is not permitted."""
    with plain() as ground:
        if os.geteuid() or not mounted("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", ground.disk):
            yield None
            return
        try:
            yield ground
        finally:
            unmount(ground.disk)


@contextmanager
def stick() -> Iterator[Ground | None]:
    """Lend a ground on an image that can be pulled like a memory stick; None where that fails."""
    with plain() as ground:
        image = ground.away / "stick.img"
        with image.open("wb") as file:
            file.truncate(_DISK)
        made = shutil.which("mkfs.ext4") and ran("mkfs.ext4", "-q", image)
        if os.geteuid() or not made or not mounted("-o", "loop", image, ground.disk):
            yield None
            return
        try:
            yield ground
        finally:
            unmount(ground.disk)


def pull(disk: Path) -> None:
    """Have the file system answer nothing any more, as one whose device is gone."""
    descriptor = os.open(disk, os.O_RDONLY)
    try:
        fcntl.ioctl(descriptor, _SHUTDOWN, struct.pack("I", _WITHOUT_A_WORD))
    finally:
        os.close(descriptor)


def ran(*words: str | Path) -> bool:
    """Run a tool of the system and tell whether that went well."""
    done = subprocess.run(words, check=False, capture_output=True)  # noqa: S603 - tools of the system
    return not done.returncode


def unmount(disk: Path) -> None:
    """Take a disk away now, whoever uses it."""
    ran(shutil.which("umount") or "umount", "--lazy", disk)
