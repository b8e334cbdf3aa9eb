"""Columns of a list in wide and narrow places."""

from collections.abc import Mapping, Sequence

import pytest

from ui.widgets.shares import laid_out

MEETINGS = (152, 0.6, 0.4, 122)
FOLLOW_UPS = (48, 0.66, 0.34, 132, 72, 126)
MEMBERS = (60, 0.4, 0.36, 0.24, 104)


@pytest.mark.parametrize(
    ("widths", "room", "shown"),
    [
        (MEETINGS, 774, {0: 152, 1: 300, 2: 200, 3: 122}),
        (MEETINGS, 450, {0: 152, 1: 176, 3: 122}),
        (MEETINGS, 340, {0: 152, 1: 188}),
        (MEETINGS, 150, {0: 152, 1: 40}),
        (MEMBERS, 464, {0: 60, 1: 120, 2: 108, 3: 72, 4: 104}),
        (MEMBERS, 440, {0: 60, 1: 145, 2: 130, 4: 104}),
        (FOLLOW_UPS, 470, {0: 48, 1: 164, 3: 132, 5: 126}),
        ((0.99,), 300, {0: 300}),
    ],
)
def test_what_is_read_first_stays_to_be_read(
    widths: Sequence[float], room: int, shown: Mapping[int, int]
) -> None:
    assert laid_out(widths, room) == shown
