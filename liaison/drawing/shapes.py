"""A picture as plain shapes: lengths in points, the origin in the upper left corner.

Colours are "#RRGGBB" or what `tokens.resolve` knows; an empty one is not drawn.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

Anchor = Literal["start", "middle", "end"]
"""Which point of a line of words is given: its left end, its middle or its right end."""


class Point(NamedTuple):
    """A place in a picture."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An upright rectangle, given by its upper left corner."""

    left: float
    top: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    weight: float = 0.75
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `dash` holds the lengths that are drawn and left out in turn."""

    start: Point
    stop: Point
    colour: str = "line"
    weight: float = 0.75
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A circle or an upright ellipse."""

    centre: Point
    across: float
    down: float
    fill: str = ""
    stroke: str = ""
    weight: float = 0.75


class Step(NamedTuple):
    """One stretch of a path: to one point, by two handles to a third, or back to the start."""

    kind: Literal["move", "line", "curve", "close"]
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Any outline; `even_odd` says how what lies inside twice is filled."""

    steps: tuple[Step, ...]
    fill: str = ""
    stroke: str = ""
    weight: float = 0.75
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text in a language, whose anchor stands at a point of the baseline."""

    text: str
    at: Point
    size: float = 9.0
    anchor: Anchor = "start"
    colour: str = "ink"
    bold: bool = False
    language: str = "fa"


@dataclass(frozen=True, slots=True)
class Raster:
    """The bytes of a PNG or JPEG file, drawn into a box whatever its own proportions."""

    content: bytes
    left: float
    top: float
    width: float
    height: float


Shape = Rectangle | Line | Ellipse | Path | Words | Raster
_OTHER_END: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes on a sheet, the first at the bottom; of a `clipped` one nothing shows outside it."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    clipped: bool = False

    @property
    def words(self) -> Iterator[Words]:
        """The texts in the picture, in the order in which they are read."""
        return (shape for shape in self.shapes if isinstance(shape, Words))

    def mirrored(self) -> "Picture":
        """Give the picture with left and right changed; words and rasters stay readable."""
        flipped = tuple(_mirror(shape, self.width) for shape in self.shapes)
        return replace(self, shapes=flipped)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of figures and, for those who hear it read, a sentence with all it shows."""

    picture: Picture
    alternative: str


def _mirror(shape: Shape, width: float) -> Shape:
    def across(point: Point) -> Point:
        return Point(width - point.x, point.y)

    if isinstance(shape, Rectangle | Raster):
        return replace(shape, left=width - shape.left - shape.width)
    if isinstance(shape, Line):
        return replace(shape, start=across(shape.start), stop=across(shape.stop))
    if isinstance(shape, Ellipse):
        return replace(shape, centre=across(shape.centre))
    if isinstance(shape, Path):
        return replace(shape, steps=carried(shape.steps, across))
    return replace(shape, at=across(shape.at), anchor=_OTHER_END[shape.anchor])


def carried(steps: tuple[Step, ...], to: Callable[[Point], Point]) -> tuple[Step, ...]:
    """Give the steps of a path with every point carried elsewhere."""
    return tuple(Step(step.kind, tuple(map(to, step.points))) for step in steps)
