"""Where both sides sign: ours on the right in Persian and on the left in the foreign language.

So asks the Iranian instruction on international agreements; each side comes first in its own copy.
"""

from dataclasses import replace
from typing import Final

from liaison.i18n import N_
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.table import Table
from liaison.pdf.table_layout import Cell, Column, Row
from liaison.prints.both import Both, said
from liaison.prints.layout import Layout
from liaison.prints.styled import Words, bold, styled, together

_ROOM: Final = 52.0
"""The height, in points, left free for the hands that sign."""
OURS: Final = N_("Our side")
THEIRS: Final = N_("The other side")


def both_sides_sign(layout: Layout, ours: Words | None = None, theirs: Words | None = None) -> None:
    """Add two places to sign side by side; what stands under each is who signs there.

    Where two languages face each other, each has places of its own: they stand the other way round.
    """
    words = [
        together((bold(said(label)), who or Both()), "<br/>")
        for label, who in ((OURS, ours), (THEIRS, theirs))
    ]
    layout.tie_end()
    for lang in layout.spoken:
        style = layout.density.cell(lang).but(align="center", keep_lines=1)
        look = replace(
            layout.density.look("rtl" if lang == "fa" else "ltr"),
            layout=True,
            rule_weight=0,
            before=_ROOM,
        )
        cells = [
            Cell([Paragraph(line, style) for line in styled(each).of(lang).split("<br/>")])
            for each in words
        ]
        is_last = lang == layout.spoken[-1]
        boxes = Table([Row(cells)], [Column(), Column()], look=look, keep_with_next=not is_last)
        layout.add(boxes, said=words)
