"""How papers are set: one scale for reading at ease, one for fitting a promised page."""

from dataclasses import dataclass
from typing import Final

from liaison.pdf.style import ACCENT, MUTED, ParagraphStyle


@dataclass(frozen=True)
class Density:
    """The sizes of a paper in points."""

    body: float
    body_leading: float
    table: float
    table_leading: float
    row_padding: float
    heading: float
    is_dense: bool = False

    def head(self, lang: str) -> ParagraphStyle:
        """Return the style of the heading of a section."""
        style = ParagraphStyle(
            size=self.heading,
            leading=self.heading * 1.6,
            colour=ACCENT,
            bold=True,
            keep_lines=1,
            keep_with_next=True,
            tag="H2",
        )
        return directed(style, lang)

    def paragraph(self, lang: str) -> ParagraphStyle:
        """Return the style of running text."""
        return directed(ParagraphStyle(size=self.body, leading=self.body_leading), lang)

    def cell(self, lang: str) -> ParagraphStyle:
        """Return the style of a table's cells."""
        return directed(ParagraphStyle(size=self.table, leading=self.table_leading), lang)

    def small(self, lang: str) -> ParagraphStyle:
        """Return the style of notes below the text."""
        small = ParagraphStyle(size=self.table - 0.5, leading=self.table_leading, colour=MUTED)
        return directed(small, lang)


EASY: Final = Density(10.5, 17.0, 9.5, 14.0, 3.0, 12.0)
DENSE: Final = Density(9.5, 14.0, 8.8, 12.0, 1.8, 11.0, is_dense=True)
EASY_LIST: Final = Density(9.5, 14.0, 8.8, 12.0, 3.0, 12.0)
DENSE_LIST: Final = Density(8.8, 12.0, 7.8, 10.2, 1.6, 11.0, is_dense=True)

AMBER_GROUND: Final = "#FBF5E9"
BAND_GROUND: Final = "#EDF5F4"

TITLE: Final = ParagraphStyle(size=17, leading=26, bold=True, keep_with_next=True, tag="H1")
SUBTITLE: Final = ParagraphStyle(size=10.5, leading=17.5, after=3)


def directed(style: ParagraphStyle, lang: str) -> ParagraphStyle:
    """Return a style for text in `lang`; Latin letters look larger, so they are set smaller."""
    if lang == "fa":
        return style
    return style.but(direction="ltr", size=style.size - 0.5)
