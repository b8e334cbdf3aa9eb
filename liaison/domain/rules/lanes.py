"""What lies side by side: stretches put into lanes, so that none covers another."""

from collections.abc import Sequence


def lanes(stretches: Sequence[tuple[int, int]]) -> list[int]:
    """Return the lane of each stretch (first, last), both ends its own; lanes count from 0.

    Those that begin earlier, and of them the longer ones, come first and get the upper lane.
    """
    order = sorted(
        range(len(stretches)), key=lambda each: (stretches[each][0], -stretches[each][1])
    )
    ends: list[int] = []
    found = [0] * len(stretches)
    for each in order:
        first, last = stretches[each]
        lane = next((number for number, end in enumerate(ends) if end < first), len(ends))
        ends[lane : lane + 1] = [last]
        found[each] = lane
    return found
