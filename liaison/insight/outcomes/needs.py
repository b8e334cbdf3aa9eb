"""What we need, and which partners are strong in it or offer it."""

from typing import Final

from liaison.domain.rules.matching import Match, matches
from liaison.i18n import N_
from liaison.insight.outcomes.declaration import Cell, Column, Figure, Row, Section, Table
from liaison.insight.outcomes.pieces import choice, partner_cell, records
from liaison.insight.outcomes.source import Known, Source
from liaison.language.both import Both, said

TYPE: Final = "subject_link"
_READ: Final = ("partner", "kind", "subject", "theme")
_OURS: Final = "subject_link.partner IN (SELECT uid FROM partner WHERE is_ours = 1)"
_THEIRS: Final = "subject_link.partner NOT IN (SELECT uid FROM partner WHERE is_ours = 1)"


def needs(source: Source) -> Section:
    """Tell our needs beside the strengths and offers of partners that may meet them."""
    ours = source.read(TYPE, _READ, _OURS, scoped=False)
    theirs = source.read(TYPE, _READ, _THEIRS)
    found = matches(ours, theirs)
    met = [each.need for each in found if each.gifts]
    whole = records(TYPE, [each.need for each in found])
    figures = [
        Figure("needs", said(N_("Our needs")), whole),
        Figure("met", said(N_("Needs that a partner may meet")), records(TYPE, met), whole=whole),
    ]
    return Section("needs", said(N_("Needs and strengths")), figures, [_table(source, found)])


def _table(source: Source, found: list[Match[Known]]) -> Table:
    names = source.names(gift.get("partner") for each in found for gift in each.gifts)
    rows = []
    for each in found:
        need = _cell(each.need)
        theme = choice(TYPE, "theme", each.need.get("theme"))
        for gift in each.gifts:
            partner = partner_cell(gift.get("partner"), names)
            kind = choice(TYPE, "kind", gift.get("kind"))
            rows.append(Row((need, theme, partner, kind, _cell(gift))))
        if not each.gifts:
            rows.append(Row((need, theme, Cell(), Cell(), Cell())))
    columns = [
        Column("need", said(N_("Our need")), share=1.8),
        Column("theme", said(N_("Theme"))),
        Column("partner", said(N_("City or body")), share=1.2),
        Column("kind", said(N_("Kind")), share=0.7),
        Column("gift", said(N_("Strength or offer")), share=1.8),
    ]
    return Table("needs", Both(), columns, rows)


def _cell(subject: Known) -> Cell:
    """Return a subject, which is kept in one wording, as the cell that opens it."""
    words = subject.get("subject") or ""
    return Cell(Both(words, words), (TYPE, subject.uid))
