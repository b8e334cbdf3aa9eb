import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pymupdf_fonts
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from liaison.language.keys import spaced
from liaison.storage.extraction import extract, is_readable
from tests.storage.made_files import (
    LAUGHS,
    OUTSIDE,
    WORD,
    bare_pdf,
    document,
    docx,
    flate_bomb,
    form_maze,
    page_of,
    printed,
    protected,
    stream,
    zip_with_lock,
)


@pytest.fixture
def text_of(tmp_path: Path) -> Callable[..., str]:
    def read(content: bytes, name: str, **limits: int) -> str:
        path = tmp_path / "content"
        path.write_bytes(content)
        with path.open("rb") as plain:
            return extract(plain, name, **limits)

    return read


def test_pdf_of_our_own(text_of: Callable[..., str]) -> None:
    text = text_of(
        printed("تفاهم‌نامهٔ همکاری شهر آزمون ۱ در ۱۴۰۵", "A memorandum of two cities"), "x.PDF"
    )
    assert "تفاهم‌نامهٔ همکاری شهر آزمون ۱ در ۱۴۰۵" in text
    assert "A memorandum of two cities" in text


def test_pdf_with_its_letters_in_visual_order(text_of: Callable[..., str]) -> None:
    pdfmetrics.registerFont(TTFont("visual", io.BytesIO(pymupdf_fonts.myfont("figo"))))
    memory = io.BytesIO()
    canvas = Canvas(memory)
    canvas.setFont("visual", 14)
    canvas.drawString(72, 700, "شهرداری آزمون"[::-1])
    canvas.save()
    text = text_of(memory.getvalue(), "x.pdf")
    assert "شهرداری آزمون" in text


def test_docx(text_of: Callable[..., str]) -> None:
    content = docx(
        document("صورت‌جلسهٔ ديدار", "Minutes of the meeting"),
        header1=document("سربرگ آزمون"),
        footnotes=document("پانوشت"),
        settings=document("تنظیم"),
    )
    text = text_of(content, "صورت‌جلسه.docx")
    assert text.split("\n")[:2] == ["صورت‌جلسهٔ دیدار", "Minutes of the meeting"]
    assert "سربرگ آزمون" in text
    assert "پانوشت" in text
    assert "تنظیم" not in text


def test_docx_runs_are_one_text(text_of: Callable[..., str]) -> None:
    runs = (
        f'<w:document xmlns:w="{WORD}"><w:p><w:r><w:t>تفا</w:t></w:r><w:r><w:t>هم</w:t><w:tab/>'
        "<w:t>دو</w:t><w:br/><w:t>سه</w:t></w:r><w:instrText>HYPERLINK</w:instrText></w:p></w:document>"
    )
    assert text_of(docx(runs), "x.docx") == "تفاهم دو\nسه"


def test_long_docx_keeps_every_word(text_of: Callable[..., str]) -> None:
    paragraphs = [f"بند شمارهٔ {number} از سند آزمون" for number in range(20_000)]
    words = text_of(docx(document(*paragraphs)), "x.docx").split("\n")
    assert [spaced(each) for each in words if each] == [spaced(each) for each in paragraphs]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("متن ساده\r\nسطر دوم".encode(), "متن ساده\nسطر دوم"),
        ("\ufeffمتن ساده".encode(), "متن ساده"),
        ("متن ساده".encode("utf-16"), "متن ساده"),
        ("ديدار ملي".encode("cp1256"), "دیدار ملی"),
        (b"", ""),
        (b"\x00\x00", ""),
    ],
)
def test_plain_text(text_of: Callable[..., str], content: bytes, text: str) -> None:
    assert text_of(content, "x.txt") == text


BROKEN = {
    "empty.pdf": b"",
    "nonsense.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "protected.pdf": protected(),
    "page tree loop.pdf": bare_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999999>>"
    ),
    "parent loop.pdf": bare_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Parent 3 0 R/Kids[3 0 R]/Count 1>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>",
    ),
    "flate bomb.pdf": flate_bomb(300, 1),
    "double bomb.pdf": flate_bomb(300, 2),
    "huge image.pdf": page_of(
        stream(b"q 1 0 0 1 0 0 cm /I Do Q"),
        stream(b"", b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8"
               b"/ColorSpace/DeviceRGB"),
        resources=b"/XObject<</I 5 0 R>>",
    ),
    "scripts.pdf": bare_pdf(
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>"
        b"/AA<</WC<</S/JavaScript/JS(app.alert(1))>>>>>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
    ),
    "empty.docx": b"",
    "nonsense.docx": b"PK\x03\x04" + bytes(500),
    "truncated.docx": docx(document("متن" * 500))[:-200],
    "locked.docx": zip_with_lock(),
    "old letter.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "laughs.docx": docx(LAUGHS),
    "outside.docx": docx(OUTSIDE),
    "bomb.docx": docx(document("ا" * 40_000_000)),
    "broken.docx": docx(document("متن")[:-9]),
    "no document.docx": docx(""),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_bad_file_has_no_text_and_takes_no_time(text_of: Callable[..., str], name: str) -> None:
    begun = time.monotonic()
    assert text_of(BROKEN[name], name) == ""
    assert time.monotonic() - begun < 20  # the bound a hostile file is given, far above its need


def test_a_truncated_pdf_gives_what_is_left_or_nothing(text_of: Callable[..., str]) -> None:
    content = printed("متن" * 30)
    for part in (2, 3, 10):
        text = text_of(content[: len(content) * (part - 1) // part], "x.pdf")
        assert set(text) <= set("متن\n ")


def test_time_is_bounded(text_of: Callable[..., str]) -> None:
    begun = time.monotonic()
    text_of(form_maze(), "x.pdf", seconds=1)
    assert time.monotonic() - begun < 5


def test_memory_is_bounded(text_of: Callable[..., str]) -> None:
    assert text_of(printed("متن"), "x.pdf", megabytes=16) == ""


def test_text_is_bounded(text_of: Callable[..., str]) -> None:
    assert 1_900_000 < len(text_of(b"word " * 600_000, "x.txt")) <= 2_000_000


def test_nothing_outside_is_fetched_or_run(text_of: Callable[..., str]) -> None:
    external = (
        f'<w:document xmlns:w="{WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
        '2006/relationships"><w:p><w:hyperlink r:id="r1"><w:r><w:t>پیوند</w:t></w:r></w:hyperlink>'
        "</w:p></w:document>"
    )
    assert text_of(docx(external), "x.docx") == "پیوند"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the child binds its hands in this process")
def test_the_child_may_not_reach_out(tmp_path: Path) -> None:
    attempts = (
        "socket.create_connection(('127.0.0.1', 9))",
        "subprocess.run(['true'])",
        "os.system('true')",
        f"open({str(tmp_path / 'made')!r}, 'w')",
        "os.fork()",
    )
    for attempt in attempts:
        program = (
            "import sys, socket, subprocess, os\n"
            "from liaison.storage.confinement import _refuse\n"
            "sys.addaudithook(_refuse)\n"
            f"try:\n    {attempt}\nexcept PermissionError:\n    print('refused')"
        )
        answer = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program], capture_output=True, check=True, text=True
        )
        assert answer.stdout == "refused\n", attempt


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("x.pdf", True),
        ("نامه.DOCX", True),
        ("a.txt", True),
        ("x.jpg", False),
        ("x", False),
        ("x.docm", False),
    ],
)
def test_readable_names(name: str, *, readable: bool) -> None:
    assert is_readable(name) is readable


def test_sealed_content_comes_through_a_pipe() -> None:
    content = printed("تفاهم‌نامهٔ همکاری شهر آزمون", "A memorandum of two cities")
    assert "A memorandum of two cities" in extract(io.BytesIO(content), "x.pdf")
    assert extract(io.BytesIO(flate_bomb(300, 1)), "x.pdf", seconds=5) == ""
