"""The review of all relations: which live, which sleep, and which are not concluded yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from liaison.domain.rules.facts import Facts
from liaison.domain.rules.relations import Contact, by_strength
from liaison.domain.rules.vitality import (
    VITALITY_LABELS,
    Thresholds,
    Vitality,
    quiet_since,
    vitality,
)
from liaison.i18n import N_


class Group(StrEnum):
    """The groups of the review, what needs a word first."""

    DORMANT = "dormant"
    NO_RECORD = "no_record"
    COOLING = "cooling"
    ACTIVE = "active"
    PREPARED = "prepared"
    ENDED = "ended"


GROUP_LABELS: Final[Mapping[Group, str]] = {
    **{Group(each): label for each, label in VITALITY_LABELS.items()},
    # Translators: in Persian هنوز منعقد نشده: under negotiation, or only a candidate
    Group.PREPARED: N_("Not concluded yet"),
    Group.ENDED: N_("Ended"),
}
QUIET: Final = frozenset({Group.DORMANT, Group.NO_RECORD})
"""Concluded, and nothing is known of a contact for longer than the threshold."""
_APART: Final = {
    "candidate": Group.PREPARED,
    "negotiation": Group.PREPARED,
    "ended": Group.ENDED,
}
"""The stages in which a relation cannot be said to sleep."""


@dataclass(frozen=True)
class Owing:
    """How much is open between the two sides, and how much of it is late."""

    open: int = 0
    overdue: int = 0


@dataclass(frozen=True)
class Reviewed:
    """What binds us to one partner: its relations, the strongest first, and how alive they are.

    A partner stands in two lines only where one relation is concluded and another is not.
    `tasks` are the open follow-ups that came from the relations themselves.
    """

    partner: str
    group: Group
    relations: Sequence[Facts]
    contact: Contact | None = None
    owing: Owing = field(default_factory=Owing)
    tasks: Sequence[Facts] = ()

    def days(self, today: date) -> int | None:
        """Return how many days ago the last contact was; None for one never recorded."""
        return None if self.contact is None else (today - self.contact.day).days


@dataclass(frozen=True)
class Review:
    """All relations as they stand on `today`, by group, the longest without contact first."""

    today: date
    thresholds: Thresholds = field(default_factory=Thresholds)
    lines: Sequence[Reviewed] = ()

    @property
    def since(self) -> date:
        """The day since which a dormant relation had no contact."""
        return quiet_since(self.today, self.thresholds.dormant)

    @property
    def relations(self) -> Iterator[tuple[Group, Facts]]:
        """Every relation of the register, with its group."""
        return ((line.group, each) for line in self.lines for each in line.relations)

    def totals(self) -> dict[str | None, Counter[Group]]:
        """Count the relations by kind and group; None stands for those without a kind."""
        found: dict[str | None, Counter[Group]] = {}
        for group, each in self.relations:
            found.setdefault(each.get("kind"), Counter())[group] += 1
        return found


def review(
    relations: Iterable[Facts],
    contacts: Mapping[str, Contact],
    owing: Mapping[str, Owing],
    tasks: Iterable[Facts],
    today: date,
    thresholds: Thresholds,
) -> Review:
    """Review `relations`, given last contacts and what is owed by partner, and their open tasks."""
    begun: dict[str, list[Facts]] = {}
    for task in tasks:
        begun.setdefault(task.get("relation"), []).append(task)
    bonds: dict[tuple[str, Group], list[Facts]] = {}
    for each in relations:
        contact = contacts.get(each.get("partner"))
        group = _APART.get(each.get("stage")) or _group(contact, today, thresholds)
        bonds.setdefault((each.get("partner"), group), []).append(each)
    lines = [
        Reviewed(
            partner,
            group,
            by_strength(each),
            contacts.get(partner),
            owing.get(partner, Owing()),
            [task for relation in each for task in begun.get(relation.uid, ())],
        )
        for (partner, group), each in bonds.items()
    ]
    return Review(today, thresholds, sorted(lines, key=_place))


def _group(contact: Contact | None, today: date, thresholds: Thresholds) -> Group:
    found: Vitality = vitality(contact.day if contact else None, today, thresholds)
    return Group(found)


def _place(line: Reviewed) -> tuple[int, date]:
    return list(Group).index(line.group), line.contact.day if line.contact else date.min
