"""One font file: its glyphs, their widths and its measures."""

from functools import cached_property
from struct import unpack

import uharfbuzz as harfbuzz

from liaison.errors import UserError
from liaison.i18n import _

# A stand-in for "no ink, no width" that every embedded font is given under this number.
BLANK = -1
# The box for missing characters; to be written unseen.
UNSEEN = 0

_FIXED = 65536.0
_TRACE = 10.0  # thousandths of the size: the least width that readers take note of


class _GlyphNumbers(dict[str, int]):
    """The glyph number of every character asked for so far, 0 where the font has none."""

    def __init__(self, font: harfbuzz.Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, sign: str) -> int:
        number: int = self._font.get_nominal_glyph(ord(sign)) or 0
        self[sign] = number
        return number


class _Widths(dict[int, float]):
    """The advance width of every glyph asked for so far."""

    def __init__(self, font: harfbuzz.Font, scale: float) -> None:
        super().__init__({BLANK: 0.0})
        self._font = font
        self._scale = scale

    def __missing__(self, glyph: int) -> float:
        width: float = self._font.get_glyph_h_advance(glyph) * self._scale
        self[glyph] = width
        return width


class Face:
    """A TrueType face; widths and measures are in thousandths of the size, as PDF counts them."""

    def __init__(self, content: bytes, *, name: str = "") -> None:
        """Open the bytes of a font file.

        `name` is what a message calls the file. Raises UserError where it is no TrueType font.
        """
        blob = harfbuzz.Blob(content)
        self.harfbuzz_face = harfbuzz.Face(blob)
        if "glyf" not in self.harfbuzz_face.table_tags:
            raise UserError(
                _("“{name}” is no TrueType font; choose a font file that ends in .ttf.").format(
                    name=name
                )
            )
        self.harfbuzz_font = harfbuzz.Font(self.harfbuzz_face)
        self.units: int = self.harfbuzz_face.upem
        self.scale = 1000.0 / self.units
        self.trace = round(_TRACE / self.scale) * self.scale
        self.glyphs = _GlyphNumbers(self.harfbuzz_font)
        self.widths = _Widths(self.harfbuzz_font, self.scale)

    @cached_property
    def name(self) -> str:
        """The PostScript name of the face, fit for a PDF name."""
        found: str = self.harfbuzz_face.get_name(6) or "Font"
        return "".join(
            sign for sign in found if sign.isascii() and (sign.isalnum() or sign in "-_")
        )

    def glyph(self, sign: str) -> int:
        """Give the glyph number of one character, 0 where the face has none."""
        return self.glyphs[sign]

    def table(self, tag: str) -> bytes:
        """Give one table of the font file, empty where it has none."""
        if tag not in self.harfbuzz_face.table_tags:
            return b""
        content: bytes = self.harfbuzz_face.reference_table(tag).data
        return content

    @cached_property
    def ascent(self) -> float:
        """How far the face reaches above the baseline."""
        reach: float = self.harfbuzz_font.get_font_extents("ltr").ascender * self.scale
        return reach

    @cached_property
    def descent(self) -> float:
        """How far the face reaches below the baseline, as a negative figure."""
        reach: float = self.harfbuzz_font.get_font_extents("ltr").descender * self.scale
        return reach

    @cached_property
    def bounds(self) -> tuple[int, int, int, int]:
        """Give the box around every glyph: left, bottom, right, top."""
        left, bottom, right, top = (
            round(value * self.scale) for value in unpack(">4h", self.table("head")[36:44])
        )
        return left, bottom, right, top

    @cached_property
    def italic_angle(self) -> float:
        """Give the slant in degrees, negative for a face that leans to the right."""
        angle: int = unpack(">l", self.table("post")[4:8])[0]
        return angle / _FIXED

    @cached_property
    def has_latin(self) -> bool:
        """Say whether the face can set plain English."""
        return all(self.glyph(sign) for sign in "AZaz")
