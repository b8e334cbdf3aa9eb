"""The lines of a table of contents, each with the page on which its part came to stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from liaison.language.digits import to_persian
from liaison.pdf.canvas import PageCanvas
from liaison.pdf.paragraph import Paragraph, draw_line
from liaison.pdf.style import LINE, ParagraphStyle
from liaison.pdf.tags import Element

_NUMBER_WIDTH = 34.0
_GUTTER = 24.0


class Place(Flowable):  # type: ignore[misc] # reportlab carries no types
    """A point of the text that a line of the contents leads to."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room."""
        del width, height
        return 0.0, 0.0

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw nothing; name the height on this page."""
        del x
        canvas.place(self.name, y)


@dataclass(frozen=True)
class Side:
    """One language's half of a line: its wording as markup, and how it is set."""

    markup: str
    style: ParagraphStyle
    language: str


class ContentsLine(Flowable):  # type: ignore[misc] # reportlab carries no types
    """A title and the number of its page, in one language or in two that face each other.

    `whole` is the structure element of the whole table, shared by its lines, `target` the name of
    the place that the line leads to, `padding` the room above and below the title in points.
    """

    def __init__(
        self, sides: Sequence[Side], target: str, whole: Element, *, padding: float = 3.0
    ) -> None:
        super().__init__()
        self._padding = padding
        self._sides = sides
        self._target = target
        self._whole = whole
        self._titles = [Paragraph(side.markup, side.style) for side in sides]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure the titles for a width; give the size in points."""
        del height
        own = self._own_width(width)
        heights = [title.wrap(own - _NUMBER_WIDTH, 0)[1] for title in self._titles]
        self.width, self.height = width, max(heights) + 2 * self._padding
        return self.width, self.height

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw with the lower left corner at a point."""
        with canvas.artifact():
            canvas.rule((x, y), (x + self.width, y), LINE, 0.5)
        if not self._whole.kids:
            canvas.structure.add(self._whole)
        item = Element("TOCI")
        self._whole.kids.append(item)
        own = self._own_width(self.width)
        for side, title in zip(self._sides, self._titles, strict=True):
            is_right = side.style.direction == "rtl"
            left = x + self.width - own if is_right else x
            link = Element("Link", side.language)
            reference = Element("Reference", kids=[link])
            item.kids.append(reference)
            box = (left, y, left + own, y + self.height)
            canvas.link(link, box, self._target, title.plain)
            with canvas.structure.inside(link):
                self._draw_side(canvas, side, title, (left, y + self.height - self._padding))

    def _draw_side(
        self, canvas: PageCanvas, side: Side, title: Paragraph, corner: tuple[float, float]
    ) -> None:
        """Draw a title at its edge and keep the place of its number at the other."""
        left, top = corner
        own = self._own_width(self.width)
        is_right = side.style.direction == "rtl"
        edge = left if is_right else left + own
        baseline = top - title.baseline_depth
        title.draw_at(canvas, left + _NUMBER_WIDTH if is_right else left, top)
        style = side.style.but(align="start", bold=False, direction="ltr")
        places, target = canvas.structure.places, self._target

        def number() -> None:
            words = str(places[target].page + 1)
            if side.language == "fa":
                words = to_persian(words)
            at = style if is_right else style.but(align="end")
            draw_line(canvas, edge, baseline, words, at)

        with canvas.marked(canvas.structure.add(Element("Span", side.language))):
            canvas.postpone(number)

    def _own_width(self, width: float) -> float:
        count = len(self._sides)
        return (width - _GUTTER * (count - 1)) / count
