"""Cards on sheets: letters as large as fit, and marks for the knife and the fold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from reportlab.platypus.flowables import Flowable

from liaison.drawing.shapes import Picture
from liaison.pdf.canvas import PageCanvas
from liaison.pdf.fonts import FontSet
from liaison.pdf.markup import escape
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import MILLIMETRE
from liaison.pdf.picture import draw_picture
from liaison.pdf.style import INK, LINE, MUTED, ParagraphStyle
from liaison.pdf.tags import Element
from liaison.prints.both import Both

_MARK: Final = 4 * MILLIMETRE
_MARK_GAP: Final = 1 * MILLIMETRE
_LEAST_SIZE: Final = 6.0
_BAND_SIZE: Final = 10.0
WHITE: Final = "#FFFFFF"
_LEADING: Final = 1.42
_EMBLEM_SHARE: Final = 0.16
_SMALLER: Final = 0.93
_LEAST_SHARE: Final = 0.35


@dataclass(frozen=True)
class Written:
    """One wording on a card: `largest` is the size it is set in where it fits, in points."""

    text: str
    language: str
    largest: float
    bold: bool = False
    colour: str = INK
    most_lines: int = 2

    def fitted(self, width: float, fonts: FontSet) -> Paragraph:
        """Set it as large as its lines and its longest word allow; in the end it takes more lines.

        Nothing is ever cut.
        """
        size = self.largest
        while size > _LEAST_SIZE and not self._fits(size, width, fonts):
            size -= 1.0
        paragraph = Paragraph(escape(self.text), self._style(size, fonts))
        paragraph.wrap(width, 0)
        return paragraph

    def _fits(self, size: float, width: float, fonts: FontSet) -> bool:
        style = self._style(size, fonts)
        most = self.most_lines * style.leading
        if Paragraph(escape(self.text), style).wrap(width, 0)[1] > most:
            return False
        words = (Paragraph(escape(word), style) for word in self.text.split())
        return all(word.wrap(width, 0)[1] <= style.leading for word in words)

    def _style(self, size: float, fonts: FontSet) -> ParagraphStyle:
        return ParagraphStyle(
            size=size,
            leading=size * _LEADING,
            direction="rtl" if self.language == "fa" else "ltr",
            align="center",
            bold=self.bold,
            colour=self.colour,
            keep_lines=1,
            fonts=fonts,
        )


@dataclass(frozen=True)
class Band:
    """A strip at the foot of a face, with a word that says what its colour means."""

    word: Both
    colour: str


@dataclass(frozen=True)
class Face:
    """One side of a card: wordings from the top, and a band; `turned` stands on its head."""

    written: Sequence[Written]
    band: Band | None = None
    turned: bool = False


@dataclass(frozen=True)
class Card:
    """The card of one person, by the uid it is asked for."""

    key: str
    title: Both
    faces: Sequence[Face]


@dataclass(frozen=True)
class Form:
    """The measures of a card in millimetres, and how many stand on a sheet of paper."""

    width: float
    height: float
    columns: int
    rows: int
    folded: bool = False

    @property
    def places(self) -> int:
        """How many cards a sheet holds."""
        return self.columns * self.rows

    def sheets(self, cards: Sequence[Card], start: int) -> list[list[Card | None]]:
        """Share the cards between sheets; the first place that is free is `start`, from 1."""
        places: list[Card | None] = [None] * ((start - 1) % self.places)
        places += cards
        return [places[at : at + self.places] for at in range(0, len(places), self.places)]


@dataclass(eq=False)
class CardSheet(Flowable):  # type: ignore[misc] # reportlab carries no types
    """One sheet of cards, in reading order from the upper corner at the start edge."""

    cards: Sequence[Card | None]
    form: Form
    sheet: tuple[float, float]
    fonts: FontSet
    from_right: bool
    emblem: Picture | None = None
    band_languages: Sequence[str] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        """Let reportlab set up what every block has."""
        super().__init__()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole sheet."""
        del width, height
        self.width, self.height = self.sheet
        return self.sheet

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw every card at its place, then the marks around them."""
        for card, (left, bottom) in zip(self.cards, self._corners(x, y), strict=False):
            if card is not None:
                with canvas.artifact():
                    self._mark(canvas, left, bottom)
                section = canvas.structure.add(Element("Sect"))
                with canvas.structure.inside(section):
                    self._draw(canvas, card, left, bottom)

    @cached_property
    def _size(self) -> tuple[float, float]:
        return self.form.width * MILLIMETRE, self.form.height * MILLIMETRE

    def _corners(self, x: float, y: float) -> Iterator[tuple[float, float]]:
        """Give the lower left corners of the places, in the order they are filled."""
        width, height = self._size
        form = self.form
        left = x + (self.sheet[0] - form.columns * width) / 2
        top = y + (self.sheet[1] + form.rows * height) / 2
        for row in range(form.rows):
            for place in range(form.columns):
                column = form.columns - 1 - place if self.from_right else place
                yield left + column * width, top - (row + 1) * height

    def _draw(self, canvas: PageCanvas, card: Card, left: float, bottom: float) -> None:
        width, height = self._size
        share = height / len(card.faces)
        for at, face in enumerate(card.faces):
            middle = left + width / 2, bottom + height - share * (at + 0.5)
            canvas.saveState()
            canvas.translate(*middle)
            if face.turned:
                canvas.rotate(180)
            self._draw_face(canvas, face, (width, share))
            canvas.restoreState()

    def _draw_face(self, canvas: PageCanvas, face: Face, size: tuple[float, float]) -> None:
        """Draw a face around the origin, its wordings between emblem and band."""
        width, height = size
        inner = width - 10 * MILLIMETRE
        top, bottom = height / 2 - 4 * MILLIMETRE, -height / 2 + 3 * MILLIMETRE
        if self.emblem is not None:
            top = self._draw_emblem(canvas, self.emblem, top, height)
        if face.band is not None:
            bottom = self._draw_band(canvas, face.band, size)
        paragraphs = self._fitted(face, inner, top - bottom)
        needed = sum(each.height for each in paragraphs)
        at = (top + bottom + needed) / 2
        for each in paragraphs:
            each.draw_at(canvas, -inner / 2, at)
            at -= each.height

    def _fitted(self, face: Face, width: float, height: float) -> list[Paragraph]:
        """Set the wordings of a face, all of them smaller where they would be too high together."""
        share = 1.0
        while True:
            paragraphs = [
                replace(each, largest=each.largest * share).fitted(width, self.fonts)
                for each in face.written
                if each.text
            ]
            if share < _LEAST_SHARE or sum(each.height for each in paragraphs) <= height:
                return paragraphs
            share *= _SMALLER

    def _draw_emblem(self, canvas: PageCanvas, emblem: Picture, top: float, height: float) -> float:
        """Draw the emblem centred at the top; give the height below it."""
        high = height * _EMBLEM_SHARE
        width = high * emblem.width / emblem.height
        with canvas.artifact():
            draw_picture(canvas, emblem, -width / 2, top, width=width, fonts=self.fonts)
        return top - high - 2 * MILLIMETRE

    def _draw_band(self, canvas: PageCanvas, band: Band, size: tuple[float, float]) -> float:
        """Draw the band with its word in white; give the height of its upper edge."""
        width, height = size
        high = 8 * MILLIMETRE
        edge = -height / 2
        with canvas.artifact():
            canvas.ground(-width / 2, edge, width, high, band.colour)
        lines = [(band.word.of(lang), lang) for lang in self.band_languages]
        share = width / max(len(lines), 1)
        for at, (word, lang) in enumerate(lines):
            written = Written(word, lang, _BAND_SIZE, bold=True, colour=WHITE, most_lines=1)
            paragraph = written.fitted(share - 2 * MILLIMETRE, self.fonts)
            place = len(lines) - 1 - at
            middle = edge + (high + paragraph.height) / 2
            paragraph.draw_at(canvas, -width / 2 + place * share + MILLIMETRE, middle)
        return edge + high

    def _mark(self, canvas: PageCanvas, left: float, bottom: float) -> None:
        """Draw cut marks at the corners, and the line of the fold."""
        width, height = self._size
        for x, out in ((left, -1), (left + width, 1)):
            for y, up in ((bottom, -1), (bottom + height, 1)):
                canvas.rule((x + out * _MARK_GAP, y), (x + out * _MARK, y), MUTED, 0.4)
                canvas.rule((x, y + up * _MARK_GAP), (x, y + up * _MARK), MUTED, 0.4)
        if self.form.folded:
            canvas.saveState()
            canvas.setDash(3, 3)
            middle = bottom + height / 2
            canvas.rule((left, middle), (left + width, middle), LINE, 0.5)
            canvas.restoreState()
