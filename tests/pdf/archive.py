"""The part of the checker that looks at a file as a whole: metadata, colours, what is barred."""

from collections.abc import Callable, Iterator
from datetime import datetime
from xml.etree import ElementTree as ET

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from liaison.pdf.metadata import Standard

_VERSIONS = {"2a": "1.7", "1b": "1.4"}
_NEEDED = ("/Lang", "/StructTreeRoot", "/Metadata", "/OutputIntents", "/MarkInfo")
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_SIMPLE_FONTS = ("/CIDFontType2", "/CIDFontType0", "/TrueType", "/Type1")
_QUIET_ACTIONS = ("/GoTo", "/URI", "/GoToR")
_FILTERS = ("/FlateDecode", "/DCTDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode")
_COMPONENTS = {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4}
_SPACES = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def complaints(pdf: Pdf, content: bytes, standard: Standard) -> Iterator[str]:
    """Tell what is wrong with a file, its pages apart."""
    if pdf.is_encrypted:
        yield "the file is encrypted"
    if pdf.pdf_version != _VERSIONS[standard]:
        yield f"the file is of version {pdf.pdf_version}"
    if standard == "1b" and (b"/ObjStm" in content or b"/XRef" in content):
        yield "objects are kept in streams"
    if "/ID" not in pdf.trailer:
        yield "the file has no number of its own"
    yield from _of_catalogue(pdf)
    if "/Metadata" in pdf.Root:
        yield from _of_metadata(pdf, standard)
    yield from _of_profile(pdf, standard)
    if not any(thing.get("/Type") == Name.Font for thing in _dictionaries(pdf)):
        yield "no font at all"
    for thing in _dictionaries(pdf):
        yield from _of_font(thing, standard)
        yield from _of_barred(thing)
        yield from _of_transparency(thing, standard)
        if isinstance(thing, Stream):
            yield from _of_stream(thing)


def _dictionaries(pdf: Pdf) -> Iterator[Object]:
    """Give all dictionaries and streams of a file, those inside others included."""
    waiting = list(pdf.objects)
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, Array):
            inner = list(thing)
        elif isinstance(thing, Dictionary | Stream):
            yield thing
            inner = [kid for _, kid in thing.items()]
        else:
            continue
        waiting += [kid for kid in inner if isinstance(kid, Object) and not kid.is_indirect]


def _of_catalogue(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    for key in _NEEDED:
        if not root.get(key):
            yield f"no {key}"
    viewer = root.get("/ViewerPreferences", Dictionary())
    if not viewer.get("/DisplayDocTitle"):
        yield "the title is not displayed"
    if "/Direction" in viewer:
        yield "a direction for the viewer garbles PDFium's text"
    if not root.get("/MarkInfo", Dictionary()).get("/Marked"):
        yield "the file does not say that it is tagged"


def _of_metadata(pdf: Pdf, standard: Standard) -> Iterator[str]:
    """Compare the two places in which a file describes itself."""
    packet = pdf.Root.Metadata
    if "/Filter" in packet:
        yield "the metadata is compressed"
    try:
        tree = ET.fromstring(packet.read_bytes())  # noqa: S314 - our own file
    except ET.ParseError:
        yield "the metadata cannot be read"
        return

    def said(path: str) -> str:
        return tree.findtext(f".//{path}", "", _SPACES)

    if said("pdfaid:part") + said("pdfaid:conformance").lower() != standard:
        yield "the metadata names another standard"
    if (said("pdfuaid:part") == "1") != (standard == "2a"):
        yield "the metadata is wrong about PDF/UA"
    if set(pdf.docinfo.keys()) - {"/Title", "/Producer", "/CreationDate", "/ModDate"}:
        yield "the metadata lacks what the old dictionary says"
    yield from _of_words(pdf, said)


def _of_words(pdf: Pdf, said: Callable[[str], str]) -> Iterator[str]:
    """Compare the wordings of the two places; `said` gives that of the metadata."""
    title = said("dc:title/rdf:Alt/rdf:li")
    if not title or title != str(pdf.docinfo.get("/Title", "")):
        yield "the two titles differ"
    if said("pdf:Producer") != str(pdf.docinfo.get("/Producer", "")):
        yield "the two producers differ"
    for name, key in (("xmp:CreateDate", "/CreationDate"), ("xmp:ModifyDate", "/ModDate")):
        if _stamp(said(name)) != str(pdf.docinfo.get(key, ""))[:16]:
            yield f"the two dates of {key} differ"


def _stamp(moment: str) -> str:
    """Write a moment as PDF does, without its zone."""
    return f"D:{datetime.fromisoformat(moment):%Y%m%d%H%M%S}" if moment else ""


def _of_profile(pdf: Pdf, standard: Standard) -> Iterator[str]:
    for intent in pdf.Root.get("/OutputIntents", []):
        profile = intent.get("/DestOutputProfile")
        if intent.S != Name.GTS_PDFA1 or profile is None:
            yield "the colours mean nothing"
            continue
        header = profile.read_bytes()
        if header[36:40] != b"acsp" or int.from_bytes(header[:4]) != len(header):
            yield "the colour profile is none"
        elif header[8] > (2 if standard == "1b" else 4):
            yield f"the colour profile is of version {header[8]}"
        elif profile.get("/N") != _COMPONENTS.get(header[16:20]):
            yield "the colour profile is of another number of components"


def _of_font(thing: Object, standard: Standard) -> Iterator[str]:
    if thing.get("/Type") != Name.Font:
        return
    name = thing.get("/BaseFont")
    if thing.get("/Subtype") in _SIMPLE_FONTS:
        descriptor = thing.get("/FontDescriptor", Dictionary())
        if not any(key in descriptor for key in _EMBEDDED):
            yield f"{name} is not embedded"
        if standard == "1b" and "/CIDSet" not in descriptor:
            yield f"{name} does not say what is in it"
    elif "/ToUnicode" not in thing:
        yield f"{name} has no text"


def _of_barred(thing: Object) -> Iterator[str]:
    """Look for what a file for the archive may not do."""
    if thing.get("/S") == Name.JavaScript or "/JS" in thing or "/JavaScript" in thing:
        yield "the file runs a program"
    elif thing.get("/Type") == Name.Action and thing.get("/S") not in _QUIET_ACTIONS:
        yield f"the file does {thing.get('/S')}"
    if "/AA" in thing:
        yield "the file does something by itself"
    if "/EmbeddedFiles" in thing or "/EF" in thing:
        yield "the file carries another"


def _of_transparency(thing: Object, standard: Standard) -> Iterator[str]:
    if standard != "1b":
        return
    group = thing.get("/Group", Dictionary())
    if isinstance(group, Dictionary) and group.get("/S") == Name.Transparency:
        yield "a transparent group"
    if thing.get("/SMask", Name("/None")) != Name("/None"):
        yield "a soft mask"
    if any(thing.get(key, 1) != 1 for key in ("/CA", "/ca")):
        yield "a transparent colour"
    if thing.get("/BM", Name.Normal) not in (Name.Normal, Name.Compatible):
        yield "colours that mix"


def _of_stream(stream: Object) -> Iterator[str]:
    filters = stream.get("/Filter", Array())
    for name in filters if isinstance(filters, Array) else [filters]:
        if str(name) not in _FILTERS:
            yield f"a stream packed by {name}"
    if "/F" in stream:
        yield "a stream outside the file"
    if stream.get("/Subtype") != Name.Image:
        return
    if stream.get("/Interpolate"):
        yield "a picture that is smoothed"
    if stream.get("/ColorSpace") == Name.DeviceCMYK:
        yield "a picture outside the profile"
    if "/Alternates" in stream or "/OPI" in stream:
        yield "a picture with a stand-in"
