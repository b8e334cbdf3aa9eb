"""The checker of archive quality complains of every kind of damage: else it would prove nothing."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from liaison.pdf.metadata import Standard
from tests.pdf.book import book, drawn
from tests.pdf.structure import complaints


def elements(pdf: Pdf, tag: str) -> list[Any]:
    return [
        thing
        for thing in pdf.objects
        if isinstance(thing, Dictionary) and thing.get("/S") == f"/{tag}" and "/P" in thing
    ]


def fonts(pdf: Pdf) -> list[Any]:
    return [
        thing for thing in pdf.objects if isinstance(thing, Dictionary) and "/ToUnicode" in thing
    ]


def pictures(pdf: Pdf) -> list[Any]:
    return [thing for thing in pdf.objects if thing.get("/Subtype") == Name.Image]


def replace_in_page(pdf: Pdf, old: bytes, new: bytes) -> None:
    pdf.pages[0].contents_coalesce()
    before = pdf.pages[0].Contents.read_bytes()
    assert old in before
    pdf.pages[0].Contents.write(before.replace(old, new, 1))


def rewrite(stream: Any, old: bytes, new: bytes) -> None:  # noqa: ANN401 - pikepdf's objects are untyped
    before = stream.read_bytes()
    assert old in before
    stream.write(before.replace(old, new))


def untouched(pdf: Pdf) -> None:
    del pdf


def drop(thing: Any, key: str | int) -> None:  # noqa: ANN401 - pikepdf's objects are untyped
    del thing[key]


def set_in(thing: Any, **entries: object) -> None:  # noqa: ANN401 - pikepdf's objects are untyped
    for key, value in entries.items():
        thing[f"/{key}"] = value


DAMAGES: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "words of a figure": (
        lambda pdf: drop(elements(pdf, "Figure")[0], "/Alt"),
        "figure without words",
    ),
    "place of a figure": (
        lambda pdf: drop(elements(pdf, "Figure")[0], "/A"),
        "figure without a place",
    ),
    "words of a link": (
        lambda pdf: drop(pdf.pages[0].Annots[0], "/Contents"),
        "a link without words",
    ),
    "owner of a link": (
        lambda pdf: drop(pdf.pages[0].Annots[0], "/StructParent"),
        "a link of page 1",
    ),
    "print flag": (lambda pdf: set_in(pdf.pages[0].Annots[0], F=2), "a link that is not printed"),
    "target": (lambda pdf: drop(pdf.pages[0].Annots[0], "/Dest"), "a link that leads nowhere"),
    "cell": (lambda pdf: drop(elements(pdf, "TR")[1].K, 0), "a table with rows"),
    "scope": (lambda pdf: drop(elements(pdf, "TH")[0], "/A"), "a TH without a scope"),
    "heading": (lambda pdf: set_in(elements(pdf, "H1")[0], S=Name.H3), "H3 after a heading"),
    "type": (lambda pdf: set_in(elements(pdf, "TD")[0], S=Name.Cell), "Cell is no standard type"),
    "child": (lambda pdf: set_in(elements(pdf, "TD")[0], S=Name.P), "a TR holds what it may not"),
    "parent": (lambda pdf: set_in(elements(pdf, "TD")[0], P=pdf.Root), "TD does not know its par"),
    "language": (lambda pdf: drop(elements(pdf, "P")[0], "/Lang"), "P without a language"),
    "main language": (lambda pdf: drop(pdf.Root, "/Lang"), "no /Lang"),
    "owner of a mark": (
        lambda pdf: drop(pdf.Root.StructTreeRoot.ParentTree.Nums[1], 0),
        "a mark of",
    ),
    "page of a mark": (lambda pdf: set_in(elements(pdf, "H1")[0], K=Array()), "a mark of page 1"),
    "artifact": (
        lambda pdf: replace_in_page(pdf, b"EMC", b"/Artifact BMC EMC EMC"),
        "furniture within text",
    ),
    "unmarked": (lambda pdf: replace_in_page(pdf, b"BT", b"EMC BT 0 0 9 9 re f /X BMC"), "Tj|f|TJ"),
    "colour": (lambda pdf: replace_in_page(pdf, b"BT", b"0 0 0 1 k BT"), "a colour outside"),
    "font program": (
        lambda pdf: drop(fonts(pdf)[0].DescendantFonts[0].FontDescriptor, "/FontFile2"),
        "is not embedded",
    ),
    "text of a font": (lambda pdf: drop(fonts(pdf)[0], "/ToUnicode"), "has no text"),
    "text of a code": (
        lambda pdf: rewrite(fonts(pdf)[0].ToUnicode, b"<0001>", b"<FFF0>"),
        "code 1",
    ),
    "empty text": (
        lambda pdf: rewrite(fonts(pdf)[0].ToUnicode, b"<0001> <", b"<0001> <0000>\n<FFFF> <"),
        "the code 1 of",
    ),
    "glyph of a code": (
        lambda pdf: fonts(pdf)[0].DescendantFonts[0].CIDToGIDMap.write(bytes(2000)),
        "draws a missing glyph",
    ),
    "program": (
        lambda pdf: set_in(pdf.Root, OpenAction=Dictionary(S=Name.JavaScript, JS=String("x"))),
        "the file runs a program",
    ),
    "launch": (
        lambda pdf: set_in(pdf.Root, OpenAction=Dictionary(Type=Name.Action, S=Name.Launch)),
        "the file does /Launch",
    ),
    "packet": (lambda pdf: rewrite(pdf.Root.Metadata, b"</rdf:RDF>", b""), "cannot be read"),
    "title": (lambda pdf: set_in(pdf.docinfo, Title=String("?")), "the two titles differ"),
    "date": (lambda pdf: drop(pdf.docinfo, "/ModDate"), "the two dates of /ModDate differ"),
    "standard": (lambda pdf: rewrite(pdf.Root.Metadata, b">A<", b">B<"), "another standard"),
    "profile": (
        lambda pdf: set_in(pdf.Root.OutputIntents[0].DestOutputProfile, N=4),
        "another number of components",
    ),
    "title bar": (lambda pdf: drop(pdf.Root, "/ViewerPreferences"), "the title is not displayed"),
    "smoothing": (lambda pdf: set_in(pictures(pdf)[0], Interpolate=True), "that is smoothed"),
    "tab order": (lambda pdf: drop(pdf.pages[0].obj, "/Tabs"), "no tab order"),
}


def damaged(damage: Callable[[Pdf], object], standard: Standard, **options: Any) -> bytes:
    with Pdf.open(BytesIO(drawn(book(), standard))) as pdf:
        damage(pdf)
        file = BytesIO()
        pdf.save(file, fix_metadata_version=False, **options)
    return file.getvalue()


@pytest.mark.parametrize(("damage", "complaint"), DAMAGES.values(), ids=list(DAMAGES))
def test_the_checker_sees_a_damage(damage: Callable[[Pdf], object], complaint: str) -> None:
    assert complaints(damaged(untouched, "2a")) == []
    found = "\n".join(complaints(damaged(damage, "2a")))
    assert any(part in found for part in complaint.split("|")), found


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (lambda pdf: set_in(pdf.pages[0].obj, Group=Dictionary(S=Name.Transparency)), "group"),
        (lambda pdf: set_in(pictures(pdf)[0], SMask=pictures(pdf)[0]), "a soft mask"),
        (
            lambda pdf: set_in(pdf.pages[0].Resources, ExtGState=Dictionary(G=Dictionary(ca=0.5))),
            "a transparent colour",
        ),
        (
            lambda pdf: drop(fonts(pdf)[0].DescendantFonts[0].FontDescriptor, "/CIDSet"),
            "what is in",
        ),
    ],
)
def test_the_checker_sees_what_1b_bars(damage: Callable[[Pdf], object], complaint: str) -> None:
    found = "\n".join(complaints(damaged(damage, "1b"), "1b"))
    assert complaint in found


def test_the_checker_sees_how_a_file_is_packed() -> None:
    old = damaged(
        lambda pdf: set_in(pictures(pdf)[0], Filter=Name.LZWDecode, DecodeParms=Dictionary()),
        "2a",
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    assert "a stream packed by /LZWDecode" in complaints(old)
    locked = damaged(untouched, "2a", encryption=pikepdf.Encryption(owner="x", user=""))
    assert "the file is encrypted" in complaints(locked)
    packed = damaged(untouched, "1b", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert "objects are kept in streams" in complaints(packed, "1b")
    assert "the file is of version 1.4" in complaints(drawn(book(), "1b"))
