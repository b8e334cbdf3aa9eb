"""The drawing surface: reportlab's canvas that embeds its fonts and keeps the reading order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from liaison.pdf.face import UNSEEN, Face
from liaison.pdf.glyphs import Code, EmbeddedFont
from liaison.pdf.style import rgb
from liaison.pdf.tags import Box, Element, Link, Place, Structure

# PDFium measures the gaps between letters by the width of what stands for a plain space.
_NO_BREAK_SPACE = "\u00a0"


class PageCanvas(Canvas):  # type: ignore[misc] # reportlab carries no types
    """A canvas whose every stroke is either a part of the text's structure or page furniture."""

    def __init__(self, file: BinaryIO, size: tuple[float, float], structure: Structure) -> None:
        super().__init__(file, pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7))
        self.structure = structure
        self._embedded: dict[Face, EmbeddedFont] = {}
        self._read: Element | None = None
        self._mark_is_open = False
        self._bookmarks = 0
        self._bookmark_level = -1
        self.outline_depth = 0
        self._postponed: list[tuple[tuple[float, float], Callable[[], None]]] = []

    def _make_preamble(self) -> None:
        """Start a page without naming Helvetica, which no file may ask of its reader."""
        self._preamble = "1 0 0 1 0 0 cm"

    def font(self, face: Face) -> EmbeddedFont:
        """Give this document's embedding of a face."""
        font = self._embedded.get(face)
        if font is None:
            font = self._embedded[face] = EmbeddedFont(face, f"F{len(self._embedded) + 1}")
            self._doc.delayedFonts.append(font)
        return font

    @property
    def page(self) -> int:
        """The index of the page being drawn."""
        number: int = self.getPageNumber()
        return number - 1

    @contextmanager
    def read_as(self, element: Element) -> Iterator[None]:
        """Draw an element's text, in as many marks as `resume` and `mark` ask for."""
        self._read = element
        yield
        self.pause()
        self._read = None

    def resume(self) -> None:
        """Let what follows, a whole text object or more, be read as the element's."""
        if self._read and not self._mark_is_open:
            self.addLiteral(self.mark())
            self._mark_is_open = True

    def pause(self) -> None:
        """Let what follows be marked on its own."""
        if self._mark_is_open:
            self.addLiteral("EMC")
            self._mark_is_open = False

    def mark(self, language: str = "") -> str:
        """Give the operator that opens a mark, of words in another language if one is named.

        Where no element is read, as in furniture, the language is all that is named.
        """
        element = self._read
        properties = f"/Lang ({language})" if language else ""
        if element:
            mark = self.structure.mark(element, self.page)
            properties = f"/MCID {mark.number}{properties}"
        tag = "Span" if language or not element else element.tag
        return f"/{tag} <<{properties}>> BDC"

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Draw a stretch of an element's content."""
        mark = self.structure.mark(element, self.page)
        self.addLiteral(f"/{element.tag} <</MCID {mark.number}>> BDC")
        yield
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Draw what is no part of the text: a rule or ground, or the page's "Pagination"."""
        self.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self.addLiteral("EMC")

    def ground(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle, given by its lower left corner."""
        self.setFillColorRGB(*rgb(colour))
        self.rect(x, y, width, height, stroke=0, fill=1)

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, radius: float
    ) -> None:
        """Draw the outline of a rectangle with round corners."""
        self.setStrokeColorRGB(*rgb(colour))
        self.setLineWidth(0.75)
        self.roundRect(x, y, width, height, radius, stroke=1, fill=0)

    def rule(
        self, start: tuple[float, float], stop: tuple[float, float], colour: str, weight: float
    ) -> None:
        """Draw a straight line."""
        self.setStrokeColorRGB(*rgb(colour))
        self.setLineWidth(weight)
        self.line(*start, *stop)

    def separate(self, face: Face, x: float, y: float) -> None:
        """Keep what was written apart from what follows on its height; part of the furniture.

        PDFium joins all that stands on one line, even across columns; spaces at another height
        end the line, a single one or others near them in the same place would not.
        """
        font = self.font(face)
        code = font.code(Code(face.glyph(" "), " "))
        self.addLiteral(f"BT /{font.name} 9 Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{code * 2}> Tj ET")

    def show_level(self, face: Face, width: float) -> None:
        """Let readers take the page for one of level lines; part of the furniture.

        PDFium would read a page with few letters from top to bottom; two unseen spaces from one
        side of it to the other speak against that.
        """
        font = self.font(face)
        code = font.code(Code(UNSEEN, _NO_BREAK_SPACE, thin=True))
        move = round(-100 * width)
        self.addLiteral(f"BT 3 Tr /{font.name} 10 Tf 0 1 Td [<{code}>{move}<{code}>] TJ 0 Tr ET")

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Put a line into the outline that leads to a height on this page.

        `level` 0 is the outermost of a part, whose depth in the outline is added to it; a level
        that would leave one out moves up beside its elders.
        """
        level += self.outline_depth
        self._bookmarks += 1
        self._bookmark_level = min(level, self._bookmark_level + 1)
        key = f"b{self._bookmarks}"
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, self._bookmark_level, closed=0)

    def place(self, name: str, top: float) -> None:
        """Name a height of this page, so that links can lead to it."""
        self.structure.places[name] = Place(self.page, top)

    def link(self, element: Element, box: Box, target: str, words: str) -> None:
        """Let a rectangle of this page lead to the place of a name, be it named yet or not.

        `element` is what stands in the rectangle, with the tag "Link"; `words` are read aloud.
        """
        element.kids.append(Link(self.page, box, target, words))

    def postpone(self, draw: Callable[[], None]) -> None:
        """Let `draw` fill this point of the page once all pages are known."""
        self.doForm(f"postponed{len(self._postponed)}")
        self._postponed.append((self._pagesize, draw))

    def draw_postponed(self) -> None:
        """Draw what waited for all pages to be known."""
        for index, (size, draw) in enumerate(self._postponed):
            self.setPageSize(size)  # a form reaches as far as the page it is shown on
            self.beginForm(f"postponed{index}")
            draw()
            self.endForm()
