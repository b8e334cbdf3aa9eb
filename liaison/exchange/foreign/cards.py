"""Visiting cards, as a reader in a process of its own tells of them: a row for each office."""

from typing import Final

from liaison.exchange.foreign.confined import told_of
from liaison.exchange.foreign.messages import Trouble, unpacked
from liaison.exchange.foreign.separated import refusal, sound_row
from liaison.exchange.foreign.tables import RawRow, RawTable, RefusedRow, Source, Target, too_many
from liaison.i18n import N_, _, language, ngettext
from liaison.language import digits

_TARGETS: Final = {
    "uid": Target("person", "uid"),
    "name": Target("person", "name"),
    "family": Target("person", "family_name"),
    "given": Target("person", "given_name"),
    "honorific": Target("person", "honorific"),
    "aliases": Target("person", "aliases"),
    "gender": Target("person", "gender"),
    "phone": Target("person", "phone"),
    "mobile": Target("person", "mobile"),
    "email": Target("person", "email"),
    "messenger": Target("person", "messenger"),
    "notes": Target("person", "notes"),
    "title": Target("position", "title"),
    "organisation": Target("partner", "name"),
    "address": Target("partner", "address"),
    "country": Target("partner", "country"),
    "website": Target("partner", "website"),
    "body_phone": Target("partner", "phone"),
    "body_email": Target("partner", "email"),
}
_NAMELESS: Final = N_("The card names nobody.")
CELLS: Final = tuple(_TARGETS)
"""The cells of a card in their order."""


def read(content: bytes, name: str, *, encoding: str = "") -> Source:
    """Return the cards of a file; raises UserError where it holds none."""
    rows: list[RawRow] = []
    refused: list[RefusedRow] = []
    notes: list[str] = []
    for kind, *parts in told_of(Trouble.CARDS, content, name, encoding):
        if kind == "row":
            row = sound_row(parts[0], [str(cell or "") for cell in unpacked(parts[1])])
            refused.append(row) if isinstance(row, RefusedRow) else rows.append(row)
        elif kind == "nameless":
            refused.append(refusal(parts[0], _(_NAMELESS), parts[1]))
        elif kind == "cut":
            notes.append(too_many())
        else:
            notes.extend(_met(*parts))
    table = RawTable(name, CELLS, tuple(rows), tuple(refused), tuple(notes), (*_TARGETS.values(),))
    return Source(name, "vcf", encoding, "", (table,))


def _met(left_out: int) -> list[str]:
    notes = []
    if left_out:
        notes.append(
            ngettext(
                "{count} picture or key of the cards is left out.",
                "{count} pictures or keys of the cards are left out.",
                left_out,
            ).format(count=digits.number(left_out, language()))
        )
    return notes
