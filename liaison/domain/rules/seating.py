"""Who sits where when two delegations face each other over a table.

The heads sit opposite each other in the middle; from each head the others alternate right and
left by rank. The interpreter sits at the left of the head, the others of that side one place
further, and those who only support sit at the ends (protocol manuals: the place of honour is at
the right). A seat that was chosen by hand stays; the others fill what is left in the same order.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from liaison.domain.rules.facts import Facts, in_language, in_order
from liaison.domain.rules.precedence import AWAY, SUPPORT

INTERPRETER: Final = "interpreter"
_INTERPRETER: Final[Mapping[str, str]] = {"fa": "مترجم", "en": INTERPRETER}


SIDES: Final = ("theirs", "ours")
"""The sides of a table, the other one first: it is the one looked at."""


@dataclass(frozen=True)
class Seat:
    """A place at one side of the table: `offset` 0 is the middle, to the sitter's right is +1.

    `rank` counts from 1 along the order of precedence; an interpreter has none.
    """

    person: Facts
    offset: int
    rank: int = 0


def sides_of_table(
    participants: Iterable[Facts], members: Iterable[Facts]
) -> dict[str, list[Seat]]:
    """Return the seats of both sides of a meeting; `members` are those of its delegations."""
    known = {each.uid: each for each in members}
    people = list(participants)
    roles = {each.uid: role_of(each, known.get(each.get("member") or "")) for each in people}
    return {
        side: side_of_table([each for each in people if each.get("side") == side], roles)
        for side in SIDES
    }


def side_of_table(people: Iterable[Facts], roles: Mapping[str, str] | None = None) -> list[Seat]:
    """Return the seats of one side, from the sitters' left to their right.

    `people` are participants with their ranks; `roles` gives the role by uid, where it is known.
    Who stays away has no seat.
    """
    known = roles or {}
    there = [each for each in in_order(people, "rank") if each.get("attendance") not in AWAY]
    role = {each.uid: known.get(each.uid, each.get("role") or "") for each in there}
    interpreters = [each for each in there if role[each.uid] == INTERPRETER]
    support = [each for each in there if role[each.uid] in SUPPORT and each not in interpreters]
    ranked = [each for each in there if each not in interpreters and each not in support]
    chosen = _chosen(there)
    beside = [each for each in interpreters if each.uid not in chosen][: bool(ranked)]
    if -1 in chosen.values():
        beside = []
    places = chosen | {each.uid: -1 for each in beside}
    free = (at for at in _from_the_middle(len(beside)) if at not in chosen.values())
    for each in [*ranked, *support, *interpreters]:
        if each.uid not in places:
            places[each.uid] = next(free)
    ranks = {each.uid: rank for rank, each in enumerate([*ranked, *support], 1)}
    seats = [Seat(each, places[each.uid], ranks.get(each.uid, 0)) for each in there]
    return sorted(seats, key=lambda seat: seat.offset)


def moved(seats: Iterable[Seat], uid: str, to: int) -> dict[str, int]:
    """Return the places of one side, by uid, once `uid` sits at `to`.

    Who sat there changes places with them. Every place counts as chosen from then on, so that
    nobody else moves along.
    """
    places = {seat.person.uid: seat.offset for seat in seats}
    left = places[uid]
    return {each: left if at == to else at for each, at in places.items()} | {uid: to}


def _chosen(people: Iterable[Facts]) -> dict[str, int]:
    """Return the places chosen by hand; of two who want one, the higher in rank has it."""
    places: dict[str, int] = {}
    for each in people:
        seat = each.get("seat")
        if seat is not None and seat not in places.values():
            places[each.uid] = seat
    return places


def role_of(participant: Facts, member: Facts | None) -> str:
    """Return the role of someone at a meeting: that in the delegation, else by what is said there.

    Who takes part without being a member has no role of their own; an interpreter is told by the
    word in the capacity.
    """
    if member is not None:
        return member.get("role") or ""
    said = {lang: in_language(participant, "capacity", lang).casefold() for lang in _INTERPRETER}
    is_one = any(word in said[lang] for lang, word in _INTERPRETER.items())
    return INTERPRETER if is_one else ""


def _from_the_middle(left_taken: int) -> Iterator[int]:
    """Give the places in the order they are filled: 0, right, left, second right, …."""
    yield 0
    step = 1
    while True:
        yield step
        yield -step - left_taken
        step += 1
