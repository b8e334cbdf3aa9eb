"""The glyphs a document uses of a face, each with the text it stands for, and their embedding.

A font is written as Type0 with Identity-H: one code for every (glyph, source text, shift), so that
/ToUnicode is exact even where one glyph serves two characters, and a mark that a letter pushes
aside is a shifted copy in the subset rather than a move of the pen, which readers take for a
space or a new line (ISO 32000-1, 9.7 and 9.10.3).
"""

from collections.abc import Callable
from hashlib import md5
from struct import pack
from typing import Any, NamedTuple

import uharfbuzz as harfbuzz
from reportlab.pdfbase import pdfdoc

from liaison.pdf.face import BLANK, Face
from liaison.pdf.truetype import Component, add_glyphs, glyph_count

_KEPT_TABLES = frozenset(("glyf", "loca", "hmtx", "hhea", "maxp", "head", "cvt ", "fpgm", "prep"))
_SYMBOLIC = 4
_MISSING = 0
_MOST_ENTRIES = 100


class Code(NamedTuple):
    """What one code of the font draws and stands for.

    The glyph is drawn shifted by `right` and `up`, in units of the font, at no cost of width;
    `thin` gives one without width a trace of it, since readers overlook what has none.
    """

    glyph: int
    text: str
    right: int = 0
    up: int = 0
    thin: bool = False


class _Codes(dict[Code, str]):
    """The codes given out so far; who asks for another is given the next one."""

    def __missing__(self, drawn: Code) -> str:
        code = self[drawn] = f"{len(self):04X}"
        return code


class EmbeddedFont:
    """One face inside one document.

    Its `addObjects` is called by reportlab's document when the file is written, as for its own
    dynamic fonts.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes = _Codes({Code(0, ""): "0000"})

    @property
    def code(self) -> Callable[[Code], str]:
        """The way from a glyph and its text to their code in the font, as four hex digits."""
        return self._codes.__getitem__

    def addObjects(self, document: Any) -> None:  # noqa: ANN401, N802 - reportlab's protocol, untyped
        """Write the subset, its widths and its text map into the document's font dictionary."""
        codes = list(self._codes)
        program, numbers = _subset(self.face, codes)
        digest = md5(repr(codes).encode(), usedforsecurity=False).digest()
        prefix = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
        base = pdfdoc.PDFName(f"{prefix}+{self.face.name}")
        descriptor = document.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("FontDescriptor"),
                    "FontName": base,
                    "Flags": _SYMBOLIC,
                    "FontBBox": pdfdoc.PDFArray(self.face.bounds),
                    "Ascent": round(self.face.ascent),
                    "Descent": round(self.face.descent),
                    "CapHeight": round(self.face.ascent),
                    "ItalicAngle": round(self.face.italic_angle, 2),
                    "StemV": 80,
                    "FontFile2": _stream(document, program, Length1=len(program)),
                    "CIDSet": _stream(document, _all_bits(len(codes))),
                }
            )
        )
        widths = [
            round(self.face.trace if code.thin else self.face.widths[code.glyph], 3)
            for code in codes
        ]
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": pdfdoc.PDFDictionary(system),
                "FontDescriptor": descriptor,
                "DW": 0,
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(widths)]),
                "CIDToGIDMap": _stream(document, pack(f">{len(numbers)}H", *numbers)),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("Font"),
                    "Subtype": pdfdoc.PDFName("Type0"),
                    "BaseFont": base,
                    "Encoding": pdfdoc.PDFName("Identity-H"),
                    "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                    "ToUnicode": _stream(document, text_map(codes)),
                }
            )
        )


def _stream(document: Any, content: bytes, **entries: int) -> Any:  # noqa: ANN401 - untyped there
    """Put a compressed stream into reportlab's document and give a reference to it."""
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content)
    stream.filters = [pdfdoc.PDFZCompress]
    return document.Reference(stream)


def _all_bits(count: int) -> bytes:
    """Give the set of the codes from 0 on as bits, the first one highest: PDF/A-1 asks for it."""
    unused = -count % 8
    return ((1 << count) - 1 << unused).to_bytes((count + unused) // 8, "big")


def _subset(face: Face, codes: list[Code]) -> tuple[bytes, list[int]]:
    """Cut the font file down to the glyphs used; give it and the glyph number of every code.

    A character that the font lacks gets a copy of the box that stands for it, since no file for
    the archive may show the box itself (ISO 19005-2, 6.2.11.8).
    """
    wanted = harfbuzz.SubsetInput()
    wanted.glyph_set.update({code.glyph for code in codes if code.glyph != BLANK} | {0})
    flags = harfbuzz.SubsetFlags
    wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.NO_HINTING
    wanted.sets(harfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag.encode(), "big")
        for tag in face.harfbuzz_face.table_tags
        if tag not in _KEPT_TABLES
    )
    plan = harfbuzz.SubsetPlan(face.harfbuzz_face, wanted)
    renumbered: dict[int, int] = dict(plan.old_to_new_glyph_mapping)
    program: bytes = plan.execute().blob.data
    count = glyph_count(program)
    added: dict[Component, int] = {}
    trace = round(face.trace / face.scale)
    numbers: list[int] = []
    for code in codes:
        shifted = code.right or code.up or code.thin or (code.text and code.glyph == _MISSING)
        if code.glyph == BLANK or shifted:
            base = None if code.glyph == BLANK else renumbered[code.glyph]
            part = Component(base, code.right, code.up, trace if code.thin else None)
            numbers.append(added.setdefault(part, count + len(added)))
        else:
            numbers.append(renumbered[code.glyph])
    return add_glyphs(program, list(added)), numbers


def text_map(codes: list[Code]) -> bytes:
    """Write the /ToUnicode program of the codes."""
    entries = [
        f"<{number:04X}> <{code.text.encode('utf-16-be').hex().upper()}>"
        for number, code in enumerate(codes)
        if code.text
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for first in range(0, len(entries), _MOST_ENTRIES):
        part = entries[first : first + _MOST_ENTRIES]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode()
