"""Encrypting an archive and taking that back: a copy that holds the same, or none at all."""

import io
from pathlib import Path

import pytest

from liaison.domain.records import Document, Officer, Partner
from liaison.errors import StorageError, UserError
from liaison.storage import chain
from liaison.storage.archive import Archive
from liaison.storage.converting import decrypted, encrypted
from liaison.storage.keys.keyring import Person
from liaison.storage.settings import BACKUP_PLACE
from liaison.storage.signing_in import keyring_of, open_signed

PASSPHRASE = "چند واژهٔ پشت هم"
NOBODY_YET = Person("", "آزمونگر یکم", "First tester")
MARK = "واژهٔ‌نشان‌دار marked-word"


@pytest.fixture
def full(archive: Archive) -> Archive:
    file = archive.attach(io.BytesIO(MARK.encode() * 9000), "نامه.txt")
    with archive.change("add") as change:
        change.add(Document, {"title_fa": MARK, "file": file})
        gone = change.add(Partner, {"name_fa": MARK})
    with archive.change("bin") as change:
        change.delete(Partner, gone)
    archive.extract_pending()
    archive.settings.set("office_fa", MARK)
    return archive


def signed(folder: Path, passphrase: str = PASSPHRASE) -> Archive:
    ring = keyring_of(folder)
    assert ring is not None
    return open_signed(folder, *ring.unlock(passphrase))


def all_rows(archive: Archive) -> list[object]:
    with archive.reading() as connection:
        return [
            connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()  # noqa: S608 - names of our own tables
            for name in ("document", "partner", "history", "change", "entry")
        ]


def head(archive: Archive) -> chain.Head:
    with archive.reading() as connection:
        return chain.head(connection)


def holds(archive: Archive, end: chain.Head) -> bool:
    """Tell whether a history goes on from where another one ended."""
    with archive.reading() as connection:
        return chain.digest_at(connection, end.number) == end.digest


def test_there_and_back_is_the_same_archive(full: Archive, tmp_path: Path) -> None:
    before, end = all_rows(full), head(full)
    steps: list[tuple[int, int]] = []
    recovery = encrypted(
        full, tmp_path / "sealed", NOBODY_YET, PASSPHRASE, lambda *step: steps.append(step)
    )
    assert steps == [(0, 1), (1, 1)]
    assert all_rows(full) == before
    with signed(tmp_path / "sealed") as sealed:
        assert sealed.check() == []
        assert [hit.title_fa for hit in sealed.search("marked-word")] == [MARK]
        assert sealed.author == "آزمونگر یکم"
        assert [row["role"] for row in sealed.rows(Officer)] == ["administrator"]
        assert sealed.undoable() == "Settings"  # what came before can be taken back, this cannot
        assert holds(sealed, end)
        end = head(sealed)
        decrypted(sealed, tmp_path / "open")
    with Archive.open(tmp_path / "open", create=False) as again:
        assert holds(again, end)
        assert again.check() == []
        assert [hit.title_fa for hit in again.search("marked-word")] == [MARK]
        (document,) = again.rows(Document)
        with again.open_file(document["file"]) as content:
            assert content.read() == MARK.encode() * 9000
        assert again.settings.get("people") == {}
    ring = keyring_of(tmp_path / "sealed")
    assert ring is not None
    ring.recover(recovery)


def test_nothing_of_it_can_be_read_on_the_disk(full: Archive, tmp_path: Path) -> None:
    encrypted(full, tmp_path / "sealed", NOBODY_YET, PASSPHRASE)
    for path in (tmp_path / "sealed").rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert b"marked-word" not in content, path
        assert b"SQLite" not in content, path


def test_a_copy_does_not_name_the_second_place_of_the_first(full: Archive, tmp_path: Path) -> None:
    full.settings.set(BACKUP_PLACE, str(tmp_path))
    encrypted(full, tmp_path / "sealed", NOBODY_YET, PASSPHRASE)
    assert full.settings.get(BACKUP_PLACE) == str(tmp_path)
    with signed(tmp_path / "sealed") as sealed:
        assert sealed.settings.get(BACKUP_PLACE) == ""
        sealed.settings.set(BACKUP_PLACE, str(tmp_path))
        decrypted(sealed, tmp_path / "open")
    with Archive.open(tmp_path / "open", create=False) as again:
        assert again.settings.get(BACKUP_PLACE) == ""


def test_an_officer_who_is_there_becomes_the_administrator(full: Archive, tmp_path: Path) -> None:
    with full.change("officer") as change:
        uid = change.add(Officer, {"name_fa": "کارشناس", "role": "officer"})
    encrypted(full, tmp_path / "sealed", Person(uid, "کارشناس", ""), PASSPHRASE)
    with signed(tmp_path / "sealed") as sealed:
        assert sealed.officer == uid
        assert sealed.read(Officer, uid)["role"] == "administrator"
        assert sealed.rights.may("people")


def test_nothing_is_left_where_a_file_is_missing(full: Archive, tmp_path: Path) -> None:
    (document,) = full.rows(Document)
    full._files.verified(document["file"]).unlink()
    with pytest.raises(StorageError, match="missing"):
        encrypted(full, tmp_path / "sealed", NOBODY_YET, PASSPHRASE)
    assert [each.name for each in tmp_path.iterdir()] == ["archive"]


def test_a_weak_passphrase_or_a_used_folder_is_refused(full: Archive, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="letters at least"):
        encrypted(full, tmp_path / "sealed", NOBODY_YET, "short")
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter").write_text("x")
    with pytest.raises(UserError, match="not empty"):
        encrypted(full, tmp_path / "used", NOBODY_YET, PASSPHRASE)
    with pytest.raises(UserError, match="not encrypted"):
        decrypted(full, tmp_path / "open")
    assert not (tmp_path / "open").exists()


def test_only_an_administrator_takes_encryption_away(full: Archive, tmp_path: Path) -> None:
    encrypted(full, tmp_path / "sealed", NOBODY_YET, PASSPHRASE)
    with signed(tmp_path / "sealed") as sealed:
        with pytest.raises(UserError, match="already"):
            encrypted(sealed, tmp_path / "again", NOBODY_YET, PASSPHRASE)
        with sealed.change("officer") as change:
            uid = change.add(Officer, {"name_fa": "کارشناس", "role": "officer"})
        sealed.people.admit(uid, "واژه‌های یک نفر دیگر")
    with (
        signed(tmp_path / "sealed", "واژه‌های یک نفر دیگر") as sealed,
        pytest.raises(UserError, match="duty"),
    ):
        decrypted(sealed, tmp_path / "open")
    assert not (tmp_path / "open").exists()
