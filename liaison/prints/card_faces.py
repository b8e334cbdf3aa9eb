"""The faces of cards set in their room: what is beside the name gives way to it first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from liaison.drawing.shapes import Picture
from liaison.pdf.fonts import FontSet
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import MILLIMETRE
from liaison.prints.cards import Face, Written

BAND_HEIGHT: Final = 8 * MILLIMETRE
_SIDE, _TOP, _BOTTOM, _GAP = (each * MILLIMETRE for each in (5, 3.5, 2.5, 1.5))
_EMBLEM: Final = 10 * MILLIMETRE
_SMALL_EMBLEM: Final = 8.5 * MILLIMETRE
_SMALLER: Final = 0.93
_GIVING_WAY: Final = ((1.0, 1.0), (1.0, 0.92), (1.0, 0.85), (0.95, 0.85), (0.91, 0.8), (0.91, 0.73))
_LEAST_SHARE: Final = 0.35


@dataclass(frozen=True)
class SetFace:
    """A face in points around its middle: `top` and `bottom` are the room of the wordings.

    `emblem` is the width and height of the emblem, 0 for none; `name` is the size of the name.
    """

    face: Face
    width: float
    height: float
    heading: list[Paragraph]
    written: list[Paragraph]
    emblem: tuple[float, float]
    top: float
    bottom: float
    name: float

    @property
    def inner(self) -> float:
        """The width of the wordings."""
        return self.width - 2 * _SIDE

    @property
    def edge(self) -> float:
        """The height of the upper edge of emblem and heading."""
        return self.height / 2 - _TOP

    @property
    def heading_width(self) -> float:
        """The width of the heading, which leaves the room of the emblem free on both sides."""
        beside = self.emblem[0] + _GAP if self.emblem[0] else 0.0
        return self.inner - 2 * beside


def set_face(
    face: Face, size: tuple[float, float], fonts: FontSet, emblem: Picture | None
) -> SetFace:
    """Set a face of `size`, width and height in points; nothing of it is ever cut."""
    width, height = size
    bottom = -height / 2 + _BOTTOM + (BAND_HEIGHT if face.band else 0.0)
    bare = SetFace(
        face, width, height, [], [], _emblem_size(face, emblem), height / 2 - _TOP, bottom, 0.0
    )
    heading = [each.fitted(bare.heading_width, fonts) for each in face.heading if each.text]
    upper = max(bare.emblem[1], sum(each.height for each in heading))
    top = bare.top - (upper + _GAP if upper else 0.0)
    written, name = _fitted(face, bare.inner, top - bottom, fonts)
    return replace(bare, heading=heading, written=written, top=top, name=name)


def _emblem_size(face: Face, emblem: Picture | None) -> tuple[float, float]:
    """Return width and height of the emblem; a broad one beside a heading is made lower."""
    if emblem is None:
        return 0.0, 0.0
    high = _SMALL_EMBLEM if face.heading else _EMBLEM
    broad = high * emblem.width / emblem.height
    most = 2 * high
    return (broad, high) if broad <= most else (most, most * emblem.height / emblem.width)


def _fitted(
    face: Face, width: float, height: float, fonts: FontSet
) -> tuple[list[Paragraph], float]:
    """Set the wordings of a face as large as fit together; return them and the size of the name."""
    paragraphs: list[Paragraph] = []
    size = 0.0
    for name, others in _shares():
        paragraphs = []
        for each in face.written:
            share = name if each is face.name else others
            if each.text:
                paragraphs.append(_smaller(each, share).fitted(width, fonts))
            if each.text and each is face.name:
                size = paragraphs[-1].style.size
        if sum(each.height for each in paragraphs) <= height:
            break
    return paragraphs, size


def _smaller(written: Written, share: float) -> Written:
    whole = written.whole * share
    return replace(written, largest=written.largest * share, whole=whole)


def _shares() -> Iterator[tuple[float, float]]:
    """Give how much of their largest sizes name and others are set in, from all to little."""
    yield from _GIVING_WAY
    name, others = _GIVING_WAY[-1]
    while name > _LEAST_SHARE:
        name, others = name * _SMALLER, others * _SMALLER
        yield name, others
