"""A checker of what PDF/A-2a and PDF/UA-1 ask of a file's structure; no judge of its content."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, Pdf

_PAINTING = {"Tj", "TJ", "f", "f*", "S", "s", "B", "b", "Do", "sh"}
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_DRAWN_FONTS = ("/CIDFontType2", "/CIDFontType0", "/TrueType", "/Type1")


def complaints(content: bytes) -> list[str]:
    """Tell everything that is wrong with a file, empty for a good one."""
    with Pdf.open(BytesIO(content)) as pdf:
        return [
            *_of_catalogue(pdf),
            *_of_fonts(pdf),
            *(text for page in pdf.pages for text in _of_page(pdf, page)),
            *_of_headings(reading_order(pdf.Root.StructTreeRoot)),
        ]


def _of_catalogue(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    for key in ("/Lang", "/StructTreeRoot", "/Metadata", "/OutputIntents", "/MarkInfo"):
        if key not in root:
            yield f"no {key}"
    if not root.ViewerPreferences.get("/DisplayDocTitle"):
        yield "the title is not displayed"
    if "/Direction" in root.ViewerPreferences:
        yield "a direction for the viewer garbles PDFium's text"
    packet = root.Metadata.read_bytes().decode()
    for word in ("pdfaid:part", "pdfuaid:part", "dc:title"):
        if word not in packet:
            yield f"no {word} in the metadata"


def _of_fonts(pdf: Pdf) -> Iterator[str]:
    fonts = [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Type") == Name.Font]
    if not fonts:
        yield "no font at all"
    for font in fonts:
        if font.get("/Subtype") in _DRAWN_FONTS:
            descriptor = font.get("/FontDescriptor", Dictionary())
            if not any(key in descriptor for key in _EMBEDDED):
                yield f"{font.get('/BaseFont')} is not embedded"
        if font.get("/Subtype") == "/Type0" and "/ToUnicode" not in font:
            yield f"{font.get('/BaseFont')} has no text"


def _of_page(pdf: Pdf, page: Page) -> Iterator[str]:
    open_marks: list[object] = []
    seen = set()
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            number = properties.get("/MCID") if isinstance(properties, Dictionary) else None
            if number is not None:
                seen.add(int(number))
            open_marks.append("artifact" if operands[0] == Name.Artifact else number)
        elif name == "EMC":
            open_marks.pop()
        elif name in _PAINTING and all(mark is None for mark in open_marks):
            yield f"{name} is neither part of the text nor furniture"
    if open_marks:
        yield "marked content is left open"
    owners = _owners(pdf.Root.StructTreeRoot.ParentTree.Nums, int(page.obj.StructParents))
    if len(owners) != len(seen):
        yield f"{len(seen)} marks on the page, {len(owners)} in the parent tree"
    if page.obj.get("/Tabs") != Name.S:
        yield "no tab order by structure"


def _owners(numbers: Object, page: int) -> list[Object]:
    pairs = list(numbers)
    return list(pairs[pairs.index(page) + 1])


def _of_headings(order: list[tuple[str, str]]) -> Iterator[str]:
    level = 0
    for tag, language in order:
        if tag.startswith("H"):
            if int(tag[1:]) > level + 1:
                yield f"{tag} after a heading of level {level}"
            level = int(tag[1:])
        if tag in ("P", "H1", "H2") and not language:
            yield f"{tag} without a language"


def reading_order(element: Object) -> list[tuple[str, str]]:
    """Give the parts of the document in the order in which they are read: tag and language."""
    found = []
    if "/S" in element:
        found.append((str(element.S)[1:], str(element.get("/Lang", ""))))
    for kid in element.get("/K", []):
        if isinstance(kid, Dictionary) and kid.get("/Type") != Name.MCR:
            found += reading_order(kid)
    return found
