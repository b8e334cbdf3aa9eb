"""What backups remember of the history: whether the archive still holds it."""

import json
import re
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from liaison import commands
from liaison.storage import chain, derived, marker
from liaison.storage.archive import Archive
from liaison.storage.backups.making import make
from liaison.storage.backups.manifest import NAME, Manifest
from liaison.storage.backups.restoring import put_back, restore
from liaison.storage.backups.shelf import Backup, Shelf
from liaison.storage.backups.verifying import faults_of, rewritten
from liaison.storage.connection import connect
from liaison.storage.first_look import DATABASE
from liaison.storage.place import SUMS, Place
from tests.storage.backups.conftest import NOW, add_document

HOUR = timedelta(hours=1)


def write_anew(folder: Path, key: bytes | None) -> None:
    """Alter an early change, and compute all that follows from it, as who knows the program can."""
    with closing(connect(folder / DATABASE, "rw", key)) as other:
        derived.drop(other)
        other.execute("UPDATE change SET author = 'x' WHERE id = 1")
        other.execute("DELETE FROM link")
        chain.relink(other, chain.chain_key(key))
        derived.create(other)
    for each in (marker.NAME, SUMS):
        (folder / each).unlink(missing_ok=True)


def told_of_old(backup: Backup) -> None:
    """Give a backup the manifest that programs without a chain wrote."""
    path = backup.folder / NAME
    told = json.loads(path.read_text("utf-8"))
    del told["history"]
    path.write_text(json.dumps(told), "utf-8")


def test_a_backup_remembers_where_the_history_ended(full: Archive, shelf: Shelf) -> None:
    backup = make(full, shelf, NOW)
    with full.reading() as connection:
        assert backup.manifest.history == chain.head(connection).digest.hex()
    add_document(full, "later")
    assert rewritten(full, shelf) == []
    path = backup.folder / NAME
    path.write_text(path.read_text().replace(backup.manifest.history, "0" * 64))
    assert "damaged" in faults_of(shelf, shelf.made(NOW))[0]


def test_a_history_written_anew_is_told_by_the_first_backup_that_knows_better(
    full: Archive, shelf: Shelf
) -> None:
    backup = make(full, shelf, NOW)
    add_document(full, "later")
    make(full, shelf, NOW + HOUR)
    full.close()
    write_anew(full.folder, shelf.key)
    with Archive.open(full.folder, key=shelf.key) as again:
        assert again.check() == []  # nothing in the archive itself tells
        (fault,) = rewritten(again, shelf)
        assert backup.name in fault
        after = make(again, shelf, NOW + 2 * HOUR)
        assert faults_of(shelf, after) == []


def test_changes_that_went_with_an_older_backup_are_told(full: Archive, shelf: Shelf) -> None:
    old = make(full, shelf, NOW)
    add_document(full, "later")
    new = make(full, shelf, NOW + HOUR)
    full.close()
    put_back(Place(full.folder), shelf, old)
    with Archive.open(full.folder, key=shelf.key) as again:
        assert new.name in rewritten(again, shelf)[0]
        add_document(again, "other")
        assert new.name in rewritten(again, shelf)[0]


def test_backups_of_older_programs_remember_nothing_and_are_whole(
    full: Archive, shelf: Shelf, tmp_path: Path
) -> None:
    backup = make(full, shelf, NOW)
    told_of_old(backup)
    old = shelf.made(NOW)
    assert Manifest.read(backup.folder).history == ""
    assert faults_of(shelf, old) == []
    assert rewritten(full, shelf) == []
    restore(shelf, old, tmp_path / "restored")
    assert marker.read(tmp_path / "restored") == marker.Marked(3)
    with Archive.open(tmp_path / "restored", key=shelf.key) as again:
        assert again.check() == []


def test_a_restored_archive_is_marked_with_its_own_end(
    full: Archive, shelf: Shelf, tmp_path: Path
) -> None:
    backup = make(full, shelf, NOW)
    restore(shelf, backup, tmp_path / "restored")
    marked = marker.read(tmp_path / "restored")
    assert marked is not None
    assert marked.is_genuine(full.chain_key)
    assert marked.digest.hex() == backup.manifest.history


@pytest.mark.parametrize("key", [None], indirect=True)
@pytest.mark.parametrize("words", [["check"], ["backups", "--verify"]])
def test_it_is_told_on_the_command_line(
    full: Archive, shelf: Shelf, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    backup = make(full, shelf, NOW)
    full.close()
    asked = ["--data", str(full.folder), "--lang", "en", *words]
    assert commands.run(asked, _no_window) == 0
    write_anew(full.folder, shelf.key)
    capsys.readouterr()
    assert commands.run(asked, _no_window) == 1
    assert re.search(f"does not hold that of the backup {backup.name}", capsys.readouterr().out)


def _no_window(_folder: Path, _language: str) -> int:
    raise AssertionError
