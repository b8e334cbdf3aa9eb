"""What the pages of a document, or of one part of it, share."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from reportlab.platypus.flowables import PageBreak

from liaison.pdf.fonts import FontSet, default_fonts
from liaison.pdf.furniture import Bilingual, Edition, Frame, Letterhead
from liaison.pdf.metadata import Standard

MILLIMETRE = 72 / 25.4
_LEAST_BOTTOM = 22.0
"""Millimetres below the text: the foot, and the white that office printers cannot print on."""
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)


@dataclass(frozen=True)
class Margins:
    """The white around the text in millimetres; `binding` is the side where pages are held."""

    top: float = 25.0
    bottom: float = 25.0
    binding: float = 30.0
    outer: float = 17.0


@dataclass(frozen=True)
class PageSetup:
    """What all pages of a document share.

    `edition` says which languages the furniture speaks; the file's language is Persian unless it
    is an English edition, and so is the side of the binding unless `binding` names one. `sheet` is
    the width and height of the upright paper in points. `note` is a line of markup at the foot.
    A `bare` page has nothing around its text. Without `created` the file carries no date, and
    equal stories give equal bytes. `standard` is the part and level of PDF/A that is kept.
    """

    title: str
    edition: Edition = "fa"
    landscape: bool = False
    binding: Literal["", "left", "right"] = ""
    margins: Margins = field(default_factory=Margins)
    sheet: tuple[float, float] = A4
    letterhead: Letterhead | None = None
    running: Bilingual = field(default_factory=Bilingual)
    classification: Bilingual = field(default_factory=Bilingual)
    note: str = ""
    bare: bool = False
    fonts: FontSet = field(default_factory=default_fonts)
    created: datetime | None = None
    standard: Standard = "2a"

    @property
    def language(self) -> str:
        """The language of the file as a whole."""
        return "en" if self.edition == "en" else "fa"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet in points."""
        return (self.sheet[1], self.sheet[0]) if self.landscape else self.sheet

    @property
    def frame(self) -> Frame:
        """Where the text stands on pages without a letterhead."""
        width, height = self.size
        margins = self.margins
        bottom = margins.bottom if self.bare else max(margins.bottom, _LEAST_BOTTOM)
        side = self.binding or ("left" if self.edition == "en" else "right")
        left = (margins.binding if side == "left" else margins.outer) * MILLIMETRE
        return Frame(
            left,
            bottom * MILLIMETRE,
            width - (margins.binding + margins.outer) * MILLIMETRE,
            height - (margins.top + bottom) * MILLIMETRE,
        )


class PartBreak(PageBreak):  # type: ignore[misc] # reportlab carries no types
    """The beginning of a part: from the next page on another set-up holds.

    `depth` is how deep its headings stand in the outline of the file. Of the set-up the file
    keeps the title and dates of its first part only.
    """

    def __init__(self, setup: PageSetup, depth: int = 0) -> None:
        super().__init__()
        self.setup = setup
        self.depth = depth
