"""Emblems, photographs and fonts that strangers made, and settings that name odd files."""

import os
import random
import struct
import zlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image
from pymupdf_fonts import Ubuntu_Regular

from liaison.domain.records import Document, Visit
from liaison.drawing.emblem import read_emblem
from liaison.pdf.installed_fonts import InstalledFamily, installed_fonts
from liaison.prints.both import Both
from liaison.prints.editions import Edition
from liaison.prints.office import Office
from liaison.prints.order import Order
from liaison.prints.stationery import Stationery
from liaison.prints.stationery_sample import sample
from liaison.storage.archive import Archive
from tests.hostile.case import Case, Expected, insist
from tests.hostile.families.places import furnished, hole, of

_HELD = "tests/drawing/test_emblem.py"
_SPACE = 'xmlns="http://www.w3.org/2000/svg"'
_SHAPE = '<path d="M0 0H9V9Z"/>'
_MEGABYTE = 1_000_000


def svg(body: str, before: str = "") -> bytes:
    return f'{before}<svg {_SPACE} viewBox="0 0 200 100">{body}</svg>'.encode()


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return svg("&e9;", f'<!DOCTYPE svg [<!ENTITY e0 "x">{entities}]>')


def _uses() -> bytes:
    levels = "".join(
        f'<g id="l{level}">{f"<use href={chr(34)}#l{level - 1}{chr(34)}/>" * 10}</g>'
        for level in range(1, 9)
    )
    return svg(f'<g id="l0">{_SHAPE}</g>{levels}')


def _styled() -> bytes:
    rules = "".join(f".c{n}{{fill:red}}" for n in range(40_000))
    shapes = "".join(f'<path class="c{n}" d="M0 0H9V9Z"/>' for n in range(5_000))
    return svg(f"<style>{rules}</style>{shapes}")


_DRAWINGS: list[tuple[str, Callable[[], bytes], Expected, str]] = [
    ("billion laughs", _laughs, Expected.REFUSED, _HELD),
    ("uses that multiply", _uses, Expected.REFUSED, _HELD),
    ("references without end", lambda: svg(f'<path fill="{"url(#" * 190_000}" d="M0 0H9V9Z"/>'),
     Expected.REFUSED, ""),
    ("transforms without end",
     lambda: svg(f'<g transform="{"scale(1)" * 120_000}">{_SHAPE}</g>'), Expected.REFUSED, ""),
    ("a broken transform", lambda: svg(f'<g transform="{"scale(" * 150_000}">{_SHAPE}</g>'),
     Expected.REFUSED, ""),
    ("a colour of a megabyte", lambda: svg(f'<path fill="{"rgb(" * 240_000}" d="M0 0H9V9Z"/>'),
     Expected.REFUSED, ""),
    ("rules for every shape", _styled, Expected.REFUSED, ""),
    ("a length of a megabyte", lambda: svg(f'<rect width="{"9" * _MEGABYTE}" height="9"/>'),
     Expected.REFUSED, ""),
    ("as intricate as may be", lambda: svg(f'<path d="M0 0{"l1 1" * 19_000}"/>'),
     Expected.HARMLESS, ""),
    ("arcs without end", lambda: svg(f'<path d="M0 0{"a1 1 0 0 1 1 1" * 8_000}"/>'),
     Expected.REFUSED, ""),
    ("attributes without end", lambda: svg("<path " + " ".join(
        f'a{n}=""' for n in range(90_000)) + ' d="M0 0H9V9Z"/>'), Expected.HARMLESS, ""),
]  # fmt: skip


_SLOW = ("as intricate as may be", "arcs without end", "attributes without end")


def _picture(mode: str, form: str, side: int, **more: object) -> bytes:
    file = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new(mode, (side, side)).save(file, form, exif=exif, **more)
    return file.getvalue()


def _png_of(width: int, height: int, megabytes: int) -> bytes:
    """Give a PNG that says one size, and holds noughts of another."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">L", len(content))
            + kind
            + content
            + struct.pack(">L", zlib.crc32(kind + content))
        )

    header = struct.pack(">2L5B", width, height, 8, 6, 0, 0, 0)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def _png_with_text(megabytes: int) -> bytes:
    content = _png_of(10, 10, 1)
    text = b"Comment\0\0" + zlib.compress(bytes(megabytes << 20), 9)
    place = content.index(b"IDAT") - 4
    piece = struct.pack(">L", len(text)) + b"zTXt" + text
    return content[:place] + piece + struct.pack(">L", zlib.crc32(piece[4:])) + content[place:]


_SIDE = 6_300  # forty million pixels, as many as are taken
_PICTURES: list[tuple[str, Callable[[], bytes], Expected]] = [
    ("60,000 × 60,000", partial(_png_of, 60_000, 60_000, 1), Expected.REFUSED),
    ("as many pixels as may be", partial(_png_of, _SIDE, _SIDE, 152), Expected.HARMLESS),
    ("a palette, see-through", partial(_picture, "P", "PNG", _SIDE, transparency=0),
     Expected.HARMLESS),
    ("sixteen bits of grey", partial(_picture, "I;16", "PNG", _SIDE), Expected.HARMLESS),
    ("four inks, turned", partial(_picture, "CMYK", "JPEG", 4_000, quality=10), Expected.HARMLESS),
    ("a comment of 500 MB", partial(_png_with_text, 500), Expected.REFUSED),
    ("pixels that are not there", partial(_png_of, 4_000, 4_000, 1), Expected.REFUSED),
]  # fmt: skip


def _lay(make: Callable[[], bytes], name: str, folder: Path) -> None:
    furnished(folder)
    (folder / name).write_bytes(make())


def _taken(name: str, folder: Path) -> str:
    """Choose an emblem in the window's way, and print with it."""
    from ui.prints.stationery_emblem import emblem_from

    content = emblem_from(folder / name)
    picture = read_emblem(content, name)
    if not name.endswith(".svg"):
        return f"{picture.width} × {picture.height}"
    _printed(of(folder), Stationery(emblem=content))
    return f"{len(picture.shapes)} shapes"


def _printed(folder: Path, stationery: Stationery) -> list[str]:
    """Print the sample of a stationery and return what it told before."""
    with Archive.open(folder) as archive:
        now = datetime(2026, 5, 3, 8, 30, tzinfo=UTC)
        office = Office.of(archive, date(2026, 5, 3), now, stationery=stationery)
        paper = sample(Order(archive, "", Edition("both"), office))
    insist(paper.content.startswith(b"%PDF"))
    return [each.message for each in paper.findings]


def _odd_font(make: Callable[[Path], object], folder: Path) -> None:
    furnished(folder)
    make(folder / "odd.ttf")


def _font_listed(folder: Path) -> str:
    return f"{len(installed_fonts([folder]))} families"


def _font_used(folder: Path) -> str:
    chosen = InstalledFamily("Odd", folder / "odd.ttf")
    told = _printed(of(folder), Stationery(office=Both("شهرداری", "City"), latin_font=chosen))
    insist(told)
    return told[0]


def _fonts_with_bits_turned(folder: Path) -> str:
    """Print with fonts that differ from a sound one in some bytes."""
    chance = random.Random(7)  # noqa: S311 - which bytes is no secret
    used = 0
    for number in range(60):
        content = bytearray(Ubuntu_Regular.fontbuffer)
        for _byte in range(chance.choice((1, 20, 2000))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        (folder / f"{number}.ttf").write_bytes(content[: chance.choice((len(content), 50_000))])
        chosen = InstalledFamily(f"Odd {number}", folder / f"{number}.ttf")
        used += not _printed(of(folder), Stationery(latin_font=chosen))
    return f"{used} of 60 could be used"


_FONTS: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a device without an end": lambda path: path.symlink_to("/dev/zero"),
    "four gigabytes of nothing": lambda path: hole(path, 4 << 30),
    "a folder": Path.mkdir,
    "nothing": lambda _path: None,
}


def _photographed(folder: Path) -> None:
    """Make a visit with a photograph of a gigabyte that takes no room."""
    furnished(folder)
    hole(folder / "photo.jpg", 1 << 30)
    with Archive.open(of(folder)) as archive:
        file = archive.attach(folder / "photo.jpg")
        with archive.change("visit") as change:
            visit = change.add(Visit, {"title_fa": "سفر آزمون", "number": "1405-V-001"})
            values = {"title_fa": "عکس", "kind": "photo", "file": file}
            change.add(Document, {**values, "attached_to": ("visit", visit)})


def _reported(folder: Path) -> str:
    from liaison.prints.register import PRODUCTS

    with Archive.open(of(folder)) as archive:
        (visit,) = archive.rows(Visit)
        now = datetime(2026, 5, 3, 8, 30, tzinfo=UTC)
        office = Office.of(archive, date(2026, 5, 3), now)
        order = Order(archive, visit.uid, Edition("fa"), office)
        draft = PRODUCTS["visit-report"].draft(order)
        found = [each.message for each in draft.findings if each.kind == "photo"]
    insist(found)
    return found[0]


CASES = [
    *(
        Case("S1", f"a drawing: {name}", partial(_lay, make, "x.svg"), partial(_taken, "x.svg"),
             expected, heavy=name in _SLOW, elsewhere=held)
        for name, make, expected, held in _DRAWINGS
    ),
    *(
        Case("S2", f"an image: {name}", partial(_lay, make, "x.png"), partial(_taken, "x.png"),
             expected, heavy=expected == Expected.HARMLESS or "comment" in name)
        for name, make, expected in _PICTURES
    ),
    *(
        Case("S1", f"a drawing: {name}", partial(_odd_font, make), partial(_taken, "odd.ttf"))
        for name, make in _FONTS.items()
    ),
    *(
        Case("S3", f"a font listed: {name}", partial(_odd_font, make), _font_listed,
             Expected.HARMLESS)
        for name, make in _FONTS.items()
    ),
    *(
        Case("S3", f"a font used: {name}", partial(_odd_font, make), _font_used, Expected.HARMLESS)
        for name, make in _FONTS.items()
    ),
    Case("S3", "fonts with bits turned", furnished, _fonts_with_bits_turned, Expected.HARMLESS,
         heavy=True),
    Case("S2", "a photograph of a gigabyte", _photographed, _reported, Expected.HARMLESS,
         heavy=True),
]  # fmt: skip
