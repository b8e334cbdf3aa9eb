"""Who sits where when two delegations face each other over a table.

The heads sit opposite each other in the middle; from each head the others alternate right and
left by rank, the interpreter sits to the left of the head, and those who only support sit at the
ends (protocol manuals: the place of honour is at the right).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from liaison.domain.rules.facts import Facts, in_order
from liaison.domain.rules.precedence import AWAY, SUPPORT

INTERPRETER: Final = "interpreter"


@dataclass(frozen=True)
class Seat:
    """A place at one side of the table: `offset` 0 is the middle, to the sitter's right is +1.

    `rank` counts from 1 along the order of precedence; an interpreter has none.
    """

    person: Facts
    offset: int
    rank: int = 0


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
    taken = {-1: interpreters[0]} if interpreters and ranked else {}
    seats = [Seat(each, offset) for offset, each in taken.items()]
    free = (offset for offset in _from_the_middle() if offset not in taken)
    for rank, each in enumerate([*ranked, *support], 1):
        seats.append(Seat(each, next(free), rank))
    seats += [Seat(each, next(free)) for each in interpreters[len(taken) :]]
    return sorted(seats, key=lambda seat: seat.offset)


def _from_the_middle() -> Iterator[int]:
    """Give the places in the order they are filled: 0, right, left, second right, …."""
    yield 0
    step = 1
    while True:
        yield step
        yield -step
        step += 1
