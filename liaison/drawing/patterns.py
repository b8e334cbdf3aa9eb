"""How series are told apart without colour: one is solid, the other outlined and hatched."""

from collections.abc import Iterator
from typing import Final

from liaison.drawing.shapes import Line, Point, Rectangle, Shape

_STEP: Final = 3.6
_WEIGHT: Final = 0.8


def filled(box: Rectangle, series: int) -> Iterator[Shape]:
    """Fill a box with the pattern of a series, 0 or 1, inside its edges; none if it is empty."""
    if box.width <= 0 or box.height <= 0:
        return
    if not series:
        yield Rectangle(box.left, box.top, box.width, box.height, fill="accent", radius=box.radius)
        return
    inset = min(_WEIGHT / 2, box.width / 2, box.height / 2)
    inner = Rectangle(
        box.left + inset,
        box.top + inset,
        box.width - 2 * inset,
        box.height - 2 * inset,
        fill="accent_soft",
        stroke="accent",
        weight=_WEIGHT,
        radius=box.radius,
    )
    yield inner
    yield from _hatching(inner)


def _hatching(box: Rectangle) -> Iterator[Shape]:
    """Give the parallels, rising to the right, that cross a box."""
    along = _STEP
    while along < box.width + box.height:
        start = Point(box.left + max(along - box.height, 0), box.top + min(along, box.height))
        stop = Point(box.left + min(along, box.width), box.top + max(along - box.width, 0))
        yield Line(start, stop, "accent", _WEIGHT)
        along += _STEP
