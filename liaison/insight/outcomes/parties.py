"""Which partners a cooperation document binds."""

from typing import Final

from liaison.insight.outcomes.source import Source
from liaison.storage.contacts import BOUND

_PARTIES: Final = f"""
    SELECT bound.agreement, bound.partner FROM ({BOUND}) AS bound
    JOIN partner ON partner.uid = bound.partner
    WHERE partner.deleted_at IS NULL ORDER BY partner.id"""  # noqa: S608 - a constant


def parties(source: Source) -> dict[str, list[str]]:
    """Return the partners of each document: its parties, and those of the relations it is of."""
    found: dict[str, list[str]] = {}
    for agreement, partner in source.rows(_PARTIES):
        found.setdefault(agreement, []).append(partner)
    return found
