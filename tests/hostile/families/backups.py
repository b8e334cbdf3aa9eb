"""Backups whose manifest, database or files somebody made up."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from liaison.domain.records import Document
from liaison.errors import StorageError
from liaison.storage.archive import Archive
from liaison.storage.backups.making import copy_to, make
from liaison.storage.backups.restoring import restore
from liaison.storage.backups.routine import back_up, last_trial, shelf_of, trial_is_due, try_out
from liaison.storage.backups.shelf import Shelf
from liaison.storage.backups.verifying import faults_of
from liaison.storage.first_look import DATABASE
from tests.hostile.case import Case, Expected, insist
from tests.hostile.families.places import furnished, hole, of

_AT = datetime(2026, 1, 1, tzinfo=UTC)
_NOW = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)
_HELD = "tests/storage/backups/test_restoring.py"


def _backed_up(folder: Path) -> Path:
    """Make an archive with one backup beside it and return that backup's folder."""
    furnished(folder)
    with Archive.open(of(folder)) as archive:
        backup = make(archive, Shelf(folder / "shelf"), _AT)
        make(archive, shelf_of(of(folder)), _AT)
    return backup.folder


def _told(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    return told


def _with_manifest(change: Callable[[dict[str, Any]], object], folder: Path) -> None:
    """Give the backup a manifest that says something else."""
    for backup in (_backed_up(folder), next(shelf_of(of(folder)).folder.glob("20*"))):
        told = _told(backup)
        change(told)
        (backup / "manifest.json").write_text(json.dumps(told))


def _with_content(content: Callable[[], bytes], folder: Path) -> None:
    """Give the backup a manifest of other bytes."""
    for backup in (_backed_up(folder), next(shelf_of(of(folder)).folder.glob("20*"))):
        (backup / "manifest.json").write_bytes(content())


def _with_file(name: str, make_it: Callable[[Path], object], folder: Path) -> None:
    """Put something else in the place of a file of the backup."""
    for backup in (_backed_up(folder), next(shelf_of(of(folder)).folder.glob("20*"))):
        (backup / name).unlink()
        make_it(backup / name)


def _with_database(statements: str, folder: Path) -> None:
    """Let the database of the backup be another one, and its manifest say so."""
    backup = _backed_up(folder)
    with closing(dbapi2.connect(str(backup / DATABASE), isolation_level=None)) as connection:
        connection.executescript(statements)
    told = _told(backup)
    content = (backup / DATABASE).read_bytes()
    told |= {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    (backup / "manifest.json").write_text(json.dumps(told))


def _looked_at(folder: Path) -> str:
    """See that a backup nobody can read is passed over and stops nothing else."""
    shelf = Shelf(folder / "shelf")
    shelf.backups()
    with Archive.open(of(folder)) as archive:
        last_trial(shelf_of(of(folder)))
        trial_is_due(shelf_of(of(folder)), _NOW)
        outcome = back_up(archive, _NOW, always=True)
        insist(outcome.made)
        insist(outcome.made and not faults_of(shelf_of(of(folder)), outcome.made))
        copied = copy_to(outcome.made or shelf.backups()[0], shelf_of(of(folder)), shelf)
        shelf.prune()
        insist(not faults_of(shelf, copied))
    return "passed over"


def _restored(folder: Path) -> None:
    """Put the backup back and open what comes of it."""
    goal = folder / "again"
    try:
        for backup in Shelf(folder / "shelf").backups():
            lacking = restore(Shelf(folder / "shelf"), backup, goal)
            insist(all(len(each) == 64 for each in lacking))
            with Archive.open(goal, create=False) as archive:
                faults = archive.check()
                archive.extract_pending()
                for each in archive.rows(Document):
                    archive._files.verified(each["file"])
                if faults:
                    raise StorageError(str(faults[0].message))
            return
        raise StorageError(_none())
    finally:
        insist(not list(folder.glob(".restoring*")), "half of it is left")
        shutil.rmtree(goal, ignore_errors=True)  # an archive of its own, whatever it is like


def _none() -> str:
    from liaison.i18n import _

    return _("There is no archive in {folder}.").format(folder="")


def _tried_out(folder: Path) -> str:
    """Let the monthly trial meet the backup: it ends, and says that something is wrong."""
    trial = try_out(Shelf(folder / "shelf"), _NOW)
    insist(trial.faults, "nothing was found wrong")
    return trial.faults[0]


def _set(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda told: told.update({key: value})


_MANIFESTS: dict[str, Callable[[dict[str, Any]], object]] = {
    "a moment before all moments": _set("made_at", "0001-01-01T00:00:00+14:00"),
    "a moment after all moments": _set("made_at", "9999-12-31T23:59:59-14:00"),
    "a moment of nowhere": _set("made_at", "2026-01-01T00:00:00"),
    "a number without end": _set("head", float("inf")),
    "no number": _set("size", float("nan")),
    "a number of a thousand figures": _set("head", 10**1000),
    "less than nothing": _set("size", -5),
    "counts of nothing": _set("counts", {"entry": None}),
    "a path for a hash": _set("files", {"../../../../etc/hostname": 5}),
    "a path among what is lacking": _set("lacking", ["../../outside"]),
    "a list for an object": _set("files", [1, 2]),
    "of a newer format": _set("format", 2),
}
_CONTENTS: dict[str, Callable[[], bytes]] = {
    "lists in lists": lambda: b"[" * 5_000_000,
    "sixty megabytes of empty lists": lambda: b'{"format": [' + b"[]," * 20_000_000 + b"[]]}",
    "sixty megabytes of short names": lambda: (
        b'{"files": {' + b",".join(b'"%x":1' % each for each in range(5_000_000)) + b"}}"
    ),
    "half of it": lambda: b'{"format": 1, "made_at": "20',
    "nothing": lambda: b"",
}
_FILES: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a device without an end": lambda path: path.symlink_to("/dev/zero"),
    "a folder": Path.mkdir,
    "four gigabytes of nothing": lambda path: hole(path, 4 << 30),
}
_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"
_DATABASES: dict[str, str] = {
    "an endless view": f"""
        ALTER TABLE change RENAME TO changed;
        CREATE VIEW change AS {_ENDLESS} i AS id, '' AS at, '' AS author, '' AS label FROM n;""",
    "a version without an end": f"""
        DROP TABLE alembic_version;
        CREATE VIEW alembic_version AS {_ENDLESS} max(i) AS version_num FROM n;""",
    "a newer version": "UPDATE alembic_version SET version_num = '0999';",
    "no tables": "PRAGMA writable_schema = ON; DELETE FROM sqlite_master; VACUUM;",
    "a path for a file": """
        DROP TRIGGER IF EXISTS document_update; DROP TRIGGER IF EXISTS document_guard_update;
        PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE type = 'trigger';
        PRAGMA writable_schema = RESET;
        UPDATE document SET file =
          '{"sha256": "../../../../../../../../etc/hostname", "name": "../../x.txt", "size": 5}';
        DELETE FROM search_file;""",
}


def _damaged_trial(content: str, folder: Path) -> None:
    _backed_up(folder)
    (shelf_of(of(folder)).folder / "trial.json").write_text(content)


_TRIALS = {
    "a moment of nowhere": '{"at": "2026-01-01T00:00:00", "backup": "x", "faults": []}',
    "lists in lists": "[" * 100_000,
    "another shape": '{"at": 5, "backup": [], "faults": 7}',
}


def _future(folder: Path) -> str:
    """Back up although the newest backup says it was made in a thousand years."""
    with Archive.open(of(folder)) as archive:
        for hour in range(3):
            insist(back_up(archive, _NOW + timedelta(hours=hour), always=True).made)
    return "backed up"


def _harmless(
    number: str,
    name: str,
    prepare: Callable[[Path], object],
    act: Callable[[Path], object] = _looked_at,
) -> Case:
    heavy = "sixty" in name or "gigabytes" in name
    return Case(number, name, prepare, act, Expected.HARMLESS, heavy=heavy)


CASES = [
    *(
        _harmless("71", f"a manifest with {name}", partial(_with_manifest, change))
        for name, change in _MANIFESTS.items()
    ),
    *(
        _harmless("70", f"a manifest of {name}", partial(_with_content, content))
        for name, content in _CONTENTS.items()
    ),
    *(
        _harmless("71", f"{name} for a manifest", partial(_with_file, "manifest.json", make_it))
        for name, make_it in _FILES.items()
    ),
    *(
        Case("72", f"{name} for a database", partial(_with_file, DATABASE, make_it), _restored)
        for name, make_it in _FILES.items()
        if "gigabytes" not in name
    ),
    *(
        Case("74", f"a database with {name}", partial(_with_database, sql), _restored)
        for name, sql in _DATABASES.items()
    ),
    *(
        _harmless("74", f"tried out: {name}", partial(_with_database, sql), _tried_out)
        for name, sql in _DATABASES.items()
    ),
    *(
        _harmless("78", f"a trial told with {name}", partial(_damaged_trial, content))
        for name, content in _TRIALS.items()
    ),
    _harmless(
        "71",
        "a backup of the year 9000",
        partial(_with_manifest, _set("made_at", "9000-01-01T00:00:00+00:00")),
        _future,
    ),
]
