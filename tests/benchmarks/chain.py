"""What the chain of changes adds to a commit.

    .venv/bin/python -m tests.benchmarks.chain [--runs 30] [--check 20000]

Two archives take the same changes in turn: one as the program makes it, one without the chain (no
link, no salt, no triggers that keep the past). One change adds a record, one renames it, one adds
1,000. Medians of CPU times and times on the wall, and the median of the ratios within a turn. Then
an archive of many changes is walked from its first change on, and linked anew.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from unittest.mock import patch

from liaison.domain.records import by_name
from liaison.i18n import install
from liaison.storage import chain, tampering
from liaison.storage.archive import Archive
from liaison.storage.connection import connect
from liaison.storage.first_look import DATABASE

FOLLOW_UP = by_name("follow_up")
MANY = 1000
WARM = 3
_SALTED = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'history%'"


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--check", type=int, default=20_000, help="how many changes are walked")
    asked = parser.parse_args()
    install("en")
    with tempfile.TemporaryDirectory() as scratch:
        compare(Path(scratch), asked.runs)
        walk(Path(scratch) / "walked", asked.check)


def compare(place: Path, runs: int) -> None:
    """Make the same changes with and without the chain, each first in every other turn."""
    for name in ("with", "without"):
        Archive.open(place / name).close()
    _strip(place / "without")
    times: dict[tuple[str, str], list[tuple[float, float]]] = {}
    with Archive.open(place / "with") as linked, Archive.open(place / "without") as bare:
        offices = [Office(linked, "with"), Office(bare, "without")]
        for run in range(-WARM, runs):
            for act in ACTS:
                for office in offices if run % 2 else reversed(offices):
                    taken = office.time(ACTS[act])
                    if run >= 0:
                        times.setdefault((act, office.name), []).append(taken)
    for act in ACTS:
        _print(act, times[act, "with"], times[act, "without"])


class Office:
    """One of the two archives, and what is done in it."""

    def __init__(self, archive: Archive, name: str) -> None:
        self.archive = archive
        self.name = name
        self.uid = ""
        self._number = 0

    def add(self, count: int = 1) -> None:
        """Add records in one change."""
        with self.archive.change("Add") as change:
            for _record in range(count):
                self._number += 1
                self.uid = change.add(FOLLOW_UP, _values(self._number))

    def rename(self) -> None:
        """Rename the record added last."""
        with self.archive.change("Rename") as change:
            self._number += 1
            change.update(FOLLOW_UP, self.uid, _values(self._number))

    def fill(self) -> None:
        """Add many records in one change."""
        self.add(MANY)

    def time(self, act: "Callable[[Office], object]") -> tuple[float, float]:
        """Return the CPU time and the time on the wall that an act takes, in milliseconds."""
        with _unlinked() if self.name == "without" else nullcontext():
            wall, cpu = time.perf_counter(), time.process_time()
            act(self)
            return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)


ACTS: "dict[str, Callable[[Office], object]]" = {
    "one added": Office.add,
    "one renamed": Office.rename,
    "1,000 added": Office.fill,
}


def walk(folder: Path, changes: int) -> None:
    """Look through and link anew a history of many small changes."""
    with Archive.open(folder) as archive:
        office = Office(archive, "walked")
        for _change in range(changes):
            office.add()
        key = archive.chain_key
    connection = connect(folder / DATABASE, "rw")
    before = time.perf_counter()
    if list(tampering.faults(connection, key, None)):
        raise AssertionError
    middle = time.perf_counter()
    connection.execute("BEGIN")
    connection.execute("DELETE FROM link")
    chain.relink(connection, key)
    connection.execute("COMMIT")
    print(f"{changes} changes walked in {middle - before:.2f} s,", end=" ")
    print(f"linked anew in {time.perf_counter() - middle:.2f} s")
    connection.close()


def _strip(folder: Path) -> None:
    """Give an archive the triggers it had before there was a chain."""
    connection = connect(folder / DATABASE, "rw")
    for name, text in connection.execute(_SALTED).fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
        if "what was done" not in text:
            connection.execute(text.replace("randomblob(16)", "NULL"))
    connection.close()


@contextmanager
def _unlinked() -> Iterator[None]:
    nothing = chain.Head()
    with (
        patch.object(chain, "append", lambda *_: nothing),
        patch.object(chain, "head", lambda *_: nothing),
    ):
        yield


def _values(number: int) -> dict[str, str]:
    return {"title_fa": f"کار آزمون {number}", "title_en": f"Test task {number}", "state": "open"}


def _print(act: str, linked: list[tuple[float, float]], bare: list[tuple[float, float]]) -> None:
    for at, name in enumerate(("CPU", "wall")):
        ratios = [one[at] / other[at] for one, other in zip(linked, bare, strict=True)]
        with_it, without = (statistics.median(each[at] for each in side) for side in (linked, bare))
        print(
            f"{act:12} {name:4} {with_it:9.3f} ms with, {without:9.3f} ms without,"
            f" ratio {statistics.median(ratios):5.3f}"
        )


if __name__ == "__main__":
    main()
