"""Which face sets which character: the office's fonts, then those that come with the program."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from struct import error as unreadable
from typing import Final
from unicodedata import category

import uharfbuzz as harfbuzz

from liaison.errors import UserError
from liaison.i18n import _
from liaison.pdf.face import Face

# Persian letters stand lower than Latin capitals of the same nominal size, so Latin that a Persian
# font borrows from another face is set a little smaller.
_BORROWED_LATIN = 0.86
_LARGEST = 64 << 20  # bytes of a font file; those of all scripts of China have less
DAMAGED: Final = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, OSError, TypeError, ValueError),
    *(AssertionError, RuntimeError, unreadable, harfbuzz.HarfBuzzError, UserError),
)
"""What a damaged font raises in whichever part reads it first."""
_NO_INK = frozenset(("Cc", "Cf", "Zl", "Zp", "Zs"))


@dataclass(frozen=True, eq=False)
class FontFamily:
    """The cuts of one typeface; a missing cut falls back to the regular one."""

    regular: Face
    bold: Face | None = None
    italic: Face | None = None

    def cut(self, *, bold: bool = False, italic: bool = False) -> Face:
        """Give the face for an emphasis, bold before italic where both are wanted."""
        if bold and self.bold:
            return self.bold
        if italic and self.italic:
            return self.italic
        return self.regular

    @classmethod
    def from_files(
        cls, regular: Path, bold: Path | None = None, italic: Path | None = None
    ) -> "FontFamily":
        """Open font files; raise UserError where one cannot be read or is no TrueType font."""
        return cls(
            _face_file(regular),
            _face_file(bold) if bold else None,
            _face_file(italic) if italic else None,
        )


@dataclass(frozen=True, eq=False)
class FontSet:
    """One family for each script, each helping out where the other lacks a character."""

    persian: FontFamily
    latin: FontFamily
    _chains: dict[tuple[bool, bool, bool], tuple[tuple[Face, float], ...]] = field(
        default_factory=dict, init=False, repr=False
    )

    def chain(
        self, *, arabic: bool, bold: bool = False, italic: bool = False
    ) -> tuple[tuple[Face, float], ...]:
        """Give the faces to try for a script, best first, each with the scale to set it at."""
        key = (arabic, bold, italic)
        found = self._chains.get(key)
        if found is None:
            persian = self.persian.cut(bold=bold, italic=italic)
            latin = self.latin.cut(bold=bold, italic=italic)
            scale = 1.0 if persian.has_latin or persian is latin else _BORROWED_LATIN
            pair = ((persian, 1.0), (latin, scale))
            found = pair if arabic else pair[::-1]
            found = self._chains[key] = found[:1] if persian is latin else found
        return found

    def best(
        self, sign: str, *, arabic: bool, bold: bool = False, italic: bool = False
    ) -> tuple[Face, float]:
        """Give the face that has a character, and its scale; the first of the chain where none."""
        chain = self.chain(arabic=arabic, bold=bold, italic=italic)
        for face, scale in (*chain, *_last_resorts(sign)):
            if face.glyph(sign):
                return face, scale
        return chain[0]

    def missing_glyphs(self, text: str) -> set[str]:
        """Give the visible characters of a text that no font at hand can draw."""
        return {
            sign
            for sign in set(text)
            if category(sign) not in _NO_INK and not self.best(sign, arabic=True)[0].glyph(sign)
        }


def _last_resorts(sign: str) -> Iterator[tuple[Face, float]]:
    """Open the fonts of many signs one by one, as long as a character is still without a glyph."""
    if not sign.isascii():
        for module in ("FiraGO_Regular", "NotoSans_Regular", "CascadiaMono_Regular"):
            yield _packaged(module), 1.0


def _face_file(path: Path) -> Face:
    """Open a font file of the office's own."""
    try:
        # A pipe would keep its reader waiting, and some devices have no end.
        if path.is_file() and path.stat().st_size <= _LARGEST:
            return Face(path.read_bytes(), name=path.name)
    except OSError as error:
        raise _unreadable(path) from error
    raise _unreadable(path)


def _unreadable(path: Path) -> UserError:
    return UserError(
        _("The font file “{name}” cannot be read; choose it again in the settings.").format(
            name=path.name
        )
    )


@cache
def _packaged(module: str) -> Face:
    """Open a face of the `pymupdf-fonts` package, whose modules hold the font files' bytes."""
    return Face(import_module(f"pymupdf_fonts.{module}").fontbuffer, name=module)


@cache
def firago() -> FontFamily:
    """Give FiraGO, the typeface that the program brings along for both scripts."""
    return FontFamily(
        _packaged("FiraGO_Regular"), _packaged("FiraGO_Bold"), _packaged("FiraGO_Italic")
    )


@cache
def default_fonts() -> FontSet:
    """Give the fonts of an office that named none."""
    return FontSet(persian=firago(), latin=firago())
