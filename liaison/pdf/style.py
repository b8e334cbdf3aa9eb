"""How a paragraph is set: measures in points, directions and colours."""

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal

from liaison.drawing.tokens import PAPER
from liaison.pdf.fonts import FontSet, default_fonts

Direction = Literal["rtl", "ltr", "auto"]
Alignment = Literal["start", "end", "center", "justify"]
Tag = Literal["P", "H1", "H2", "H3", "Caption"]

INK = PAPER["ink"]
MUTED = PAPER["muted"]
LINE = PAPER["line"]
ACCENT = PAPER["accent"]
GROUND = "#F2F4F2"
RED = PAPER["red"]


@dataclass(frozen=True)
class ParagraphStyle:
    """The setting of a paragraph.

    `direction` "auto" takes the direction of the first strong letter; "start" is the right edge
    of right-to-left text. `keep_lines` lines stay together at the foot and the head of a page. A
    justified line whose spaces would grow by more than `most_stretch` of their width is left
    ragged. `tag` names the paragraph's part in the reading order; headings become bookmarks.
    """

    size: float = 10.5
    leading: float = 18.0
    direction: Direction = "rtl"
    align: Alignment = "start"
    colour: str = INK
    bold: bool = False
    italic: bool = False
    first_indent: float = 0.0
    start_indent: float = 0.0
    end_indent: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    keep_lines: int = 2
    most_stretch: float = 1.6
    tag: Tag = "P"
    fonts: FontSet = field(default_factory=default_fonts)

    def but(self, **changes: Any) -> "ParagraphStyle":
        """Give the same style with some fields changed."""
        return replace(self, **changes)


@cache
def rgb(colour: str) -> tuple[float, float, float]:
    """Read "#RRGGBB" as three parts between 0 and 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
