"""The finished file: structure tree, metadata and colour profile added to the drawn pages.

Aims at PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String
from PIL import ImageCms

from liaison.pdf.tags import Element, Mark, Structure

_PRODUCER = "Liaison"
_PROFILE_DATE = slice(24, 36)
_PROFILE_ID = slice(84, 100)


@dataclass(frozen=True)
class Description:
    """What the file says of itself; without `created` it gives no date."""

    title: str
    language: str
    created: datetime | None = None


def finish(drawn: bytes, structure: Structure, description: Description) -> bytes:
    """Give the drawn pages their structure and metadata; the same pages give the same bytes."""
    with Pdf.open(BytesIO(drawn)) as pdf:
        _add_structure(pdf, structure)
        _describe(pdf, description)
        _add_colour_profile(pdf)
        for page in pdf.pages:
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        file = BytesIO()
        pdf.save(
            file,
            force_version="1.7",
            fix_metadata_version=False,
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
        )
    return file.getvalue()


def _add_structure(pdf: Pdf, structure: Structure) -> None:
    """Write the tree of elements, and for every page whose its marks are (ISO 32000-1, 14.7)."""
    pages = [page.obj for page in pdf.pages]
    owners: list[dict[int, Object]] = [{} for _ in pages]
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    def build(element: Element, parent: Object) -> Object:
        built = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
        )
        if element.language:
            built.Lang = String(element.language)
        attributes = _table_attributes(element)
        if attributes:
            built.A = attributes
        kids = Array()
        for kid in element.kids:
            if isinstance(kid, Mark):
                kids.append(Dictionary(Type=Name.MCR, Pg=pages[kid.page], MCID=kid.number))
                owners[kid.page][kid.number] = built
            else:
                kids.append(build(kid, built))
        built.K = kids
        return built

    tree.K = Array([build(structure.root, tree)])
    numbers = Array()
    for index, (page, owned) in enumerate(zip(pages, owners, strict=True)):
        page.StructParents = index
        page.Tabs = Name.S
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array([owned[number] for number in sorted(owned)])))
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _table_attributes(element: Element) -> Dictionary | None:
    """Give a cell's attributes, where it has any."""
    attributes = Dictionary(O=Name.Table)
    if element.scope:
        attributes.Scope = Name(f"/{element.scope}")
    if element.span > 1:
        attributes.ColSpan = element.span
    return attributes if len(attributes) > 1 else None


def _describe(pdf: Pdf, description: Description) -> None:
    """Write title, language and dates, once for old readers and once as XMP."""
    pdf.Root.Lang = String(description.language)
    # Never /Direction /R2L here: PDFium then garbles the text it gives out.
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"] = String(description.title)
    pdf.docinfo["/Producer"] = String(_PRODUCER)
    if description.created:
        moment = description.created.strftime("D:%Y%m%d%H%M%S")
        zone = description.created.strftime("%z")
        stamp = String(f"{moment}{zone[:3]}'{zone[3:]}'" if zone else moment)
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = stamp
    metadata = pdf.make_stream(_xmp(description))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata


def _add_colour_profile(pdf: Pdf) -> None:
    """Say what the colours mean: sRGB, in a profile that carries no date of its making."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_PROFILE_DATE] = bytes.fromhex("07d000010001000000000000")
    profile[_PROFILE_ID] = bytes(16)
    stream = pdf.make_stream(bytes(profile))
    stream.N, stream.Alternate = 3, Name.DeviceRGB
    condition = String("sRGB IEC61966-2.1")
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=condition,
        Info=condition,
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=stream,
    )
    pdf.Root.OutputIntents = Array([intent])


_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_AIIM = "http://www.aiim.org"


def _xmp(description: Description) -> bytes:
    """Write the metadata packet, with the schema of PDF/UA declared for PDF/A (6.6.2.3)."""
    created = description.created.isoformat() if description.created else ""
    dates = (
        f"<xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{created}</xmp:ModifyDate>"
        if created
        else ""
    )
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">
<rdf:Description rdf:about="" xmlns:pdfaid="{_AIIM}/pdfa/ns/id/"
 xmlns:pdfuaid="{_AIIM}/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part><dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(description.title)}</rdf:li></rdf:Alt>
</dc:title><dc:language><rdf:Bag><rdf:li>{description.language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{_PRODUCER}</pdf:Producer>{dates}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="{_AIIM}/pdfa/ns/extension/"
 xmlns:pdfaSchema="{_AIIM}/pdfa/ns/schema#" xmlns:pdfaProperty="{_AIIM}/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{_AIIM}/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()
