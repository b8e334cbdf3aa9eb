"""The reactions to a visit, counted by who reacted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from liaison.domain.rules.facts import Facts


@dataclass(frozen=True)
class Group:
    """Reactions of one group, the earliest first, "" for those of no group said.

    `since` and `until` are the days of the first and the last, where one is dated.
    """

    key: str
    items: tuple[Facts, ...]
    since: date | None = None
    until: date | None = None


def by_group(items: Iterable[Facts]) -> list[Group]:
    """Return reactions by group, the largest first; those of no group stand last."""
    groups: dict[str, list[Facts]] = {}
    for each in sorted(items, key=lambda item: _day(item) or date.max):
        groups.setdefault(each.get("group") or "", []).append(each)
    found = [_group(key, those) for key, those in groups.items()]
    return sorted(found, key=lambda group: (not group.key, -len(group.items)))


def _group(key: str, those: list[Facts]) -> Group:
    days = [day for day in map(_day, those) if day is not None]
    return Group(key, tuple(those), min(days, default=None), max(days, default=None))


def _day(item: Facts) -> date | None:
    span = item.get("published_on")
    return (span.since or span.until) if span else None
