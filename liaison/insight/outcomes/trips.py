"""The visits of the period one by one, with what the council asks of each."""

from collections.abc import Mapping, Sequence
from typing import Final

from liaison.domain.rules.precedence import AWAY
from liaison.i18n import N_
from liaison.insight.outcomes.classing import WITHHELD
from liaison.insight.outcomes.declaration import (
    Cell,
    Column,
    ColumnKind,
    Figure,
    Records,
    Row,
    Section,
    Table,
)
from liaison.insight.outcomes.pieces import (
    choice,
    compared,
    grouped,
    named,
    records,
    shown,
    wording,
)
from liaison.insight.outcomes.source import Known, Source
from liaison.language import bidi
from liaison.language.both import COMMA, Both, bracketed, counted, joined, said

TYPE: Final = "visit"
_MEMBER: Final = "delegation_member"
_READ: Final = (
    *("title_fa", "title_en", "number", "direction", "partner", "delegation", "ends_on"),
    *("cost", "cost_bearer", "achievements_fa", "achievements_en"),
)
_MEMBER_READ: Final = ("delegation", "rank", "person", "title_fa", "title_en", "attendance")
_TRAVELLED: Final = """delegation_member.delegation IN (
    SELECT delegation FROM visit WHERE starts_on BETWEEN :since AND :until)"""
_MOST_NAMED: Final = 3
"""So many of a delegation are named; the others are counted."""
_UNRANKED: Final = 1_000_000


def trips(source: Source) -> Section:
    """Tell the visits of the period in the order of their days, what is not filled in left empty.

    Every cell but the first is owed to the reader.
    """
    found = sorted(source.visits(*_READ), key=lambda each: (each.get("starts_on"), each.uid))
    members = _members(source)
    named_ones = [each for rows in members.values() for each in rows[:_MOST_NAMED]]
    names = source.names(
        [each.get("person") for each in named_ones] + [each.get("partner") for each in found]
    )
    countries = source.countries()
    rows = [_row(each, members.get(each.get("delegation"), ()), names, countries) for each in found]
    label = said(N_("Visits"))
    figures = [
        compared("visits", label, TYPE, found, source.before.visits()),
        Figure(
            "filled",
            said(N_("Visits with every cell filled in")),
            Records(
                TYPE,
                frozenset(
                    each.uid
                    for each, row in zip(found, rows, strict=True)
                    if all(cell.value for cell in row.cells)
                ),
            ),
            whole=records(TYPE, found),
        ),
    ]
    return Section(
        "trips", said(N_("Visits one by one")), figures, [Table("trips", Both(), _columns(), rows)]
    )


def _members(source: Source) -> dict[str, list[Known]]:
    """Return who travelled by delegation, in the order of precedence."""
    found = source.read(_MEMBER, _MEMBER_READ, _TRAVELLED, scoped=False)
    there = [each for each in found if each.get("attendance") not in AWAY]
    there.sort(key=lambda each: each.get("rank") or _UNRANKED)
    return grouped(there, lambda each: str(each.get("delegation")))


def _row(
    visit: Known,
    members: Sequence[Known],
    names: Mapping[str, Both],
    countries: Mapping[str, Both],
) -> Row:
    since, until = visit.get("starts_on"), visit.get("ends_on")
    title = wording(visit, "title") or Both(*[visit.get("number") or ""] * 2)
    way = bracketed(shown(TYPE, "direction", visit.get("direction")))
    partner = visit.get("partner")
    present = Records(_MEMBER, frozenset(each.uid for each in members))
    return Row(
        (
            Cell(joined((title, way), " "), (TYPE, visit.uid)),
            named("partner", partner, names),
            Cell(countries.get(partner or "", _withheld(partner, names))),
            Cell(_officials(members, names), told=_named(members, names)),
            Cell(len(present), records=present) if members else Cell(),
            Cell(since),
            Cell(until),
            Cell((until - since).days + 1 if until and until >= since else None),
            Cell(_alone(visit.get("cost"))),
            choice(TYPE, "cost_bearer", visit.get("cost_bearer")),
            Cell(wording(visit, "achievements")),
        )
    )


def _withheld(partner: str | None, names: Mapping[str, Both]) -> Both:
    """Return the word for a partner that may not be named, which its country is told by as well."""
    words, hidden = names.get(partner or "", Both()), said(WITHHELD)
    return hidden if words == hidden else Both()


def _officials(members: Sequence[Known], names: Mapping[str, Both]) -> Both:
    """Return the first of a delegation by name, by office while only that is known."""
    first = [
        names.get(each.get("person") or "", Both()) or wording(each, "title")
        for each in members[:_MOST_NAMED]
    ]
    told = joined([each for each in first if each], COMMA)
    further = len(members) - _MOST_NAMED
    if further <= 0 or not told:
        return told
    return joined((told, counted(N_("and {count} more"), N_("and {count} more"), further)), " ")


def _named(members: Sequence[Known], names: Mapping[str, Both]) -> Records:
    """Return the people of a delegation who are called by their own names."""
    people = {each.get("person") for each in members[:_MOST_NAMED]}
    hidden = said(WITHHELD)
    return Records("person", frozenset(uid for uid in people if uid and names.get(uid) != hidden))


def _alone(words: str | None) -> Both:
    """Return a text that is kept in one language only; a Persian one is none in English."""
    if not words:
        return Both()
    return Both(words, "" if bidi.base_level(words) else words)


def _columns() -> list[Column]:
    return [
        Column("title", said(N_("Visit")), share=1.7),
        Column("partner", said(N_("City or body")), share=1.0, owed=True),
        Column("country", said(N_("Country")), share=0.7, owed=True),
        Column("officials", said(N_("Officials")), share=1.5, owed=True),
        Column("members", said(N_("Members")), ColumnKind.NUMBER, 0.6, owed=True),
        Column("since", said(N_("First day")), ColumnKind.DAY, 0.9),
        Column("until", said(N_("Last day")), ColumnKind.DAY, 0.9, owed=True),
        Column("days", said(N_("Days")), ColumnKind.NUMBER, 0.6, owed=True),
        Column("cost", said(N_("Travel cost")), share=0.9, owed=True),
        Column("bearer", said(N_("Cost bearer")), share=0.8, owed=True),
        Column("achievements", said(N_("Achievements")), share=1.9, owed=True),
    ]
