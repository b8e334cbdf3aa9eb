"""Who sits where when two delegations face each other over a table.

The heads sit opposite each other in the middle; from each head the others alternate right and
left by rank. The interpreter sits at the left of the head, the others of that side one place
further, and those who only support sit at the ends (protocol manuals: the place of honour is at
the right).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from liaison.domain.rules.facts import Facts, in_language, in_order
from liaison.domain.rules.precedence import AWAY, SUPPORT

INTERPRETER: Final = "interpreter"
_INTERPRETER: Final[Mapping[str, str]] = {"fa": "مترجم", "en": INTERPRETER}


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
    beside = interpreters[:1] if ranked else []
    seats = [Seat(each, -1) for each in beside]
    free = _from_the_middle(len(beside))
    for rank, each in enumerate([*ranked, *support], 1):
        seats.append(Seat(each, next(free), rank))
    seats += [Seat(each, next(free)) for each in interpreters[len(beside) :]]
    return sorted(seats, key=lambda seat: seat.offset)


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
