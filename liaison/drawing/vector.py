"""An SVG drawing as a picture of filled and stroked paths."""

from collections.abc import Iterator
from io import BytesIO
from math import isfinite
from typing import Any, Final
from xml.etree.ElementTree import tostring

from svgelements import (
    SVG,
    Arc,
    Close,
    CubicBezier,
    Move,
    QuadraticBezier,
)
from svgelements import Path as SvgPath
from svgelements import Shape as SvgShape

from liaison.drawing.shapes import Path, Picture, Point, Step
from liaison.drawing.svg_gradients import seen
from liaison.drawing.svg_source import UNREADABLE, SvgSource
from liaison.errors import UserError
from liaison.i18n import N_, _

MOST_STEPS: Final = 20_000
_WIDTH: Final = 100.0
_TALLEST: Final = 20.0
_INTRICATE: Final = N_("“{name}” is too intricate to be drawn; simplify the drawing.")
_SHAPELESS: Final = N_("“{name}” shows nothing; choose another file.")
_FAULTS: Final = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError)
"""What the reader of SVG raises over values that make no sense, beside ValueError."""


def read_svg(content: bytes, name: str) -> Picture:
    """Read an SVG file called `name` to a picture 100 points wide.

    Gradients become one colour and what one sees through stands on white. Raises UserError naming
    the file where it cannot be drawn.
    """
    try:
        source = SvgSource(content, name)
        drawing = SVG.parse(BytesIO(tostring(source.root)), reify=True)
        width, height = float(drawing.width), float(drawing.height)
        paths = tuple(_paths(drawing, name, _WIDTH / width))
    except (*_FAULTS, ValueError) as error:
        raise UserError(_(UNREADABLE).format(name=name)) from error
    if not paths or not 1 / _TALLEST <= height / width <= _TALLEST:
        raise UserError(_(_SHAPELESS).format(name=name))
    return Picture(_WIDTH, _WIDTH * height / width, paths, clipped=True)


def _paths(drawing: SVG, name: str, scale: float) -> Iterator[Path]:
    """Give what is drawn of a drawing, from the ground up."""
    count = 0
    for shape in drawing.elements():
        if not isinstance(shape, SvgShape) or shape.values.get("visibility") == "hidden":
            continue
        values = shape.values
        opacity = str(values.get("opacity", "1"))
        fill, stroke = (seen(colour, opacity) for colour in (shape.fill, shape.stroke))
        steps = tuple(_steps(shape, scale))
        count += len(steps)
        if count > MOST_STEPS:
            raise UserError(_(_INTRICATE).format(name=name))
        weight = float(shape.stroke_width or 0) * scale
        stroke = stroke if weight else ""
        if steps and (fill or stroke):
            yield Path(steps, fill, stroke, weight, values.get("fill-rule") == "evenodd")


def _steps(shape: SvgShape, scale: float) -> Iterator[Step]:
    """Give the outline of a shape in lines and cubic curves."""
    for segment in SvgPath(shape):
        if isinstance(segment, Close):
            yield Step("close")
        elif isinstance(segment, Move):
            yield Step("move", _points(scale, segment.end))
        elif isinstance(segment, Arc):
            for curve in segment.as_cubic_curves():
                points = _points(scale, curve.control1, curve.control2, curve.end)
                yield Step("curve", points)
        elif isinstance(segment, CubicBezier):
            points = _points(scale, segment.control1, segment.control2, segment.end)
            yield Step("curve", points)
        elif isinstance(segment, QuadraticBezier):
            start, handle, end = segment.start, segment.control, segment.end
            first, second = start + (handle - start) * (2 / 3), end + (handle - end) * (2 / 3)
            yield Step("curve", _points(scale, first, second, end))
        else:
            yield Step("line", _points(scale, segment.end))


def _points(scale: float, *found: Any) -> tuple[Point, ...]:
    points = tuple(Point(each.x * scale, each.y * scale) for each in found)
    if not all(isfinite(part) for point in points for part in point):
        raise ValueError(points)
    return points
