"""Copies: of a database, looked through before it counts, and of an archive in a new folder."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from liaison.errors import StorageError, UserError
from liaison.storage.connection import Connection, connect, scalar
from liaison.storage.disk import sync_file, sync_folder

S = TypeVar("S")


def copied(
    source: Connection,
    path: Path,
    key: bytes | None,
    state_of: Callable[[Connection], S],
    refusal: str,
) -> S:
    """Copy a database down to the disk, and return the state that it shares with the copy.

    `source` is in a transaction, or nobody writes. Raises StorageError with the sentence `refusal`
    where the copy is not sound, or its state another one.
    """
    with closing(connect(path, "rwc", key)) as copy:
        source.backup(copy)
        # One file holds all of it: a copy has no log beside it that could be lost.
        copy.execute("PRAGMA journal_mode = DELETE")
        state = state_of(source)
        if scalar(copy, "PRAGMA quick_check(1)") != "ok" or state_of(copy) != state:
            raise StorageError(refusal)
    sync_file(path)
    return state


@contextmanager
def new_folder(folder: Path, way: str, refusal: str) -> Iterator[Path]:
    """Lend a folder for an archive in the making; it gets its name where the block ends well.

    Until then it is called by its `way`. After any error nothing of it is left. Raises UserError
    with the sentence `refusal` where something is there already.
    """
    goal = folder.absolute()
    if goal.exists() and (not goal.is_dir() or any(goal.iterdir())):
        raise UserError(refusal)
    unfinished = goal.with_name(f"{way}-{goal.name}")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        yield unfinished
        sync_folder(unfinished)
        if goal.exists():
            goal.rmdir()
        unfinished.replace(goal)
        sync_folder(goal.parent)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
