"""The documents of a visit written into a folder, under names that say what they are."""

from __future__ import annotations

import shutil
from pathlib import PurePath
from typing import TYPE_CHECKING

from liaison.domain.rules.facts import in_language, quoted
from liaison.exchange.whole_file import whole_file
from ui.naming import dated_name
from ui.places import numbered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from liaison.domain.rules.facts import Facts
    from liaison.storage.archive import Archive, Row


def folder_name(visit: Facts, today: date, lang: str) -> str:
    """Return what the folder of a visit is called: its title and first day."""
    title = in_language(visit, "title", lang) or quoted(visit)
    return dated_name(title, visit.get("starts_on") or today, lang)


def write_documents(
    archive: Archive, visit: Row, documents: Sequence[Row], into: Path, today: date, lang: str
) -> tuple[Path, int]:
    """Write the files of `documents` into a new folder below `into`; return it and their number.

    Each is called by its title and day and keeps its ending. Raises StorageError where the disk
    refuses.
    """
    number, folder = 1, into / folder_name(visit, today, lang)
    while folder.exists():
        number += 1
        folder = into / f"{folder_name(visit, today, lang)}-{number}"
    folder.mkdir(parents=True)
    count = 0
    for each in documents:
        stored = each.get("file")
        if stored is None:
            continue
        name = dated_name(quoted(each), each.get("day") or today, lang)
        path = folder / f"{name}{PurePath(stored.name).suffix.lower()}"
        turn = 1
        while (target := numbered(path, turn)).exists():
            turn += 1
        with archive.open_file(stored) as source, whole_file(target) as written:
            shutil.copyfileobj(source, written)
        count += 1
    return folder, count
