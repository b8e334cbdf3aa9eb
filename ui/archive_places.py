"""Folders an archive may be kept in, looked at on the worker before anything is made there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from liaison.errors import LiaisonError, StorageError
from liaison.i18n import _
from ui.figures import left_to_right
from ui.way import Way, way_into

if TYPE_CHECKING:
    from pathlib import Path


def refuse_unfit(folder: Path) -> Way:
    """Return how one comes to the archive in `folder`, one that is to be made there included.

    Raises StorageError, in one sentence, where an archive cannot live: over a network, where
    nothing can be written, or among files of something else.
    """
    from liaison.storage.place import Place  # not before the first picture

    Place(folder).refuse_network()
    if folder.exists() and not folder.is_dir():
        raise StorageError(_("{folder} is not a folder.").format(folder=left_to_right(str(folder))))
    way = way_into(folder)
    if way is not Way.NEW:
        return way
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        text = _("Nothing can be written to the folder {folder}; choose another.")
        raise StorageError(text.format(folder=left_to_right(str(folder))))
    if folder.exists() and any(folder.iterdir()):
        text = _("The folder {folder} holds other files; choose an empty one.")
        raise StorageError(text.format(folder=left_to_right(str(folder))))
    return way


def fault_of(folder: Path) -> str:
    """Return why an archive cannot live in `folder`, "" where it can."""
    try:
        refuse_unfit(folder)
    except LiaisonError as error:
        return str(error)
    except OSError:
        text = _("Nothing can be written to the folder {folder}; choose another.")
        return text.format(folder=left_to_right(str(folder)))
    return ""
