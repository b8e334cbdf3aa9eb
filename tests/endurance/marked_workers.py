"""Workers at an archive of marked words, to be stopped, looked through, and killed."""

import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from io import BytesIO
from typing import Final

from liaison.domain.records import Document, FollowUp
from liaison.storage.archive import Listing
from tests.endurance.marked_office import UIDS, World
from tests.endurance.needles import found_open

Ready = Callable[[], object]
Act = Callable[[World, Ready], None]


def _started(world: World, name: str, act: Act, ready: int) -> int:
    """Fork a worker; what it says goes into a file."""
    worker = os.fork()
    if not worker:
        status = 1
        try:
            said = os.open(world.root / "said" / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.dup2(said, 1)
            os.dup2(said, 2)
            act(world, lambda: os.write(ready, b"."))
            status = 0
        except BaseException:  # noqa: BLE001 - the worker ends here, whatever it was
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(status)
    return worker


def ended(world: World, name: str, act: Act) -> int:
    """Let a worker do an act to its end; return how that was."""
    return os.waitpid(_started(world, name, act, 1), 0)[1]


def killed(world: World, name: str, act: Act, after: float) -> list[str]:
    """Kill a worker amid an act; return what it held open with marked words in it."""
    reading, writing = os.pipe()
    worker = _started(world, name, act, writing)
    os.close(writing)
    select.select([reading], [], [])
    time.sleep(after)
    os.kill(worker, signal.SIGSTOP)
    _pid, status = os.waitpid(worker, os.WUNTRACED)
    os.close(reading)
    if not os.WIFSTOPPED(status):
        raise RuntimeError((world.root / "said" / name).read_text("utf-8", "replace"))
    leaks = found_open(world.needles, worker)
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)
    return leaks


def add_many(world: World, records: int) -> None:
    """Add as many follow-ups as a list needs to be long, marked in each."""
    words = world.needles.words
    with world.open() as archive, archive.change("many") as change:
        for number in range(records):
            notes = f"{number * 7919 % records} {words('')} " * 12
            change.add(FollowUp, {"title_fa": f"{words('fa')} {number}", "notes": notes})


def _write(world: World, ready: Ready) -> None:
    with world.open() as archive:
        ready()
        while True:
            for name, content in world.files().items():
                file = archive.attach(BytesIO(content + os.urandom(16)), name)
                with archive.change(world.needles.words("fa")) as change:
                    change.add(Document, {"title_fa": world.needles.words("fa"), "file": file})


def _extract(world: World, ready: Ready) -> None:
    """Attach files whose texts are not known yet, and read them."""
    with world.open() as archive:
        ready()
        while True:
            for name, content in world.files().items():
                file = archive.attach(BytesIO(content + os.urandom(16)), name)
                with archive.change("add") as change:
                    change.add(Document, {"title_fa": "سند", "file": file})
            archive.extract_pending()


def _sort(world: World, ready: Ready) -> None:
    """Put long lists in order that no index knows."""
    with world.open() as archive:
        ready()
        while True:
            archive.rows(FollowUp, order=("notes", "-title_fa"))
            archive.ids(Listing(FollowUp, order="title", descending=True))
            archive.search(world.needles.fa, limit=100_000)


def _lend(world: World, ready: Ready) -> None:
    with world.open() as archive:
        file = archive.read(Document, UIDS["document"])["file"]
        archive.hand_out(file)
        ready()
        time.sleep(60)


ACTS: Final[dict[str, Act]] = {
    "write": _write,
    "extract": _extract,
    "sort": _sort,
    "lend": _lend,
}
