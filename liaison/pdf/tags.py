"""The reading order of a document: what each stretch of a page is, for those who hear it read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""A rectangle of a page in points: left, bottom, right, top."""


class Mark(NamedTuple):
    """A stretch of one page's drawing, by the page's index and the stretch's number on it."""

    page: int
    number: int


class Place(NamedTuple):
    """A height of a page that links lead to, in points from its lower edge."""

    page: int
    top: float


class Link(NamedTuple):
    """A rectangle of a page that leads to the place of a name; `words` tell where to."""

    page: int
    box: Box
    target: str
    words: str


@dataclass(slots=True)
class Element:
    """A part of the document: its standard structure type, its language and what is in it.

    `scope` is "Column" or "Row" for a heading cell, empty otherwise; `span` the columns of a cell.
    `alternative` says in words what a picture shows, `box` where it stands on its page.
    """

    tag: str
    language: str = ""
    scope: str = ""
    span: int = 1
    alternative: str = ""
    box: Box | None = None
    kids: list["Element | Mark | Link"] = field(default_factory=list)


class Structure:
    """The tree of a document's parts, grown while its pages are drawn."""

    def __init__(self, language: str) -> None:
        self.root = Element("Document", language)
        self.places: dict[str, Place] = {}
        self._open = [self.root]
        self._marks_on_page: dict[int, int] = {}

    def add(self, element: Element) -> Element:
        """Put a part at the end of the part that is open now."""
        self._open[-1].kids.append(element)
        return element

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Let what is added go into a part."""
        self._open.append(element)
        yield
        self._open.pop()

    def mark(self, element: Element, page: int) -> Mark:
        """Give a part the next stretch of drawing on a page."""
        number = self._marks_on_page.get(page, 0)
        self._marks_on_page[page] = number + 1
        mark = Mark(page, number)
        element.kids.append(mark)
        return mark
