"""The report that a person can send: versions, sizes, counts and the log, and no content."""

import platform
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2  # type: ignore[import-untyped] # the driver has no types

from liaison import __version__
from liaison.diagnostics import diary
from liaison.domain.records import CATALOGUE
from liaison.errors import LiaisonError
from liaison.i18n import _, language
from liaison.storage import settings, version
from liaison.storage.backups import routine
from liaison.storage.backups.shelf import Shelf
from liaison.storage.place import Place

if TYPE_CHECKING:
    from liaison.storage.archive import Archive

_MEGABYTE: Final = 1 << 20
_SETTINGS: Final = frozenset(
    value
    for name, value in vars(settings).items()
    if name.isupper() and isinstance(value, str) and value.isidentifier()
)
Lines = Iterator[str]


@dataclass(frozen=True)
class Asked:
    """What a report is about: an archive, `None` where it could not be opened, and its folder.

    `surroundings` is what only the window knows, by name; `error` what went wrong just now.
    """

    folder: Path
    archive: "Archive | None" = None
    surroundings: Mapping[str, str] | None = None
    error: BaseException | None = None


def report(asked: Asked, *, checked: bool = True) -> str:
    """Return the whole text; the archive is looked through for it where it is to be `checked`.

    Whatever cannot be read is told by the type of the error, never by its message.
    """
    parts: list[tuple[str, Callable[[], Lines]]] = [
        (_("Program"), lambda: _program(asked)),
        (_("What went wrong"), lambda: _error(asked)),
        (_("Archive"), lambda: _archive(asked)),
        (_("Check of the archive"), lambda: _check(asked, wanted=checked)),
        (_("Backups"), lambda: _backups(asked)),
        (_("Log"), _log),
    ]
    lines: list[str] = []
    for heading, part in parts:
        lines += ["", f"== {heading} =="]
        try:
            lines += part()
        except (LiaisonError, OSError) as error:
            lines.append(f"unreadable: {diary.told_of(error)}")
    return "\n".join(lines[1:]) + "\n"


def _program(asked: Asked) -> Lines:
    now = datetime.now(UTC)
    yield f"made: {now:%Y-%m-%dT%H:%M:%SZ}"
    yield f"liaison: {diary.version_told(__version__)}"
    yield f"tables: {version.newest()}"
    yield f"python: {diary.version_told(platform.python_version())}"
    yield f"sqlite: {diary.version_told(dbapi2.sqlite_version)}"
    with closing(dbapi2.connect(":memory:")) as connection:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
        yield f"sqlcipher: {diary.version_told(cipher[0] if cipher else '')}"
    yield f"system: {sys.platform} {diary.version_told(platform.release())} {platform.machine()}"
    yield f"language: {language()}"
    for name, value in (asked.surroundings or {}).items():
        yield f"{name}: {value}"


def _error(asked: Asked) -> Lines:
    yield "nothing just now" if asked.error is None else diary.told_of(asked.error)


def _archive(asked: Asked) -> Lines:
    place, archive = Place(asked.folder), asked.archive
    yield f"database: {_size(place.database)}"
    yield f"write-ahead log: {_size(place.log)}"
    sizes = [each.stat().st_size for each in place.files.glob("*/*") if each.is_file()]
    yield f"attached files: {len(sizes)}, {sum(sizes)} bytes"
    if asked.folder.is_dir():
        yield f"free on its disk: {shutil.disk_usage(asked.folder).free // _MEGABYTE} MB"
    yield f"open: {'no' if archive is None else 'only to read' if archive.read_only else 'yes'}"
    if archive is None:
        return
    yield f"encrypted: {'no' if archive.key is None else 'yes'}"
    yield f"last change: {archive.last_change()}"
    counts = archive.counts()
    for each in CATALOGUE:
        if counts.get(each.__tablename__):
            yield f"  {each.__tablename__}: {counts[each.__tablename__]}"
    yield f"settings that are set: {', '.join(_settings(archive)) or '-'}"


def _settings(archive: "Archive") -> list[str]:
    """Return the names of the settings there are; their values stay where they are."""
    with archive.reading() as connection:
        names = {str(row[0]) for row in connection.execute("SELECT key FROM setting")}
    others = len(names - _SETTINGS)
    return sorted(names & _SETTINGS) + ([f"and {others} more"] if others else [])


def _check(asked: Asked, *, wanted: bool) -> Lines:
    if asked.archive is None or not wanted:
        yield "-"
        return
    found = Counter((each.kind, each.type) for each in asked.archive.check())
    for (kind, type_name), count in sorted(found.items()):
        yield f"{kind}{f' of {type_name}' if type_name else ''}: {count}"
    if not found:
        yield "nothing is wrong"


def _backups(asked: Asked) -> Lines:
    shelf = routine.shelf_of(asked.folder)
    yield from _shelf(shelf)
    trial = routine.last_trial(shelf)
    if trial is not None:
        yield f"last trial: {trial.at:%Y-%m-%dT%H:%MZ}, {len(trial.faults)} faults"
    if asked.archive is None:
        return
    second = routine.second_shelf(asked.archive)
    is_set = bool(asked.archive.settings.get(settings.BACKUP_PLACE))
    yield f"second place: {'there' if second else 'not there' if is_set else 'none'}"
    if second is not None:
        yield from _shelf(second)


def _shelf(shelf: Shelf) -> Lines:
    backups = shelf.backups()
    yield f"backups: {len(backups)}"
    for each in backups:
        made = each.manifest
        yield (
            f"  {made.made_at:%Y-%m-%dT%H:%MZ} change {made.head}, {made.records} records,"
            f" {made.size} bytes, {len(made.files)} files, {len(made.lacking)} lacking"
        )


def _log() -> Lines:
    kept = diary.diary()
    yield kept.read().rstrip() if kept is not None else "-"


def _size(path: Path) -> str:
    with suppress(FileNotFoundError):
        return f"{path.stat().st_size} bytes"
    return "none"
