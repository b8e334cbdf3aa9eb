"""Which city, body or person of one archive may be one that another archive added."""

from liaison.domain.rules.comparing_sides import Twins
from liaison.domain.rules.named import NAMED_TYPES, named_of
from liaison.domain.rules.resembling import KnownNames
from liaison.domain.rules.sides import Kept, Side


def alike(unknown: Side) -> Twins:
    """Return what finds, among `unknown` records, those that may be the same as one of theirs.

    People are asked before two are made one.
    """
    known = {name: KnownNames() for name in NAMED_TYPES}
    for uid, kept in unknown.items():
        name = kept.record_type.__tablename__
        if name in known:
            known[name].add(uid, named_of(name, kept.values))

    def twins(theirs: Kept) -> list[str]:
        name = theirs.record_type.__tablename__
        if name not in known:
            return []
        return [each.key for each in known[name].nearest(named_of(name, theirs.values))]

    return twins
