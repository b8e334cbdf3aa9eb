"""A .liaison file: records and files together, or one sentence and nothing."""

import hashlib
import io
import json
import stat
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from liaison.domain.records import by_name
from liaison.errors import UserError
from liaison.exchange.archive_file import export_archive_file, import_archive_file
from liaison.exchange.bundle import export_bundle, import_bundle
from liaison.exchange.intake import Outcome
from liaison.storage.archive import Archive

UID = "01920000-0000-7000-8000-000000000001"
CONTENT = "متن آزمون".encode() * 100
SHA256 = hashlib.sha256(CONTENT).hexdigest()
OTHER = hashlib.sha256(b"other").hexdigest()
DOCUMENT = by_name("document")


def bundle(sha256: str = SHA256, size: int = len(CONTENT)) -> bytes:
    file = {"sha256": sha256, "name": "آزمون.txt", "size": size}
    record = {"type": "document", "uid": UID, "fields": {"title_fa": "سند", "file": file}}
    return json.dumps({"format": "liaison-bundle", "version": 1, "records": [record]}).encode()


Entries = list[tuple[str | ZipInfo, bytes]]
GOOD: Entries = [("bundle.json", bundle()), (f"files/{SHA256}", CONTENT)]


def packed(entries: Entries) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as container:
        for name, content in entries:
            container.writestr(name, content)
    return stream.getvalue()


def symlink(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def altered(content: bytes, old: bytes, new: bytes) -> bytes:
    assert old in content
    return content.replace(old, new)


def nothing_came_in(archive: Archive) -> bool:
    files = [each for each in (archive.folder / "files").rglob("*") if each.is_file()]
    return not any(archive.counts().values()) and not files and archive.undoable() is None


def test_records_and_files_come_in_together(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "good.liaison"
    path.write_bytes(packed(GOOD))
    assert import_archive_file(archive, path) == Outcome(1, 0, 0)
    file = archive.read(DOCUMENT, UID)["file"]
    assert archive._files.verified(file).read_bytes() == CONTENT
    assert import_archive_file(archive, path) == Outcome(0, 0, 1)


def test_a_trial_brings_no_files(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "good.liaison"
    path.write_bytes(packed(GOOD))
    assert import_archive_file(archive, path, dry_run=True) == Outcome(1, 0, 0)
    assert nothing_came_in(archive)


def test_what_goes_out_comes_in_elsewhere(archive: Archive, other: Archive, tmp_path: Path) -> None:
    file = archive.attach(io.BytesIO(CONTENT), "آزمون.txt")
    with archive.change("add") as change:
        uid = change.add(DOCUMENT, {"title_fa": "سند", "file": file})
        change.add(DOCUMENT, {"title_fa": "همان سند", "file": file})
    first, second = tmp_path / "first.liaison", tmp_path / "second.liaison"
    assert export_archive_file(archive, first) == 0
    assert import_archive_file(other, first) == Outcome(2, 0, 0)
    assert other._files.verified(other.read(DOCUMENT, uid)["file"]).read_bytes() == CONTENT
    export_archive_file(other, second)
    assert first.read_bytes() == second.read_bytes()


def test_a_bundle_alone_says_that_files_stay_behind(
    archive: Archive, other: Archive, tmp_path: Path
) -> None:
    file = archive.attach(io.BytesIO(CONTENT), "آزمون.txt")
    with archive.change("add") as change:
        uid = change.add(DOCUMENT, {"title_fa": "سند", "file": file})
    assert export_bundle(archive, tmp_path / "out.json") == 1
    with pytest.raises(UserError) as caught:
        import_bundle(other, tmp_path / "out.json")
    assert uid in caught.value.record
    other.attach(io.BytesIO(CONTENT), "آزمون.txt")
    assert import_bundle(other, tmp_path / "out.json") == Outcome(1, 0, 0)


HOSTILE: dict[str, Any] = {
    "empty": b"",
    "no zip": b"not a zip at all",
    "cut short": packed(GOOD)[:-40],
    "cut in half": packed(GOOD)[: len(packed(GOOD)) // 2],
    "damaged inside": altered(packed(GOOD), packed(GOOD)[60:64], b"\xff\xff\xff\xff"),
    "no bundle": packed(GOOD[1:]),
    "bundle is no bundle": packed([("bundle.json", b"{}")]),
    "parent folder": packed([*GOOD, ("../outside", b"x")]),
    "absolute": packed([*GOOD, ("/etc/outside", b"x")]),
    "drive": packed([*GOOD, ("C:\\outside", b"x")]),
    "files outside": packed([*GOOD, (f"files/../{SHA256}", b"x")]),
    "folder entry": packed([*GOOD, ("files/", b"")]),
    "capital hash": packed([GOOD[0], (f"files/{SHA256.upper()}", CONTENT)]),
    "symlink": packed([GOOD[0], (symlink(f"files/{SHA256}"), b"/etc/passwd")]),
    "missing object": packed(GOOD[:1]),
    "extra object": packed([*GOOD, (f"files/{OTHER}", b"other")]),
    "wrong content": packed([GOOD[0], (f"files/{SHA256}", b"other")]),
    "wrong size": packed([("bundle.json", bundle(size=3)), GOOD[1]]),
    "bomb in the bundle": packed([("bundle.json", b" " * 50_000_000)]),
    "bomb in an object": packed([GOOD[0], (f"files/{SHA256}", b"\0" * 50_000_000)]),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused_whole(archive: Archive, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hostile.liaison"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        import_archive_file(archive, path)
    assert "\n" not in caught.value.message
    assert nothing_came_in(archive)
    assert not (tmp_path.parent / "outside").exists()


def test_names_that_stand_twice_are_refused(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "twice.liaison"
    with pytest.warns(UserWarning, match="Duplicate name"):
        path.write_bytes(packed([*GOOD, GOOD[0]]))
    with pytest.raises(UserError):
        import_archive_file(archive, path)


def test_an_encrypted_entry_is_refused(archive: Archive, tmp_path: Path) -> None:
    content = bytearray(packed(GOOD))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    path = tmp_path / "encrypted.liaison"
    path.write_bytes(content)
    with pytest.raises(UserError):
        import_archive_file(archive, path)


def test_an_entry_that_lies_about_its_size_is_refused(archive: Archive, tmp_path: Path) -> None:
    content = bytearray(packed([("bundle.json", b" " * 50_000_000)]))
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = (100).to_bytes(4, "little")
    path = tmp_path / "lying.liaison"
    path.write_bytes(content)
    with pytest.raises(UserError):
        import_archive_file(archive, path)


def test_rows_refused_leave_no_files_behind(archive: Archive, tmp_path: Path) -> None:
    records = json.loads(bundle())["records"]
    records.append({"type": "position", "uid": UID[:-1] + "2", "fields": {"title_fa": "سمت"}})
    broken = json.dumps({"format": "liaison-bundle", "version": 1, "records": records}).encode()
    path = tmp_path / "broken.liaison"
    path.write_bytes(packed([("bundle.json", broken), GOOD[1]]))
    with pytest.raises(UserError) as caught:
        import_archive_file(archive, path)
    assert caught.value.field == "person"
    assert nothing_came_in(archive)


def test_a_missing_file_is_a_sentence(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        import_archive_file(archive, tmp_path / "none.liaison")
