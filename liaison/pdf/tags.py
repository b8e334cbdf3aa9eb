"""The reading order of a document: what each stretch of a page is, for those who hear it read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of one page's drawing, by the page's index and the stretch's number on it."""

    page: int
    number: int


@dataclass(slots=True)
class Element:
    """A part of the document: its standard structure type, its language and what is in it.

    `scope` is "Column" or "Row" for a heading cell, empty otherwise; `span` the columns of a cell.
    `alternative` says in words what a picture shows, `box` where it stands on its page in points:
    left, bottom, right, top.
    """

    tag: str
    language: str = ""
    scope: str = ""
    span: int = 1
    alternative: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list["Element | Mark"] = field(default_factory=list)


class Structure:
    """The tree of a document's parts, grown while its pages are drawn."""

    def __init__(self, language: str) -> None:
        self.root = Element("Document", language)
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
