"""The text of scans: read by a real Tesseract, kept, found, doubted, and given up where it must."""

import io
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from liaison.domain.records import Document
from liaison.domain.schema import StoredFile
from liaison.storage import search
from liaison.storage.archive import Archive
from liaison.storage.confinement import never
from liaison.storage.scanning import Progress, read_waiting
from liaison.storage.scans.pages import Drawn, draw
from liaison.storage.scans.reading import read_scan
from liaison.storage.scans.scanned_text import ScannedText, put_together
from liaison.storage.scans.table import PageText, read_table
from liaison.storage.scans.tesseract import Tesseract, find
from liaison.storage.settings import SCANS
from tests.storage.made_files import printed, protected

TESSERACT = find()
NEEDS_TESSERACT = pytest.mark.skipif(
    TESSERACT is None or bool(TESSERACT.missing),
    reason="needs tesseract-ocr with tesseract-ocr-fas and tesseract-ocr-eng",
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a program of the shell")
WORDS = ("تفاهم‌نامهٔ همکاری شهر آزمون", "A memorandum of cooperation between two cities")


def picture(*texts: str) -> bytes:
    """Give a page of our own typesetting as a scanner gives it: a picture, PNG."""
    memory = io.BytesIO()
    page = pypdfium2.PdfDocument(printed(*texts))[0]
    page.render(scale=200 / 72).to_pil().save(memory, "PNG")
    return memory.getvalue()


def bomb(width: int, height: int) -> bytes:
    """Give a PNG that says it is huge and holds next to nothing."""

    def chunk(name: bytes, content: bytes) -> bytes:
        sum_ = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + sum_

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


def scanned_pdf(png: bytes, *, pages: int = 1) -> bytes:
    """Give a PDF whose pages are that picture and nothing else."""
    from PIL import Image

    memory = io.BytesIO()
    image = Image.open(io.BytesIO(png)).convert("L")
    image.save(memory, "PDF", resolution=200, save_all=True, append_images=[image] * (pages - 1))
    return memory.getvalue()


@pytest.fixture(scope="module")
def paper() -> bytes:
    return picture(*WORDS)


def put(archive: Archive, content: bytes, name: str, **values: str) -> StoredFile:
    """Attach a file to a new document and let the search go through it."""
    file = archive.attach(io.BytesIO(content), name)
    with archive.change("Attach") as change:
        change.add(Document, {"title_fa": "سند", "file": file, **values})
    archive.extract_pending()
    return file


# -- what needs no Tesseract

TABLE = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96.4\tتفاهم‌نامه\n"
    '5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t12.0\t"شهر\n'
    "5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t88\tمادهٔ\n"
    "5\t1\t1\t1\t2\t2\t0\t0\t9\t9\t95\t \n"
    "5\t1\t2\t1\t1\t1\t0\t0\t9\t9\tnan\tend\n"
)


def test_the_table_of_words_becomes_text_with_doubts() -> None:
    page = read_table(TABLE)
    assert page.text == 'تفاهم‌نامه "شهر\nمادهٔ\n\nend'
    assert page.confidences == (96, 12, 88, 0)
    for nonsense in ("", "words", "level\tconf\n5\t1", "a\tb\n\x00"):
        assert read_table(nonsense) == PageText()


def test_pages_are_put_together_with_what_was_missed() -> None:
    page = read_table(TABLE)
    sure = PageText("روشن است", (95, 90))
    text = put_together([sure, None, page], 4, "fas+eng")
    assert (text.state, text.confidence, text.unread) == ("read", 64, 2)
    assert text.text.startswith("روشن است\n\nتفاهم")
    assert [run for run, doubtful in text.runs() if doubtful] == ['"شهر ', "end "]
    assert "".join(run for run, _ in text.runs()).split() == text.text.split()
    assert put_together([PageText("؟ ~", (10, 20))], 1, "fas+eng").state == "nothing"
    assert put_together([None], 1, "fas+eng").state == "failed"
    assert put_together([PageText()], 1, "").state == "nothing"


def test_pages_of_pictures_are_drawn_and_typed_ones_passed_over(paper: bytes) -> None:
    typed = printed("متنی که خود فایل آن را در خود نگه می‌دارد")
    assert draw(io.BytesIO(typed), "typed.pdf", 0) == Drawn(1, 1, b"")
    drawn = draw(io.BytesIO(scanned_pdf(paper, pages=2)), "scan.PDF", 1)
    assert drawn is not None
    assert (drawn.pages, drawn.number) == (2, 1)
    assert drawn.picture.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (bomb(60_000, 60_000), "bomb.png"),
        (bomb(9_000, 9_000), "large.png"),
        (bomb(90, 90), "cut.png"),
        (b"", "empty.jpg"),
        (b"GIF89a" + bytes(40), "other.png"),
        (protected(), "protected.pdf"),
    ],
)
def test_what_is_too_large_or_broken_is_not_drawn(content: bytes, name: str) -> None:
    assert draw(io.BytesIO(content), name, 0) is None


def program(folder: Path, body: str, langs: str = "eng\nfas") -> Tesseract:
    """Make a program that introduces itself as Tesseract and then does what `body` says."""
    folder.mkdir()
    made = folder / "tesseract"
    made.write_text(
        f"#!{sys.executable}\nimport os, sys\n"
        "if sys.argv[1] == '--version': print('tesseract v5.3.0')\n"
        f"elif sys.argv[1] == '--list-langs': print('List of languages:'); print({langs!r})\n"
        f"else:\n    {body}\n"
    )
    made.chmod(0o755)
    found = find([folder])
    assert found is not None
    return found


@POSIX
def test_a_tesseract_is_known_by_what_it_says(tmp_path: Path) -> None:
    assert find([tmp_path, Path("relative")]) is None
    found = program(tmp_path / "new", "pass", langs="eng\nosd")
    assert (found.version, found.missing) == ("5.3.0", ("fas",))
    old = tmp_path / "old"
    old.mkdir()
    (old / "tesseract").write_text("#!/bin/sh\necho tesseract 3.05\n")
    (old / "tesseract").chmod(0o755)
    (tmp_path / "tesseract").write_text("no program")
    (tmp_path / "tesseract").chmod(0o755)
    assert find([tmp_path, old]) is None


@POSIX
def test_a_killed_reader_leaves_the_file_and_no_text(
    archive: Archive, tmp_path: Path, paper: bytes
) -> None:
    file = put(archive, paper, "scan.png")
    killed = program(tmp_path / "killed", "os.kill(os.getpid(), 9)")
    (text,) = read_waiting(archive, killed, never)
    assert (text.state, text.text) == ("failed", "")
    assert archive.has_file(file)
    assert read_waiting(archive, killed, never) == []
    archive.scans.forget(file.sha256)
    assert [each.file for each in archive.scans.waiting()] == [file]


@pytest.mark.skipif(sys.platform != "linux", reason="where the system bounds what is written")
def test_the_reader_cannot_write_a_file(tmp_path: Path, paper: bytes) -> None:
    goal = tmp_path / "goal"
    writing = program(tmp_path / "writing", f"open({str(goal)!r}, 'wb', 0).write(b'words')")
    assert writing.read(paper).code != 0
    assert goal.read_bytes() == b""


@POSIX
def test_reading_stops_at_once_and_the_file_waits(
    archive: Archive, tmp_path: Path, paper: bytes
) -> None:
    file = put(archive, paper, "scan.png")
    started = tmp_path / "started"
    slow = program(tmp_path / "slow", f"os.mkdir({str(started)!r}); import time; time.sleep(600)")
    told: list[Progress] = []
    assert read_waiting(archive, slow, started.exists, told.append) == []
    assert told[0] == Progress(1, 1)
    assert [each.file for each in archive.scans.waiting()] == [file]


def test_what_waits_are_documents_without_text(archive: Archive) -> None:
    put(archive, printed("متنی که خود فایل آن را در خود نگه می‌دارد"), "typed.pdf")
    put(archive, b"picture", "scan.JPG")
    put(archive, b"portrait", "photo.jpg", kind="photo")
    put(archive, b"words", "note.txt")
    waiting = [(each.file.name, each.textless) for each in archive.scans.waiting()]
    assert waiting == [("scan.JPG", True), ("typed.pdf", False)]


def test_a_kept_text_is_found_rebuilt_and_swept(archive: Archive) -> None:
    file = put(archive, b"picture", "scan.png")
    archive.scans.keep(file.sha256, put_together([PageText("ژرفای همکاری", (90, 40))], 1, "fas"))
    (hit,) = archive.search("ژرفای")
    assert hit.field == search.SCANNED
    assert "ژرفای همکاری" in hit.snippet
    with archive.upkeep() as connection:
        assert search.rebuild(connection)
    assert len(archive.search("ژرفای")) == 1
    archive.scans.keep("ab" * 32, put_together([PageText("یتیم", (90,))], 1, "fas"))
    archive.sweep()
    assert archive.scans.of("ab" * 32) is None
    assert archive.scans.of(file.sha256) is not None
    archive.scans.forget(file.sha256)
    assert archive.search("ژرفای") == []


def test_the_office_may_do_without(archive: Archive) -> None:
    assert archive.scans.wanted
    archive.settings.set(SCANS, value=False)
    assert not archive.scans.wanted


# -- what does


@pytest.fixture(scope="module")
def read(
    tmp_path_factory: pytest.TempPathFactory, paper: bytes
) -> Iterator[tuple[Archive, ScannedText, StoredFile]]:
    """Read a scanned PDF, whose only page is a picture, in an encrypted archive."""
    from liaison.storage.signing_in import found

    assert TESSERACT is not None
    folder = tmp_path_factory.mktemp("scans") / "archive"
    with found(folder, "", "آزمونگر", "correct horse battery staple").archive as archive:
        file = put(archive, scanned_pdf(paper), "scan.pdf")
        (text,) = read_waiting(archive, TESSERACT, never)
        yield archive, text, file


@NEEDS_TESSERACT
def test_a_scan_is_read_and_found_in_both_languages(
    read: tuple[Archive, ScannedText, StoredFile],
) -> None:
    archive, text, file = read
    assert text.state == "read"
    assert 60 < text.confidence <= 100
    assert (text.pages, text.unread, text.languages) == (1, 0, "fas+eng")
    assert archive.scans.of(file.sha256) == text
    for words in ("همکاری شهر", "memorandum cooperation"):
        (hit,) = archive.search(words)
        assert hit.field == search.SCANNED
    assert archive.scans.waiting() == []


@NEEDS_TESSERACT
def test_nothing_of_an_encrypted_scan_lies_in_the_open(
    read: tuple[Archive, ScannedText, StoredFile],
) -> None:
    archive, _text, _file = read
    for path in archive.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert "همکاری".encode() not in content, path
            assert b"memorandum" not in content, path
            assert b"\x89PNG" not in content, path


@NEEDS_TESSERACT
def test_too_little_memory_is_no_text() -> None:
    assert TESSERACT is not None
    text = read_scan(TESSERACT, io.BytesIO(bomb(60_000, 60_000)), "bomb.png", never)
    assert (text.state, text.unread) == ("failed", 1)
    assert TESSERACT.read(picture("متن"), memory=64 << 20).code != 0
