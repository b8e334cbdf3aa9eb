"""Archives the cases begin with, and ways to give them something."""

import os
import shutil
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from liaison.domain.records import Document, Partner
from liaison.domain.schema import StoredFile
from liaison.storage.archive import Archive
from tests.hostile.case import insist

CONTENT = "متن آزمون".encode() * 100
NAME = "سند آزمون"


def of(folder: Path) -> Path:
    """Return the folder of the archive of a case."""
    return folder / "archive"


def furnished(folder: Path) -> None:
    """Lay an archive down with a record, a file of its own, and a change taken back."""
    shutil.copytree(template().name, of(folder))


@cache
def template() -> TemporaryDirectory[str]:
    """Make that archive, once for all the processes that are forked later."""
    made = TemporaryDirectory(prefix="hostile-")
    with Archive.open(Path(made.name)) as archive:
        add_document(archive, archive.attach(BytesIO(CONTENT), "آزمون.txt"))
        with archive.change("second") as change:
            change.add(Partner, {"name_fa": "شهر آزمون", "name_en": "Test City"})
        archive.undo()
    return made


def add_document(archive: Archive, file: StoredFile) -> str:
    """Record a file and return the uid of its record."""
    with archive.change("add") as change:
        return change.add(Document, {"title_fa": NAME, "file": file})


def hole(path: Path, size: int) -> None:
    """Make a file that is large and takes no room."""
    path.touch()
    os.truncate(path, size)


def insist_whole(archive: Archive) -> None:
    """Insist that nothing is wrong with an archive."""
    found = archive.check()
    insist(not found, "; ".join(map(str, found))[:300])
