"""A small book with all that a structure can hold: contents, links, a picture, a table."""

from datetime import datetime, timedelta, timezone
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, PageBreak

from liaison.pdf.canvas import PageCanvas
from liaison.pdf.finish import finish
from liaison.pdf.metadata import Description, Standard
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import A4
from liaison.pdf.shaping import ShapedText
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.tags import Element, Structure
from liaison.pdf.typeset import draw_text
from tests.pdf.stories import TITLE, counterparts

CREATED = datetime(2026, 11, 20, 9, 14, 5, 678, tzinfo=timezone(timedelta(hours=3, minutes=30)))


class Contents(Flowable):  # type: ignore[misc] # reportlab carries no types
    """A table of contents of one line that leads to a place."""

    def __init__(self, target: str, words: str) -> None:
        super().__init__()
        self.target, self.words = target, words

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        self.width, self.height = width, 20.0
        return self.width, self.height

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        link = Element("Link", "fa")
        structure = canvas.structure
        with (
            structure.inside(structure.add(Element("TOC"))),
            structure.inside(structure.add(Element("TOCI"))),
            structure.inside(structure.add(Element("Reference"))),
        ):
            structure.add(link)
        shaped = ShapedText(self.words, ParagraphStyle())
        with canvas.marked(link):
            draw_text(canvas, shaped, (0, len(shaped.text)), (x, y), "#000000")
        canvas.link(link, (x, y, x + self.width, y + self.height), self.target, self.words)


class Goal(Flowable):  # type: ignore[misc] # reportlab carries no types
    """A place that links lead to."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del width, height
        return 0.0, 0.0

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        del x
        canvas.place("goal", y)


class Picture(Flowable):  # type: ignore[misc] # reportlab carries no types
    """A figure with words; `mode` and `kind` as Pillow names them."""

    def __init__(self, mode: str = "RGB", kind: str = "PNG", words: str = "پرچم آزمون") -> None:
        super().__init__()
        self.file, self.words = BytesIO(), words
        Image.new(mode, (40, 30)).save(self.file, kind)
        self.file.seek(0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del width, height
        return 40.0, 30.0

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        box = (x, y, x + 40, y + 30)
        figure = canvas.structure.add(Element("Figure", alternative=self.words, box=box))
        with canvas.marked(figure):
            canvas.drawImage(ImageReader(self.file), x, y, 40, 30, mask="auto")


def book() -> list[Flowable]:
    goal = Paragraph("بخش دو", TITLE)
    head = [Paragraph("کتاب توجیهی", TITLE), Contents("goal", "بخش دو"), Picture()]
    return [*head, counterparts(3), PageBreak(), Goal(), goal]


def drawn(blocks: list[Flowable], standard: Standard = "2a", title: str = "آزمون") -> bytes:
    """Put blocks onto pages that have nothing else, and finish the file by a standard."""
    file = BytesIO()
    structure = Structure("fa")
    canvas = PageCanvas(file, A4, structure)
    top = A4[1] - 40
    for block in blocks:
        if isinstance(block, PageBreak):
            canvas.showPage()
            top = A4[1] - 40
            continue
        top -= block.wrapOn(canvas, 400, top)[1]
        block.drawOn(canvas, 40, top)
    canvas.showPage()
    canvas.save()
    return finish(file.getvalue(), structure, Description(title, "fa", CREATED, standard))
