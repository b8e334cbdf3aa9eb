"""What goes wrong, at which moment, and what is said of it then."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from liaison.domain.records import Partner
from liaison.exchange.archive_file import export_archive_file
from liaison.exchange.whole_file import whole_file
from liaison.storage.archive import Archive
from liaison.storage.backups import routine
from liaison.storage.backups.restoring import put_back, restore
from liaison.storage.connection import connect
from liaison.storage.lock import FolderLock
from liaison.storage.place import Place
from liaison.storage.settings import BACKUP_PLACE, OFFICE_EN
from tests.acceptance.disks import mounted
from tests.endurance.ground import LONG, MADE, Ground, unmount

ROOT: Final = Path(__file__).resolve().parents[2]
Needs = Literal["", "small", "stick"]
Step = Callable[[Archive, Ground], object]


class Said(Exception):  # noqa: N818 - no error of the program, but what it said
    """What was told where nothing is raised."""


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong at a moment; `provoke` ends in the error that is told.

    `heal` puts right what people would, before the archive is looked through.
    """

    name: str
    moment: str
    provoke: Callable[[Ground], object]
    needs: Needs = ""
    heal: Callable[[Ground], object] = lambda _ground: None


# -- a full disk


def _when_full(step: Step) -> Callable[[Ground], None]:
    def provoke(ground: Ground) -> None:
        with Archive.open(ground.archive) as archive:
            ground.fill_up()
            step(archive, ground)

    return provoke


def _commit(archive: Archive, ground: Ground) -> None:
    for number in range(2000):
        with archive.change("add") as change:
            change.add(Partner, {"name_fa": f"شهر {number}", "notes": LONG})
        acknowledge(ground)


def acknowledge(ground: Ground) -> None:
    """Tell the parent, whatever becomes of this process, that one more city was recorded."""
    with (ground.away / "acknowledged").open("ab") as file:
        file.write(b".")


def _attach(archive: Archive, _ground: Ground) -> None:
    archive.attach(BytesIO(os.urandom(40_000)), "large.bin")


def _back_up(archive: Archive, _ground: Ground) -> None:
    routine.back_up(archive, MADE.replace(year=2027), always=True)


def _try_out(archive: Archive, _ground: Ground) -> None:
    routine.try_out(routine.shelf_of(archive.folder), MADE.replace(year=2027))


def _restore(archive: Archive, ground: Ground) -> None:
    shelf = routine.shelf_of(archive.folder)
    restore(shelf, shelf.backups()[-1], ground.disk / "restored")


def _put_back(ground: Ground) -> None:
    here, shelf = Place(ground.archive), routine.shelf_of(ground.archive)
    ground.fill_up(leave=1 << 16)
    lock = FolderLock(ground.archive)
    try:
        put_back(here, shelf, shelf.backups()[-1])
    finally:
        lock.release()


def _settings(archive: Archive, _ground: Ground) -> None:
    archive.settings.set(OFFICE_EN, "x" * 400_000)


def _export(archive: Archive, ground: Ground) -> None:
    try:
        export_archive_file(archive, ground.disk / "all.liaison")
    finally:
        assert not (ground.disk / "all.liaison").exists()


def _print(_archive: Archive, ground: Ground) -> None:
    goal = ground.disk / "brief.pdf"
    with whole_file(goal) as stream:
        stream.write(bytes(200_000))


def _draft(archive: Archive, _ground: Ground) -> None:
    from ui.drafts import Drafts, not_kept

    if not Drafts(archive.folder).keep("visit-new", {"title_fa": LONG * 3}, 0):
        raise Said(not_kept())


def _window_settings(_archive: Archive, ground: Ground) -> None:
    from ui.settings import Settings

    (ground.disk / "window").mkdir(exist_ok=True)
    settings, told = Settings(ground.disk / "window" / "window.json"), []
    settings.unsaved.connect(told.append)
    settings.set("columns", LONG * 3)
    settings.save()
    raise Said(*told)


def _second_place(ground: Ground) -> None:
    with Archive.open(ground.archive) as archive:
        archive.settings.set(BACKUP_PLACE, str(ground.away / "stick"))
        outcome = routine.back_up(archive, MADE.replace(year=2027), always=True)
        raise Said(outcome.trouble)


def _with_full_stick(ground: Ground) -> None:
    """Let the second place be full, and the disk of the archive not."""
    stick = ground.away / "stick"
    stick.mkdir()
    if not mounted("-t", "tmpfs", "-o", "size=64k", "tmpfs", stick):
        raise RuntimeError
    try:
        _second_place(ground)
    finally:
        unmount(stick)


def _convert(ground: Ground) -> None:
    _set_version(ground, "0002")
    ground.fill_up(leave=1 << 18)
    Archive.open(ground.archive).close()


def _set_version(ground: Ground, version: str) -> None:
    connection = connect(ground.archive / "archive.db", "rw")
    connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.close()


def _converted_later(ground: Ground) -> None:
    """Nothing of the copy that did not fit is left; the tables were never older."""
    ground.free()
    assert not list((ground.archive / "backups").glob("archive-before*"))
    _set_version(ground, "0003")


FULL: Final = [
    Fault("disk full", name, _when_full(step), "small", Ground.free)
    for name, step in {
        "commit": _commit,
        "attaching": _attach,
        "backup": _back_up,
        "trial of a backup": _try_out,
        "restore": _restore,
        "settings": _settings,
        "export": _export,
        "print": _print,
        "draft": _draft,
        "window's settings": _window_settings,
    }.items()
] + [
    Fault("disk full", "opening", lambda g: (g.fill_up(), _open(g)), "small", Ground.free),
    Fault("disk full", "putting a backup back", _put_back, "small", Ground.free),
    Fault("disk full", "converting", _convert, "small", _converted_later),
    Fault("disk full", "second place", _with_full_stick, "small"),
]

# -- a protected folder


def _open(ground: Ground) -> None:
    Archive.open(ground.archive).close()


def _when_protected(step: Step) -> Callable[[Ground], None]:
    def provoke(ground: Ground) -> None:
        assert mounted("-o", "remount,ro", ground.disk)
        with Archive.open(ground.archive) as archive:
            assert archive.read_only
            assert archive.counts()["partner"] == ground.acknowledged
            step(archive, ground)

    return provoke


def _unprotect(ground: Ground) -> None:
    mounted("-o", "remount,rw", ground.disk)


PROTECTED: Final = [
    Fault("read-only folder", name, _when_protected(step), "small", _unprotect)
    for name, step in {
        "commit": _commit,
        "attaching": _attach,
        "backup": _back_up,
        "trial of a backup": _try_out,
        "restore": _restore,
        "settings": _settings,
        "print": _print,
        "draft": _draft,
    }.items()
]

# -- a second window

HOLDING: Final = (
    "import sys, time; from pathlib import Path;"
    "from liaison.storage.archive import Archive; archive = Archive.open(Path(sys.argv[1]));"
    "print('open', flush=True); time.sleep(60)"
)


@contextmanager
def held(ground: Ground) -> Iterator[subprocess.Popen[bytes]]:
    """Let another process hold the archive."""
    command = [sys.executable, "-c", HOLDING, str(ground.archive)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as other:  # noqa: S603 - the program above
        assert other.stdout is not None
        other.stdout.readline()
        try:
            yield other
        finally:
            other.kill()


def _second_window(ground: Ground) -> None:
    with held(ground):
        _open(ground)


def _second_window_killed(ground: Ground) -> None:
    with held(ground) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        _open(ground)
        raise Said


def _foreign_host(ground: Ground) -> None:
    (ground.archive / "archive.lock").write_text(json.dumps({"host": "office-2", "pid": 77}))
    _open(ground)


def _unlock(ground: Ground) -> None:
    assert "office-2" in (ground.archive / "archive.lock").read_text()
    assert socket.gethostname() != "office-2"
    (ground.archive / "archive.lock").unlink()


SECOND: Final = [
    Fault("second window", "opening", _second_window),
    Fault("second window", "after the first was killed", _second_window_killed),
    Fault("second window", "another computer", _foreign_host, heal=_unlock),
]
