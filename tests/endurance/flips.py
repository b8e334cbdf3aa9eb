"""Flip one bit of an archive, a thousand times, and see whether anybody notices.

    .venv/bin/python -m tests.endurance.flips [--flips 1000] [--attached 500] [--control 100]
        [--encrypted] [--seed 7]

A bit anywhere in the database of a closed archive is flipped: opening it or its check has to find
that, and no backup may be made of it. So has the check in an attached file, and the copy of it at
the second place of backups has to stay what it was. After every flip each byte of the backups that
were there is compared, and the archive is made whole for the next. `--control` flips are done to
a database whose sums were taken away: where those are all found too, the sums prove nothing (an
encrypted one has none, and no such control). Exits with 1 where a flip was missed, a backup was
made of damage, or a good one is not what it was.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

from liaison.domain.records import Document, Partner
from liaison.errors import LiaisonError
from liaison.i18n import install
from liaison.storage.archive import Archive
from liaison.storage.backups.routine import ELSEWHERE, back_up, shelf_of
from liaison.storage.place import SUMS
from liaison.storage.settings import BACKUP_PLACE
from tests.endurance.deeds import TEST_KEY

_NOW: Final = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)
_HOUR: Final = timedelta(hours=1)
_OWN: Final = ("archive.db", "archive.head", "archive.sums")
_RECORDS: Final = 150


def main() -> int:
    """Flip as often as was asked, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--flips", type=int, default=1000)
    parser.add_argument("--attached", type=int, default=500)
    parser.add_argument("--control", type=int, default=100)
    parser.add_argument("--encrypted", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    install("en")
    key = TEST_KEY if asked.encrypted else None
    with tempfile.TemporaryDirectory(prefix="endurance-") as scratch:
        trial = Trial(Path(scratch), key, random.Random(asked.seed))  # noqa: S311 - where to flip is no secret
        wrong = _told("database", Counter(trial.database() for _ in range(asked.flips)))
        wrong += _told("attached files", Counter(trial.attached() for _ in range(asked.attached)))
        if key is None and asked.control:
            bare = Counter(trial.database(without_sums=True) for _ in range(asked.control))
            if not _told("database without sums", bare):
                sys.stdout.write("Without sums everything is found too: this proves nothing.\n")
                wrong += 1
    return 1 if wrong else 0


def _told(where: str, found: Counter[str]) -> int:
    """Print what became of the flips, and return how many ended otherwise than they should."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(found.items()))
    sys.stdout.write(f"{where}: {found.total()} flips: {kinds}\n")
    sys.stdout.flush()
    return sum(count for kind, count in found.items() if not kind.startswith("found"))


class Trial:
    """A closed archive with backups here and at a second place, and its state to return to."""

    def __init__(self, scratch: Path, key: bytes | None, chance: random.Random) -> None:
        """Fill the archive."""
        self._folder, self._elsewhere = scratch / "archive", scratch / "elsewhere"
        self._key, self._chance = key, chance
        self._elsewhere.mkdir()
        self._fill()
        self._own = {name: self._bytes(name) for name in _OWN}
        self._shelves = (shelf_of(self._folder).folder, self._elsewhere / ELSEWHERE)
        self._kept = [_digests(each) for each in self._shelves]

    def _bytes(self, name: str) -> bytes | None:
        path = self._folder / name
        return path.read_bytes() if path.exists() else None

    def _fill(self) -> None:
        with Archive.open(self._folder, key=self._key) as archive:
            archive.settings.set(BACKUP_PLACE, str(self._elsewhere))
            for number in range(_RECORDS):
                content = self._chance.randbytes(self._chance.randrange(300, 30_000))
                file = archive.attach(BytesIO(content), f"{number}.bin")
                with archive.change("add") as change:
                    name = {"name_fa": f"شهر آزمون {number}", "goals_fa": "هدف آزمون " * number}
                    city = change.add(Partner, name)
                    held = {"file": file, "attached_to": ("partner", city)}
                    change.add(Document, {"title_fa": f"سند {number}", **held})
                if number in {_RECORDS // 2, _RECORDS - 2}:
                    back_up(archive, _NOW + number * _HOUR, always=True)
            with archive.change("bin") as change:
                change.delete(Document, archive.rows(Document)[0].uid)

    def database(self, *, without_sums: bool = False) -> str:
        """Flip a bit of the database, and return in a word or two what came of it."""
        path = self._folder / "archive.db"
        _flip(path, self._chance.randrange(path.stat().st_size * 8))
        if without_sums:
            (self._folder / SUMS).unlink()
        try:
            return self._looked_through(made="a backup made of damage")
        finally:
            for left in self._folder.glob("archive.*"):
                left.unlink()
            for name, content in self._own.items():
                if content is not None:
                    (self._folder / name).write_bytes(content)

    def attached(self) -> str:
        """Flip a bit of an attached file, and return in a word or two what came of it.

        Backups on the same disk hold the very same file under a second name: it is flipped there
        too, and those at the second place are what has to stand.
        """
        path = self._chance.choice(sorted(self._folder.glob("files/??/*")))
        path.chmod(0o644)
        bit = self._chance.randrange(path.stat().st_size * 8)
        _flip(path, bit)
        here, self._kept[0] = self._kept[0], _digests(self._shelves[0])
        try:
            return self._looked_through(made="")
        finally:
            _flip(path, bit)
            self._kept[0] = here

    def _looked_through(self, made: str) -> str:
        found = ""
        try:
            with Archive.open(self._folder, key=self._key, create=False) as archive:
                found = "found by the check" if _finds(archive) else "missed"
                with suppress(LiaisonError):
                    back_up(archive, _NOW + 1000 * _HOUR, always=True)
                    found = made or found
        except LiaisonError:
            found = "found at opening"
        except Exception as fault:  # noqa: BLE001 - whatever is not told in a sentence counts
            found = f"broke down with {type(fault).__name__}: {fault}"
        return found if self._backups_stand() else "a good backup was altered"

    def _backups_stand(self) -> bool:
        """Tell whether the backups are byte by byte what they were; a new one goes again."""
        stand = True
        for folder, kept in zip(self._shelves, self._kept, strict=True):
            now = _digests(folder)
            stand = stand and all(now.get(name) == digest for name, digest in kept.items())
            for new in sorted(now.keys() - kept.keys()):
                (folder / new).unlink()
        for each in (folder for shelf in self._shelves for folder in shelf.iterdir()):
            if each.is_dir() and not any(each.iterdir()):
                shutil.rmtree(each)
        return stand


def _finds(archive: Archive) -> bool:
    try:
        return bool(archive.check())
    except LiaisonError:
        return True


def _flip(path: Path, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(bit // 8)
        (byte,) = file.read(1)
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def _digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file, by its path in a folder."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


if __name__ == "__main__":
    sys.exit(main())
