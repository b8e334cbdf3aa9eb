"""A paragraph of Persian, English or both, as a reportlab flowable."""

from reportlab.platypus.flowables import Flowable

from liaison.pdf.breaks import TRAILING
from liaison.pdf.canvas import PageCanvas
from liaison.pdf.lines import Line, fill_lines
from liaison.pdf.scripts import LANGUAGES
from liaison.pdf.shaping import ShapedText
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.tags import Element
from liaison.pdf.typeset import draw_text

_SLACK = 1e-6
_HEADINGS = {"H1": 0, "H2": 1, "H3": 2}


class Paragraph(Flowable):  # type: ignore[misc] # reportlab carries no types
    """A paragraph, or the part of one that stands on a page.

    The text is shaped when it is first measured and let go once it is drawn; `split` cuts at a
    character and never shapes again. `bookmark` is the title in the outline, by default the text
    of a heading and nothing for other paragraphs.
    """

    def __init__(self, markup: str, style: ParagraphStyle, *, bookmark: str | None = None) -> None:
        super().__init__()
        self.markup = markup
        self.style = style
        self.bookmark = bookmark
        self.keepWithNext = style.keep_with_next
        self._shaped: ShapedText | None = None
        self._element = Element(style.tag)
        self._start = 0
        self._stop: int | None = None
        self._lines: list[Line] = []
        self._measured = -1.0

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """Give the space to keep free above, none for the rest of a split paragraph."""
        return 0.0 if self._start else self.style.before

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """Give the space to keep free below, none where the paragraph goes on."""
        return self.style.after if self._stop is None else 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Fill the lines for a width; give the width and the height of them all, in points."""
        del height  # a paragraph is as high as it is; split() cuts it
        shaped = self._shape()
        if width != self._measured:
            stop = len(shaped.text) if self._stop is None else self._stop
            self._lines = fill_lines(shaped, self.style, self._start, stop, width)
            self._measured = width
        self.width, self.height = width, len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, width: float, height: float) -> list["Paragraph"]:
        """Cut into what fits a height and the rest, some lines staying together on either side.

        Gives nothing where not even the first lines fit.
        """
        self.wrap(width, height)
        together = self.style.keep_lines
        fitting = int((height + _SLACK) // self.style.leading)
        if fitting >= len(self._lines):
            return [self]
        fitting = min(fitting, len(self._lines) - together)
        return [] if fitting < together else self.cut(fitting)

    def split_anyway(self, width: float, height: float) -> list["Paragraph"]:
        """Cut at the head of an empty page, be it after a single line."""
        self.wrap(width, height)
        fitting = max(int((height + _SLACK) // self.style.leading), 1)
        return [self] if fitting >= len(self._lines) else self.cut(fitting)

    @property
    def right_to_left(self) -> bool:
        """Say whether the paragraph runs from the right."""
        return self._shape().right_to_left

    @property
    def plain(self) -> str:
        """The words without markup."""
        return self._shape().plain

    @property
    def baseline_depth(self) -> float:
        """The distance from the top of a line to its baseline."""
        shaped = self._shape()
        face = self.style.fonts.chain(arabic=shaped.right_to_left)[0][0]
        ascent, descent = (part * self.style.size / 1000 for part in (face.ascent, face.descent))
        return (self.style.leading - ascent + descent) / 2 + ascent

    def cut(self, lines: int) -> list["Paragraph"]:
        """Cut after a number of lines, as last measured."""
        at = self._lines[lines].start
        return [self._part(self._start, at), self._part(at, self._stop)]

    def first_height(self, width: float) -> float:
        """Give the height of the least that may stand at the foot of a page."""
        self.wrap(width, 0)
        together = self.style.keep_lines
        lines = len(self._lines)
        return self.style.leading * (lines if lines < 2 * together else together)

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw with the lower left corner at a point."""
        self.draw_at(canvas, x, y + self.height)

    def draw_at(
        self, canvas: PageCanvas, left: float, top: float, *, furniture: bool = False
    ) -> None:
        """Draw with the upper left corner at a point, and let the shaped text go.

        `furniture` is for what is already marked as no part of the text, such as a heading row
        repeated on the next page.
        """
        shaped = self._shape()
        if not self._lines:
            return
        if furniture:
            self._draw_lines(canvas, shaped, left, top)
            return
        if self._start == 0:
            self._begin(canvas, shaped, top)
        with canvas.read_as(self._element):
            self._draw_lines(canvas, shaped, left, top)
        self._shaped = None

    def _begin(self, canvas: PageCanvas, shaped: ShapedText, top: float) -> None:
        """Take the paragraph into the reading order, and a heading into the outline."""
        self._element.language = LANGUAGES[shaped.right_to_left]
        canvas.structure.add(self._element)
        heading = self.style.tag in _HEADINGS
        title = shaped.plain if heading and self.bookmark is None else self.bookmark
        if title:
            canvas.bookmark(title, _HEADINGS.get(self.style.tag, 0), top)

    def _draw_lines(self, canvas: PageCanvas, shaped: ShapedText, left: float, top: float) -> None:
        baseline = top - self.baseline_depth
        for line in self._lines:
            offset, stretch = self._place(line, shaped)
            draw_text(
                canvas,
                shaped,
                (line.start, line.stop),
                (left + offset, baseline),
                self.style.colour,
                stretch,
            )
            baseline -= self.style.leading

    def _place(self, line: Line, shaped: ShapedText) -> tuple[float, float]:
        """Give the distance of a line from the left edge, and the stretch of its spaces."""
        style = self.style
        from_right = shaped.right_to_left
        left = style.end_indent if from_right else style.start_indent + line.indent
        rest = self._measured - style.start_indent - style.end_indent - line.indent - line.width
        if style.align == "justify" and line.full:
            stretch = self._stretch(line, shaped, rest)
            if stretch:
                return left, stretch
        if style.align == "center":
            return left + rest / 2, 0.0
        if (style.align == "end") != from_right:
            return left + rest, 0.0
        return left, 0.0

    def _stretch(self, line: Line, shaped: ShapedText, rest: float) -> float:
        """Give what every space must grow by to fill the line, 0 where that would tear it open."""
        text = shaped.text[line.start : line.stop].rstrip(TRAILING)
        spaces = text.count(" ") + text.count("\u00a0")
        if not spaces or rest <= 0:
            return 0.0
        natural = shaped.advances[line.start + text.find(" ")] if " " in text else 0.0
        stretch = rest / spaces
        return stretch if stretch <= natural * self.style.most_stretch else 0.0

    def _shape(self) -> ShapedText:
        if self._shaped is None:
            self._shaped = ShapedText(self.markup, self.style)
        return self._shaped

    def _part(self, start: int, stop: int | None) -> "Paragraph":
        """Give a part of this paragraph, with the shaped text and the place in the order shared."""
        part = Paragraph(self.markup, self.style, bookmark=self.bookmark)
        part._shaped = self._shaped
        part._element = self._element
        part._start, part._stop = start, stop
        part.keepWithNext = self.keepWithNext and stop is None
        return part


def draw_line(
    canvas: PageCanvas, x: float, baseline: float, markup: str, style: ParagraphStyle
) -> float:
    """Draw one line of furniture anchored at a point of its baseline; give its width in points.

    The anchor is the line's reading start for the alignment "start", its reading end for "end",
    and its middle for "center".
    """
    shaped = ShapedText(markup, style)
    width = sum(shaped.advances)
    if style.align == "center":
        x -= width / 2
    elif (style.align == "end") != shaped.right_to_left:
        x -= width
    draw_text(canvas, shaped, (0, len(shaped.text)), (x, baseline), style.colour)
    return width
