"""The number each follow-up has in the list."""

from collections.abc import Sequence


class Numbers:
    """The number each follow-up was first shown with, kept while rows come and go.

    Whoever works down a printed list, or reads numbers aloud, finds row 8 still called 8 after
    row 7 is done. Plain values: made on the worker, looked at by the window.
    """

    def __init__(self, order: Sequence[int] = ()) -> None:
        self._order = list(order)
        self._of = dict(zip(self._order, range(1, len(self._order) + 1), strict=True))

    def with_all(self, ids: Sequence[int]) -> "Numbers":
        """Return the numbers with the next ones for those of `ids` that have none."""
        known = self._of
        fresh = [each for each in ids if each not in known] if known else ids
        return Numbers([*self._order, *fresh]) if fresh else self

    def number(self, identity: int) -> int:
        """Return the number of a follow-up, 0 for one never heard of."""
        return self._of.get(identity, 0)

    def identity(self, number: int) -> int:
        """Return which follow-up has `number`, 0 for none."""
        return self._order[number - 1] if 0 < number <= len(self._order) else 0
