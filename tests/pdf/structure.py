"""A checker of what PDF/A and PDF/UA ask of a file; no judge of its content.

It knows the rules that a file of ours could break: those of PDF/A-2a (ISO 19005-2) with PDF/UA-1
(ISO 14289-1), and those of PDF/A-1b (ISO 19005-1).
"""

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf

from liaison.pdf.metadata import Standard
from tests.pdf import archive, drawn

_KIDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI", "TOC", "Caption"},
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
}
_GROUPS = {*_KIDS, "Document", "Part", "Sect"}
_TEXTS = {"P", "TH", "TD", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Link", "Figure", "Caption"}
_STANDARD = _GROUPS | _TEXTS | {"Div", "TOCI", "LBody", "Lbl", "Span", "Reference", "Note", "Quote"}
_SPOKEN = {"P", "H1", "H2", "H3"}


def complaints(content: bytes, standard: Standard = "2a") -> list[str]:
    """Tell everything that is wrong with a file, empty for a good one."""
    with Pdf.open(BytesIO(content)) as pdf:
        found = [*archive.complaints(pdf, content, standard), *drawn.complaints(pdf)]
        tree = pdf.Root.get("/StructTreeRoot")
        if tree is None:
            return [*found, "no structure"]
        return [
            *found,
            *(text for kid in tree.K for text in _of_element(kid, tree)),
            *_of_headings(reading_order(tree)),
            *_of_owners(pdf, tree),
        ]


def tag_of(element: Object) -> str:
    """Give the structure type of an element, empty for the root of the tree."""
    return str(element.get("/S", "/"))[1:]


def is_element(kid: Object) -> bool:
    """Say whether a kid of an element is an element too, not a mark or an annotation."""
    return isinstance(kid, Dictionary) and kid.get("/Type") not in (Name.MCR, Name.OBJR)


def attribute(element: Object, owner: str, key: str) -> Object | None:
    """Give an attribute of an element."""
    given = element.get("/A", Array())
    for attributes in given if isinstance(given, Array) else [given]:
        if f"/{owner}" == attributes.O and key in attributes:
            return attributes[key]
    return None


def _of_element(element: Object, parent: Object) -> Iterator[str]:
    tag, kids = tag_of(element), list(element.get("/K", []))
    inner = [kid for kid in kids if is_element(kid)]
    if tag not in _STANDARD:
        yield f"{tag} is no standard type"
    if element.P.objgen != parent.objgen:
        yield f"{tag} does not know its parent"
    if tag in _KIDS and not {tag_of(kid) for kid in inner} <= _KIDS[tag]:
        yield f"a {tag} holds what it may not"
    if tag in _GROUPS and len(inner) < len(kids):
        yield f"a {tag} holds text of its own"
    if tag in _SPOKEN and not element.get("/Lang"):
        yield f"{tag} without a language"
    if tag == "TH" and attribute(element, "Table", "/Scope") not in ("/Row", "/Column", "/Both"):
        yield "a TH without a scope"
    if tag == "Figure":
        yield from _of_figure(element)
    if tag == "Table":
        yield from _of_table(inner)
    for kid in inner:
        yield from _of_element(kid, element)


def _of_figure(element: Object) -> Iterator[str]:
    if not str(element.get("/Alt", "")).strip():
        yield "a figure without words"
    box = attribute(element, "Layout", "/BBox")
    if box is None:
        yield "a figure without a place"
    elif not (float(box[0]) < float(box[2]) and float(box[1]) < float(box[3])):
        yield "a figure without a size"


def _of_table(kids: list[Object]) -> Iterator[str]:
    rows = [kid for kid in kids if tag_of(kid) == "TR"]
    for group in kids:
        if tag_of(group) in ("THead", "TBody", "TFoot"):
            rows += list(group.K)
    widths: set[int] = set()
    below: dict[int, int] = {}
    for row, element in enumerate(rows):
        for cell in element.K:
            span = int(attribute(cell, "Table", "/ColSpan") or 1)
            for deeper in range(int(attribute(cell, "Table", "/RowSpan") or 1)):
                below[row + deeper] = below.get(row + deeper, 0) + span
        widths.add(below.get(row, 0))
    if len(widths) != 1 or len(below) > len(rows):
        yield f"a table with rows of {sorted(widths)} cells"


def _of_headings(order: list[tuple[str, str]]) -> Iterator[str]:
    level = 0
    for tag, _ in order:
        if tag[:1] == "H" and tag[1:].isdigit():
            if int(tag[1:]) > level + 1:
                yield f"{tag} after a heading of level {level}"
            level = int(tag[1:])


def _of_owners(pdf: Pdf, tree: Object) -> Iterator[str]:
    """Compare what the elements hold with what the pages say of whose they are."""
    numbers = list(tree.ParentTree.Nums)
    said = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    held = {place: owner for kid in tree.K for place, owner in _held(kid)}
    marked = set()
    for number, page in enumerate(pdf.pages, 1):
        owners = said.get(int(page.obj.get("/StructParents", -1)), Array())
        for mark in drawn.marks(page):
            place = (page.obj.objgen, mark)
            marked.add(place)
            if mark >= len(owners) or held.get(place) != owners[mark].objgen:
                yield f"a mark of page {number} belongs to nothing"
        for annotation in page.obj.get("/Annots", []):
            place = (annotation.objgen, -1)
            marked.add(place)
            owner = said.get(int(annotation.get("/StructParent", -1)))
            if owner is None or held.get(place) != owner.objgen or tag_of(owner) != "Link":
                yield f"a link of page {number} belongs to nothing"
    if held.keys() - marked:
        yield "the structure holds what no page has"


_Place = tuple[tuple[int, int], int]


def _held(element: Object) -> Iterator[tuple[_Place, tuple[int, int]]]:
    """Give all marks, by page and number, and annotations of an element, each with its owner."""
    for kid in element.get("/K", []):
        if kid.get("/Type") == Name.MCR:
            yield (kid.Pg.objgen, int(kid.MCID)), element.objgen
        elif kid.get("/Type") == Name.OBJR:
            yield (kid.Obj.objgen, -1), element.objgen
        else:
            yield from _held(kid)


def reading_order(element: Object) -> list[tuple[str, str]]:
    """Give the parts of the document in the order in which they are read: tag and language."""
    found = []
    if "/S" in element:
        found.append((tag_of(element), str(element.get("/Lang", ""))))
    for kid in element.get("/K", []):
        if is_element(kid):
            found += reading_order(kid)
    return found
