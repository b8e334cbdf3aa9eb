"""What is taken from under an open archive: its folder, its disk, its log, the hour of the day."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

from liaison.domain.records import Partner
from liaison.storage import place
from liaison.storage.archive import Archive
from liaison.storage.backups import routine
from liaison.storage.backups.restoring import restore
from tests.acceptance.disks import mounted
from tests.endurance.clock import Clock
from tests.endurance.ground import MADE, Ground, add_city, pull, unmount
from tests.endurance.provoking import Fault, Said, Step, acknowledge

# -- moved while it was open


def _add(archive: Archive, ground: Ground) -> None:
    add_city(archive, "شهر دیگر")
    acknowledge(ground)


def _write(archive: Archive, ground: Ground) -> None:
    with archive.change("add") as change:
        change.add(Partner, {"name_fa": "شهر دیگر"})
    acknowledge(ground)


def _attach(archive: Archive, ground: Ground) -> None:
    path = ground.away / "new.bin"
    path.write_bytes(os.urandom(9000))
    archive.attach(path)


def _back_up(archive: Archive, _ground: Ground) -> None:
    routine.back_up(archive, MADE.replace(year=2027), always=True)


def _read(archive: Archive, _ground: Ground) -> None:
    archive.rows(Partner)


def _draft(archive: Archive, _ground: Ground) -> None:
    from ui.drafts import Drafts, not_kept

    if not Drafts(archive.folder).keep("visit-new", {"title_fa": "سفر"}, 0):
        raise Said(not_kept())


_STEPS: Final[dict[str, Step]] = {
    "write": _write,
    "attaching": _attach,
    "backup": _back_up,
    "reading": _read,
    "draft": _draft,
}


def _moved(step: Step, *, replaced: bool) -> Callable[[Ground], None]:
    def provoke(ground: Ground) -> None:
        with Archive.open(ground.archive) as archive:
            _write(archive, ground)
            ground.archive.rename(ground.disk / "moved")
            if replaced:
                other = Ground(ground.disk, ground.away, acknowledged=1)
                other.prepare()
            step(archive, ground)

    return provoke


def _bring_back(ground: Ground) -> None:
    """Put the folder back; none of its name may have been made in between."""
    assert not ground.archive.exists(), list(ground.archive.rglob("*"))
    (ground.disk / "moved").rename(ground.archive)


def _put_again(ground: Ground) -> None:
    """Find the other archive left alone, then put the first one back."""
    with Archive.open(ground.archive, create=False) as other:
        assert other.counts()["partner"] == 1
        assert other.check() == []
    shutil.rmtree(ground.archive)
    _bring_back(ground)


def _moved_during(ground: Ground) -> None:
    with Archive.open(ground.archive) as archive:
        with archive.change("add") as change:
            change.add(Partner, {"name_fa": "شهر دیگر"})
            ground.archive.rename(ground.disk / "moved")
        acknowledge(ground)
        _write(archive, ground)


MOVED: Final = [
    *(
        Fault("archive moved", name, _moved(step, replaced=False), heal=_bring_back)
        for name, step in _STEPS.items()
    ),
    Fault("archive moved", "during a write", _moved_during, heal=_bring_back),
    *(
        Fault("another in its place", name, _moved(step, replaced=True), heal=_put_again)
        for name, step in _STEPS.items()
        if name != "draft"
    ),
]

# -- over a network


def _unc(ground: Ground) -> None:
    os.chdir(ground.away)
    try:
        Archive.open(Path("\\\\server\\share\\archive"))
    finally:
        assert list(ground.away.iterdir()) == []


def _on_a_share(ground: Ground) -> None:
    _mounts(ground, ground.archive)
    Archive.open(ground.archive)


def _through_a_link(ground: Ground) -> None:
    _mounts(ground, ground.archive)
    (ground.away / "link").symlink_to(ground.archive)
    Archive.open(ground.away / "link")


def _restored_there(ground: Ground) -> None:
    _mounts(ground, ground.away)
    shelf = routine.shelf_of(ground.archive)
    restore(shelf, shelf.backups()[-1], ground.away / "restored")


def _mounts(ground: Ground, share: Path) -> None:
    """Have the system tell that a folder is a share."""
    mounts = ground.disk / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n//server/share {share} cifs rw 0 0\n")
    place._MOUNTS = mounts  # type: ignore[misc] # this process ends soon


NETWORK: Final = [
    Fault("network path", "a path of Windows", _unc),
    Fault("network path", "a share that is mounted", _on_a_share),
    Fault("network path", "a link to a share", _through_a_link),
    Fault("network path", "restore", _restored_there),
]

# -- a memory stick that is pulled


def _pulled(step: Step, *, rough: bool) -> Callable[[Ground], None]:
    def provoke(ground: Ground) -> None:
        with Archive.open(ground.archive) as archive:
            _add(archive, ground)
            if rough:
                pull(ground.disk)
            else:
                unmount(ground.disk)
            for _try in range(200):
                step(archive, ground)
                if step is not _write:
                    break

    return provoke


def _put_in_again(ground: Ground) -> None:
    unmount(ground.disk)
    assert mounted("-o", "loop", ground.away / "stick.img", ground.disk)


PULLED: Final = [
    Fault(fault, name, _pulled(step, rough=rough), "stick", _put_in_again)
    for fault, rough in (("disk unmounted", False), ("stick pulled", True))
    for name, step in _STEPS.items()
    if name != "reading"
]

# -- a log that is gone


def _log_gone(step: Step) -> Callable[[Ground], None]:
    def provoke(ground: Ground) -> None:
        with Archive.open(ground.archive) as archive:
            _write(archive, ground)
            (ground.archive / "archive.db-wal").unlink()
            step(archive, ground)

    return provoke


LOG: Final = [
    Fault("log vanished", name, _log_gone(_STEPS[name])) for name in ("write", "reading", "backup")
]

# -- a clock that is wrong


def _clock(years: int) -> Callable[[Ground], None]:
    def provoke(ground: Ground) -> None:
        clock = Clock()
        with Archive.open(ground.archive) as archive:
            for step in range(30):
                clock.put(timedelta(days=365 * years if 10 <= step < 20 else 0, hours=step))
                _add(archive, ground)
                outcome = routine.back_up(archive, clock.now())
                shelf = routine.shelf_of(archive.folder)
                assert outcome.made is not None, "no backup was made"
                assert shelf.backups()[-1].manifest.head == archive.last_change(), (
                    "the last is gone"
                )
                assert routine.back_up(archive, clock.now()).made is None, (
                    "it is made over and over"
                )
            _in_order(archive)
        raise Said

    return provoke


def _in_order(archive: Archive) -> None:
    with archive.reading() as connection:
        labels = connection.execute("SELECT id, at FROM change ORDER BY id").fetchall()
        uids = [row[0] for row in connection.execute("SELECT uid FROM partner ORDER BY id")]
    assert [number for number, _at in labels] == list(range(1, len(labels) + 1))
    assert len({at[:4] for _number, at in labels}) > 1, "the clock was never wrong"
    assert uids == sorted(uids), "uids are out of order"
    assert archive.undo() == "add"
    assert archive.redo() == "add"


CLOCK: Final = [
    Fault("clock", "a year back for a while", _clock(-1)),
    Fault("clock", "a year ahead for a while", _clock(1)),
]
