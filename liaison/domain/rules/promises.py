"""What the two sides promised each other: what was kept of it, and what is still owed."""

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeVar

from liaison.domain.rules import overdue
from liaison.domain.rules.facts import Facts

_Owed = TypeVar("_Owed", bound=Facts)

_OPEN_CLAUSES: Final = frozenset({"open", "under_way", "blocked"})


def kept(follow_ups: Iterable[Facts], side: str) -> tuple[int, int]:
    """Return how many promises of `side` are done, and how many there are."""
    made = [
        each
        for each in follow_ups
        if each.get("owed_by") in {side, "both"} and each.get("state") != "cancelled"
    ]
    return sum(each.get("state") == "done" for each in made), len(made)


def still_owed(follow_ups: Iterable[_Owed], clauses: Iterable[_Owed]) -> list[_Owed]:
    """Return the records of what is still owed by either side, the earliest day first.

    `clauses` are those of documents in force; one that a follow-up already stands for is left to
    that follow-up.
    """
    tasks = list(follow_ups)
    taken = {each.get("article") for each in tasks}
    owed = [each for each in tasks if overdue.is_open(each)]
    owed += [
        each
        for each in clauses
        if each.get("state") in _OPEN_CLAUSES and each.get("owed_by") and each.uid not in taken
    ]
    return sorted(owed, key=lambda each: each.get("due_on") or date.max)
