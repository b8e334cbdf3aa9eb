"""When a reminder is due, and which ones somebody knows already.

A reminder is known by its key. One that speaks of many records ends in a day and a number,
`overdue/all/2026-11-20/43`: it is known as long as neither is beyond what was taken note of, so
that it does not come again because something was done, and does where something was added.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

VISIT_DAYS: Final = (1, 3, 7)
"""How many days before a visit one is reminded of what its papers lack."""
REPLY_DAYS: Final = (0, 1, 3, 7)
"""How many days before the answer to an invitation is due; 0 from that day on."""

_MANY: Final = re.compile(r"(.+)/(\d{4}-\d{2}-\d{2})/(\d+)")


def step(days: int, ahead: Sequence[int]) -> int | None:
    """Return which of the steps `ahead`, the nearest first, is due with `days` to go.

    None while even the farthest is to come. What is past is at the nearest.
    """
    return next((each for each in ahead if days <= each), None)


def many_key(name: str, last: date, count: int) -> str:
    """Return the key of a reminder of `count` records, the latest of them of the day `last`."""
    return f"{name}/{last.isoformat()}/{count}"


class Known:
    """The reminders that somebody knows, by their keys."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = frozenset(keys)
        self._many: dict[str, list[tuple[str, int]]] = {}
        for key in self._keys:
            found = _MANY.fullmatch(key)
            if found:
                name, last, count = found.groups()
                self._many.setdefault(name, []).append((last, int(count)))

    def holds(self, key: str) -> bool:
        """Tell whether there is nothing new in the reminder `key`."""
        if key in self._keys:
            return True
        found = _MANY.fullmatch(key)
        if found is None:
            return False
        name, last, count = found.groups()
        return any(day >= last and most >= int(count) for day, most in self._many.get(name, ()))
