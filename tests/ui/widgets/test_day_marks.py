"""Marks in the lanes of a week."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from ui.widgets.day_marks import Mark, week_of

SATURDAY = date(2026, 11, 21)


def mark(key: str, first: int, last: int) -> Mark:
    days = (SATURDAY + timedelta(days=each) for each in (first, last))
    return Mark(key, key, key, *days)


def placed(marks: Sequence[Mark], room: int) -> tuple[list[tuple[str, int, int, int]], list[int]]:
    week = week_of(marks, SATURDAY, room)
    return [(e.mark.key, e.lane, e.first, e.last) for e in week.placed], list(week.hidden)


@pytest.mark.parametrize(
    ("marks", "room", "expected", "hidden"),
    [
        ([("a", 1, 1), ("b", 0, 3)], 3, [("b", 0, 0, 3), ("a", 1, 1, 1)], [0] * 7),
        ([("a", -5, 1), ("b", 6, 20)], 3, [("a", 0, 0, 1), ("b", 0, 6, 6)], [0] * 7),
        ([("a", -5, -1), ("b", 7, 8)], 3, [], [0] * 7),
        # the last lane of a full day says how many more there are
        ([("a", 2, 2), ("b", 2, 2), ("c", 2, 2)], 2, [("a", 0, 2, 2)], [0, 0, 2, 0, 0, 0, 0]),
        # a bar is not drawn on the day that has no room for it
        (
            [("a", 0, 4), ("b", 1, 3), ("c", 2, 2)],
            2,
            [("a", 0, 0, 4), ("b", 1, 1, 1), ("b", 1, 3, 3)],
            [0, 0, 2, 0, 0, 0, 0],
        ),
    ],
)
def test_marks_find_their_lanes(
    marks: Sequence[tuple[str, int, int]],
    room: int,
    expected: Sequence[tuple[str, int, int, int]],
    hidden: Sequence[int],
) -> None:
    assert placed([mark(*each) for each in marks], room) == (expected, hidden)


def test_a_bar_begins_and_ends_in_its_own_weeks() -> None:
    bar = mark("a", 3, 10)
    first, second = (week_of([bar], SATURDAY + timedelta(days=days), 3) for days in (0, 7))
    assert [(each.begins, each.ends) for each in first.placed] == [(True, False)]
    assert [(each.begins, each.ends) for each in second.placed] == [(False, True)]
