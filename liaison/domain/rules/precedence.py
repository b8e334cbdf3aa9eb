"""Who comes before whom in a delegation: a suggestion, for the order is set by hand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from liaison.domain.rules.facts import Facts, in_order
from liaison.i18n import N_, _
from liaison.language import collate
from liaison.language.countries import country_names

_REASONS: Final[Mapping[str | None, str]] = {
    "head": N_("Head of the delegation"),
    "deputy_head": N_("Deputy head, by level of office"),
    "elected": N_("Elected member, by level of office"),
    "director": N_("Director, by level of office"),
    "expert": N_("Expert, by level of office"),
    None: N_("No role set yet"),
    "embassy_companion": N_("Companion from the embassy"),
    "press": N_("Journalist, after the members"),
    "interpreter": N_("Interpreter, in the support group"),
    "security": N_("Security officer, in the support group"),
    "support": N_("Support staff, below the line"),
}
"""The roles in the usual order of an Iranian delegation list, each with its reason."""

_ORDER: Final = tuple(_REASONS)
SUPPORT: Final = frozenset({"interpreter", "security", "support"})
AWAY: Final = frozenset({"absent", "prevented"})
_LOWEST: Final = 2**31


@dataclass(frozen=True)
class Place:
    """A suggested place in the order: the member, the figure from 1, and why."""

    member: str
    rank: int
    reason: str


def suggested(members: Iterable[Facts], levels: Mapping[str, int]) -> list[Place]:
    """Return the suggested order of `members` with the reason of each place.

    `levels` gives the level of office by uid of member, 1 the highest. The order is: role, then
    level of office, then the order the members have now.
    """

    def key(member: Facts) -> tuple[int, int]:
        return _ORDER.index(member.get("role")), levels.get(member.uid, _LOWEST)

    ordered = sorted(in_order(members, "rank"), key=key)
    return [
        Place(member.uid, rank, _(_REASONS[member.get("role")]))
        for rank, member in enumerate(ordered, start=1)
    ]


@dataclass(frozen=True)
class Listing:
    """A delegation as it is listed: members, the support group below the line, who is away."""

    members: list[Facts]
    support: list[Facts]
    away: list[Facts]


def listing(members: Iterable[Facts]) -> Listing:
    """Return `members` by the order set by hand, with the support group and absentees apart."""
    ordered = in_order(members, "rank")
    there = [each for each in ordered if each.get("attendance") not in AWAY]
    return Listing(
        members=[each for each in there if each.get("role") not in SUPPORT],
        support=[each for each in there if each.get("role") in SUPPORT],
        away=[each for each in ordered if each.get("attendance") in AWAY],
    )


def support_last(people: Iterable[Facts], role: Callable[[Facts], str | None]) -> list[Facts]:
    """Return `people` in the order they stand in, those of the support group behind the others."""
    return sorted(people, key=lambda each: role(each) in SUPPORT)


def numbers(members: Iterable[Facts]) -> dict[str, int]:
    """Return the number of each member by uid: on the list, and on what is handed out by it.

    Who does not come keeps the number, so that badges that are out stay true.
    """
    ordered = support_last(in_order(members, "rank"), lambda each: each.get("role"))
    return {each.uid: number for number, each in enumerate(ordered, 1)}


def by_country(
    delegations: Iterable[Facts], lang: str, *, host: str = "", host_first: bool = False
) -> list[Facts]:
    """Return `delegations` in the order of their countries' names in the language of the print.

    `host` is the country that receives; it stands last, or first with `host_first`.
    """

    def key(delegation: Facts) -> tuple[int, bytes]:
        code = delegation.get("country") or ""
        place = 0 if code != host else -1 if host_first else 1
        return place, collate.sort_key(country_names(lang).get(code, code))

    return sorted(delegations, key=key)
