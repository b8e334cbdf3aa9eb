"""The quarterly review of relations, asked of the whole archive at once."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Final

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.relation import Relation
from liaison.domain.rules.reviewing import Owing, Review, review
from liaison.insight.contacts import last_contacts
from liaison.storage import promised
from liaison.storage.archive import Archive
from liaison.storage.contacts import seats
from liaison.storage.thresholds import thresholds

OPEN_STATES: Final = frozenset({"open", "under_way", "waiting", None})


def review_relations(archive: Archive, today: date) -> Review:
    """Return all relations as they stand on `today`, by the thresholds the office set."""
    relations = archive.rows(Relation)
    wanted = frozenset(each.uid for each in relations)
    return review(
        relations,
        last_contacts(archive, today),
        _owing(archive, today),
        archive.rows(FollowUp, {"relation": wanted, "state": OPEN_STATES}),
        today,
        thresholds(archive),
    )


def open_with(archive: Archive, partner: str) -> frozenset[str]:
    """Return the open follow-ups that the review counts for a partner, by uid."""
    with archive.reading() as connection:
        near = {each for each, place in seats(connection) if place == partner}
        return promised.uids(connection, {partner, *near})


def _owing(archive: Archive, today: date) -> Mapping[str, Owing]:
    """Return what is open with each partner; an institution's counts for its city as well."""
    with archive.reading() as connection:
        own = {each.partner: each for each in promised.counted(connection, today)}
        places = seats(connection)
    counts = Counter({partner: each.number for partner, each in own.items()})
    late = Counter({partner: each.overdue for partner, each in own.items()})
    for institution, place in places:
        if institution in own and institution != place:
            counts[place] += own[institution].number
            late[place] += own[institution].overdue
    return {partner: Owing(counts[partner], late[partner]) for partner in counts}
