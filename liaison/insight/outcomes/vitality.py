"""How alive every relation and membership is, with the record each is known from."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from liaison.domain.rules.relations import Contact
from liaison.domain.rules.reviewing import GROUP_LABELS, Group, review
from liaison.domain.rules.vitality import months_silent
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
from liaison.insight.outcomes.pieces import named, partner_cell, records, shown
from liaison.insight.outcomes.source import Known, Source
from liaison.language.both import said
from liaison.storage.thresholds import thresholds

_RELATION: Final = ("partner", "kind", "stage", "since")
_ATTENDED: Final = """
    SELECT membership.uid, event.uid,
           coalesce(json_extract(event."when", '$.until'), json_extract(event."when", '$.from'))
    FROM membership JOIN event ON event.organiser = membership.partner
    WHERE membership.deleted_at IS NULL AND event.deleted_at IS NULL
      AND event.our_role IS NOT NULL AND event.our_role != 'absent'
      AND coalesce(json_extract(event."when", '$.from'), json_extract(event."when", '$.until'))
          <= :as_of
    ORDER BY 3"""
"""The sessions at which we were, of the networks in which somebody is a member, the last last."""

Grouped = Mapping[Group, list[Known]]


def vitality(source: Source) -> Section:
    """Tell how alive every relation and membership is on the period's last day that has come."""
    relations = source.read("relation", _RELATION)
    contacts = last_contacts(source.archive, source.asked.as_of)
    now = by_group(source, relations, contacts, source.asked.as_of)
    day = source.asked.before.as_of
    then = by_group(source, relations, last_contacts(source.archive, day), day)
    figures = [
        Figure(
            group.value,
            said(GROUP_LABELS[group]),
            records("relation", now.get(group, ())),
            records("relation", then.get(group, ())),
            records("relation", relations),
            records("relation", relations),
        )
        for group in Group
    ]
    tables = [_relations(source, now, contacts), _memberships(source)]
    return Section("vitality", said(N_("Vitality of relations")), figures, tables)


def by_group(
    source: Source, relations: Iterable[Known], contacts: Mapping[str, Contact], day: date
) -> Grouped:
    """Return relations by how alive they are on `day`, by the thresholds the office set."""
    found: dict[Group, list[Known]] = {}
    known = {each.uid: each for each in relations}
    limits = thresholds(source.archive)
    for group, each in review(known.values(), contacts, {}, (), day, limits).relations:
        found.setdefault(group, []).append(known[each.uid])
    return found


def _relations(source: Source, groups: Grouped, contacts: Mapping[str, Contact]) -> Table:
    """Return a row for each relation, those that need a word first."""
    found = [each for rows in groups.values() for each in rows]
    uids = {each.get("partner") for each in found}
    evidence = [contacts[uid].record for uid in uids if uid in contacts]
    names = source.names({*uids, *evidence})
    types = source.archive.types(evidence)
    day = source.asked.as_of
    rows = []
    for group in Group:
        for each in groups.get(group, ()):
            contact = contacts.get(each.get("partner"))
            kind = Cell(shown("relation", "kind", each.get("kind")), ("relation", each.uid))
            known = (
                (
                    Cell(contact.day),
                    named(types.get(contact.record, ""), contact.record, names),
                    Cell(months_silent(contact.day, day)),
                )
                if contact
                else (Cell(), Cell(), Cell())
            )
            state = Cell(said(GROUP_LABELS[group]))
            rows.append(Row((partner_cell(each.get("partner"), names), kind, state, *known)))
    columns = [
        Column("partner", said(N_("City or body")), share=1.5),
        Column("kind", said(N_("Kind of relation")), share=1.4),
        Column("state", said(N_("Activity of the relation"))),
        *_evidence_columns(N_("Last contact")),
    ]
    return Table("relations", said(N_("Relations")), columns, rows)


def _memberships(source: Source) -> Table:
    """Return a row for each membership, with the last session attended."""
    found = source.read("membership", ("partner", "holder", "level"))
    last = last_attended(source)
    names = source.names(
        uid
        for each in found
        for uid in (each.get("partner"), each.get("holder"), *last.get(each.uid, ())[:1])
    )
    day = source.asked.as_of
    rows = []
    for each in found:
        attended = last.get(each.uid)
        level = shown("membership", "level", each.get("level"))
        known = (
            (
                Cell(attended[1]),
                named("event", attended[0], names),
                Cell(months_silent(attended[1], day)),
            )
            if attended
            else (Cell(), Cell(), Cell())
        )
        network = partner_cell(each.get("partner"), names)
        holder = named("partner", each.get("holder"), names)
        rows.append(Row((network, holder, Cell(level, ("membership", each.uid)), *known)))
    columns = [
        Column("partner", said(N_("Network or body")), share=1.5),
        Column("holder", said(N_("Member"))),
        Column("level", said(N_("Level of participation"))),
        *_evidence_columns(N_("Last session attended")),
    ]
    return Table("memberships", said(N_("Memberships")), columns, rows)


def last_attended(source: Source) -> dict[str, tuple[str, date]]:
    """Return the last session at which we were, by membership: the event, and its last day."""
    found: dict[str, Any] = {}
    for membership, event, day in source.rows(_ATTENDED):
        found[membership] = (event, min(date.fromisoformat(day), source.asked.as_of))
    return found


def _evidence_columns(when: str) -> list[Column]:
    return [
        Column("day", said(when), ColumnKind.DAY, 0.9),
        Column("evidence", said(N_("Known from")), share=1.8),
        Column("months", said(N_("Months since")), ColumnKind.NUMBER, 0.6),
    ]
