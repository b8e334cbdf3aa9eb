"""Who signs, at the end of a letter: the name, the title below it, and who gets a copy."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from liaison.i18n import N_
from liaison.pdf.facing import facing
from liaison.pdf.markup import escape
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.table import Table
from liaison.pdf.table_layout import FACING_LOOK, Cell, Column, TableLook
from liaison.prints.both import Both, joined, said, with_colon
from liaison.prints.layout import Layout
from liaison.prints.layout_styles import Density
from liaison.prints.office import Office

_WIDTH: Final = 190.0
_ROOM: Final = 46.0
"""The height, in points, left free for the hand that signs."""


def signature_block(layout: Layout, office: Office, *, copies: Sequence[Both] = ()) -> None:
    """End a letter with the name and the title of who signs, and room to sign above them.

    They stand at the end edge: on the left in Persian, on the right in English. `copies` are
    those who get one, named below. Nothing is added where the office named nobody.
    """
    words = office.signature()
    if words:
        layout.tie_end()
        layout.add(_signed(layout, words), said=(words,))
    if copies:
        layout.note(joined([with_colon(said(N_("Copies"))), *copies], "\n"))


def _signed(layout: Layout, words: Both) -> Table:
    density = layout.density
    if layout.is_facing:
        look = replace(FACING_LOOK, before=_ROOM, split_rows=False)
        sides = [_lines(words, lang, density) for lang in layout.spoken]
        return facing(*sides, look=look)
    lang = layout.languages
    look = TableLook(
        "ltr" if lang == "en" else "rtl",
        side_padding=0,
        row_padding=0,
        rule_weight=0,
        layout=True,
        before=_ROOM,
    )
    columns = [Column(style=density.cell(lang)), Column(width=_WIDTH, style=density.cell(lang))]
    return Table([("", Cell(_lines(words, lang, density)))], columns, look=look)


def _lines(words: Both, lang: str, density: Density) -> list[Paragraph]:
    style = density.paragraph(lang).but(align="center", keep_lines=1)
    return [
        Paragraph(escape(line), style.but(bold=index == 0))
        for index, line in enumerate(filter(None, words.of(lang).split("\n")))
    ]
