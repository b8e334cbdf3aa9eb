"""The office's emblem: a PNG, JPEG or SVG file as a picture."""

from typing import Final

from liaison.drawing.raster import upright
from liaison.drawing.shapes import Picture, Raster
from liaison.drawing.vector import read_svg

_IMAGES: Final = (b"\x89PNG", b"\xff\xd8\xff")


def read_emblem(content: bytes, name: str) -> Picture:
    """Read the bytes of an emblem's file called `name`; only its proportions are of account.

    Raises UserError naming the file where it cannot be used, saying what to do instead.
    """
    if content.lstrip().startswith(b"<") or content.startswith(b"\xef\xbb\xbf"):
        return read_svg(content, name)
    if not content.startswith(_IMAGES) and name.lower().endswith(".svg"):
        return read_svg(content, name)
    upright_content, width, height = upright(content, name)
    drawn = Raster(upright_content, 0, 0, width, height)
    return Picture(width, height, (drawn,))
