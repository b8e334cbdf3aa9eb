"""Kill -9 in the middle of everything, and look at what is left.

    .venv/bin/python -m tests.endurance.kills [--kills 1000] [--deeds write,backup,sweep,…]

A worker is forked for each kill, from a process that has loaded everything and done nothing; it is
killed at a random moment after its work began. Exits with 1 where anything is broken or
lost. What a power cut does is another question: a kill leaves the disk its time to write.
"""

import argparse
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from liaison.i18n import install
from tests.endurance.deeds import BackingUp, Deed, Mending, Restoring, Writing
from tests.endurance.migrating import Migrating
from tests.endurance.sweeping import Sweeping

DEEDS: dict[str, Deed] = {
    "write": Writing(),
    "backup": BackingUp(),
    "restore": Restoring(),
    "mend": Mending(),
    "migrate": Migrating(),
    "sweep": Sweeping(),
}
_ROUNDS = 25
"""So many kills hit one folder before a new one is begun."""


def main() -> int:
    """Kill as often as was asked, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=True)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--deeds", default=",".join(DEEDS))
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    install("en")
    chance = random.Random(asked.seed)  # noqa: S311 - when to kill is no secret
    broken = 0
    for name in asked.deeds.split(","):
        done, faults = _endured(DEEDS[name], asked.kills, chance)
        broken += len(faults)
        sys.stdout.write(f"{name}: {asked.kills} kills, {done} done before them, ")
        sys.stdout.write(f"{len(faults)} broken or lost\n")
        sys.stdout.writelines(f"  {fault}\n" for fault in faults[:20])
    return 1 if broken else 0


def _endured(deed: Deed, kills: int, chance: random.Random) -> tuple[int, list[str]]:
    """Return how much was acknowledged, and what was broken or lost."""
    done, faults = 0, []
    for first in range(0, kills, _ROUNDS):
        folder = Path(tempfile.mkdtemp(prefix="endurance-"))
        try:
            deed.prepare(folder)
            for _kill in range(first, min(kills, first + _ROUNDS)):
                told = _killed(deed, folder, chance.uniform(0, deed.longest))
                done += len(told)
                faults += list(deed.faults(folder, told))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return done, faults


def _killed(deed: Deed, folder: Path, after: float) -> list[str]:
    """Let a worker begin, kill it a while later, and return what it told."""
    reading, writing = os.pipe()
    worker = os.fork()
    if not worker:
        try:
            os.close(reading)
            deed.work(folder, lambda line: _write(writing, line))
        finally:
            os._exit(1)
    os.close(writing)
    select.select([reading], [], [])
    time.sleep(after)
    os.kill(worker, signal.SIGKILL)
    _pid, status = os.waitpid(worker, 0)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read().decode().split()[1:]
    if not os.WIFSIGNALED(status):
        message = f"the worker ended by itself: {status}"
        raise RuntimeError(message)
    return told


def _write(descriptor: int, line: str) -> None:
    os.write(descriptor, f"{line}\n".encode())


if __name__ == "__main__":
    sys.exit(main())
