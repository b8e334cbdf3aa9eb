"""How long a backup of 100,000 records takes, beside copying the file by hand.

    .venv/bin/python -m tests.benchmarks.backup [--records 100000] [--runs 5]

A backup is the copy, the look through it, the comparison of all row counts and the hash of every
byte; by hand the bytes are copied and written down to the disk. Times on the wall, medians and
ratios of one run.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from liaison.i18n import install
from liaison.storage.archive import Archive
from liaison.storage.backups.making import make
from liaison.storage.backups.restoring import restore
from liaison.storage.backups.shelf import Shelf
from liaison.storage.backups.verifying import faults_of
from liaison.storage.disk import copy_down
from tests.benchmarks.lists import fill
from tests.benchmarks.worker import peak

_START = datetime(2026, 11, 28, tzinfo=UTC)


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    install("en")
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        with Archive.open(place / "archive") as archive:
            fill(archive, asked.records)
        measure(place, asked.runs)


def measure(place: Path, runs: int) -> None:
    """Do each act in turn, so that a noisy moment hits all of them."""
    shelf = Shelf(place / "backups")
    times: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[[], object]) -> None:
        before = time.perf_counter()
        work()
        times.setdefault(name, []).append(time.perf_counter() - before)

    with Archive.open(place / "archive") as archive:
        size = archive.place.database.stat().st_size >> 20
        for run in range(runs):
            at = _START + timedelta(hours=run)
            by_hand = place / f"copy-{run}"
            timed("by hand", lambda goal=by_hand: copy_down(archive.place.database, goal))  # type: ignore[misc] # bound at once
            timed("backup", lambda at=at: make(archive, shelf, at))  # type: ignore[misc] # the same
            backup = shelf.made(at)
            timed("verify", lambda backup=backup: faults_of(shelf, backup))  # type: ignore[misc] # the same
            timed(
                "restore", lambda backup=backup, run=run: restore(shelf, backup, place / f"{run}")
            )  # type: ignore[misc] # the same
    hand = statistics.median(times["by hand"])
    print(f"a database of {size} MB, most memory {peak():.0f} MB")
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"{name:8} {middle:6.2f} s   {middle / hand:5.1f} times by hand")


if __name__ == "__main__":
    main()
