"""What the child process does that turns one page of a scan into a picture for Tesseract.

The file comes on standard input. On standard output leave how many pages there are and which one
was taken, in one line, then that page as a PNG in shades of grey: leptonica, which Tesseract reads
pictures with, takes a PNG from memory on every system and needs no file of its own for it. A page
that holds text is passed over; where none is left, no picture leaves. Nothing unexpected is caught:
the process ends, and its parent takes the page for one that cannot be read.
"""

import io
import math
import sys
from collections.abc import Callable, Mapping
from typing import IO, Final, TypeAlias

import pypdfium2  # type: ignore[import-untyped] # it carries no types
from PIL import Image, ImageOps

from liaison.storage.confinement import bind

MOST_PIXELS: Final = 60_000_000
"""Pixels of the largest picture that is read."""

_DRAWN: Final = 16_000_000
"""Pixels of a page as it is handed on: A4 at 400 to the inch."""
_INCH: Final = 72
_FINENESS: Final = 300
_TYPED: Final = 20
"""From so many letters on a page of a PDF is taken for typed."""

_Page: TypeAlias = tuple[int, int, Image.Image | None]
"""How many pages there are, the number of the one that was taken, from 0, and its picture."""


class TooLargeError(Exception):
    """A picture has more pixels than any paper needs."""


def main(ending: str, first: str, seconds: str, megabytes: str) -> None:
    """Write the first page from number `first` on that has to be read to standard output."""
    with open(0, "rb") as given:
        bind(int(seconds), int(megabytes) << 20)
        source = given if given.seekable() else io.BytesIO(given.read())
        source.seek(0)
        count, number, page = _READERS.get(ending, _picture)(source, int(first))
        sys.stdout.buffer.write(b"%d %d\n" % (count, number))
        if page is not None:
            page.save(sys.stdout.buffer, "PNG", compress_level=1, dpi=(_FINENESS, _FINENESS))


def _pdf(source: IO[bytes], first: int) -> _Page:
    document = pypdfium2.PdfDocument(source)
    count = len(document)
    for number in range(first, count):
        page = document[number]
        text = page.get_textpage()
        if len(text.get_text_range().strip()) < _TYPED:
            width, height = page.get_size()
            scale = min(_FINENESS / _INCH, math.sqrt(_DRAWN / (width * height)))
            return count, number, page.render(scale=scale, grayscale=True).to_pil()
        text.close()
        page.close()
    return count, count, None


def _picture(source: IO[bytes], first: int) -> _Page:
    with Image.open(source, formats=("PNG", "JPEG", "TIFF")) as image:
        count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        if first >= count:
            return count, count, None
        image.seek(first)
        if image.width * image.height > MOST_PIXELS:
            raise TooLargeError
        image.draft("L", image.size)
        upright = ImageOps.exif_transpose(image)
        page = _on_white(upright).convert("L")
    if page.width * page.height > _DRAWN:
        share = math.sqrt(_DRAWN / (page.width * page.height))
        page = page.resize((int(page.width * share), int(page.height * share)))
    return count, first, page


def _on_white(image: Image.Image) -> Image.Image:
    """Return a picture without what shines through it."""
    if not image.has_transparency_data:
        return image
    seen = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)


_READERS: Final[Mapping[str, Callable[[IO[bytes], int], _Page]]] = {".pdf": _pdf}
