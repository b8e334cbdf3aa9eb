"""A story poured into pages: the way from blocks to the bytes of a file."""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Literal, NamedTuple

from reportlab import rl_config
from reportlab.platypus.flowables import Flowable

from liaison.pdf.canvas import PageCanvas
from liaison.pdf.composer import Composer
from liaison.pdf.finish import Description, finish
from liaison.pdf.fonts import FontSet, default_fonts
from liaison.pdf.furniture import Bilingual, Edition, Frame, Furniture, Letterhead
from liaison.pdf.markup import printable
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.tags import Structure

MILLIMETRE = 72 / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)

_LETTERHEAD_TOP = 13 * MILLIMETRE
_LETTERHEAD_GAP = 8 * MILLIMETRE


@dataclass(frozen=True)
class Margins:
    """The white around the text in millimetres; `binding` is the side where pages are held."""

    top: float = 25.0
    bottom: float = 25.0
    binding: float = 30.0
    outer: float = 17.0


@dataclass(frozen=True)
class PageSetup:
    """What all pages of a document share.

    `edition` says which languages the furniture speaks; the file's language is Persian unless it
    is an English edition, and so is the side of the binding unless `binding` names one. `note` is
    a line of markup at the foot. Without `created` the file carries no date, and equal stories
    give equal bytes.
    """

    title: str
    edition: Edition = "fa"
    landscape: bool = False
    binding: Literal["", "left", "right"] = ""
    margins: Margins = field(default_factory=Margins)
    letterhead: Letterhead | None = None
    running: Bilingual = field(default_factory=Bilingual)
    classification: Bilingual = field(default_factory=Bilingual)
    note: str = ""
    fonts: FontSet = field(default_factory=default_fonts)
    created: datetime | None = None

    @property
    def language(self) -> str:
        """The language of the file as a whole."""
        return "en" if self.edition == "en" else "fa"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet in points."""
        return (A4[1], A4[0]) if self.landscape else A4

    @property
    def frame(self) -> Frame:
        """Where the text stands on pages without a letterhead."""
        width, height = self.size
        margins = self.margins
        side = self.binding or ("left" if self.edition == "en" else "right")
        left = (margins.binding if side == "left" else margins.outer) * MILLIMETRE
        return Frame(
            left,
            margins.bottom * MILLIMETRE,
            width - (margins.binding + margins.outer) * MILLIMETRE,
            height - (margins.top + margins.bottom) * MILLIMETRE,
        )


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
        Composer(canvas, pages.begin, pages.end).pour(deque(story))
        count = canvas.page + 1
        pages.number(count)
        canvas.save()
    description = Description(printable(setup.title), setup.language, setup.created)
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


class _Pages:
    """Begins and ends the pages of one document."""

    def __init__(self, canvas: PageCanvas, setup: PageSetup) -> None:
        self._canvas = canvas
        self._setup = setup
        self._furniture = Furniture(
            setup.edition,
            setup.running,
            setup.classification,
            setup.note,
            ParagraphStyle(fonts=setup.fonts),
        )

    def begin(self) -> Frame:
        """Draw the furniture of the page that begins; give the frame for its text."""
        canvas, setup, frame = self._canvas, self._setup, self._setup.frame
        with canvas.artifact("Pagination"):
            if canvas.page == 0 and setup.letterhead:
                frame = self._with_letterhead(setup.letterhead, frame)
            else:
                self._furniture.draw_running_head(canvas, frame, setup.size[1])
            self._furniture.draw_foot(canvas, frame)
            canvas.doForm(_folio_name(canvas.page))
        return frame

    def _with_letterhead(self, letterhead: Letterhead, frame: Frame) -> Frame:
        """Draw the letterhead; give what it leaves of the frame."""
        top = self._setup.size[1] - _LETTERHEAD_TOP
        sheet = Frame(frame.left, frame.bottom, frame.width, top - frame.bottom)
        height = self._furniture.draw_letterhead(self._canvas, letterhead, sheet)
        return Frame(frame.left, frame.bottom, frame.width, sheet.height - height - _LETTERHEAD_GAP)

    def end(self) -> None:
        """Close a page."""
        self._canvas.showPage()

    def number(self, pages: int) -> None:
        """Draw the page numbers, now that it is known how many there are.

        Every page has shown a form by name; the forms are drawn here.
        """
        self._canvas.showPage()
        for page in range(pages):
            self._canvas.beginForm(_folio_name(page))
            self._furniture.draw_folio(self._canvas, self._setup.frame, page + 1, pages)
            self._canvas.endForm()


def _folio_name(page: int) -> str:
    return f"folio{page + 1}"
