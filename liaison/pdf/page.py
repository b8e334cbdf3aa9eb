"""A story poured into pages: the way from blocks to the bytes of a file."""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import NamedTuple

from reportlab import rl_config
from reportlab.platypus.flowables import Flowable

from liaison.pdf.canvas import PageCanvas
from liaison.pdf.composer import Composer
from liaison.pdf.finish import finish
from liaison.pdf.furniture import Frame, Furniture, Letterhead
from liaison.pdf.markup import printable
from liaison.pdf.metadata import Description
from liaison.pdf.part import MILLIMETRE, PageSetup, PartBreak
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.tags import Structure

_LETTERHEAD_TOP = 13 * MILLIMETRE
_LETTERHEAD_GAP = 8 * MILLIMETRE


class Rendered(NamedTuple):
    """A finished file and the number of its pages."""

    content: bytes
    pages: int


def render(story: Sequence[Flowable], setup: PageSetup) -> Rendered:
    """Typeset a story of paragraphs, tables and other reportlab flowables.

    Whatever does not fit a page goes on on the next one; nothing is left out. The blocks of a
    story can be rendered once. Gives a tagged PDF 1.7 with every font embedded.
    """
    file = BytesIO()
    structure = Structure(setup.language)
    with _binary_streams():
        canvas = PageCanvas(file, setup.size, structure)
        pages = _Pages(canvas, setup)
        Composer(canvas, pages).pour(deque(story))
        count = pages.count
        pages.number()
        canvas.save()
    description = Description(printable(setup.title), setup.language, setup.created, setup.standard)
    return Rendered(finish(file.getvalue(), structure, description), count)


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Let reportlab write its streams as they are, not as text a quarter longer."""
    usual = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = usual


class _Part:
    """A set-up with the furniture it makes."""

    def __init__(self, setup: PageSetup) -> None:
        self.setup = setup
        self.furniture = Furniture(
            setup.edition,
            setup.running,
            setup.classification,
            setup.note,
            ParagraphStyle(fonts=setup.fonts),
        )


class _Pages:
    """Begins and ends the pages of one document."""

    def __init__(self, canvas: PageCanvas, setup: PageSetup) -> None:
        self._canvas = canvas
        self._part = _Part(setup)
        self._letterhead = setup.letterhead
        self._begun: list[_Part] = []

    @property
    def count(self) -> int:
        """How many pages were begun."""
        return len(self._begun)

    def start(self, part: PartBreak) -> None:
        """Let the next page be the first of a part."""
        self._part = _Part(part.setup)
        self._letterhead = part.setup.letterhead
        self._canvas.outline_depth = part.depth

    def begin(self) -> Frame:
        """Draw the furniture of the page that begins; give the frame for its text."""
        canvas, part = self._canvas, self._part
        setup, frame = part.setup, part.setup.frame
        letterhead, self._letterhead = self._letterhead, None
        canvas.setPageSize(setup.size)
        self._begun.append(part)
        if setup.bare:
            return frame
        with canvas.artifact("Pagination"):
            if letterhead:
                frame = self._with_letterhead(letterhead, frame)
            else:
                part.furniture.draw_running_head(canvas, frame, setup.size[1])
            part.furniture.draw_foot(canvas, frame)
            canvas.doForm(_folio_name(canvas.page))
        return frame

    def _with_letterhead(self, letterhead: Letterhead, frame: Frame) -> Frame:
        """Draw the letterhead; give what it leaves of the frame."""
        top = self._part.setup.size[1] - _LETTERHEAD_TOP
        sheet = replace(frame, height=top - frame.bottom)
        height = self._part.furniture.draw_letterhead(self._canvas, letterhead, sheet)
        return replace(frame, height=sheet.height - height - _LETTERHEAD_GAP)

    def end(self) -> None:
        """Close a page."""
        setup = self._begun[-1].setup
        with self._canvas.artifact():
            self._canvas.show_level(setup.fonts.persian.regular, setup.size[0])
        self._canvas.showPage()

    def number(self) -> None:
        """Draw the page numbers, now that it is known how many there are.

        Every page has shown a form by name; the forms are drawn here, as are those that name the
        page on which something else came to stand.
        """
        for page, part in enumerate(self._begun):
            if not part.setup.bare:
                self._canvas.setPageSize(part.setup.size)
                self._canvas.beginForm(_folio_name(page))
                frame = part.setup.frame
                part.furniture.draw_folio(self._canvas, frame, page + 1, self.count)
                self._canvas.endForm()
        self._canvas.draw_postponed()


def _folio_name(page: int) -> str:
    return f"folio{page + 1}"
