"""Who takes part in what stands in a programme."""

from typing import Final

from liaison.domain.records.participant import Participant
from liaison.domain.rules import precedence
from liaison.domain.rules.facts import Facts, in_order
from liaison.domain.rules.precedence import AWAY
from liaison.i18n import N_
from liaison.prints.both import COMMA, Both, counted, joined
from liaison.prints.excerpts import Excerpts
from liaison.prints.people import delegate
from liaison.prints.visit_file import VisitFile

_MOST_NAMED: Final = 3
"""How many are named; of more, only the number is told."""


def present(excerpts: Excerpts, file: VisitFile, item: Facts) -> set[str]:
    """Return the uids of the members and persons at the meeting of a programme item."""
    by_person = {each.get("person"): each.uid for each in file.members if each.get("person")}
    found: set[str] = set()
    for each in _at(excerpts, item):
        person = each.get("person")
        found |= {each.get("member"), by_person.get(person), person} - {None}
    return found


def taking_part(excerpts: Excerpts, file: VisitFile, item: Facts) -> Both:
    """Return which members are at a meeting; nothing where it is all of them, or nobody said."""
    there = present(excerpts, file, item)
    listing = precedence.listing(file.members)
    coming = [*listing.members, *listing.support]
    members = [each for each in coming if each.uid in there]
    if len(members) == len(coming):
        return Both()
    if len(members) > _MOST_NAMED:
        return counted(
            N_("Delegation: {count} member"), N_("Delegation: {count} members"), len(members)
        )
    return joined((delegate(excerpts, each, file.people).called for each in members), COMMA)


def _at(excerpts: Excerpts, item: Facts) -> list[Facts]:
    """Return who takes part in the meeting of an item by rank, without those who stay away."""
    if not item.get("meeting"):
        return []
    rows = excerpts.rows(Participant, {"meeting": item.get("meeting")})
    return [each for each in in_order(rows, "rank") if each.get("attendance") not in AWAY]
