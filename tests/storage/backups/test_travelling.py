"""A copy for a memory stick: one file that tells nothing, and gives the whole archive back."""

import random
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from liaison.domain.records import Document
from liaison.errors import LiaisonError, StorageError, UserError
from liaison.storage.archive import Archive
from liaison.storage.backups import travelling
from liaison.storage.backups.making import make
from liaison.storage.backups.shelf import Shelf
from liaison.storage.backups.travelling import (
    Opener,
    keyring_in,
    opener_for,
    own_opener,
    restore_copy,
    save_copy,
)
from liaison.storage.keys.keyring import Person, empty_keyring
from liaison.storage.keys.sealing import SealingWriter, derived
from tests.storage.backups.conftest import KEY, NOW, add_document

PASSPHRASE = "چند واژهٔ پشت هم"
PERSON = Person("somebody", "نام آزمون", "Name of a test")


@pytest.fixture
def opener(key: bytes | None, folder: Path) -> Opener:
    """Give what opens a copy: a passphrase of its own, or that of the archive's people."""
    if key is None:
        return opener_for(PASSPHRASE)
    ring = empty_keyring().with_person(key, PERSON, PASSPHRASE)
    ring.write(folder)
    return own_opener(ring, key)


@pytest.fixture
def copy(full: Archive, shelf: Shelf, opener: Opener, tmp_path: Path) -> Path:
    path = tmp_path / "stick.liaison-copy"
    save_copy(make(full, shelf, NOW), shelf, path, opener)
    return path


def test_the_whole_archive_comes_back(copy: Path, shelf: Shelf, tmp_path: Path) -> None:
    key, _officer = keyring_in(copy).unlock(PASSPHRASE)
    steps: list[tuple[int, int]] = []
    assert restore_copy(copy, key, tmp_path / "new", lambda *step: steps.append(step)) == ()
    assert steps[-1] == (2, 2)
    with Archive.open(tmp_path / "new", key=shelf.key, create=False) as again:
        assert again.check() == []
        (document,) = again.rows(Document)
        with again.open_file(document["file"]) as content:
            assert content.read() == b"first" * 1000
    assert (tmp_path / "new" / "archive.keys").exists() is (shelf.key is not None)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["archive", "new", copy.name]


def test_it_tells_nobody_what_is_in_it(copy: Path) -> None:
    content = copy.read_bytes()
    for word in ("first", "شهر", "آزمون", "Name of", "archive.db", "manifest", "SQLite"):
        assert word.encode() not in content, word


def test_every_flipped_bit_is_found(copy: Path, tmp_path: Path) -> None:
    key, _officer = keyring_in(copy).unlock(PASSPHRASE)
    whole = copy.read_bytes()
    start = whole.index(b"LIASEAL1")
    chance = random.Random(5)  # noqa: S311 - a choice of bits, no secret
    for _turn in range(12):
        content = bytearray(whole)
        content[chance.randrange(start, len(whole))] ^= 1 << chance.randrange(8)
        copy.write_bytes(bytes(content))
        with pytest.raises(UserError, match="damaged"):
            restore_copy(copy, key, tmp_path / "new")
        assert not (tmp_path / "new").exists()
    copy.write_bytes(whole[:-1])
    with pytest.raises(UserError, match="damaged"):
        restore_copy(copy, key, tmp_path / "new")


@pytest.mark.parametrize("content", [b"", b"LIACOPY1", b"LIACOPY1\xff\xff\xff\xff", b"x" * 99])
def test_what_is_no_copy_is_told_so(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "other.liaison-copy"
    path.write_bytes(content)
    with pytest.raises(UserError, match="not a copy of an archive"):
        keyring_in(path)


@pytest.mark.parametrize(
    ("name", "compression"),
    [
        ("../outside", ZIP_STORED),
        ("/outside", ZIP_STORED),
        ("files/aa/../../outside", ZIP_STORED),
        ("C:\\outside", ZIP_STORED),
        ("manifest.json", ZIP_DEFLATED),
    ],
)
def test_parts_that_are_none_are_refused(name: str, compression: int, tmp_path: Path) -> None:
    inside = BytesIO()
    with ZipFile(inside, "w", compression) as container:
        container.writestr(name, b"x" * 1000)
    path = tmp_path / "made.liaison-copy"
    ring = opener_for(PASSPHRASE).ring.to_bytes()
    with path.open("wb") as file:
        file.write(b"LIACOPY1" + len(ring).to_bytes(4) + ring)
        sealed = SealingWriter(file, derived(KEY, "travelling copy"))
        sealed.write(inside.getvalue())
        sealed.finish("copy")
    with pytest.raises(UserError, match="damaged"):
        restore_copy(path, KEY, tmp_path / "new")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("step", ["_write", "_read_through"])
def test_the_copy_before_stays_until_the_new_one_was_read(
    full: Archive,
    shelf: Shelf,
    copy: Path,
    opener: Opener,
    step: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = copy.read_bytes()
    add_document(full, "third")
    again = make(full, shelf, NOW.replace(hour=12))
    monkeypatch.setattr(travelling, step, _full_disk)
    with pytest.raises(StorageError):
        save_copy(again, shelf, copy, opener)
    assert copy.read_bytes() == before
    assert not list(copy.parent.glob(".*"))


def test_what_a_broken_off_copy_left_is_no_hindrance(
    full: Archive, shelf: Shelf, opener: Opener, tmp_path: Path
) -> None:
    path = tmp_path / "stick.liaison-copy"
    left = tmp_path / f".{path.name}.unfinished"
    left.write_bytes(b"half of a copy")
    save_copy(make(full, shelf, NOW), shelf, path, opener)
    keyring_in(path)
    assert not left.exists()


def _full_disk(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_wrong_passphrase_opens_nothing(copy: Path) -> None:
    with pytest.raises(LiaisonError, match="not right"):
        keyring_in(copy).unlock("some other words here")
