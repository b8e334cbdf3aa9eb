"""Relations without outcome: those of which nothing came in the period."""

from typing import Final

from liaison.i18n import N_
from liaison.insight.contacts import last_contacts
from liaison.insight.outcomes.declaration import (
    Cell,
    Column,
    ColumnKind,
    Figure,
    Row,
    Section,
    Table,
)
from liaison.insight.outcomes.parties import parties
from liaison.insight.outcomes.pieces import choice, named, partner_cell, records, shown
from liaison.insight.outcomes.source import Known, Source
from liaison.language.both import Both, said
from liaison.storage.contacts import seats

_STANDING: Final = "coalesce(relation.stage, 'concluded') IN ('concluded', 'suspended')"
_READ: Final = ("partner", "kind", "stage", "since")


def without(source: Source) -> Section:
    """Tell the standing relations of which nothing came in the period."""
    standing = source.read("relation", _READ, _STANDING)
    now = _barren(source, standing)
    then = _barren(source.before, standing)
    whole = records("relation", standing)
    figure = Figure(
        "without",
        said(N_("Relations without outcome")),
        records("relation", now),
        records("relation", then),
        whole,
        whole,
    )
    return Section(
        "without", said(N_("Relations without outcome")), [figure], [_table(source, now)]
    )


def _barren(source: Source, standing: list[Known]) -> list[Known]:
    fruitful = partners_with_outcome(source)
    return [each for each in standing if each.get("partner") not in fruitful]


def partners_with_outcome(source: Source) -> set[str]:
    """Return the partners with whom something came of the work in the period.

    That is a substantive visit or meeting, a document signed, a commitment kept, or an experience;
    what an institution did counts for the city it sits in, and the body it belongs to, as well.
    """
    signed = parties(source, (each.uid for each in source.agreements()))
    found = {
        *source.substantive_with(),
        *(uid for uids in signed.values() for uid in uids),
        *source.kept_with(),
        *(each.get("partner") for each in source.experiences("partner")),
    }
    with source.archive.reading() as connection:
        places = seats(connection)
    return found | {place for institution, place in places if institution in found}


def _table(source: Source, rows: list[Known]) -> Table:
    contacts = last_contacts(source.archive, source.asked.as_of)
    known = [contacts.get(each.get("partner")) for each in rows]
    evidence = [each.record for each in known if each]
    names = source.names([*evidence, *(each.get("partner") for each in rows)])
    types = source.archive.types(evidence)
    told = [
        Row(
            (
                partner_cell(each.get("partner"), names),
                Cell(shown("relation", "kind", each.get("kind")), ("relation", each.uid)),
                choice("relation", "stage", each.get("stage")),
                Cell(each.get("since")),
                Cell(contact.day if contact else None),
                named(types.get(contact.record, ""), contact.record, names) if contact else Cell(),
            )
        )
        for each, contact in zip(rows, known, strict=True)
    ]
    columns = [
        Column("partner", said(N_("City or body")), share=1.5),
        Column("kind", said(N_("Kind of relation")), share=1.5),
        Column("stage", said(N_("Stage"))),
        Column("since", said(N_("Since")), ColumnKind.SPAN, 0.9),
        Column("day", said(N_("Last contact")), ColumnKind.DAY, 0.8),
        Column("evidence", said(N_("Known from")), share=1.6),
    ]
    note = said(
        N_(
            "In the period no substantive visit or meeting, no signed document, "
            "no commitment kept and no experience."
        )
    )
    return Table("without", Both(), columns, told, note)
