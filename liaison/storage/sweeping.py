"""Removing attached files that nothing speaks of, and copies that were broken off on their way in.

A file is put in its place before the record that speaks of it is committed, so a file without a
record may be one that is about to get it. Nothing is removed that anything could still speak of:

- Only one process at a time writes to an archive, and a sweep is one of that process, so whoever
  is about to speak of a file is in this process, or does so from a draft.
- What came in since the archive was opened stays, however old the clock calls it, and whether its
  content came in now or had lain there as an orphan (`claims` remembers both). Taking it for
  present and removing it exclude each other.
- What a draft speaks of stays: a form may wait for days.
- While a damaged database is kept aside nothing goes: what a lost change had attached may be all
  that is left of it.
- Records and history, from which undo brings files back, are read inside the writing turn, and the
  files go in the same turn: no change is committed between the question and the removal.
- A change that speaks of a file by any other way looks, inside its own turn, whether it is there,
  and is refused where it is not (`refuse_missing`). So even what the above forgot would be refused
  in a sentence, and never dangle.

Safety rests on none of the clocks. That a file has to be a day old is a courtesy to people who put
something back by hand. One from the future is dated anew, so that a clock that ran ahead once does
not keep it for ever. A kill in between leaves some files removed and others not: all of them went
for the same reason, and the next sweep goes on.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from liaison.domain.schema import StoredFile
from liaison.errors import StorageError, UserError
from liaison.i18n import _
from liaison.storage.attachments import Attachments
from liaison.storage.connection import Connection
from liaison.storage.faults import disk_told
from liaison.storage.holding import spoken_of
from liaison.storage.place import DAMAGED
from liaison.storage.scans.kept import drop_texts_of_others
from liaison.storage.store import Store

YOUNG: Final = timedelta(days=1)
"""How long a file stays that nothing speaks of."""

_DRAFTS: Final = "drafts"  # as the window calls the folder, and those of an encrypted archive
_SEALED: Final = ".draft"
_KINDS: Final = ("*.json", f"*{_SEALED}")
_NAME: Final = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Swept:
    """What a sweep removed: how many files, and their bytes."""

    files: int = 0
    size: int = 0


def sweep(store: Store, attachments: Attachments, now: datetime) -> Swept:
    """Remove what nothing speaks of and is older than a day by `now`; return what that was.

    Raises StorageError where the archive can only be read, a draft cannot be, or a damaged database
    lies aside.
    """
    with disk_told():
        _refuse_damaged(store.folder)
        with store.reading() as connection:
            found = [*orphans(connection, attachments), *attachments.unfinished()]
        drafted = _drafted(store, attachments) if found else set()
        old = [each for each in found if each.name not in drafted and _is_old(each, now)]
        with store.upkeep() as connection:
            still = {*orphans(connection, attachments), *attachments.unfinished()} if old else set()
            drop_texts_of_others(connection, spoken_of(connection))
            sizes = [attachments.claims.remove(each) for each in old if each in still]
    gone = [size for size in sizes if size is not None]
    return Swept(len(gone), sum(gone))


def orphans(connection: Connection, attachments: Attachments) -> Iterator[Path]:
    """Yield the contents that no record holds and no history tells of.

    Files whose names are no content's came there by another hand and are left to it.
    """
    known = {attachments.path(each) for each in spoken_of(connection)}
    for path in attachments.contents():
        if path not in known and _NAME.fullmatch(path.name):
            yield path


def refuse_missing(attachments: Attachments, files: Iterable[StoredFile]) -> None:
    """Raise UserError for a file that is not there: a record that spoke of it would dangle."""
    for file in files:
        if not attachments.path(file.sha256).is_file():
            raise UserError(
                _("The file “{name}” is not in the archive any more; attach it again.").format(
                    name=file.name
                )
            )


def _refuse_damaged(folder: Path) -> None:
    for aside in folder.glob(f"{DAMAGED}*"):
        raise StorageError(
            _(
                "The folder {folder} keeps a damaged archive whose attached files may be among"
                " those here, so none was removed; delete it once nobody needs it."
            ).format(folder=aside)
        )


def _drafted(store: Store, attachments: Attachments) -> set[str]:
    """Return the names of the contents that drafts speak of."""
    found: set[str] = set()
    for path in (each for kind in _KINDS for each in (store.folder / _DRAFTS).glob(kind)):
        try:
            text = _draft(path, store.key)
        except FileNotFoundError:  # saved meanwhile: a record speaks of it now
            continue
        except ValueError:
            raise StorageError(
                _(
                    "The draft {file} cannot be read, so no file was removed;"
                    " delete it if nobody needs it."
                ).format(file=path)
            ) from None
        found.update(attachments.path(each).name for each in _NAME.findall(text))
    return found


def _draft(path: Path, key: bytes | None) -> str:
    """Return what stands in a draft; raises ValueError where that cannot be read."""
    content = path.read_bytes()
    if key is not None and path.suffix == _SEALED:
        from liaison.storage.keys.sealing import derived, unseal

        content = unseal(content, derived(key, "drafts"), path.stem)
    return content.decode()


def _is_old(path: Path, now: datetime) -> bool:
    """Tell whether a file is older than a day; one from the future begins its day now."""
    try:
        age = now.timestamp() - path.stat().st_mtime
        if age < 0:
            os.utime(path, (now.timestamp(), now.timestamp()))
    except OSError:  # gone meanwhile, or not ours to date
        return False
    return age > YOUNG.total_seconds()
