"""What is offered where an archive is damaged: a whole backup, and what it would lack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liaison.i18n import _, language, ngettext
from ui.figures import figure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from liaison.storage.backups.shelf import Backup, Shelf
    from ui.widgets.toast import Banner
    from ui.workspace import Workspace


@dataclass(frozen=True)
class Mending:
    """A backup that could stand in, and how many changes were made after it; -1 where unknown."""

    shelf: Shelf
    backup: Backup
    missing: int


def newest_whole(folder: Path, key: bytes | None = None) -> Mending | None:
    """Return the newest backup of the archive in `folder` that is whole; None where none is."""
    from liaison.storage import marker
    from liaison.storage.backups import routine
    from liaison.storage.backups.verifying import faults_of

    shelf = routine.shelf_of(folder, key)
    for backup in reversed(shelf.backups()):
        if not faults_of(shelf, backup):
            known = marker.known(folder)
            return Mending(shelf, backup, -1 if known is None else known - backup.manifest.head)
    return None


def put_in_place(folder: Path, mending: Mending) -> Path:
    """Put the backup in the place of the damaged database, which is kept; return where that is."""
    from liaison.storage.backups.restoring import put_back
    from liaison.storage.faults import disk_told
    from liaison.storage.lock import FolderLock
    from liaison.storage.place import Place

    with disk_told():
        lock = FolderLock(folder)
    try:
        return put_back(Place(folder), mending.shelf, mending.backup)
    finally:
        lock.release()


def offer_backup(
    workspace: Workspace,
    banner: Banner,
    error: Exception,
    reopen: Callable[[], object],
    failed: Callable[[Exception], object],
    key: bytes | None = None,
) -> None:
    """Look for a whole backup, and ask whether it takes the place of what is damaged.

    Once it does the archive is opened again by `reopen`; what goes wrong is told to `failed`.
    The `key` of an encrypted archive opens its backups.
    """
    folder = workspace.folder

    def mend(mending: Mending) -> None:
        workspace.jobs.run(
            lambda: put_in_place(folder, mending), lambda _aside: reopen(), failed, owner=banner
        )

    def found(mending: Mending | None) -> None:
        if mending is None:
            return
        banner.ask(
            f"{error} {_offered(mending)}",
            (_("Put the backup in its place"), lambda: mend(mending)),
            (_("Leave everything as it is"), lambda: None),
        )

    workspace.jobs.run(lambda: newest_whole(folder, key), found, owner=banner)


def _offered(mending: Mending) -> str:
    """Return of when the backup is, and what it would lack."""
    from liaison.time import instant

    when = instant.shown(mending.backup.manifest.made_at, instant.zone(), language())
    told = _("The newest whole backup is of {when}.").format(when=when)
    if mending.missing < 0:
        return told
    if not mending.missing:
        return told + " " + _("Nothing would be missing.")
    text = ngettext(
        "{count} change made after it would be missing; the damaged file is kept.",
        "{count} changes made after it would be missing; the damaged file is kept.",
        mending.missing,
    )
    return f"{told} {text.format(count=figure(mending.missing))}"
