"""Whether anything written in an encrypted archive can be read without its key, byte by byte.

    .venv/bin/python -m tests.endurance.plaintext [--kills 200] [--records 20000] [--plain]

Every text, file name, file, setting and draft of an archive is full of marked words, in Persian and
in English. Everything an office does is done with it; then workers are killed while they write,
extract text, sort long lists and lend files. Before each kill, what a worker holds open is looked
through, files without a name too. At the end the words are sought, in UTF-8 and in UTF-16, in the
archive, its backups, the folders of the program, all temporary folders and what the workers said.
With `--plain` the archive is not encrypted: then they must be found, or the search proves nothing.
Exits with 1 where a word was found. What is exported, printed to a file, or told on a terminal on
demand is meant to be read, and not part of this.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from liaison.i18n import install
from liaison.storage.archive import Archive
from liaison.storage.signing_in import found
from tests.endurance.marked_office import World, everything
from tests.endurance.marked_workers import ACTS, add_many, ended, killed
from tests.endurance.needles import Needles, found_in_system, found_under

_PASSPHRASE: Final = "words of a test of endurance"
_LONGEST: Final = 0.5
"""Seconds from the beginning of the work to the kill, at most."""
_FOLDERS: Final = {
    "TMPDIR": "tmp",
    "SQLITE_TMPDIR": "tmp",
    "HOME": "home",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_DATA_HOME": "home/data",
    "XDG_RUNTIME_DIR": "runtime",
}


def main() -> int:
    """Do everything, kill, look, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    install("fa")
    chance = random.Random(asked.seed)  # noqa: S311 - the words are no secret
    since, root = time.time(), Path(tempfile.mkdtemp(prefix="plaintext-"))
    try:
        world = _begun(root, Needles(chance), plain=asked.plain)
        leaks = list(_leaks(world, since, asked.kills, asked.records, chance))
    finally:
        shutil.rmtree(root, ignore_errors=True)
    sys.stdout.write(f"{asked.kills} kills of each kind, {asked.records} records, ")
    sys.stdout.write(f"{len(leaks)} places with marked words\n")
    sys.stdout.writelines(f"  {leak}\n" for leak in sorted(set(leaks))[:200])
    return 1 if leaks else 0


def _begun(root: Path, needles: Needles, *, plain: bool) -> World:
    """Make the folders of a run, point the system's own at them, and found the archive."""
    for name, folder in _FOLDERS.items():
        (root / folder).mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(root / folder)
    (root / "runtime").chmod(0o700)
    (root / "work").mkdir()
    (root / "said").mkdir()
    os.chdir(root / "work")
    tempfile.tempdir = None
    if plain:
        Archive.open(root / "archive").close()
        return World(root, needles, None, "")
    with found(root / "archive", "آزمونگر", "Tester", _PASSPHRASE).archive as archive:
        world = World(root, needles, archive.key, archive.officer)
    others = World(root, Needles(random.Random(0)), None, "").files()  # noqa: S311 - no secret
    for content, other in zip(world.files().values(), others.values(), strict=True):
        needles.add_content(content, other)
    return world


def _leaks(
    world: World, since: float, kills: int, records: int, chance: random.Random
) -> Iterator[str]:
    """Do everything and give each place where a marked word stands."""
    status = ended(world, "everything", lambda world, _ready: everything(world))
    if status:
        message = (world.root / "said" / "everything").read_text("utf-8", "replace")
        raise RuntimeError(message)
    yield from _found(world, since)
    ended(world, "many", lambda world, _ready: add_many(world, records))
    for name, act in ACTS.items():
        for _kill in range(kills):
            yield from killed(world, name, act, chance.uniform(0, _LONGEST))
    world.open().close()  # which sweeps
    yield from _found(world, since)


def _found(world: World, since: float) -> Iterator[str]:
    yield from (
        str(path.relative_to(world.root)) for path in found_under(world.needles, [world.root])
    )
    yield from map(str, found_in_system(world.needles, since, world.root))


if __name__ == "__main__":
    sys.exit(main())
