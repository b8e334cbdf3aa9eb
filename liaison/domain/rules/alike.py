"""Whether a city, body or person that one archive added may be one of another archive's."""

from liaison.domain.rules.likeness import LIKELY, Reason, likeness
from liaison.domain.rules.named import NAMED_TYPES, named_of
from liaison.domain.rules.sides import Kept


def alike(theirs: Kept, ours: Kept) -> bool:
    """Tell whether two records may be one; people are asked before they are made one."""
    name = theirs.record_type.__tablename__
    if name not in NAMED_TYPES:
        return False
    found = likeness(named_of(name, theirs.values), named_of(name, ours.values))
    return found.score >= LIKELY or found.reason is Reason.CONTRADICTED
