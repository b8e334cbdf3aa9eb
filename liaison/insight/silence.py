"""How many relations are alive, and how many would be by other thresholds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from liaison.domain.records.relation import Relation
from liaison.domain.rules.vitality import Thresholds, Vitality, vitality
from liaison.insight.contacts import last_contacts
from liaison.storage.archive import Archive

_APART: Final = frozenset({"candidate", "negotiation", "ended"})
"""Relations in these stages are not asked whether they live."""


def last_days(archive: Archive, today: date) -> list[date | None]:
    """Return the day of the last contact in each standing relation, None where there was none."""
    contacts = last_contacts(archive, today)
    standing = [row for row in archive.rows(Relation) if row["stage"] not in _APART]
    found = [contacts.get(row["partner"]) for row in standing]
    return [None if contact is None else contact.day for contact in found]


def counted(days: Iterable[date | None], today: date, limits: Thresholds) -> Mapping[Vitality, int]:
    """Return how many relations are in each state, given the days of their last contacts."""
    return Counter(vitality(day, today, limits) for day in days)
