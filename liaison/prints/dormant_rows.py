"""What the review of sister cities says of each partner, worded for its table."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, cast

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.officer import Officer
from liaison.domain.records.partner import Partner
from liaison.domain.records.relation import Relation
from liaison.domain.rules import classes
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.reviewing import Group, Review, Reviewed
from liaison.domain.schema import Choice, fields_of
from liaison.i18n import N_
from liaison.insight.relations_overview import review_relations
from liaison.prints.both import Both, bracketed, figure, joined, plain_day, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout_tables import TableRow, dashed
from liaison.prints.office import Office
from liaison.prints.selection import Selection
from liaison.prints.styled import Styled, alarming, bold, muted, styled, together

_LINE: Final = "<br/>"


@dataclass(frozen=True)
class DormantFile:
    """The review of what may stand on the paper, and how many records are above its class."""

    review: Review
    left_out: int


def open_review(excerpts: Excerpts, selection: Selection, office: Office) -> DormantFile:
    """Review the relations a selection lets through, as they stand on the office's day."""
    whole = review_relations(excerpts.archive, office.today)
    left_out = 0
    lines = []
    for line in whole.lines:
        kept = [each for each in line.relations if _may_stand(each, selection)]
        left_out += len(line.relations) - len(kept)
        if kept:
            tasks = [each for each in line.tasks if _may_stand(each, selection)]
            lines.append(replace(line, relations=kept, tasks=tasks))
    review = replace(whole, lines=lines)
    _read(excerpts, review)
    return DormantFile(review, left_out)


def _may_stand(facts: Facts, selection: Selection) -> bool:
    return not classes.is_above(facts.get("classification"), selection.classification)


def _read(excerpts: Excerpts, review: Review) -> None:
    """Read at once what the rows quote."""
    relations = [each for _group, each in review.relations]
    excerpts.rows(Relation, {"uid": frozenset(each.uid for each in relations)})
    excerpts.rows(Partner, {"uid": frozenset(each.partner for each in review.lines)})
    officers = (each.get("our_liaison") for each in relations)
    excerpts.rows(Officer, {"uid": frozenset(filter(None, officers))})
    tasks = (task.uid for line in review.lines for task in line.tasks)
    excerpts.rows(FollowUp, {"uid": frozenset(tasks)})


def row_of(excerpts: Excerpts, file: DormantFile, number: int, line: Reviewed) -> TableRow:
    """Word what is known of one partner; each of its relations has a line of its own."""
    days = line.days(file.review.today)
    return dashed(
        (
            figure(number),
            _partner(excerpts, line.partner),
            _lines(_kind(excerpts, each) for each in line.relations),
            _lines(excerpts.when(each, "since") for each in line.relations),
            _contact(excerpts, line),
            Both() if days is None else figure(days),
            _open(line),
            _once(excerpts.text(each, "dormancy_reason") for each in line.relations),
            _once(_officer(excerpts, each) for each in line.relations),
            _once(excerpts.text(each, "title") for each in line.tasks),
        )
    )


def kind_words(kind: str | None) -> Both:
    """Return what a kind of relation is called."""
    if kind is None:
        return said(N_("Kind not recorded"))
    return said(cast("Choice", fields_of(Relation)["kind"].kind).options[kind])


def _partner(excerpts: Excerpts, uid: str) -> Styled:
    row = excerpts.record(Partner, uid)
    if row is None:
        return Styled()
    name = bold(excerpts.text(row, "name"))
    return together((name, muted(excerpts.shown(row, "country"))), _LINE)


def _kind(excerpts: Excerpts, relation: Facts) -> Both:
    """Return the kind of a relation, and its stage where that is not simply concluded."""
    kind = excerpts.shown(relation, "kind") or kind_words(None)
    if relation.get("stage") in {None, "concluded"}:
        return kind
    return joined((kind, bracketed(excerpts.shown(relation, "stage"))), " ")


def _contact(excerpts: Excerpts, line: Reviewed) -> Both | Styled:
    if line.contact is None:
        words = said(N_("No record"))
        return alarming(words) if line.group is Group.NO_RECORD else words
    return plain_day(line.contact.day, dual=excerpts.edition.languages != "both")


def _open(line: Reviewed) -> Both | Styled:
    if not line.owing.open:
        return Both()
    if not line.owing.overdue:
        return figure(line.owing.open)
    late = said(N_("{count} past due"), count=figure(line.owing.overdue))
    return together((figure(line.owing.open), alarming(late)), " · ")


def _officer(excerpts: Excerpts, relation: Facts) -> Both:
    officer = excerpts.record(Officer, relation.get("our_liaison"))
    return excerpts.text(officer, "name") if officer is not None else Both()


def _lines(words: Iterable[Both]) -> Styled:
    """Put each of `words` on a line; one that says nothing keeps its line, but for the last."""
    found = list(words)
    while found and not found[-1]:
        found.pop()
    dash = Both("—", "—")
    return together((styled(each or dash) for each in found), _LINE)


def _once(words: Iterable[Both]) -> Styled:
    """Put on lines what is said, what several relations share once."""
    return together(dict.fromkeys(each for each in words if each), _LINE)
