"""The registers: relations in their order of time, those without outcome, lists of the source."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from liaison.domain.rules.outcomes import Found
from liaison.domain.rules.registers import relation_lines
from liaison.i18n import N_
from liaison.insight.outcomes.declaration import (
    Cell,
    Column,
    ColumnKind,
    Figure,
    Row,
    Section,
    Table,
)
from liaison.insight.outcomes.pieces import choice, named, partner_cell, records, shown
from liaison.insight.outcomes.source import Known, Source
from liaison.insight.outcomes.vitality import last_attended
from liaison.language.both import COMMA, Both, joined, said

_RELATION: Final = ("partner", "kind", "stage", "since")


def chronology(source: Source) -> Section:
    """Tell the relations in the order in which they began."""
    found = source.read("relation", (*_RELATION, "as_of"))
    names, places = _partners(source, found)
    ordered = sorted(found, key=_begun)
    rows = [
        Row(
            (
                Cell(each.get("since")),
                partner_cell(each.get("partner"), names),
                Cell(places.get(each.get("partner"), Both())),
                Cell(shown("relation", "kind", each.get("kind")), ("relation", each.uid)),
                choice("relation", "stage", each.get("stage")),
                Cell(each.get("as_of")),
            )
        )
        for each in ordered
    ]
    columns = [
        Column("since", said(N_("Since")), ColumnKind.SPAN, 1.0),
        Column("partner", said(N_("City or body")), share=1.5),
        Column("country", said(N_("Country"))),
        Column("kind", said(N_("Kind of relation")), share=1.6),
        Column("stage", said(N_("Stage"))),
        Column("as_of", said(N_("Stated as of")), ColumnKind.SPAN, 0.9),
    ]
    dated = [each for each in found if _begun(each) != date.max]
    figures = [
        Figure("relations", said(N_("Relations")), records("relation", found)),
        Figure(
            "dated",
            said(N_("With a known beginning")),
            records("relation", dated),
            whole=records("relation", found),
        ),
    ]
    table = Table("chronology", Both(), columns, rows)
    return Section("chronology", said(N_("Chronology of relations")), figures, [table])


def cooperation(source: Source) -> Section:
    """Tell the relations as a list of country, city and kind of cooperation."""
    return Section(
        "cooperation", said(N_("Cities by kind of cooperation")), (), [cooperation_table(source)]
    )


def cooperation_table(source: Source, *, by_country: bool = False) -> Table:
    """Return the table of relations; `by_country` puts cities of one country and kind together."""
    found = source.read("relation", _RELATION)
    names, places = _partners(source, found)
    paired = [(each, places.get(each.get("partner"), Both()).en or None) for each in found]
    rows = []
    for line in relation_lines(paired, by_country=by_country):
        first = line.relations[0]
        cities = [partner_cell(each.get("partner"), names) for each in line.relations]
        city = cities[0] if len(cities) == 1 else Cell(_and([each.value for each in cities]))
        kind = Cell(_kind(first), ("relation", first.uid) if len(cities) == 1 else None)
        country = Cell(places.get(first.get("partner"), Both()))
        rows.append(Row((Cell(line.number), country, city, kind)))
    columns = [
        Column("rank", said(N_("No.")), ColumnKind.NUMBER, 0.4),
        Column("country", said(N_("Country"))),
        Column("city", said(N_("City")), share=1.4),
        Column("kind", said(N_("Kind of cooperation")), share=2.0),
    ]
    return Table("cooperation", Both(), columns, rows)


def memberships(source: Source) -> Section:
    """Tell the memberships in networks and bodies, with the standing in each as it is worded."""
    keys = ("partner", "holder", "category", "level", "standing_fa", "standing_en", "since")
    found = source.read("membership", keys)
    attended = last_attended(source)
    events = [event for event, _day in attended.values()]
    names = source.names(
        [*events, *(each.get(key) for each in found for key in ("partner", "holder"))]
    )
    rows = [
        Row(
            (
                Cell(number),
                partner_cell(each.get("partner"), names),
                named("partner", each.get("holder"), names),
                Cell(_standing(each), ("membership", each.uid)),
                Cell(each.get("since")),
                named("event", attended[each.uid][0], names) if each.uid in attended else Cell(),
            )
        )
        for number, each in enumerate(found, 1)
    ]
    columns = [
        Column("rank", said(N_("No.")), ColumnKind.NUMBER, 0.4),
        Column("partner", said(N_("Network or body")), share=1.6),
        Column("holder", said(N_("Member"))),
        Column("standing", said(N_("Standing")), share=2.0),
        Column("since", said(N_("Since")), ColumnKind.SPAN, 0.8),
        Column("session", said(N_("Last session attended")), share=1.4),
    ]
    figures = [
        Figure("memberships", said(N_("Memberships")), records("membership", found)),
        Figure(
            "attended",
            said(N_("With a session attended")),
            records("membership", [each for each in found if each.uid in attended]),
            whole=records("membership", found),
        ),
    ]
    table = Table("memberships", Both(), columns, rows)
    return Section("memberships", said(N_("Memberships")), figures, [table])


def _partners(
    source: Source, rows: Iterable[Found]
) -> tuple[Mapping[str, Both], Mapping[str, Both]]:
    """Return the names and the countries of the partners of `rows`, by uid."""
    names = source.names(each.get("partner") for each in rows)
    return names, source.countries()


def _begun(relation: Known) -> date:
    since = relation.get("since")
    return (since.since or since.until or date.max) if since else date.max


def _kind(relation: Known) -> Both:
    """Word the kind of a relation; one that is not concluded is said to be on its way there."""
    kind, stage = relation.get("kind"), relation.get("stage")
    words = shown("relation", "kind", kind)
    if stage == "negotiation" and words:
        return said(N_("Under negotiation towards: {kind}"), kind=words)
    if stage in {None, "concluded"}:
        return words
    return joined((words, shown("relation", "stage", stage)))


def _standing(membership: Known) -> Both:
    """Return the standing as the source words it, else what was chosen for it."""
    chosen = joined(
        [
            shown("membership", "category", membership.get("category")),
            shown("membership", "level", membership.get("level")),
        ]
    )
    return Both(
        membership.get("standing_fa") or chosen.fa, membership.get("standing_en") or chosen.en
    )


def _and(names: Sequence[object]) -> Both:
    return joined([each for each in names if isinstance(each, Both)], COMMA)
