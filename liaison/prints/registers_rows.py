"""What the registers say of each relation, membership, judgement and fact, worded for tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from liaison.domain.records.assessment import Assessment
from liaison.domain.records.claim import Claim
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.membership import Membership
from liaison.domain.records.partner import Partner
from liaison.domain.records.relation import Relation
from liaison.domain.rules import classes
from liaison.domain.rules.claims import Stated, by_fact
from liaison.domain.rules.registers import Register, RelationLine, relation_lines, side_by_side
from liaison.domain.schema import RecordType
from liaison.i18n import N_
from liaison.prints.both import Both, figure, joined, said
from liaison.prints.dormant_rows import kind_words
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout_tables import TableRow, dashed
from liaison.prints.selection import Selection
from liaison.prints.styled import Words, bold, muted, styled, together
from liaison.storage.row import Row

_LINE: Final = "<br/>"
# Translators: joins the cities of one line, as «آنکارا و استانبول»
_AND: Final = N_(" and ")


@dataclass(frozen=True)
class RegistersFile:
    """The records the registers are made of, and how many are above the class of the paper."""

    relations: Sequence[RelationLine[Row]]
    memberships: Sequence[Row]
    assessments: Sequence[Row]
    disputed: Sequence[tuple[Row, Stated[Row]]]
    left_out: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list."""
        return not (self.relations or self.memberships or self.assessments or self.disputed)


def open_registers(excerpts: Excerpts, selection: Selection) -> RegistersFile:
    """Read what the registers list, as far as a selection lets it through."""
    left_out = 0

    def taken(record_type: RecordType) -> list[Row]:
        nonlocal left_out
        rows = sorted(excerpts.rows(record_type, {}), key=lambda each: each.uid)
        kept = [each for each in rows if _may_stand(each, selection)]
        left_out += len(rows) - len(kept)
        return kept

    partners = {each.uid: each for each in excerpts.rows(Partner, {})}
    bonds = taken(Relation)
    paired = [(each, partners[each["partner"]].get("country")) for each in bonds]
    assessments, memberships = taken(Assessment), taken(Membership)
    actions = frozenset(filter(None, (each.get("action") for each in assessments)))
    if actions:
        excerpts.rows(FollowUp, {"uid": actions})
    return RegistersFile(
        relation_lines(paired, by_country=True),
        memberships,
        assessments,
        [*_disputed(partners.values(), taken(Claim))],
        left_out,
    )


def _may_stand(row: Row, selection: Selection) -> bool:
    return not classes.is_above(row.get("classification"), selection.classification)


def _disputed(partners: Iterable[Row], claims: Sequence[Row]) -> Iterable[tuple[Row, Stated[Row]]]:
    """Give the facts on which sources disagree, with the partner they speak of."""
    for partner in sorted(partners, key=lambda each: each.uid):
        own = [each for each in claims if each.get("partner") == partner.uid]
        for stated in by_fact(own):
            if stated.disagree:
                yield partner, stated


def relation_row(excerpts: Excerpts, line: RelationLine[Row]) -> TableRow:
    """Word one line of the table of relations."""
    partners = [excerpts.record(Partner, each.get("partner")) for each in line.relations]
    found = [each for each in partners if each is not None]
    country = excerpts.shown(found[0], "country") if found else Both()
    cities = joined((excerpts.text(each, "name") for each in found), said(_AND))
    return dashed((figure(line.number), country, cities, _cooperation(excerpts, line)))


def _cooperation(excerpts: Excerpts, line: RelationLine[Row]) -> Both:
    """Word the kind of a relation; one that is not concluded is said to be on its way there."""
    relation = line.relations[0]
    kind = excerpts.shown(relation, "kind") or kind_words(None)
    stage = relation.get("stage")
    if stage == "negotiation":
        return said(N_("Under negotiation towards: {kind}"), kind=kind)
    if stage in {None, "concluded"}:
        return kind
    return joined((kind, excerpts.shown(relation, "stage")))


def membership_row(excerpts: Excerpts, number: int, membership: Row) -> TableRow:
    """Word one membership with its standing, in the source's words or by level and category."""
    network = excerpts.record(Partner, membership.get("partner"))
    holder = excerpts.record(Partner, membership.get("holder"))
    standing = excerpts.text(membership, "standing")
    if not standing:
        standing = joined(excerpts.shown(membership, each) for each in ("category", "level"))
    return dashed(
        (
            figure(number),
            bold(excerpts.text(network, "name")) if network else Both(),
            excerpts.text(holder, "name") if holder else Both(),
            standing,
            excerpts.when(membership, "since"),
        )
    )


def register_rows(
    excerpts: Excerpts, register: Register, assessments: Sequence[Row]
) -> list[TableRow]:
    """Word the lines of a register; below a judgement stands what is done about it."""
    return [
        (figure(number), *(_judgement(excerpts, each) for each in line))
        for number, line in side_by_side(register, assessments)
    ]


def _judgement(excerpts: Excerpts, assessment: Row | None) -> Words:
    if assessment is None:
        return Both()
    words = styled(excerpts.text(assessment, "text"))
    action = excerpts.record(FollowUp, assessment.get("action"))
    if action is None:
        return words
    state = joined((excerpts.text(action, "title"), excerpts.shown(action, "state")), ": ")
    return together((words, muted(state)), _LINE)


def disputed_rows(excerpts: Excerpts, partner: Row, stated: Stated[Row]) -> list[TableRow]:
    """Word what each source says of one fact, side by side."""
    fact = bold(joined((excerpts.text(partner, "name"), excerpts.text(stated.claims[0], "fact"))))
    return [
        (
            Both() if at else fact,
            joined((_value(excerpts, each), excerpts.text(each, "qualifier"))),
            excerpts.alone(each, "source"),
        )
        for at, each in enumerate(stated.claims)
    ]


def _value(excerpts: Excerpts, claim: Row) -> Both:
    """Word what is claimed; a mere number stands in the digits of each language."""
    value = excerpts.alone(claim, "value")
    plain = claim.get("value") or ""
    return figure(int(plain)) if plain.isdecimal() else value
