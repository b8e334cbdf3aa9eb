"""Where both sides sign: ours on the right in Persian and on the left in the foreign language.

So asks the Iranian instruction on international agreements; each side comes first in its own copy.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from liaison.pdf.paragraph import Paragraph
from liaison.pdf.table import Table
from liaison.pdf.table_layout import Cell, Column, Row
from liaison.prints.both import Both
from liaison.prints.layout import Layout
from liaison.prints.styled import bold, styled

_ROOM: Final = 40.0
"""The height, in points, left free for the hand that signs."""
_APART: Final = 12.0
_LINE: Final = "." * 44
"""What is signed on."""


@dataclass(frozen=True)
class Signer:
    """A party that signs, and by whom: the name and the office, where they are recorded."""

    party: Both
    name: Both = field(default_factory=Both)
    office: Both = field(default_factory=Both)

    def below(self, lang: str) -> list[str]:
        """Return the lines that stand under the one that is signed on."""
        return [line for line in (bold(self.name).of(lang), styled(self.office).of(lang)) if line]


def both_sides_sign(layout: Layout, ours: Sequence[Signer], theirs: Sequence[Signer]) -> None:
    """Add places to sign side by side: the party, a line to sign on, and who signs.

    Where two languages face each other, each has places of its own: they stand the other way round.
    """
    pairs = list(zip_longest(ours, theirs))
    layout.tie_end()
    for lang in layout.spoken:
        for pair in pairs:
            is_last = lang == layout.spoken[-1] and pair is pairs[-1]
            parties = [[bold(each.party).of(lang)] if each else [] for each in pair]
            places = [[_LINE, *each.below(lang)] if each else [] for each in pair]
            layout.add(
                _row(layout, lang, parties, before=_APART, keep_with_next=True),
                _row(layout, lang, places, before=_ROOM, keep_with_next=not is_last),
                said=(pair,),
            )


def _row(
    layout: Layout,
    lang: str,
    sides: Sequence[Sequence[str]],
    *,
    before: float,
    keep_with_next: bool,
) -> Table:
    style = layout.density.cell(lang).but(align="center", keep_lines=1)
    look = replace(
        layout.density.look("rtl" if lang == "fa" else "ltr"),
        layout=True,
        rule_weight=0,
        before=before,
    )
    cells = [Cell([Paragraph(line, style) for line in lines]) for lines in sides]
    return Table([Row(cells)], [Column(), Column()], look=look, keep_with_next=keep_with_next)
