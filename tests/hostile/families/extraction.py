"""Text read from attached files: bombs, loops, and letters that reach out."""

import io
import os
import signal
import socket
import threading
import time
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from liaison.storage.archive import Archive
from tests.hostile.case import Case, Expected, insist
from tests.hostile.families.places import NAME, add_document, insist_whole, of
from tests.storage.made_files import (
    LAUGHS,
    OUTSIDE,
    WORD,
    bare_pdf,
    document,
    docx,
    form_maze,
    page_of,
    printed,
    protected,
    stream,
)

_HELD = "tests/storage/test_extraction.py"
_LETTERS = 2_000_000


def _flate_bomb(megabytes: int, layers: int) -> bytes:
    """Give a page of spaces without ever having them in memory."""
    packer, packed = zlib.compressobj(9), b""
    for _each in range(megabytes):
        packed += packer.compress(bytes(1 << 20))
    packed += packer.flush()
    for _layer in range(layers - 1):
        packed = zlib.compress(packed, 9)
    return page_of(stream(packed, b"/Filter[%s]" % (b"/FlateDecode" * layers)))


def _huge_letter(megabytes: int, start: str, piece: str) -> bytes:
    """Give a letter of one endless text, packed as it is made."""
    memory = io.BytesIO()
    with (
        zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        part.write(f'<w:document xmlns:w="{WORD}">{start}'.encode())
        block = piece.encode() * ((1 << 20) // len(piece.encode()))
        for _each in range(megabytes):
            part.write(block)
    return memory.getvalue()


def _noisy_letter() -> bytes:
    """Give a letter of one endless paragraph that shrinks no more than a letter does."""
    noise = os.urandom(9 << 20).hex()
    return docx(document("".join(f"{noise[at : at + 8]}\u200c" for at in range(0, len(noise), 8))))


def _huge_image() -> bytes:
    image = stream(
        b"",
        b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8"
        b"/ColorSpace/DeviceRGB",
    )
    return page_of(stream(b"/I Do"), image, resources=b"/XObject<</I 5 0 R>>")


def _scripts() -> bytes:
    return bare_pdf(
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>"
        b"/AA<</WC<</S/JavaScript/JS(app.alert(1))>>>>>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
    )


def _loop() -> bytes:
    return bare_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999999>>"
    )


def _words(number: int) -> bytes:
    """Give as many different words as a text may hold."""
    return " ".join(f"w{each:x}" for each in range(number)).encode()


_FILES: list[tuple[str, str, str, Callable[[], bytes], str]] = [
    ("51", "flate bomb of 800 MB", "x.pdf", partial(_flate_bomb, 800, 1), "heavy"),
    ("52", "flate in flate", "x.pdf", partial(_flate_bomb, 800, 3), "heavy"),
    ("53", "pages in a circle", "x.pdf", _loop, _HELD),
    ("54", "encrypted", "x.pdf", protected, _HELD),
    ("55", "cut short", "x.pdf", lambda: printed("متن" * 30)[:-400], _HELD),
    ("56", "scripts and launches", "x.pdf", _scripts, _HELD),
    ("57", "400 MB of text", "x.docx", partial(_huge_letter, 400, "<w:p><w:t>", "متن "), "heavy"),
    ("57", "190 MB in one word", "x.docx", partial(_huge_letter, 190, "<w:p><w:t>", "ا"), "heavy"),
    ("57", "one paragraph of noise", "x.docx", _noisy_letter, "heavy"),
    ("57", "a million elements deep", "x.docx", partial(_huge_letter, 40, "", "<w:p>"), "heavy"),
    ("58", "billion laughs", "x.docx", lambda: docx(LAUGHS), _HELD),
    ("58", "a file of the disk", "x.docx", lambda: docx(OUTSIDE), _HELD),
    ("60", "image of 60,000 × 60,000", "x.pdf", _huge_image, _HELD),
    ("61", "forms that draw each other", "x.pdf", form_maze, "heavy"),
    ("61", "one word of two million letters", "x.txt", lambda: b"x" * _LETTERS, "heavy"),
    ("61", "letters and ZWNJ in turn", "x.txt", lambda: "ا‌".encode() * _LETTERS, "heavy"),
    ("61", "marks alone", "x.txt", lambda: "\u064e\u0651".encode() * _LETTERS, "heavy"),
    ("61", "three hundred thousand words", "x.txt", partial(_words, 300_000), "heavy"),
    ("61", "a gigabyte of noughts", "x.csv", lambda: b"", "heavy"),
]


def _lay(make: Callable[[], bytes], name: str, folder: Path) -> None:
    (folder / name).write_bytes(make())
    if not (folder / name).stat().st_size:
        os.truncate(folder / name, 1 << 30)
    Archive.open(of(folder)).close()


def _read(name: str, folder: Path) -> str:
    """Attach a file, read its text, and see that file and record are as they were."""
    with Archive.open(of(folder)) as archive:
        stored = archive.attach(folder / name)
        uid = add_document(archive, stored)
        insist(archive.extract_pending() == 1)
        insist(archive.extract_pending() == 0, "it is read again and again")
        insist([hit.uid for hit in archive.search(NAME)] == [uid], "its record is not found")
        insist(not archive.search("localhost"))
        archive._files.verified(stored)
        insist_whole(archive)
    return "kept"


def _killed(folder: Path) -> str:
    """Kill the process that reads, as a system out of memory does."""
    own = os.getpid()

    def kill() -> None:
        while True:
            for each in Path("/proc").glob("[0-9]*/stat"):
                parts = each.read_text().rpartition(")")[2].split()
                if int(parts[1]) == own:
                    time.sleep(0.3)
                    os.kill(int(each.parent.name), signal.SIGKILL)
                    return

    killer = threading.Thread(target=kill)
    killer.start()
    answer = _read("maze.pdf", folder)
    killer.join()
    return answer


def _fetching(port: int) -> bytes:
    place = f"http://127.0.0.1:{port}/"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{kind}" Type="{kinds}/{kind}" Target="{place}" TargetMode="External"/>'
        for kind in ("image", "attachedTemplate", "hyperlink")
    )
    memory = io.BytesIO(
        docx(document("پیوند"), settings=f'<w:x xmlns:w="{WORD}" xmlns:r="{kinds}" r:id="rimage"/>')
    )
    with zipfile.ZipFile(memory, "a") as package:
        package.writestr("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
    return memory.getvalue()


def _not_fetched(folder: Path) -> None:
    """Let a letter name a place on this computer that would notice being asked."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        (folder / "x.docx").write_bytes(_fetching(server.getsockname()[1]))
        with Archive.open(of(folder)) as archive:
            uid = add_document(archive, archive.attach(folder / "x.docx"))
            archive.extract_pending()
            insist([hit.uid for hit in archive.search("پیوند")] == [uid])
        try:
            server.accept()
        except BlockingIOError:
            return
    insist(False, "the place was asked")  # noqa: FBT003 - what was feared has come


def _case(number: str, name: str, file: str, make: Callable[[], bytes], held: str) -> Case:
    return Case(
        number,
        name,
        partial(_lay, make, file),
        partial(_read, file),
        Expected.HARMLESS,
        heavy=held == "heavy",
        elsewhere="" if held == "heavy" else held,
    )


CASES = [
    *(_case(*each) for each in _FILES),
    Case(
        "59",
        "a letter that names another computer",
        lambda folder: Archive.open(of(folder)).close(),
        _not_fetched,
        Expected.HARMLESS,
    ),
    Case(
        "61",
        "killed while it reads",
        partial(_lay, form_maze, "maze.pdf"),
        _killed,
        Expected.HARMLESS,
    ),
]
