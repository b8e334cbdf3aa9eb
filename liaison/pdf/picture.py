"""Pictures on paper: charts as figures of the text, emblems as part of the furniture."""

from collections.abc import Mapping
from io import BytesIO
from math import ceil, inf
from typing import Final, Literal

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.platypus.flowables import Flowable

from liaison.drawing.raster import fitted, written
from liaison.drawing.shapes import (
    Anchor,
    Ellipse,
    Line,
    Path,
    Picture,
    Point,
    Raster,
    Rectangle,
    Words,
)
from liaison.drawing.tokens import PAPER, resolve
from liaison.pdf.canvas import PageCanvas
from liaison.pdf.fonts import FontSet, default_fonts
from liaison.pdf.markup import escape
from liaison.pdf.paragraph import Paragraph, draw_line
from liaison.pdf.style import MUTED, Alignment, ParagraphStyle, rgb
from liaison.pdf.tags import Element

_DOTS: Final = 300 / 72
_CAPTION_GAP: Final = 4.0
_SHARES: Final = {"start": 0.0, "center": 0.5, "end": 1.0}


class Figure(Flowable):  # type: ignore[misc] # reportlab carries no types
    """A picture in the text, with the sentence that stands for it and a caption below.

    It keeps its size, or the `width` in points, and shrinks to the room there is; "start" is the
    right edge in Persian. The caption is markup and stays with it.
    """

    def __init__(
        self,
        picture: Picture,
        alternative: str,
        language: str,
        *,
        width: float | None = None,
        align: Literal["start", "center", "end"] = "center",
        caption: str = "",
        fonts: FontSet | None = None,
    ) -> None:
        super().__init__()
        self._picture = picture
        self._wanted = width or picture.width
        self._from_right = language == "fa"
        self._align = align
        self._fonts = fonts or default_fonts()
        self._caption = _caption(caption, language, self._fonts) if caption else None
        self._element = Element("Figure", language, alternative=alternative)
        self._shown = self._caption_height = 0.0
        self._most = inf

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the width and the height of picture and caption in a width, in points."""
        del height  # a picture is not cut; `split_anyway` shrinks it
        picture, words = self._picture, self._caption
        self._caption_height = _CAPTION_GAP + words.wrap(width, 0)[1] if words else 0.0
        self._shown = min(self._wanted, width, self._most)
        self.width = width
        self.height = picture.height * self._scale + self._caption_height
        return self.width, self.height

    def split_anyway(self, width: float, height: float) -> list[Flowable]:
        """Shrink to the height of a page that is empty and still too low."""
        self.wrap(width, height)
        room = max(height - self._caption_height, 1.0)
        self._most = room * self._picture.width / self._picture.height
        return [self]

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw with the lower left corner at a point."""
        top, bottom = y + self.height, y + self._caption_height
        share = _SHARES[self._align]
        left = x + (self.width - self._shown) * (1 - share if self._from_right else share)
        self._element.box = (left, bottom, left + self._shown, top)
        canvas.structure.add(self._element)
        with canvas.marked(self._element):
            draw_picture(canvas, self._picture, left, top, width=self._shown, fonts=self._fonts)
        if self._caption:
            self._caption.draw_at(canvas, x, bottom - _CAPTION_GAP)

    @property
    def _scale(self) -> float:
        return self._shown / self._picture.width


def draw_picture(
    canvas: PageCanvas,
    picture: Picture,
    left: float,
    top: float,
    *,
    width: float | None = None,
    fonts: FontSet | None = None,
    palette: Mapping[str, str] = PAPER,
) -> float:
    """Draw a picture with its upper left corner at a point; give its height in points.

    Without a `width` it keeps its own. What is drawn belongs to the mark that is open.
    """
    scale = (width or picture.width) / picture.width
    pen = _Pen(canvas, (left, top), scale, fonts or default_fonts(), palette)
    height = picture.height * scale
    canvas.saveState()
    if picture.clipped:
        edge = canvas.beginPath()
        edge.rect(left, top - height, picture.width * scale, height)
        canvas.clipPath(edge, stroke=0, fill=0)
    for shape in picture.shapes:
        pen.draw(shape)
    canvas.restoreState()
    return height


class _Pen:
    """Draws shapes of one picture in the coordinates of the page."""

    def __init__(
        self,
        canvas: PageCanvas,
        corner: tuple[float, float],
        scale: float,
        fonts: FontSet,
        palette: Mapping[str, str],
    ) -> None:
        self._canvas = canvas
        self._left, self._top = corner
        self._scale = scale
        self._fonts = fonts
        self._palette = palette

    def draw(self, shape: Rectangle | Line | Ellipse | Path | Words | Raster) -> None:
        """Draw one shape."""
        match shape:
            case Rectangle():
                self._rectangle(shape)
            case Line():
                self._line(shape)
            case Ellipse():
                self._ellipse(shape)
            case Path():
                self._path(shape)
            case Words():
                self._words(shape)
            case Raster():
                self._raster(shape)

    def _at(self, point: Point) -> tuple[float, float]:
        return self._left + point.x * self._scale, self._top - point.y * self._scale

    def _paint(self, fill: str, stroke: str, weight: float) -> dict[str, int]:
        """Choose the colours; say what is to be filled and stroked."""
        if fill:
            self._canvas.setFillColorRGB(*rgb(resolve(fill, self._palette)))
        if stroke:
            self._canvas.setStrokeColorRGB(*rgb(resolve(stroke, self._palette)))
            self._canvas.setLineWidth(weight * self._scale)
        return {"fill": int(bool(fill)), "stroke": int(bool(stroke))}

    def _rectangle(self, shape: Rectangle) -> None:
        left, bottom = self._at(Point(shape.left, shape.top + shape.height))
        width, height = shape.width * self._scale, shape.height * self._scale
        how = self._paint(shape.fill, shape.stroke, shape.weight)
        radius = min(shape.radius * self._scale, width / 2, height / 2)
        if radius > 0:
            self._canvas.roundRect(left, bottom, width, height, radius, **how)
        else:
            self._canvas.rect(left, bottom, width, height, **how)

    def _line(self, shape: Line) -> None:
        self._paint("", shape.colour, shape.weight)
        self._canvas.setDash([part * self._scale for part in shape.dash])
        self._canvas.line(*self._at(shape.start), *self._at(shape.stop))
        self._canvas.setDash([])

    def _ellipse(self, shape: Ellipse) -> None:
        x, y = self._at(shape.centre)
        across, down = shape.across * self._scale / 2, shape.down * self._scale / 2
        how = self._paint(shape.fill, shape.stroke, shape.weight)
        self._canvas.ellipse(x - across, y - down, x + across, y + down, **how)

    def _path(self, shape: Path) -> None:
        path = self._canvas.beginPath()
        for step in shape.steps:
            points = [part for point in step.points for part in self._at(point)]
            match step.kind:
                case "move":
                    path.moveTo(*points)
                case "line":
                    path.lineTo(*points)
                case "curve":
                    path.curveTo(*points)
                case "close":
                    path.close()
        how = self._paint(shape.fill, shape.stroke, shape.weight)
        self._canvas.drawPath(path, fillMode=int(not shape.even_odd), **how)

    def _words(self, shape: Words) -> None:
        """Write a line of words as the engine sets all text, so that it can be copied."""
        from_right = shape.language == "fa"
        style = ParagraphStyle(
            size=shape.size * self._scale,
            direction="rtl" if from_right else "ltr",
            align=_alignment(shape.anchor, from_right=from_right),
            colour=resolve(shape.colour, self._palette),
            bold=shape.bold,
            fonts=self._fonts,
        )
        draw_line(self._canvas, *self._at(shape.at), escape(shape.text), style)

    def _raster(self, shape: Raster) -> None:
        """Draw an image with no more dots than paper shows, on white where one sees through."""
        left, bottom = self._at(Point(shape.left, shape.top + shape.height))
        width, height = shape.width * self._scale, shape.height * self._scale
        image = _printed(shape.content, ceil(width * _DOTS), ceil(height * _DOTS))
        self._canvas.drawImage(image, left, bottom, width, height)


def _printed(content: bytes, width: int, height: int) -> ImageReader:
    """Give an image of at most so many dots; a JPEG file stays one."""
    opened = Image.open(BytesIO(content))
    smaller = fitted(content, width, height)
    if smaller is None and opened.mode in {"RGB", "L"}:
        return ImageReader(BytesIO(content))
    image = smaller or opened
    if image.mode not in {"RGB", "L"}:
        ground = Image.new("RGBA", image.size, PAPER["card"])
        image = Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")
    return ImageReader(BytesIO(written(image, opened.format or "PNG")))


def _alignment(anchor: Anchor, *, from_right: bool) -> Alignment:
    """Give the alignment that holds a line at its left end, its middle or its right end."""
    if anchor == "middle":
        return "center"
    return "end" if (anchor == "start") is from_right else "start"


def _caption(markup: str, language: str, fonts: FontSet) -> Paragraph:
    style = ParagraphStyle(
        size=9.0,
        leading=14.0,
        direction="rtl" if language == "fa" else "ltr",
        align="center",
        colour=MUTED,
        tag="Caption",
        fonts=fonts,
    )
    return Paragraph(markup, style)
