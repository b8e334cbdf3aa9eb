"""Files to read text from: sound ones, broken ones, and traps."""

import io
import zipfile
import zlib

import pikepdf

from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup
from liaison.pdf.style import ParagraphStyle

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "لبخند لبخند لبخند">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + f']><w:document xmlns:w="{WORD}"><w:p><w:t>&i;</w:t></w:p></w:document>'
)
OUTSIDE = (
    f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    f'<w:document xmlns:w="{WORD}"><w:p><w:t>&x;</w:t></w:p></w:document>'
)


def document(*paragraphs: str) -> str:
    """Give the main part of a letter."""
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    return f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def docx(main: str, **parts: str) -> bytes:
    """Give a letter as a word processor packs it."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", main)
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return memory.getvalue()


def printed(*texts: str) -> bytes:
    """Give a PDF of our own typesetting."""
    return render([Paragraph(text, ParagraphStyle()) for text in texts], PageSetup("آزمون")).content


def bare_pdf(*objects: bytes) -> bytes:
    """Give a PDF of hand-written objects, the first of which is its catalogue."""
    body = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(body))
    )


def page_of(content: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    """Give a PDF of one page with a content stream; `more` are further objects, from number 5."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return bare_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F %s>>%s>>>>" % (font, resources),
        content,
        *more,
    )


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), extra, content)


def flate_bomb(megabytes: int, layers: int) -> bytes:
    content = b" " * (megabytes << 20)
    for _ in range(layers):
        content = zlib.compress(content, 9)
    return page_of(stream(content, b"/Filter[%s]" % (b"/FlateDecode" * layers)))


def form_maze() -> bytes:
    """Give a page whose forms draw one another, ten times each, nine deep."""
    forms = [
        stream(b"/X%d Do " % (place + 1) * 10 if place < 8 else b"BT /F 9 Tf (x) Tj ET",
               b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X%d %d 0 R>>>>"
               % (place + 1, place + 6))
        for place in range(9)
    ]  # fmt: skip
    return page_of(stream(b"/X0 Do"), *forms, resources=b"/XObject<</X0 5 0 R>>")


def protected() -> bytes:
    memory = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed("راز"))) as pdf:
        pdf.save(memory, encryption=pikepdf.Encryption(owner="o", user="u", R=6))
    return memory.getvalue()


def zip_with_lock() -> bytes:
    content = bytearray(docx(document("راز")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flag that says "encrypted"
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)
