"""How papers are set: one scale for reading at ease, one for fitting a promised page."""

from dataclasses import dataclass, field
from typing import Final, Literal

from liaison.pdf.fonts import FontSet, default_fonts
from liaison.pdf.style import ACCENT, MUTED, ParagraphStyle
from liaison.pdf.table_layout import TableLook


@dataclass(frozen=True)
class Density:
    """The sizes of a paper in points, and the fonts it is set in."""

    body: float
    body_leading: float
    table: float
    table_leading: float
    row_padding: float
    side_padding: float
    heading: float
    is_dense: bool = False
    fonts: FontSet = field(default_factory=default_fonts)

    @property
    def outer_margin(self) -> float:
        """The widest margin, in millimetres, on the side that is not bound."""
        return 15.0 if self.is_dense else 17.0

    @property
    def share(self) -> float:
        """The room a page of it takes, in proportion to others."""
        return self.table_leading * self.table

    @property
    def title(self) -> ParagraphStyle:
        """The style of the title of a paper."""
        size = 15.0 if self.is_dense else 17.0
        style = self._style(size, size * 1.5)
        return style.but(bold=True, keep_with_next=True, tag="H1")

    @property
    def subtitle(self) -> ParagraphStyle:
        """The style of the line that says what a paper is about."""
        return self._style(self.body, self.body_leading).but(after=3)

    def head(self, lang: str) -> ParagraphStyle:
        """Return the style of the heading of a section."""
        leading = self.heading * (1.35 if self.is_dense else 1.6)
        style = self._style(self.heading, leading).but(
            colour=ACCENT,
            bold=True,
            keep_lines=1,
            keep_with_next=True,
            tag="H2",
        )
        return directed(style, lang)

    def look(self, direction: Literal["rtl", "ltr"]) -> TableLook:
        """Return the look of a table that runs in a direction."""
        return TableLook(
            direction, side_padding=self.side_padding, row_padding=self.row_padding, after=3
        )

    def paragraph(self, lang: str) -> ParagraphStyle:
        """Return the style of running text."""
        return directed(self._style(self.body, self.body_leading), lang)

    def cell(self, lang: str) -> ParagraphStyle:
        """Return the style of a table's cells."""
        return directed(self._style(self.table, self.table_leading), lang)

    def small(self, lang: str) -> ParagraphStyle:
        """Return the style of notes below the text."""
        small = self._style(self.table - 0.5, self.table_leading).but(colour=MUTED)
        return directed(small, lang)

    def _style(self, size: float, leading: float) -> ParagraphStyle:
        return ParagraphStyle(size=size, leading=leading, fonts=self.fonts)


EASY: Final = Density(10.5, 17.0, 9.5, 14.0, 3.0, 6.0, 12.0)
CLOSE: Final = Density(10.0, 15.2, 9.2, 12.9, 2.3, 5.0, 11.5)
DENSE: Final = Density(9.3, 12.6, 8.6, 11.1, 1.3, 4.0, 10.6, is_dense=True)
BRIEF: Final = (EASY, CLOSE, DENSE)

EASY_LIST: Final = Density(9.5, 14.0, 8.8, 12.0, 3.5, 4.0, 12.0)
CLOSE_LIST: Final = Density(9.2, 13.0, 8.4, 11.2, 2.4, 3.0, 11.0, is_dense=True)
DENSE_LIST: Final = Density(8.8, 12.0, 7.8, 10.0, 1.5, 2.5, 10.8, is_dense=True)
LIST: Final = (EASY_LIST, CLOSE_LIST, DENSE_LIST)

AMBER_GROUND: Final = "#FBF5E9"
BAND_GROUND: Final = "#EDF5F4"


def directed(style: ParagraphStyle, lang: str) -> ParagraphStyle:
    """Return a style for text in `lang`; Latin letters look larger, so they are set smaller."""
    if lang == "fa":
        return style
    return style.but(direction="ltr", size=style.size - 0.5)
