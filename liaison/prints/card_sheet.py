"""Sheets of cards, with marks for the knife and the fold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.platypus.flowables import Flowable

from liaison.drawing.shapes import Picture
from liaison.pdf.canvas import PageCanvas
from liaison.pdf.fonts import FontSet
from liaison.pdf.part import MILLIMETRE
from liaison.pdf.picture import draw_picture
from liaison.pdf.style import LINE, MUTED
from liaison.pdf.tags import Element
from liaison.prints.card_faces import BAND_HEIGHT, SetFace, set_face
from liaison.prints.cards import Band, Card, Form, Written

_MARK_GAP: Final = 0.5 * MILLIMETRE
_MARK_WEIGHT: Final = 0.4
_BAND_SIZE: Final = 10.0
_WHITE: Final = "#FFFFFF"


@dataclass(eq=False)
class CardSheet(Flowable):  # type: ignore[misc] # reportlab carries no types
    """One sheet of cards, in reading order from the upper corner at the start edge.

    `sheet` is its width and height in points; `from_right` says at which edge reading starts, and
    `languages` in which languages, in that order, a band has its word.
    """

    cards: Sequence[Card | None]
    form: Form
    sheet: tuple[float, float]
    fonts: FontSet
    languages: Sequence[str]
    from_right: bool
    emblem: Picture | None = None

    def __post_init__(self) -> None:
        """Let reportlab set up what every block has."""
        super().__init__()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole sheet."""
        del width, height
        self.width, self.height = self.sheet
        return self.sheet

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw the marks around every card, then the card at its place."""
        for card, (left, bottom) in zip(self.cards, self._corners(x, y), strict=False):
            if card is not None:
                with canvas.artifact():
                    self._mark(canvas, left, bottom)
                section = canvas.structure.add(Element("Sect"))
                with canvas.structure.inside(section):
                    self._draw(canvas, card, left, bottom)

    def _corners(self, x: float, y: float) -> Iterator[tuple[float, float]]:
        """Give the lower left corners of the places, in the order they are filled."""
        form, gap = self.form, self.form.gap
        width, height = form.size
        left = x + (self.sheet[0] - form.columns * width - (form.columns - 1) * gap) / 2
        top = y + (self.sheet[1] + form.rows * height + (form.rows - 1) * gap) / 2
        for row in range(form.rows):
            for place in range(form.columns):
                column = form.columns - 1 - place if self.from_right else place
                yield left + column * (width + gap), top - (row + 1) * height - row * gap

    def _draw(self, canvas: PageCanvas, card: Card, left: float, bottom: float) -> None:
        width, height = self.form.size
        share = height / len(card.faces)
        for at, face in enumerate(card.faces):
            canvas.saveState()
            canvas.translate(left + width / 2, bottom + height - share * (at + 0.5))
            if face.turned:
                canvas.rotate(180)
            self._draw_face(canvas, set_face(face, (width, share), self.fonts, self.emblem))
            canvas.restoreState()

    def _draw_face(self, canvas: PageCanvas, done: SetFace) -> None:
        """Draw a face around the origin, its wordings between heading and band."""
        if self.emblem is not None:
            self._draw_emblem(canvas, self.emblem, done)
        if done.face.band is not None:
            with canvas.artifact():
                edge = -done.width / 2, -done.height / 2
                canvas.ground(*edge, done.width, BAND_HEIGHT, done.face.band.colour)
        at = done.edge
        for each in done.heading:
            each.draw_at(canvas, -done.heading_width / 2, at)
            at -= each.height
        at = (done.top + done.bottom + sum(each.height for each in done.written)) / 2
        for each in done.written:
            each.draw_at(canvas, -done.inner / 2, at)
            at -= each.height
        if done.face.band is not None:
            self._draw_band(canvas, done.face.band, done)

    def _draw_emblem(self, canvas: PageCanvas, emblem: Picture, done: SetFace) -> None:
        """Draw the emblem centred on top, or beside a heading where its lines start."""
        width = done.emblem[0]
        left = -width / 2
        if done.heading:
            left = done.inner / 2 - width if self.from_right else -done.inner / 2
        with canvas.artifact():
            draw_picture(canvas, emblem, left, done.edge, width=width, fonts=self.fonts)

    def _draw_band(self, canvas: PageCanvas, band: Band, done: SetFace) -> None:
        """Write the word of the band in white, in each language beside the other."""
        share = done.width / len(self.languages)
        for at, lang in enumerate(self.languages):
            written = Written(
                band.word.of(lang), lang, _BAND_SIZE, bold=True, colour=_WHITE, most_lines=1
            )
            paragraph = written.fitted(share - 2 * MILLIMETRE, self.fonts)
            place = len(self.languages) - 1 - at if self.from_right else at
            middle = (BAND_HEIGHT + paragraph.height - done.height) / 2
            left = -done.width / 2 + place * share + MILLIMETRE
            paragraph.draw_at(canvas, left, middle)
            with canvas.artifact():
                canvas.separate(self.fonts.persian.regular, left, -done.height / 2)

    def _mark(self, canvas: PageCanvas, left: float, bottom: float) -> None:
        """Draw cut marks at the corners, and where the fold is a faint line with its marks.

        They end in the middle of the gutter, and never lie on a neighbour.
        """
        width, height = self.form.size
        reach = self.form.gap / 2
        sides = ((left, -1), (left + width, 1))
        for x, out in sides:
            for y, up in ((bottom, -1), (bottom + height, 1)):
                beyond, above = x + out * reach, y + up * reach
                canvas.rule((x + out * _MARK_GAP, y), (beyond, y), MUTED, _MARK_WEIGHT)
                canvas.rule((x, y + up * _MARK_GAP), (x, above), MUTED, _MARK_WEIGHT)
        if self.form.folded:
            middle = bottom + height / 2
            canvas.saveState()
            canvas.setDash(3, 3)
            canvas.rule((left, middle), (left + width, middle), LINE, _MARK_WEIGHT)
            canvas.setDash(1, 1)
            for x, out in sides:
                canvas.rule((x, middle), (x + out * reach, middle), MUTED, _MARK_WEIGHT)
            canvas.restoreState()
