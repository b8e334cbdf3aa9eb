"""The faces of cards set in their room: what is beside the name gives way to it first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from liaison.drawing.shapes import Picture
from liaison.pdf.fonts import FontSet
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import MILLIMETRE
from liaison.prints.cards import Face, Written, first

BAND_HEIGHT: Final = 8 * MILLIMETRE
_SIDE, _TOP, _BOTTOM, _GAP = (each * MILLIMETRE for each in (5, 3.5, 2.5, 1.5))
_EMBLEM: Final = 10 * MILLIMETRE
_SMALL_EMBLEM: Final = 8.5 * MILLIMETRE
_SMALLER: Final = 0.97
_GIVING_WAY: Final = (1.0, 0.92, 0.85, 0.78, 0.7)
"""How much of their sizes the wordings beside the name have before the name gives way as well."""
_LEAST_SHARE: Final = 0.35


@dataclass(frozen=True)
class SetFace:
    """A face in points around its middle: `top` and `bottom` are the room of the wordings.

    `emblem` is the width and height of the emblem, 0 for none; `sizes` are those of the wordings.
    """

    face: Face
    width: float
    height: float
    heading: list[Paragraph]
    written: list[Paragraph]
    emblem: tuple[float, float]
    top: float
    bottom: float
    sizes: Sequence[tuple[Written, float]]

    @property
    def name(self) -> float:
        """The size of the name, 0 where there is none."""
        return next((size for each, size in self.sizes if each is self.face.name), 0.0)

    @property
    def small(self) -> list[tuple[Written, float]]:
        """The wordings that are smaller than they are to be at least, with their sizes."""
        return [(each, size) for each, size in self.sizes if size < each.least]

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
        face, width, height, [], [], _emblem_size(face, emblem), height / 2 - _TOP, bottom, ()
    )
    heading = [each.fitted(bare.heading_width, fonts) for each in face.heading if each.text]
    upper = max(bare.emblem[1], sum(each.height for each in heading))
    top = bare.top - (upper + _GAP if upper else 0.0)
    written = _fitted(face, bare.inner, top - bottom, fonts)
    return replace(
        bare,
        heading=heading,
        written=[paragraph for _each, paragraph in written],
        top=top,
        sizes=[(each, paragraph.style.size) for each, paragraph in written],
    )


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
) -> list[tuple[Written, Paragraph]]:
    """Set the wordings of a face as large as fit together, those that say nothing left out."""
    shares = list(_shares())

    def fits(at: int) -> bool:
        done = _set(face, width, fonts, *shares[at])
        return sum(paragraph.height for _each, paragraph in done) <= height

    at = first(len(shares) - 1, fits)
    return _set(face, width, fonts, *shares[at])


def _set(
    face: Face, width: float, fonts: FontSet, share: float, others: float
) -> list[tuple[Written, Paragraph]]:
    """Set the wordings of a face in `share` of the name's size, and `others` of theirs."""
    done: list[tuple[Written, Paragraph]] = []
    name = 0.0
    for each in filter(lambda each: each.text, face.written):
        if each is face.name:
            paragraph = _smaller(each, share).fitted(width, fonts)
            name = paragraph.style.size
        elif each.relation:
            paragraph = _related(each, face, name, share).fitted(width, fonts)
        else:
            paragraph = _smaller(each, others).fitted(width, fonts)
        done.append((each, paragraph))
    return done


def _smaller(written: Written, share: float) -> Written:
    return replace(written, largest=written.largest * share, whole=written.whole * share)


def _related(written: Written, face: Face, name: float, share: float) -> Written:
    """Set a wording in its relation to the name, yet no smaller than promised while the name is."""
    least = written.least
    if face.name is not None and face.name.least:
        least *= min(1.0, face.name.largest * share / face.name.least)
    return replace(written, largest=max(written.relation * name, least))


def _shares() -> Iterator[tuple[float, float]]:
    """Give how much of their largest sizes name and others are set in, from all to little."""
    for others in _GIVING_WAY:
        yield 1.0, others
    name, others = 1.0, _GIVING_WAY[-1]
    while name > _LEAST_SHARE:
        name, others = name * _SMALLER, others * _SMALLER
        yield name, others
