"""Cut the power while the program writes, and look at what the disk had by then.

    .venv/bin/python -m tests.endurance.power [--cuts 500] [--systems ext4,xfs,btrfs]
        [--control 10] [--encrypted] [--seed 7]

For each cut a worker is forked that adds records with attached files to an archive on a disk of
our own (power_disk.py tells how it is cut, what it needs and what it cannot show). At a random
moment what it has told of is taken down, then the disk's state is kept, then the worker is killed.
The disk goes on from that state: its journal is replayed, the program opens the archive, and every
record told of since the disk was new has to be there with its file. The next cut hits the same
archive. In half of the cuts the system is busy writing everything down at that moment, and half of
the workers carry their log over to the database at every change, not when it is long.

The same is then done `--control` times on each file system to a worker that never waits for the
disk (careless.py). Exits with 1 where anything was lost, dangling, torn or broken, and also where
the careless workers lost nothing: then the harness proves nothing.
"""

import argparse
import os
import random
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from liaison.errors import LiaisonError
from liaison.i18n import install
from liaison.storage import page_sums
from tests.endurance.careless import stop_waiting_for_the_disk
from tests.endurance.deeds import READY, TEST_KEY, Writing
from tests.endurance.power_disk import SYSTEMS, Disk, bench, disk, why_not

_LONGEST: Final = 0.6
"""Seconds from the beginning of the work to the cut, at most."""
_ROUNDS: Final = 10
"""So many cuts hit one archive before a new one is begun."""
_SHOWN: Final = 12
_ROOM: Final = 1 << 16


def main() -> int:
    """Cut as often as was asked, then carelessly, and say what came of both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cuts", type=int, default=500)
    parser.add_argument("--control", type=int, default=10)
    parser.add_argument("--systems", default=",".join(SYSTEMS))
    parser.add_argument("--encrypted", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    systems = asked.systems.split(",")
    if reason := why_not(*systems):
        sys.stderr.write(f"{reason}\n")
        return 2
    install("en")
    deed = Writing(TEST_KEY if asked.encrypted else None)
    chance = random.Random(asked.seed)  # noqa: S311 - when to cut is no secret
    shares = [len(range(place, asked.cuts, len(systems))) for place in range(len(systems))]
    with bench() as folder:
        run = Run(deed, chance, folder)
        broken = sum(run.told(name, share) for name, share in zip(systems, shares, strict=True))
        careless = Run(deed, chance, folder, stop_waiting_for_the_disk)
        found = sum(careless.told(name, asked.control) for name in systems)
    if not found:
        sys.stdout.write(
            "Workers that never wait for the disk lost nothing: this proves nothing.\n"
        )
    return 1 if broken or not found else 0


class Run:
    """Cuts of one kind of worker; `before` is what such a worker does first."""

    def __init__(
        self,
        deed: Writing,
        chance: random.Random,
        folder: Path,
        before: Callable[[], None] | None = None,
    ) -> None:
        self._deed, self._chance, self._folder, self._before = deed, chance, folder, before

    def told(self, system: str, cuts: int) -> int:
        """Cut, print what was found, and return how much of it is wrong."""
        done, faults = 0, []
        left = cuts
        while left:
            with disk(self._folder, system) as made:
                cut, told, found = self._endured(made, min(left, _ROUNDS))
            left, done = left - cut, done + told
            faults += found
        kinds = Counter(fault.split(":")[0] for fault in faults)
        named = ", ".join(
            f"{kinds[kind]} {kind}" for kind in ("lost", "dangling", "torn", "broken")
        )
        worker = "careless, " if self._before else ""
        sys.stdout.write(f"{worker}{system}: {cuts} cuts, {done} told before them: {named}\n")
        sys.stdout.writelines(f"  {fault}\n" for fault in faults[:_SHOWN] if not self._before)
        sys.stdout.flush()
        return len(faults)

    def _endured(self, made: Disk, cuts: int) -> tuple[int, int, list[str]]:
        """Cut one disk until something is wrong; return how often, what was told, what is wrong."""
        told: list[str] = []
        self._deed.prepare(made.folder)
        for cut in range(1, cuts + 1):
            told += self._cut(made)
            found = _judged(self._deed.faults(made.folder, told))
            if found:
                return cut, len(told), found
        return cuts, len(told), []

    def _cut(self, made: Disk) -> list[str]:
        """Let a worker begin, cut the power a while later, and return what it told by then."""
        reading, writing = os.pipe()
        carries = self._chance.random() < 1 / 2
        worker = os.fork()
        if not worker:
            try:
                os.close(reading)
                if carries:
                    page_sums._LOG_IS_LONG = 1
                if self._before:
                    self._before()
                self._deed.work(made.folder, lambda line: _write(writing, line))
            finally:
                os._exit(1)
        os.close(writing)
        select.select([reading], [], [])
        time.sleep(self._chance.uniform(0, _LONGEST))
        busy = made.write_down() if self._chance.random() < 1 / 2 else None
        time.sleep(self._chance.uniform(0, 0.01))
        told = _so_far(reading)
        made.keep_moment()
        os.kill(worker, signal.SIGKILL)
        _pid, status = os.waitpid(worker, 0)
        os.close(reading)
        if busy:
            busy.wait()
        if not os.WIFSIGNALED(status):
            message = f"the worker ended by itself: {status}"
            raise RuntimeError(message)
        made.return_to_moment()
        return told


def _judged(faults: Iterable[str]) -> list[str]:
    """Return the faults, and where the archive does not even open that one."""
    found: list[str] = []
    try:
        found.extend(faults)
    except LiaisonError as error:
        found.append(f"broken: {error}")
    return found


def _so_far(reading: int) -> list[str]:
    """Return what a worker told by now, without its readiness."""
    os.set_blocking(reading, False)
    told = b""
    try:
        while chunk := os.read(reading, _ROOM):
            told += chunk
    except BlockingIOError:
        pass
    return [each for each in told.decode().split() if each != READY]


def _write(descriptor: int, line: str) -> None:
    os.write(descriptor, f"{line}\n".encode())


if __name__ == "__main__":
    sys.exit(main())
