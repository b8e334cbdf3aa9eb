"""Attached files: whole or not at all, once by content, under names that can do no harm."""

import errno
import hashlib
import io
import os
import unicodedata
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.domain.records import Document
from liaison.domain.schema import StoredFile
from liaison.errors import StorageError, UserError
from liaison.storage.archive import Archive
from liaison.storage.attachments import Attachments, clean_name

CONTENT = "متن آزمون".encode()
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("گزارش سفر.pdf", "گزارش سفر.pdf"),
        ("../../x.pdf", "x.pdf"),
        ("C:\\x.pdf", "x.pdf"),
        ("C:x.pdf", "x.pdf"),
        ("/abs/x.pdf", "x.pdf"),
        ("\\\\srv\\s\\x.pdf", "x.pdf"),
        ("CON", "CON_"),
        ("NUL.txt", "NUL_.txt"),
        ("com1.pdf", "com1_.pdf"),
        ("COM10.pdf", "COM10.pdf"),
        ("Contract.pdf", "Contract.pdf"),
        ("a.txt:ads", "a.txt_ads"),
        ("name. . ", "name"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\u2066b\u2069c\u200ed\u200f.pdf", "abcd.pdf"),
        ("e\u0301.pdf", "\u00e9.pdf"),
        ("", "file"),
        ("...", "file"),
        ("..", "file"),
        ("a/", "a"),
        ("a\nb\tc\x00.pdf", "abc.pdf"),
        ("نامه‌ها.pdf", "نامه‌ها.pdf"),
        ('what? "yes" <no>|*.pdf', "what yes no.pdf"),
        ("half\ud800.pdf", "half.pdf"),
    ],
)
def test_names_are_cleaned(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_a_long_name_keeps_its_ending() -> None:
    name = clean_name("ن" * 300 + ".docx")
    assert name.endswith("ن.docx")
    assert len(name.encode()) <= 200
    assert len(clean_name("x." + "y" * 300).encode()) <= 200


@given(st.text(st.characters(), max_size=300))
def test_any_name_becomes_one_that_leads_nowhere(name: str) -> None:
    clean = clean_name(name)
    assert 0 < len(clean.encode()) <= 200
    assert not set(clean) & set('/\\:*?"<>|\x00\n\u202e')
    assert clean.strip(". ") == clean
    assert Path("/folder", clean).parent == Path("/folder")
    assert clean_name(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)


def test_a_file_is_kept_by_its_content_once(archive: Archive, tmp_path: Path) -> None:
    source = tmp_path / "نامه.txt"
    source.write_bytes(CONTENT)
    first = archive.attach(source)
    second = archive.attach(io.BytesIO(CONTENT), "../دیگر.txt")
    assert first == StoredFile(SHA256, "نامه.txt", len(CONTENT))
    assert (second.sha256, second.name) == (SHA256, "دیگر.txt")
    path = archive._files.verified(first)
    assert path == archive._files.verified(second)
    assert path.read_bytes() == CONTENT
    assert path.name == SHA256
    assert archive.attach(io.BytesIO(b""), "empty").size == 0
    assert sorted(each.name for each in (archive.folder / "files").iterdir()) == sorted(
        {SHA256[:2], hashlib.sha256(b"").hexdigest()[:2], "incoming"}
    )
    assert list((archive.folder / "files" / "incoming").iterdir()) == []


def test_the_archive_looks_after_its_files(archive: Archive) -> None:
    stored = archive.attach(io.BytesIO(CONTENT), "a.txt")
    with archive.change("add") as change:
        uid = change.add(Document, {"title_fa": "سند", "file": stored})
    archive.attach(io.BytesIO(b"stray"), "b.txt")
    (finding,) = archive.check()
    assert finding.harmless
    assert finding.message.startswith("1 file in the folder")
    path = archive._files.verified(stored)
    path.chmod(0o644)
    path.write_bytes(CONTENT + b"!")
    with pytest.raises(StorageError, match=r"a.txt.*altered"):
        archive._files.verified(stored)
    assert any(each.uid == uid and "altered" in each.message for each in archive.check())
    assert archive.attach(io.BytesIO(CONTENT), "c.txt").sha256 == SHA256
    assert archive._files.verified(stored).read_bytes() == CONTENT
    archive._files.verified(stored).unlink()
    with pytest.raises(StorageError, match=r"a.txt.*missing"):
        archive._files.verified(stored)
    assert any(each.uid == uid and "missing" in each.message for each in archive.check())


def test_a_file_that_undo_could_bring_back_is_no_stray(archive: Archive) -> None:
    stored = archive.attach(io.BytesIO(CONTENT), "a.txt")
    with archive.change("add") as change:
        uid = change.add(Document, {"title_fa": "سند", "file": stored})
    with archive.change("take away") as change:
        change.update(Document, uid, {"file": None})
    assert archive.check() == []
    archive.undo()
    archive.undo()
    assert archive.check() == []


def test_a_lost_file_that_undo_could_bring_back_is_told_of(archive: Archive) -> None:
    stored = archive.attach(io.BytesIO(CONTENT), "a.txt")
    with archive.change("add") as change:
        uid = change.add(Document, {"title_fa": "سند", "file": stored})
        other = change.add(Document, {"title_fa": "سند دیگر"})
    with archive.change("take away") as change:
        change.update(Document, uid, {"file": None})
    archive._files.verified(stored).unlink()
    (finding,) = archive.check()
    assert (finding.uid, finding.harmless) == (uid, False)
    assert "missing" in finding.message
    with pytest.raises(UserError, match="attach it again"), archive.change("again") as change:
        change.update(Document, other, {"file": stored})
    assert archive.read(Document, other)["file"] is None


def test_only_plain_files_are_attached(archive: Archive, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    link = tmp_path / "link"
    link.symlink_to(secret)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for source in (link, pipe, tmp_path, Path("/dev/zero"), tmp_path / "nothing"):
        with pytest.raises(UserError):
            archive.attach(source)
    assert not (archive.folder / "files" / "incoming").exists()


def test_a_file_over_the_limit_is_refused(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liaison.storage.attachments.LARGEST", 3 << 20)
    source = tmp_path / "large.bin"
    source.write_bytes(bytes((3 << 20) + 1))
    with pytest.raises(UserError, match="larger than 3 MB"):
        archive.attach(source)
    assert [each for each in (archive.folder / "files").rglob("*") if each.is_file()] == []


class Pulled(io.BytesIO):
    """A file on a disk that is pulled out while it is read."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            raise OSError(errno.EIO, "Input/output error")
        return super().read(size)


def test_a_source_that_vanishes_leaves_nothing(archive: Archive) -> None:
    with pytest.raises(StorageError, match=r"a\.bin"):
        archive.attach(Pulled(bytes(2 << 20)), "a.bin")
    assert [each for each in (archive.folder / "files").rglob("*") if each.is_file()] == []


def test_a_file_that_changes_while_it_is_copied_is_refused(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "growing.log"
    source.write_bytes(CONTENT)
    copy = Attachments._copy

    def copied(files: Attachments, stream: BinaryIO, target: Path, name: str) -> tuple[str, int]:
        done = copy(files, stream, target, name)
        with source.open("ab") as more:
            more.write(b"more")
        return done

    monkeypatch.setattr(Attachments, "_copy", copied)
    with pytest.raises(UserError, match="changed while"):
        archive.attach(source)


def test_text_of_files_is_found_once_it_was_read(archive: Archive) -> None:
    stored = archive.attach(io.BytesIO("واژهٔ کمیاب".encode()), "نامه.txt")
    with archive.change("add") as change:
        uid = change.add(Document, {"title_fa": "سند", "file": stored})
    assert archive.search("کمیاب") == []
    assert archive.extract_pending(lambda: True) == 0
    assert archive.extract_pending() == 1
    assert archive.extract_pending() == 0
    assert [hit.uid for hit in archive.search("كمياب")] == [uid]
    assert archive.undoable() == "add"
    assert archive.check() == []
