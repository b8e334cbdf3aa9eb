"""What encryption costs: an encrypted archive beside a plain one with the same records.

    .venv/bin/python -m tests.benchmarks.keys [--records 100000] [--queries 200] [--data DIR]

Fills both with the made-up office of the search and with the follow-ups of the lists (or takes
what an earlier run left in DIR). Each act is done in the one and at once in the other, so that a
noisy moment hits both. Times on the wall; for acts that do not wait for the disk, of the processor
too. Read the ratios: the median of each act over that of the same act in the plain archive.
"""

import argparse
import io
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from liaison.domain.records import FollowUp
from liaison.i18n import install
from liaison.storage.archive import Archive, Listing
from liaison.storage.backups.making import make
from liaison.storage.backups.shelf import Shelf
from liaison.storage.keys.keyring import Keyring
from liaison.storage.signing_in import found, open_signed
from tests.benchmarks import lists, search

PASSPHRASE = "words of a benchmark"
PAGE = 128
ATTACHED = 20 << 20
START = datetime(2026, 11, 28, tzinfo=UTC)
Act = Callable[[], object]


class Watch:
    """The times of each act in both archives, in milliseconds."""

    def __init__(self) -> None:
        self.wall: dict[str, tuple[list[float], list[float]]] = {}
        self.cpu: dict[str, tuple[list[float], list[float]]] = {}

    def both(self, name: str, plain: Act, sealed: Act) -> None:
        """Do an act in the one and in the other, each first as often as second."""
        wall = self.wall.setdefault(name, ([], []))
        cpu = self.cpu.setdefault(name, ([], []))
        order = [(0, plain), (1, sealed)]
        for side, act in order if len(wall[0]) % 2 else reversed(order):
            began, begun = time.perf_counter(), time.process_time()
            act()
            cpu[side].append(1000 * (time.process_time() - begun))
            wall[side].append(1000 * (time.perf_counter() - began))

    def report(self, name: str) -> None:
        """Print the medians of an act, and their ratios."""
        figures = []
        for times in (self.wall[name], self.cpu[name]):
            plain, sealed = (statistics.median(each) for each in times)
            figures.append(f"{plain:9.3f} {sealed:9.3f} {sealed / max(plain, 1e-9):5.2f}")
        print(f"{name:28} wall {figures[0]}   CPU {figures[1]}   {len(self.wall[name][0])} times")

    def ratio(self, names: Sequence[str]) -> float:
        """Return the ratio of the processor times of several acts together."""
        plain, sealed = (sum(sum(self.cpu[name][side]) for name in names) for side in (0, 1))
        return sealed / plain


@contextmanager
def pair(place: Path) -> Iterator[tuple[Archive, Archive]]:
    """Open a plain archive and an encrypted one side by side; they are made where there are none.

    Both stand in folders of `place`.
    """
    if not (place / "sealed").exists():
        found(place / "sealed", "آزمونگر", "Tester", PASSPHRASE).archive.close()
    with Archive.open(place / "plain") as plain, _opened(place / "sealed") as sealed:
        yield plain, sealed


def _opened(folder: Path) -> Archive:
    ring = Keyring.read(folder)
    if ring is None:
        raise FileNotFoundError(folder)
    return open_signed(folder, *ring.unlock(PASSPHRASE))


def measure_opening(watch: Watch, place: Path, runs: int) -> None:
    """Open and close; the key is at hand, as behind the window that asked for it."""
    sealed = _opened(place / "sealed")
    key, officer = sealed.key, sealed.officer
    sealed.close()
    if key is None:
        raise ValueError(place)
    for _run in range(runs):
        watch.both(
            "opening",
            lambda: Archive.open(place / "plain").close(),
            lambda: open_signed(place / "sealed", key, officer).close(),
        )
    watch.report("opening")


def measure_changes(watch: Watch, plain: Archive, sealed: Archive, runs: int) -> None:
    """Change a record, and add a thousand."""
    uids = [[row.uid for row in each.first(Listing(FollowUp), PAGE)] for each in (plain, sealed)]
    for run in range(runs):
        one, other = (
            partial(search.note, archive, FollowUp, known[run % PAGE], f"یادداشت {run}")
            for archive, known in zip((plain, sealed), uids, strict=True)
        )
        watch.both("commit of one change", one, other)
    watch.report("commit of one change")
    for run in range(max(3, runs // 40)):
        watch.both(
            "commit of 1,000 records",
            partial(_add, plain, run),
            partial(_add, sealed, run),
        )
    watch.report("commit of 1,000 records")


def _add(archive: Archive, run: int) -> None:
    with archive.change("more") as change:
        for number in range(1000):
            change.add(FollowUp, {"title_fa": f"کار تازهٔ {run} {number}", "notes": "متن آزمون"})


def measure_search(watch: Watch, plain: Archive, sealed: Archive, asked: dict[str, Any]) -> None:
    """Ask both the questions of the benchmark of the search, once warm."""
    for name, texts in asked.items():
        for archive in (plain, sealed):
            archive.search(texts[0])
        for text in texts:
            watch.both(f"search: {name}", partial(plain.search, text), partial(sealed.search, text))
        watch.report(f"search: {name}")
    print(f"all searches together, CPU: {watch.ratio([f'search: {each}' for each in asked]):.2f}")


def measure_lists(watch: Watch, plain: Archive, sealed: Archive, runs: int) -> None:
    """Ask for the beginning of a list, a page in the middle, and the numbers of all."""
    chance = random.Random(7)  # noqa: S311 - no secret
    for listing, name in ((Listing(FollowUp), "title"), (Listing(FollowUp, order="due_on"), "day")):
        ids = [archive.ids(listing) for archive in (plain, sealed)]
        for _run in range(runs):
            at = chance.randrange(len(ids[0]) - PAGE)
            pages = [each[at : at + PAGE] for each in ids]
            watch.both(
                f"list by {name}: first",
                lambda listing=listing: plain.first(listing, PAGE),
                lambda listing=listing: sealed.first(listing, PAGE),
            )
            watch.both(
                f"list by {name}: page",
                lambda listing=listing, page=pages[0]: plain.lines(listing, page),
                lambda listing=listing, page=pages[1]: sealed.lines(listing, page),
            )
            watch.both(
                f"list by {name}: all",
                lambda listing=listing: plain.ids(listing),
                lambda listing=listing: sealed.ids(listing),
            )
        for act in ("first", "page", "all"):
            watch.report(f"list by {name}: {act}")


def measure_backup(watch: Watch, place: Path, plain: Archive, sealed: Archive, runs: int) -> None:
    """Make backups, each verified, thrown away at the end."""
    with tempfile.TemporaryDirectory(dir=place) as scratch:
        shelves = Shelf(Path(scratch) / "plain"), Shelf(Path(scratch) / "sealed", sealed.key)
        for run in range(runs):
            at = START + timedelta(hours=run)
            watch.both(
                "backup",
                partial(make, plain, shelves[0], at),
                partial(make, sealed, shelves[1], at),
            )
    watch.report("backup")


def measure_files(watch: Watch, plain: Archive, sealed: Archive, runs: int) -> None:
    """Attach a file of 20 MB and read it back, compared with what was attached."""
    for _run in range(runs):
        content = os.urandom(ATTACHED)
        files: list[Any] = [None, None]

        def attach(side: int, archive: Archive, content: bytes = content) -> None:
            files[side] = archive.attach(io.BytesIO(content), "a.bin")  # noqa: B023 - at once

        def read(side: int, archive: Archive) -> None:
            with archive.open_file(files[side]) as opened:  # noqa: B023 - at once
                while opened.read(1 << 20):
                    pass

        watch.both("attach 20 MB", partial(attach, 0, plain), partial(attach, 1, sealed))
        watch.both("read 20 MB", partial(read, 0, plain), partial(read, 1, sealed))
        for archive, file in zip((plain, sealed), files, strict=True):
            archive.place.files.joinpath(
                *Path(archive._files.path(file.sha256)).parts[-2:]
            ).unlink()
    watch.report("attach 20 MB")
    watch.report("read 20 MB")


def measure_unlocking(place: Path, runs: int) -> None:
    """Turn a passphrase into the key."""
    ring, times = Keyring.read(place / "sealed"), []
    for _run in range(runs):
        began = time.perf_counter()
        if ring is not None:
            ring.unlock(PASSPHRASE)
        times.append(time.perf_counter() - began)
    print(f"a passphrase becomes the key in {statistics.median(times):.2f} s")


def office(place: Path, count: int, queries: int) -> dict[str, Any]:
    """Fill the office's two archives where they are not there; return what to ask them."""
    known = place / "truth.json"
    if known.exists():
        truth = search.Truth(**json.loads(known.read_text("utf-8")))
    else:
        with pair(place) as (plain, sealed):
            truth = search.fill(plain, count)
            search.fill(sealed, count)
        known.write_text(json.dumps(asdict(truth)), "utf-8")
    return search.questions(truth, queries)


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--data", type=Path)
    asked = parser.parse_args()
    install("en")
    with tempfile.TemporaryDirectory() as scratch:
        place = asked.data or Path(scratch)
        place.mkdir(parents=True, exist_ok=True)
        watch = Watch()
        print("milliseconds: plain, encrypted, ratio")
        questions = office(place / "office", asked.records, asked.queries)
        measure_opening(watch, place / "office", asked.runs)
        with pair(place / "office") as (plain, sealed):
            measure_search(watch, plain, sealed, questions)
            measure_changes(watch, plain, sealed, asked.runs * 40)
            measure_files(watch, plain, sealed, asked.runs)
        with pair(place / "lists") as (plain, sealed):
            for archive in (plain, sealed):
                if not archive.counts().get("follow_up"):
                    lists.fill(archive, asked.records)
            print(f"{plain.place.database.stat().st_size >> 20} MB, {asked.records} follow-ups")
            measure_lists(watch, plain, sealed, asked.runs * 6)
            measure_backup(watch, place, plain, sealed, asked.runs)
        measure_unlocking(place / "office", asked.runs)


if __name__ == "__main__":
    main()
