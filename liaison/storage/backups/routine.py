"""What is done for backups by itself: one each hour that changed something, older ones thinned out.

A second place, such as a disk that is not always there, gets what it lacks when it is. Once a
month the newest backup is put back for a trial, so that the day it is needed is not the first.
"""

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from liaison.errors import LiaisonError
from liaison.i18n import _
from liaison.storage.archive import Archive
from liaison.storage.backups.making import Progress, copy_to, make
from liaison.storage.backups.restoring import restore
from liaison.storage.backups.shelf import Backup, Shelf
from liaison.storage.settings import BACKUP_PLACE

FOLDER: Final = "backups"
"""The folder of backups within that of the archive."""
ELSEWHERE: Final = "liaison-backups"
"""The folder of backups at a second place."""

EVERY: Final = timedelta(hours=1)
_TRIAL_EVERY: Final = timedelta(days=30)
_TRIAL: Final = "trial.json"
_LARGEST_TRIAL: Final = 1 << 20
_TRIAL_FOLDER: Final = ".unfinished-trial"


@dataclass(frozen=True)
class Trial:
    """When a backup was put back for a trial, which one, and what was wrong with it."""

    at: datetime
    backup: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What was done: a backup made, one put at the second place, a trial; and what failed there."""

    made: Backup | None = None
    elsewhere: Backup | None = None
    trial: Trial | None = None
    trouble: str = ""


def shelf_of(folder: Path) -> Shelf:
    """Return where the backups of the archive in `folder` stand."""
    return Shelf(folder / FOLDER)


def second_shelf(archive: Archive) -> Shelf | None:
    """Return the backups at the second place; None where none is set, or it is not there now."""
    place = archive.settings.get(BACKUP_PLACE)
    if not isinstance(place, str) or not place or not Path(place).is_dir():
        return None
    return Shelf(Path(place) / ELSEWHERE)


def is_due(newest: Backup | None, head: int, now: datetime) -> bool:
    """Tell whether an archive whose last change is `head` wants a backup.

    A clock that was set back makes none wait: what counts is that something changed.
    """
    if newest is None:
        return head > 0
    if newest.manifest.head == head:
        return False
    return not timedelta(0) <= now - newest.manifest.made_at < EVERY


def back_up(
    archive: Archive, now: datetime, *, always: bool = False, progress: Progress = lambda *_: None
) -> Outcome:
    """Make a backup where one is due, or `always`, and thin out the older ones.

    What goes wrong at the second place is told in the outcome: it does not unmake the backup here.
    Raises StorageError where none could be made.
    """
    shelf = shelf_of(archive.folder)
    backups = shelf.backups()
    newest = backups[-1] if backups else None
    made = None
    if always or is_due(newest, archive.last_change(), now):
        made = newest = make(archive, shelf, now, progress)
        shelf.prune()
    if newest is None:
        return Outcome()
    elsewhere, trouble = _elsewhere(archive, shelf, newest)
    return Outcome(made, elsewhere, trouble=trouble)


def _elsewhere(archive: Archive, shelf: Shelf, newest: Backup) -> tuple[Backup | None, str]:
    second = second_shelf(archive)
    if second is None or second.find(newest.name) is not None:
        return None, ""
    try:
        copied = copy_to(newest, shelf, second)
        second.prune()
    except LiaisonError as error:
        return None, str(error)
    return copied, ""


def last_trial(shelf: Shelf) -> Trial | None:
    """Return the last trial; None where there was none that can be read."""
    path = shelf.folder / _TRIAL
    with suppress(OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        if path.is_file() and path.stat().st_size < _LARGEST_TRIAL:
            told = json.loads(path.read_text("utf-8"))
            at = datetime.fromisoformat(told["at"])
            if at.tzinfo is not None:
                faults = tuple(map(str, told["faults"]))
                return Trial(at.astimezone(UTC), str(told["backup"]), faults)
    return None


def trial_is_due(shelf: Shelf, now: datetime) -> bool:
    """Tell whether a month went by since the last trial, or that one failed."""
    last = last_trial(shelf)
    if not shelf.backups():
        return False
    return last is None or bool(last.faults) or not timedelta(0) <= now - last.at < _TRIAL_EVERY


def try_out(
    shelf: Shelf, now: datetime, key: bytes | None = None, progress: Progress = lambda *_: None
) -> Trial:
    """Put the newest backup back beside the others, look the archive through, and remove it."""
    backup = shelf.backups()[-1]
    folder = shelf.folder / _TRIAL_FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    try:
        lacking = restore(shelf, backup, folder, key, progress)
        with Archive.open(folder, key=key, create=False) as archive:
            faults = [str(each) for each in archive.check()]
        if lacking and not faults:
            faults = [_("The backup {name} lacks attached files.").format(name=backup.name)]
    except LiaisonError as error:
        faults = [str(error)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    trial = Trial(now.astimezone(UTC), backup.name, tuple(faults))
    told = {"at": trial.at.isoformat(), "backup": trial.backup, "faults": faults}
    (shelf.folder / _TRIAL).write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    return trial
