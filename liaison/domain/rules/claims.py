"""What several sources say of one fact, and whether they agree."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from liaison.domain.rules.facts import Facts
from liaison.language import keys

Claim = TypeVar("Claim", bound=Facts)


@dataclass(frozen=True)
class Stated(Generic[Claim]):
    """One fact with what each source says of it, in the order in which it was recorded.

    Sources `disagree` where they give different values; digits and spelling make no difference.
    """

    claims: tuple[Claim, ...]
    disagree: bool


def by_fact(claims: Iterable[Claim]) -> list[Stated[Claim]]:
    """Return `claims` by the fact they speak of, those on which sources disagree first."""
    said_of: dict[tuple[str, str], list[Claim]] = {}
    for each in claims:
        fact = (each.get("fact_fa") or "", each.get("fact_en") or "")
        said_of.setdefault(fact, []).append(each)
    stated = [Stated(tuple(same), _differ(same)) for same in said_of.values()]
    return sorted(stated, key=lambda each: not each.disagree)


def _differ(claims: Iterable[Facts]) -> bool:
    return len({tuple(keys.sought(each.get("value") or "")) for each in claims}) > 1
