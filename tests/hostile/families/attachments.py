"""Files that are attached: names that could steer a path, and sources that are no files."""

import errno
import os
import shutil
import time
import unicodedata
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

from liaison.storage.archive import Archive
from tests.hostile.case import Case, Expected, insist
from tests.hostile.families.places import CONTENT, add_document, furnished, hole, insist_whole, of

_NAMES = {
    "31": ("up and out", "../../x.pdf"),
    "32": ("a drive", "C:\\x.pdf"),
    "33": ("absolute", "/abs/x.pdf"),
    "34": ("another computer", "\\\\srv\\s\\x.pdf"),
    "35": ("a device", "NUL.txt"),
    "36": ("a stream", "a.txt:ads"),
    "37": ("dots and spaces at the end", "name. . "),
    "38": ("turned around", "photo\u202egpj.exe"),
    "39": ("invisible marks", "a\u2066b\u2069c\u200ed\u200f.pdf"),
    "40": ("three hundred bytes", "ن" * 150 + ".pdf"),
    "41": ("decomposed", unicodedata.normalize("NFD", "é.pdf")),
    "42": ("only dots", "..."),
    "43": ("lines and controls", "a\nb\x00\x1b.pdf"),
    "44": ("ZWNJ stays", "نامه‌ها.pdf"),
}
_HELD = "tests/storage/test_attachments.py"


def _named(name: str, folder: Path) -> str:
    """Attach under a name, record it, and save it elsewhere under the name it was given."""
    goal = folder / "out"
    goal.mkdir()
    with Archive.open(of(folder)) as archive:
        stored = archive.attach(BytesIO(CONTENT), name)
        add_document(archive, stored)
        path = goal / stored.name
        insist(path.parent == goal, stored.name)
        path.write_bytes(CONTENT)
        insist([each.name for each in goal.iterdir()] == [stored.name], stored.name)
        insist_whole(archive)
    return stored.name


def _from_disk(folder: Path) -> str:
    """Attach a file whose own name on the disk is hostile."""
    source = folder / "a\nb\u202egpj.exe"
    source.write_bytes(CONTENT)
    with Archive.open(of(folder)) as archive:
        name = archive.attach(source).name
    insist(name == "abgpj.exe", name)
    return name


class _Pulled(BytesIO):
    """A file on a disk that is pulled out while it is read."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            raise OSError(errno.EIO, "Input/output error")
        return super().read(size)


def _attach(name: str, folder: Path) -> None:
    with Archive.open(of(folder)) as archive:
        archive.attach(folder / name)


def _pulled(folder: Path) -> None:
    with Archive.open(of(folder)) as archive:
        archive.attach(_Pulled(bytes(2 << 20)), "a.bin")


def _growing(folder: Path) -> None:
    """Attach a file into which another process goes on writing."""
    source = Path(mkdtemp(prefix="growing-")) / "growing.log"
    with source.open("ab", buffering=0) as file:
        file.write(bytes(8 << 20))
        writer = os.fork()
        if not writer:
            while file.write(bytes(4096)):
                time.sleep(0.001)
        try:
            with Archive.open(of(folder)) as archive:
                archive.attach(source)
        finally:
            os.kill(writer, 9)
            os.waitpid(writer, 0)
            shutil.rmtree(source.parent)


def _empty(folder: Path) -> None:
    with Archive.open(of(folder)) as archive:
        stored = archive.attach(BytesIO(b""), "empty.pdf")
        add_document(archive, stored)
        insist(stored.size == 0)
        archive.extract_pending()
        insist_whole(archive)


def _with(name: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        furnished(folder)
        make(folder / name)

    return prepare


CASES = [
    *(
        Case(number, name, furnished, partial(_named, text), Expected.HARMLESS, elsewhere=_HELD)
        for number, (name, text) in _NAMES.items()
    ),
    Case("43", "such a name on the disk", furnished, _from_disk, Expected.HARMLESS),
    Case(
        "46",
        "a link",
        _with("link", lambda path: path.symlink_to("/etc/hostname")),
        partial(_attach, "link"),
        elsewhere=_HELD,
    ),
    Case("46", "a pipe", _with("pipe", os.mkfifo), partial(_attach, "pipe"), elsewhere=_HELD),
    Case("46", "a device", furnished, partial(_attach, "/dev/zero"), elsewhere=_HELD),
    Case("46", "a folder", _with("in", Path.mkdir), partial(_attach, "in"), elsewhere=_HELD),
    Case("46", "nothing", furnished, partial(_attach, "nothing")),
    Case("47", "growing while it is copied", furnished, _growing),
    Case("48", "nothing in it", furnished, _empty, Expected.HARMLESS, elsewhere=_HELD),
    Case(
        "49",
        "two gigabytes",
        _with("large.bin", lambda path: hole(path, 2 << 30)),
        partial(_attach, "large.bin"),
    ),
    Case("50", "pulled out half-way", furnished, _pulled, elsewhere=_HELD),
]
