"""A small disk of our own, whose state at one moment can be kept while it is being written to.

The disk is an image file under a mounted file system. What a program wrote and nobody wrote down
to the disk lies in the memory of that file system and not in the image: a power cut is to go on
with the image as it is. The image lies on a file system that gives a file a second copy in one
step (FICLONE), holding every write back meanwhile. So the copy is of one moment, in the middle of
a journal's commit too. Copying byte by byte would mix moments, stopping the writer would only ever
cut between its calls and does not stop the kernel's own writing, and freezing the file system
would first write down what is to be lost.

Everything handed to the disk before the cut is on the copy, flushed or not: a disk that lies about
its cache, or loses what it was never asked to flush in another order, is not simulated.

Needs root, loop devices, and mkfs.xfs (xfsprogs); mkfs.btrfs (btrfs-progs) and mkfs.ext4
(e2fsprogs) for disks of these kinds.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SYSTEMS: Final = ("ext4", "xfs", "btrfs")

_MKFS: Final = {
    "ext4": ("mkfs.ext4", "-q", "-F"),
    "xfs": ("mkfs.xfs", "-q", "-f"),
    "btrfs": ("mkfs.btrfs", "-q", "-f"),
}
_SIZE: Final = 512 << 20
_BENCH: Final = 4 << 30
_CLONE: Final = 0x40049409  # FICLONE of linux/fs.h


def why_not(*systems: str) -> str:
    """Tell why no disks of these kinds can be made here, "" where they can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "only root on Linux makes disks"
    lacking = [name for each in ("xfs", *systems) if not shutil.which(name := _MKFS[each][0])]
    if lacking:
        return f"there is no {', '.join(lacking)}"
    with tempfile.TemporaryDirectory() as point:
        try:
            _run("losetup", "--find")
            _run("mount", "-t", "tmpfs", "power", point)
        except (OSError, subprocess.CalledProcessError):
            return "disks cannot be mounted here"
        _run("umount", point)
    return ""


@contextmanager
def bench() -> Iterator[Path]:
    """Lend a folder in memory on a file system that copies a file in one step."""
    with tempfile.TemporaryDirectory(prefix="endurance-") as scratch:
        memory, folder = Path(scratch, "memory"), Path(scratch, "bench")
        with _mounted(memory, "-t", "tmpfs", "-o", f"size={_BENCH}", "power"):
            with (image := memory / "bench.img").open("wb") as file:
                file.truncate(_BENCH)
            _run(*_MKFS["xfs"], "-m", "reflink=1", image)
            with _mounted(folder, "-o", "loop", image):
                yield folder


@contextmanager
def disk(folder: Path, system: str) -> Iterator["Disk"]:
    """Lend an empty disk with a file system, made on a bench."""
    made = Disk(folder, system)
    try:
        made.mount()
        yield made
    finally:
        made.unmount()


class Disk:
    """A mounted disk, which can lose its power."""

    def __init__(self, folder: Path, system: str) -> None:
        """Make the file system."""
        self.folder = folder / "disk"
        self._image, self._cut = folder / "disk.img", folder / "cut.img"
        self.folder.mkdir(exist_ok=True)
        self._image.unlink(missing_ok=True)
        with self._image.open("wb") as file:
            file.truncate(_SIZE)
        _run(*_MKFS[system], self._image)

    def mount(self) -> None:
        """Attach the disk; its journal is replayed where it was cut off."""
        _run("mount", "-o", "loop", self._image, self.folder)

    def unmount(self) -> None:
        """Detach the disk, once it took what there was to write down."""
        if os.path.ismount(self.folder):
            _run("umount", self.folder)

    def keep_moment(self) -> None:
        """Keep what the disk holds now, whatever is being written."""
        import fcntl  # not on every system that collects these tests

        with self._image.open("rb") as image, self._cut.open("wb") as cut:
            fcntl.ioctl(cut.fileno(), _CLONE, image.fileno())

    def return_to_moment(self) -> None:
        """Forget all that came after the moment that was kept, as a power cut does."""
        self.unmount()
        self._cut.replace(self._image)
        self.mount()

    def write_down(self) -> "subprocess.Popen[bytes]":
        """Begin to write down everything, as a system does in its own time."""
        return subprocess.Popen(["sync", "--file-system", self.folder])  # noqa: S603, S607 - a disk of our own


@contextmanager
def _mounted(point: Path, *words: str | Path) -> Iterator[None]:
    point.mkdir()
    _run("mount", *words, point)
    try:
        yield
    finally:
        _run("umount", point)


def _run(name: str, *words: str | Path) -> None:
    found = shutil.which(name) or name
    subprocess.run([found, *words], check=True, capture_output=True)  # noqa: S603 - disks of our own
