"""What a file says of itself: title, language, dates, and the standard it keeps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from xml.sax.saxutils import escape

from pikepdf import Dictionary, Name, Pdf, String

Standard = Literal["2a", "1b"]
"""PDF/A-2a (ISO 19005-2) with PDF/UA-1 (ISO 14289-1), or PDF/A-1b (ISO 19005-1) for an archive
that takes nothing newer."""

_PRODUCER = "Liaison"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_AIIM = "http://www.aiim.org"


@dataclass(frozen=True)
class Description:
    """What the file says of itself; without `created` it gives no date."""

    title: str
    language: str
    created: datetime | None = None
    standard: Standard = "2a"


def describe(pdf: Pdf, description: Description) -> None:
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
        stamp = String(f"{moment}{zone[:3]}'{zone[3:5]}'" if zone else moment)
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = stamp
    metadata = pdf.make_stream(_packet(description))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata


def _packet(description: Description) -> bytes:
    """Write the metadata packet."""
    part, conformance = tuple(description.standard.upper())
    accessible = description.standard == "2a"
    dates = ""
    if description.created:
        created = description.created.isoformat(timespec="seconds")
        dates = (
            f"<xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{created}</xmp:ModifyDate>"
        )
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">
<rdf:Description rdf:about="" xmlns:pdfaid="{_AIIM}/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{conformance}</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(description.title)}</rdf:li></rdf:Alt>
</dc:title><dc:language><rdf:Bag><rdf:li>{description.language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{_PRODUCER}</pdf:Producer>{dates}</rdf:Description>{_ACCESSIBLE if accessible else ""}
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


_ACCESSIBLE = f"""
<rdf:Description rdf:about="" xmlns:pdfuaid="{_AIIM}/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
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
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""That the file keeps PDF/UA-1, in a schema that PDF/A wants declared (ISO 19005-2, 6.6.2.3)."""
