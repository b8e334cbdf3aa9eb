"""The part of the checker that reads what pages draw: marks, codes of fonts, colours, links."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, Pdf, Stream

_PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI"}
_UNPRINTED = 1 | 2 | 32
_PRINTED = 4
_NO_TEXT = ("", "\0", "\ufeff", "\ufffe")


def complaints(pdf: Pdf) -> Iterator[str]:
    """Tell what is wrong with the pages of a file and the forms they show."""
    pages = {page.obj.objgen for page in pdf.pages}
    for page in pdf.pages:
        yield from _of_marks(page)
        if page.obj.get("/Tabs") != Name.S:
            yield "no tab order by structure"
        for annotation in page.obj.get("/Annots", []):
            yield from _of_annotation(annotation, pages)
    used: dict[tuple[int, int], set[int]] = {}
    fonts: dict[tuple[int, int], Object] = {}
    for content in _contents(pdf):
        yield from _of_content(content, used, fonts)
    for key, codes in used.items():
        yield from _of_codes(fonts[key], codes)


def marks(page: Page) -> set[int]:
    """Give the numbers of the marks on a page."""
    return {
        int(operands[1].MCID)
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "BDC" and "/MCID" in operands[1]
    }


def _contents(pdf: Pdf) -> Iterator[Page | Object]:
    yield from pdf.pages
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Form:
            yield thing


def _of_marks(page: Page) -> Iterator[str]:
    """Check that all is marked, and that no part of the text stands in furniture or another."""
    stack: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else Dictionary()
            kind = "text" if "/MCID" in properties else "none"
            if operands[0] == Name.Artifact:
                kind = "furniture"
            if kind != "none" and {"text", "furniture"} & set(stack):
                yield f"{kind} within {stack[0]}"
            stack.append(kind)
        elif name == "EMC":
            stack.pop()
        elif name in _PAINTING and set(stack) <= {"none"}:
            yield f"{name} is neither part of the text nor furniture"
    if stack:
        yield "marked content is left open"


def _of_annotation(annotation: Object, pages: set[tuple[int, int]]) -> Iterator[str]:
    if annotation.get("/Subtype") != Name.Link:
        yield f"an annotation of the kind {annotation.get('/Subtype')}"
    flags = int(annotation.get("/F", 0))
    if not flags & _PRINTED or flags & _UNPRINTED:
        yield "a link that is not printed"
    if not str(annotation.get("/Contents", "")).strip():
        yield "a link without words"
    if "/Dest" in annotation and annotation.Dest[0].objgen not in pages:
        yield "a link to nowhere"
    if "/Dest" not in annotation and "/A" not in annotation:
        yield "a link that leads nowhere"


def _of_content(
    content: Page | Object,
    used: dict[tuple[int, int], set[int]],
    fonts: dict[tuple[int, int], Object],
) -> Iterator[str]:
    """Collect the codes that a content shows of every font, and check its colours."""
    font = Dictionary(Subtype=Name.Type0)
    source = content.obj if isinstance(content, Page) else content
    for operands, operator in pikepdf.parse_content_stream(content):
        name = str(operator)
        if name in ("k", "K"):
            yield "a colour outside the profile"
        elif name == "Tf":
            font = source.Resources.Font[str(operands[0])]
            fonts[font.objgen] = font
        elif name in ("Tj", "TJ"):
            shown = operands[0] if name == "TJ" else operands
            for text in shown:
                if isinstance(text, pikepdf.String):
                    raw = bytes(text)
                    codes = {int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2)}
                    used.setdefault(font.objgen, set()).update(codes)


def _of_codes(font: Object, codes: set[int]) -> Iterator[str]:
    """Check that every code shown has a text and a glyph."""
    if font.get("/Subtype") != Name.Type0 or "/ToUnicode" not in font:
        return  # what is wrong with such a font is told elsewhere
    texts = _text_map(font.ToUnicode.read_bytes().decode())
    numbers = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    for code in sorted(codes):
        if texts.get(code, "") in _NO_TEXT:
            yield f"the code {code} of {font.BaseFont} has no text"
        if not int.from_bytes(numbers[2 * code : 2 * code + 2]):
            yield f"the code {code} of {font.BaseFont} draws a missing glyph"


def _text_map(program: str) -> dict[int, str]:
    """Read the entries of a /ToUnicode program of single codes."""
    entries = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", program, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in entries}
