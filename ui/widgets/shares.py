"""How the columns of a list share its width, and which give way where it is narrow."""

from collections.abc import Sequence
from typing import Final

from ui.fonts import scaled

_LEAST: Final = 120
"""Pixels the column with most words needs to be read."""


def laid_out(widths: Sequence[float], room: int) -> dict[int, int]:
    """Return the width in pixels of each column that is shown in `room` pixels.

    `widths` are pixels from 1 up and shares of what is left below 1. The first column and the one
    with the largest share are always shown. The other shares give way first, from the last, then
    the others from the narrowest. Pixels are those at the usual size of text.
    """
    widths = [each if each < 1 else scaled(int(each)) for each in widths]
    largest = max(range(len(widths)), key=lambda at: widths[at] if widths[at] < 1 else 0)
    others = [at for at in range(len(widths) - 1, 0, -1) if at != largest]
    others.sort(key=lambda at: widths[at] if widths[at] >= 1 else 0)
    shown = list(range(len(widths)))
    found = _shared(widths, shown, room)
    while others and found[largest] < scaled(_LEAST):
        shown.remove(others.pop(0))
        found = _shared(widths, shown, room)
    return found


def _shared(widths: Sequence[float], shown: Sequence[int], room: int) -> dict[int, int]:
    left = room - sum(widths[at] for at in shown if widths[at] >= 1)
    shares = sum(widths[at] for at in shown if widths[at] < 1)
    return {
        at: int(widths[at] if widths[at] >= 1 else max(40, left * widths[at] / shares))
        for at in shown
    }
