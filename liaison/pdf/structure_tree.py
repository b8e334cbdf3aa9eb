"""The structure tree of a finished file: what its pages hold and in which order it is read.

ISO 32000-1, 14.7 and 14.8.
"""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from liaison.pdf.tags import Element, Link, Mark, Structure

_PRINTED = 4


def add_structure(pdf: Pdf, structure: Structure) -> None:
    """Write the tree of elements, the links, and of every mark and link whose it is.

    Raises KeyError where a link leads to a place that no page has.
    """
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    builder = _Builder(pdf, structure)
    tree.K = Array([builder.build(structure.root, tree)])
    owners = builder.finish()
    numbers = Array()
    for key, owner in enumerate(owners):
        numbers.append(key)
        numbers.append(owner)
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(owners)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Builder:
    """Writes elements, and keeps which of them owns what of a page."""

    def __init__(self, pdf: Pdf, structure: Structure) -> None:
        self._pdf = pdf
        self._places = structure.places
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]
        self._link_owners: list[Object] = []

    def build(self, element: Element, parent: Object) -> Object:
        """Write an element and all that is in it."""
        built = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
        )
        if element.language:
            built.Lang = String(element.language)
        if element.alternative:
            built.Alt = String(element.alternative)
        attributes = [*_table_attributes(element), *_layout_attributes(element)]
        if attributes:
            built.A = attributes[0] if len(attributes) == 1 else Array(attributes)
        built.K = Array([self._kid(kid, built) for kid in element.kids])
        return built

    def finish(self) -> list[Object]:
        """Mark the pages with their numbers; give the owners of their marks, then of the links."""
        for index, page in enumerate(self._pages):
            page.StructParents = index
            page.Tabs = Name.S
        owned = [
            self._pdf.make_indirect(Array([marks[number] for number in sorted(marks)]))
            for marks in self._owners
        ]
        return [*owned, *self._link_owners]

    def _kid(self, kid: Element | Mark | Link, owner: Object) -> Object:
        """Write one thing that is in an element."""
        if isinstance(kid, Element):
            return self.build(kid, owner)
        page = self._pages[kid.page]
        if isinstance(kid, Link):
            return Dictionary(Type=Name.OBJR, Pg=page, Obj=self._link(kid, owner))
        self._owners[kid.page][kid.number] = owner
        return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)

    def _link(self, link: Link, owner: Object) -> Object:
        """Put a link onto its page."""
        page, place = self._pages[link.page], self._places[link.target]
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(edge, 2) for edge in link.box]),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                Contents=String(link.words),
                Dest=Array([self._pages[place.page], Name.XYZ, None, round(place.top, 2), None]),
                StructParent=len(self._pages) + len(self._link_owners),
            )
        )
        self._link_owners.append(owner)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        return annotation


def _table_attributes(element: Element) -> list[Dictionary]:
    """Give what is to be known of a cell, where there is something."""
    attributes = Dictionary(O=Name.Table)
    if element.scope:
        attributes.Scope = Name(f"/{element.scope}")
    if element.span > 1:
        attributes.ColSpan = element.span
    return [attributes] if len(attributes) > 1 else []


def _layout_attributes(element: Element) -> list[Dictionary]:
    """Give where a picture stands."""
    if element.box is None:
        return []
    box = Array([round(edge, 2) for edge in element.box])
    return [Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)]
