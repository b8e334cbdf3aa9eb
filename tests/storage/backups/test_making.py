"""Backups: made while the archive works, verified, never in the way of a good one."""

import os
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from liaison.domain.records import Partner
from liaison.errors import StorageError
from liaison.storage.archive import Archive
from liaison.storage.backups.making import copy_to, make
from liaison.storage.backups.manifest import Manifest
from liaison.storage.backups.restoring import restore
from liaison.storage.backups.routine import try_out
from liaison.storage.backups.shelf import Shelf
from liaison.storage.backups.verifying import faults_of
from liaison.storage.connection import connect, scalar
from liaison.storage.first_look import DATABASE
from tests.storage.backups.conftest import NOW, add_document

HOUR = timedelta(hours=1)


def test_a_backup_holds_everything_and_says_what(full: Archive, shelf: Shelf) -> None:
    backup = make(full, shelf, NOW)
    manifest = Manifest.read(backup.folder)
    assert manifest == backup.manifest
    assert manifest.made_at == NOW
    assert manifest.head == full.last_change() == 3
    assert manifest.counts["partner"] == 2
    assert manifest.records == 4
    assert len(manifest.files) == 2
    assert manifest.lacking == ()
    assert faults_of(shelf, backup) == []
    assert [each.name for each in shelf.backups()] == [backup.name]
    assert not list(backup.folder.glob("*-wal"))


def test_attached_files_stand_there_once_and_are_the_very_same_on_one_disk(
    full: Archive, shelf: Shelf
) -> None:
    make(full, shelf, NOW)
    make(full, shelf, NOW + HOUR)
    files = list(shelf.files.contents())
    assert len(files) == 2
    assert all(os.stat(each).st_nlink == 2 for each in files)  # noqa: PTH116 - the links are asked for


def test_what_is_written_meanwhile_is_not_torn(full: Archive, shelf: Shelf) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            with full.change("pair") as change:
                change.add(Partner, {"name_fa": "یک"})
                change.add(Partner, {"name_fa": "دو"})

    writer = threading.Thread(target=write)
    writer.start()
    try:
        backups = [make(full, shelf, NOW + at * HOUR) for at in range(5)]
    finally:
        stop.set()
        writer.join()
    for backup in backups:
        with closing(connect(backup.database, "immutable", shelf.key)) as connection:
            assert scalar(connection, "SELECT count(*) FROM partner") % 2 == 0
        assert faults_of(shelf, backup) == []


def test_a_damaged_archive_makes_no_backup_and_leaves_the_good_ones(
    folder: Path, full: Archive, shelf: Shelf
) -> None:
    good = make(full, shelf, NOW)
    full.close()
    database = folder / DATABASE
    content = bytearray(database.read_bytes())
    content[4096 * 3 : 4096 * 40] = os.urandom(4096 * 37)
    database.write_bytes(bytes(content))
    with pytest.raises(StorageError), Archive.open(folder, key=shelf.key) as damaged:
        make(damaged, shelf, NOW + HOUR)
    assert [each.name for each in shelf.backups()] == [good.name]
    assert faults_of(shelf, good) == []
    assert not list(shelf.folder.glob(".unfinished*"))


def test_a_file_that_is_gone_is_named_and_the_rest_is_kept(full: Archive, shelf: Shelf) -> None:
    lost, altered = full.place.files.glob("[0-9a-f][0-9a-f]/*")
    lost.unlink()
    altered.chmod(0o644)
    altered.write_bytes(b"x")
    backup = make(full, shelf, NOW)
    assert backup.manifest.lacking == tuple(sorted([lost.name, altered.name]))
    assert backup.manifest.files == {}
    assert faults_of(shelf, backup) == []


def test_a_file_lost_after_it_was_backed_up_stays_on_the_shelf_and_comes_back(
    full: Archive, shelf: Shelf, tmp_path: Path
) -> None:
    make(full, shelf, NOW)
    lost, altered = full.place.files.glob("[0-9a-f][0-9a-f]/*")
    lost.unlink()
    altered.unlink()
    altered.write_bytes(b"x")
    later = make(full, shelf, NOW + timedelta(minutes=5))
    assert later.manifest.lacking == ()
    assert set(later.manifest.files) == {lost.name, altered.name}
    assert shelf.prune()
    assert faults_of(shelf, later) == []
    assert restore(shelf, later, tmp_path / "restored") == ()


def test_a_file_that_backups_name_as_lacking_is_not_removed(full: Archive, shelf: Shelf) -> None:
    lost = next(full.place.files.glob("[0-9a-f][0-9a-f]/*"))
    content = lost.read_bytes()
    lost.unlink()
    backup = make(full, shelf, NOW)
    assert backup.manifest.lacking == (lost.name,)
    again = shelf.files.named(lost.name)
    again.parent.mkdir(exist_ok=True)
    again.write_bytes(content)
    shelf.prune()
    assert again.read_bytes() == content


@pytest.mark.parametrize("where", ["database", "file", "manifest"])
def test_every_flipped_byte_is_found(full: Archive, shelf: Shelf, where: str) -> None:
    backup = make(full, shelf, NOW)
    path = {
        "database": backup.database,
        "file": next(shelf.files.contents()),
        "manifest": backup.folder / "manifest.json",
    }[where]
    content = path.read_bytes()
    path.chmod(0o644)
    for at in range(0, len(content), max(1, len(content) // 25)):
        flipped = bytearray(content)
        flipped[at] ^= 0x40
        path.write_bytes(bytes(flipped))
        try:
            found = faults_of(shelf, shelf.made(NOW))
        except StorageError:
            found = ["unreadable"]
        if where == "manifest" and not found:
            # A count or a moment may be another one; what can be checked is what is put back.
            assert shelf.made(NOW).manifest != backup.manifest
            continue
        assert found, at
    path.write_bytes(content)
    assert faults_of(shelf, shelf.made(NOW)) == []


def test_another_place_gets_a_copy_of_its_own(
    full: Archive, shelf: Shelf, elsewhere: Shelf
) -> None:
    backup = make(full, shelf, NOW)
    copy = copy_to(backup, shelf, elsewhere)
    assert copy.manifest == backup.manifest
    assert faults_of(elsewhere, copy) == []
    for damaged in (backup.database, next(shelf.files.contents())):
        damaged.chmod(0o644)
        damaged.write_bytes(b"x" * damaged.stat().st_size)
    again = Shelf(elsewhere.folder.with_name("third"), elsewhere.key)
    with pytest.raises(StorageError, match="damaged"):
        copy_to(backup, shelf, again)
    assert again.backups() == []
    assert faults_of(elsewhere, copy) == []


def test_a_damaged_file_of_the_same_size_is_replaced_by_the_next_backup(
    full: Archive, shelf: Shelf, elsewhere: Shelf
) -> None:
    first = copy_to(make(full, shelf, NOW), shelf, elsewhere)
    for path in elsewhere.files.contents():
        at = shelf.files.named(path.name).stat().st_mtime
        assert path.stat().st_mtime == at  # which spares reading it each time
        path.write_bytes(b"x" * path.stat().st_size)
        os.utime(path, (at + HOUR.total_seconds(), at + HOUR.total_seconds()))
    assert faults_of(elsewhere, first)
    second = copy_to(make(full, shelf, NOW + HOUR), shelf, elsewhere)
    assert faults_of(elsewhere, second) == faults_of(elsewhere, first) == []


def test_old_ones_go_with_the_files_only_they_speak_of(full: Archive, shelf: Shelf) -> None:
    first = make(full, shelf, NOW)
    add_document(full, "third")
    second = make(full, shelf, NOW + timedelta(minutes=5))
    assert shelf.prune() == [first.name]
    assert [each.name for each in shelf.backups()] == [second.name]
    assert len(list(shelf.files.contents())) == 3
    stray = shelf.files.folder / "ab" / ("ab" * 32)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x")
    shelf.prune()
    assert not stray.exists()


def test_while_one_cannot_be_read_no_file_goes(full: Archive, shelf: Shelf) -> None:
    first = make(full, shelf, NOW)
    (first.folder / "manifest.json").write_text("{}")
    stray = shelf.files.folder / "ab" / ("ab" * 32)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x")
    second = make(full, shelf, NOW + HOUR)
    assert shelf.prune() == []
    assert stray.exists()
    assert [each.name for each in shelf.backups()] == [second.name]


def test_what_was_broken_off_is_swept_and_never_passes_for_a_backup(
    full: Archive, shelf: Shelf
) -> None:
    backup = make(full, shelf, NOW)
    half = shelf.folder / f".unfinished-{backup.name}"
    backup.folder.rename(half)
    assert shelf.backups() == []
    make(full, shelf, NOW + HOUR)
    assert not half.exists()


def test_stopping_leaves_nothing(full: Archive, shelf: Shelf) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(full, shelf, NOW, stop)
    assert shelf.backups() == []
    assert not list(shelf.folder.glob(".unfinished*"))


def test_two_at_once_on_one_shelf_do_not_sweep_each_other_away(full: Archive, shelf: Shelf) -> None:
    """A command at work beside an open window."""
    other = Shelf(shelf.folder, shelf.key)
    refused = []

    def meddle(done: int, _whole: int) -> None:
        if done:
            return
        for what in (
            other.prune,
            lambda: make(full, other, NOW + HOUR),
            lambda: try_out(other, NOW),
        ):
            with pytest.raises(StorageError, match="Another backup is being made") as told:
                what()
            refused.append(told.value)

    backup = make(full, shelf, NOW, meddle)
    assert len(refused) == 3
    assert [each.name for each in shelf.backups()] == [backup.name]
    assert faults_of(shelf, backup) == []
    assert make(full, other, NOW + HOUR).name != backup.name
