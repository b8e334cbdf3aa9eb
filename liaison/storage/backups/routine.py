"""What is done for backups by itself: one each hour that changed something, older ones thinned out.

A second place, such as a disk that is not always there, gets what it lacks when it is. Once a
month the newest backup is put back for a trial, so that the day it is needed is not the first.
"""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from liaison.errors import DiskError, LiaisonError, StorageError
from liaison.i18n import _
from liaison.storage import chain
from liaison.storage.archive import Archive, Swept
from liaison.storage.backups.making import Progress, copy_to, make
from liaison.storage.backups.restoring import restore
from liaison.storage.backups.shelf import Backup, Shelf
from liaison.storage.backups.verifying import holds
from liaison.storage.faults import disk_told
from liaison.storage.place import BACKUPS
from liaison.storage.settings import BACKUP_PLACE
from liaison.storage.soundness import refuse_altered

ELSEWHERE: Final = "liaison-backups"
"""The folder of backups at a second place."""

EVERY: Final = timedelta(hours=1)
_TRIAL_EVERY: Final = timedelta(days=30)
_TRIAL: Final = "trial.json"
_SEALED_TRIAL: Final = "trial.sealed"
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


def shelf_of(folder: Path, key: bytes | None = None) -> Shelf:
    """Return where the backups of the archive in `folder` stand."""
    return Shelf(folder / BACKUPS, key)


def second_shelf(archive: Archive) -> Shelf | None:
    """Return the backups at the second place; None where none is set, or it is not there now."""
    place = archive.settings.get(BACKUP_PLACE)
    if not isinstance(place, str) or not place or not os.path.isdir(place):  # noqa: PTH112 - a disk that does not answer is not there; Path.is_dir raises
        return None
    return Shelf(Path(place) / ELSEWHERE, archive.key)


def is_due(newest: Backup | None, head: chain.Head, now: datetime) -> bool:
    """Tell whether an archive whose history ends at `head` wants a backup.

    A clock that was set back makes none wait: what counts is that something changed. After an
    older backup was put back, other changes get the numbers of those that went with it.
    """
    if newest is None:
        return head.number > 0
    told = newest.manifest
    if told.head == head.number and told.history in {"", head.digest.hex()}:
        return False
    return not timedelta(0) <= now - newest.manifest.made_at < EVERY


def back_up(
    archive: Archive, now: datetime, *, always: bool = False, progress: Progress = lambda *_: None
) -> Outcome:
    """Make a backup where one is due, or `always`, and thin out the older ones.

    What goes wrong at the second place is told in the outcome: it does not unmake the backup here.
    Raises StorageError where none could be made, or the disk damaged what is in the archive.
    """
    shelf = shelf_of(archive.folder, archive.key)
    backups = shelf.backups()
    newest = backups[-1] if backups else None
    made = None
    if always or is_due(newest, _head(archive), now):
        made = newest = make(archive, shelf, now, progress)
        with disk_told():
            shelf.prune()
    else:
        with archive.reading_alone() as connection:
            refuse_altered(connection, archive.place, archive.key)
    if newest is None:
        return Outcome()
    elsewhere, trouble = _elsewhere(archive, shelf, newest)
    return Outcome(made, elsewhere, trouble=trouble)


def _head(archive: Archive) -> chain.Head:
    with archive.reading() as connection:
        return chain.head(connection)


def _elsewhere(archive: Archive, shelf: Shelf, newest: Backup) -> tuple[Backup | None, str]:
    try:
        second = second_shelf(archive)
        if second is None or second.find(newest.name) is not None:
            return None, ""
        _refuse_others(archive, second)
        copied = copy_to(newest, shelf, second)
        with disk_told():
            second.prune()
    except LiaisonError as error:
        text = _("The backup was made, but could not be put at the second place: {reason}")
        return None, text.format(reason=error)
    return copied, ""


def _refuse_others(archive: Archive, second: Shelf) -> None:
    """Raise StorageError where another archive keeps its backups: they would push each other out.

    A copy of an archive, and one that was put back, name the same second place.
    """
    backups = second.backups()
    with archive.reading() as connection:
        if backups and not holds(connection, backups[-1]):
            raise StorageError(
                _(
                    "The backups at the second place are of another archive, or hold changes that"
                    " this one does not have. Choose another folder for this archive."
                )
            )


def last_trial(shelf: Shelf) -> Trial | None:
    """Return the last trial; None where there was none that can be read."""
    with suppress(OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        told = json.loads(_read_trial(shelf))
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


def try_out(shelf: Shelf, now: datetime, progress: Progress = lambda *_: None) -> Trial:
    """Put the newest backup back beside the others, look the archive through, and remove it.

    Raises DiskError where the disk has no room for that, and StorageError where another backup is
    being made: nothing is wrong with the backup then.
    """
    with disk_told(), shelf.alone():
        trial = _tried_out(shelf, now, progress)
        told = {"at": trial.at.isoformat(), "backup": trial.backup, "faults": list(trial.faults)}
        _write_trial(shelf, json.dumps(told, ensure_ascii=False).encode())
    return trial


def _tried_out(shelf: Shelf, now: datetime, progress: Progress) -> Trial:
    backup = shelf.backups()[-1]
    folder = shelf.folder / _TRIAL_FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    try:
        lacking = restore(shelf, backup, folder, progress)
        with Archive.open(folder, key=shelf.key, create=False) as archive:
            faults = [str(each) for each in archive.check() if not each.harmless]
        if lacking and not faults:
            faults = [_("The backup {name} lacks attached files.").format(name=backup.name)]
    except DiskError:
        raise
    except LiaisonError as error:
        faults = [str(error)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Trial(now.astimezone(UTC), backup.name, tuple(faults))


def sweep_after(trial: Trial, archive: Archive, now: datetime) -> Swept:
    """Remove attached files that nothing speaks of, after a trial that found nothing wrong.

    Nobody asked for it, so what hinders it is told to whoever asks for a sweep.
    """
    if not trial.faults:
        with suppress(LiaisonError):
            return archive.sweep(now)
    return Swept()


def _read_trial(shelf: Shelf) -> bytes:
    path = shelf.folder / (_TRIAL if shelf.key is None else _SEALED_TRIAL)
    if not path.is_file() or path.stat().st_size > _LARGEST_TRIAL:
        raise ValueError(path.name)
    content = path.read_bytes()
    if shelf.key is None:
        return content
    from liaison.storage.keys.sealing import unseal

    return unseal(content, shelf.key, _SEALED_TRIAL)


def _write_trial(shelf: Shelf, content: bytes) -> None:
    """Write down how a trial went; what is wrong may name records and files, so it is sealed."""
    if shelf.key is None:
        (shelf.folder / _TRIAL).write_bytes(content)
        return
    from liaison.storage.keys.sealing import seal

    (shelf.folder / _SEALED_TRIAL).write_bytes(seal(content, shelf.key, _SEALED_TRIAL))
    (shelf.folder / _TRIAL).unlink(missing_ok=True)
