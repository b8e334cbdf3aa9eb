"""Putting a backup back: whole, into a new folder or in the place of a damaged archive."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from liaison.domain.records import Document, Partner
from liaison.errors import StorageError, UserError
from liaison.storage.archive import Archive
from liaison.storage.backups import restoring
from liaison.storage.backups.making import make
from liaison.storage.backups.restoring import put_back, restore
from liaison.storage.backups.shelf import Shelf
from liaison.storage.first_look import DATABASE
from liaison.storage.place import Place
from tests.storage.backups.conftest import NOW, add_document


def damage(folder: Path) -> None:
    """Spoil the pages of a database that is not open."""
    file = folder / DATABASE
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


def names(archive: Archive) -> list[str]:
    return sorted(each["name_fa"] for each in archive.rows(Partner))


def test_a_restored_archive_is_the_archive_of_then(
    full: Archive, shelf: Shelf, tmp_path: Path
) -> None:
    backup = make(full, shelf, NOW)
    add_document(full, "later")
    folder = tmp_path / "restored"
    steps: list[tuple[int, int]] = []
    assert restore(shelf, backup, folder, progress=lambda *step: steps.append(step)) == ()
    assert steps[-1] == (2, 2)
    with Archive.open(folder, key=shelf.key, create=False) as again:
        assert names(again) == ["شهر first", "شهر second"]
        assert again.check() == []
        (document,) = again.rows(Document)
        with again.open_file(document["file"]) as content:
            assert content.read() == b"first" * 1000
        assert again.undo() == "bin"  # history and bin came with it
        with again.change("on") as change:
            change.add(Partner, {"name_fa": "سوم"})
    assert names(full) == ["شهر first", "شهر later", "شهر second"]


def test_a_folder_with_something_in_it_is_left_alone(
    full: Archive, shelf: Shelf, tmp_path: Path
) -> None:
    backup = make(full, shelf, NOW)
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter.txt").write_text("x")
    with pytest.raises(UserError, match="not empty"):
        restore(shelf, backup, tmp_path / "used")
    assert [each.name for each in (tmp_path / "used").iterdir()] == ["letter.txt"]
    (tmp_path / "empty").mkdir()
    restore(shelf, backup, tmp_path / "empty")
    Archive.open(tmp_path / "empty", key=shelf.key, create=False).close()


def test_a_damaged_backup_makes_no_archive(full: Archive, shelf: Shelf, tmp_path: Path) -> None:
    backup = make(full, shelf, NOW)
    damage(backup.folder)
    with pytest.raises(StorageError, match="damaged"):
        restore(shelf, backup, tmp_path / "restored")
    assert not (tmp_path / "restored").exists()
    assert not list(tmp_path.glob(".restoring*"))


def test_what_attached_files_a_backup_lacks_is_told(
    full: Archive, shelf: Shelf, tmp_path: Path
) -> None:
    backup = make(full, shelf, NOW)
    lost = next(shelf.files.contents())
    lost.unlink()
    assert restore(shelf, backup, tmp_path / "restored") == (lost.name,)
    with Archive.open(tmp_path / "restored", key=shelf.key, create=False) as again:
        assert len(names(again)) == 2


def test_a_damaged_archive_is_replaced_and_kept_aside(
    full: Archive, shelf: Shelf, folder: Path
) -> None:
    backup = make(full, shelf, NOW)
    gone = next(full.place.files.glob("[0-9a-f][0-9a-f]/*"))
    add_document(full, "later")
    gone.unlink()
    full.close()
    damage(folder)
    with pytest.raises(StorageError):
        Archive.open(folder, key=shelf.key)
    aside = put_back(Place(folder), shelf, backup)
    assert aside.parent == folder
    assert (aside / DATABASE).exists()
    with Archive.open(folder, key=shelf.key, create=False) as again:
        assert names(again) == ["شهر first", "شهر second"]
        assert [each.harmless for each in again.check()] == [True]  # the file of the lost change
        with again.change("on") as change:
            change.add(Partner, {"name_fa": "سوم"})


@pytest.mark.parametrize("left_open", [False, True])
@pytest.mark.parametrize("step", range(8))
def test_broken_off_anywhere_the_old_database_or_the_new_one_is_found(
    full: Archive,
    shelf: Shelf,
    folder: Path,
    step: int,
    monkeypatch: pytest.MonkeyPatch,
    *,
    left_open: bool,
) -> None:
    """Each renaming is a place where the power may go; a log may hold the last changes."""
    backup = make(full, shelf, NOW)
    add_document(full, "later")
    if left_open:
        folder = shutil.copytree(folder, folder.with_name("killed"))
        (folder / "archive.lock").unlink()
    full.close()
    moved, count = Path.replace, 0

    def replace(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count > step:
            raise KeyboardInterrupt
        return moved(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with suppress(KeyboardInterrupt):
        put_back(Place(folder), shelf, backup)
    monkeypatch.undo()
    with Archive.open(folder, key=shelf.key, create=False) as again:
        assert again.check() == [] or len(names(again)) == 2
        assert names(again) in (
            ["شهر first", "شهر second"],
            ["شهر first", "شهر later", "شهر second"],
        )
    assert restoring.Shelf(folder / "backups").backups()


def test_mending_twice_in_a_moment_keeps_both_damaged_files(
    full: Archive, shelf: Shelf, folder: Path
) -> None:
    backup = make(full, shelf, NOW)
    full.close()
    kept = set()
    for _time in range(3):
        damage(folder)
        kept.add(put_back(Place(folder), shelf, backup))
    assert len(kept) == 3
    assert all((each / DATABASE).exists() for each in kept)
