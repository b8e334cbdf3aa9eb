"""What the page of backups shows, read in one go off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liaison.storage.backups import routine
from liaison.storage.settings import BACKUP_PLACE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from liaison.storage.archive import Archive
    from liaison.storage.backups.routine import Trial
    from liaison.storage.backups.shelf import Backup, Shelf


@dataclass(frozen=True)
class Kept:
    """The backups there are, the newest first; `head` is the last change of the archive.

    `place` is the second place that is set, "" for none, `elsewhere` the names that stand there,
    None where it is not there now.
    """

    shelf: Shelf
    backups: Sequence[Backup]
    head: int
    place: str
    elsewhere: frozenset[str] | None
    trial: Trial | None


def read_kept(archive: Archive) -> Kept:
    """Read the shelf of an archive, and what stands at its second place."""
    shelf = routine.shelf_of(archive.folder, archive.key)
    second = routine.second_shelf(archive)
    place = archive.settings.get(BACKUP_PLACE)
    return Kept(
        shelf,
        shelf.backups()[::-1],
        archive.last_change(),
        place if isinstance(place, str) else "",
        None if second is None else frozenset(each.name for each in second.backups()),
        routine.last_trial(shelf),
    )


def place_fault(archive: Archive, folder: Path) -> str:
    """Return why a folder is no second place, in a word for code; "" where it is one."""
    inside = folder.resolve()
    if inside.is_relative_to(archive.folder.resolve()):
        return "inside"
    return "" if inside.is_dir() else "missing"
