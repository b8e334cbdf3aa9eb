"""Killing sweeps that run beside somebody who attaches, records, replaces and gives up."""

import random
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Final

from liaison.domain.records import Document
from liaison.domain.schema import StoredFile
from liaison.storage.archive import Archive
from tests.endurance.deeds import LONGEST, READY, Tell, unsound

_CONTENTS: Final = 60
"""So many different contents: what nobody speaks of now may come in again."""
_AHEAD: Final = timedelta(days=2)
"""The sweeps go by a clock so far ahead, so that age protects nothing."""
_SWEPT: Final = "swept-"
_FAILED: Final = "failed-"


class Sweeping:
    """Sweeps and changes at once; told are the records that stay, and how many files went.

    Each worker finds what the killed ones before it left: orphans, halves, and records.
    """

    longest = 2 * LONGEST

    def prepare(self, folder: Path) -> None:
        """Begin with an empty archive."""
        Archive.open(folder / "archive").close()

    def work(self, folder: Path, tell: Tell) -> None:
        """Write on this thread, and sweep on another."""
        with Archive.open(folder / "archive") as archive:
            threading.Thread(target=_sweep_on, args=(archive, tell), daemon=True).start()
            tell(READY)
            while True:
                _write(archive, tell)

    def faults(self, folder: Path, told: Sequence[str]) -> Iterator[str]:
        """Look for every record that was told of, and its file; then sweep to the end."""
        yield from (each for each in told if each.startswith(_FAILED))
        with Archive.open(folder / "archive", create=False) as archive:
            for uid in told:
                if uid.startswith((_SWEPT, _FAILED)):
                    continue
                with suppress(OSError):
                    archive._files.verified(archive.read(Document, uid)["file"])
                    continue
                yield f"{uid} lost its file"
            yield from unsound(archive)
            archive.sweep(datetime.now(UTC) + _AHEAD)
            yield from (str(each) for each in archive.check())


def _sweep_on(archive: Archive, tell: Tell) -> None:
    while True:
        try:
            gone = archive.sweep(datetime.now(UTC) + _AHEAD).files
        except Exception as error:  # noqa: BLE001 - told to whoever kills
            tell(f"{_FAILED}{type(error).__name__}")
            return
        if gone:
            tell(f"{_SWEPT}{gone}")


def _write(archive: Archive, tell: Tell) -> None:
    """Do one of the things by which files come to be spoken of, or no longer."""
    chance = random.SystemRandom()
    number = chance.randrange(_CONTENTS)
    file = _attach(archive, number)
    for _form_left_open in range(chance.randrange(3)):
        archive.counts()
    match chance.randrange(5):
        case 0:  # given up: nothing will speak of it
            pass
        case 1:  # purged: nothing speaks of it any more
            uid = _record(archive, file)
            with archive.change("bin") as change:
                change.delete(Document, uid)
            archive.empty_bin()
        case 2:  # replaced: the past speaks of it, and is the present again
            uid = _record(archive, file)
            with archive.change("replace") as change:
                change.update(Document, uid, {"file": _attach(archive, number + 1)})
            archive.undo()
            tell(uid)
        case _:
            tell(_record(archive, file))


def _attach(archive: Archive, number: int) -> StoredFile:
    content = f"content {number} ".encode() * 500
    return archive.attach(BytesIO(content), "test.bin")


def _record(archive: Archive, file: StoredFile) -> str:
    with archive.change("add") as change:
        return change.add(Document, {"title_fa": "سند آزمون", "file": file})
