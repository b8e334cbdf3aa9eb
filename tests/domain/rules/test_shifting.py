from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison import i18n
from liaison.domain.rules.shifting import following, minutes_between, shifted
from liaison.errors import UserError
from liaison.time import instant
from tests.domain.rules.rows import Row

DAY = date(2026, 4, 25)


def item(uid: str, starts: str = "", ends: str = "", **values: Any) -> Row:
    times = {
        "starts": time.fromisoformat(starts) if starts else None,
        "ends": time.fromisoformat(ends) if ends else None,
    }
    return Row(uid, {"day": DAY, "title_en": uid, **times, **values})


ITEMS = [
    item("late", "16:00", "17:00"),
    item("first", "08:00", "09:00"),
    item("beside", "08:00", "08:30"),
    item("before", "07:30", "09:00"),
    item("next", "09:30", "10:30"),
    item("cancelled", "10:00", "11:00", state="cancelled"),
    item("untimed"),
    item("other day", "09:00", day=DAY + timedelta(days=1)),
]


def test_what_begins_later_on_that_day_follows_in_order() -> None:
    first = ITEMS[1]
    assert [each.uid for each in following(ITEMS, first)] == ["beside", "next", "late"]


def test_an_item_moved_already_is_followed_by_what_followed_it_before() -> None:
    moved = item("first", "12:00", "13:00")
    assert [each.uid for each in following(ITEMS, moved, time(8))] == ["beside", "next", "late"]
    assert [each.uid for each in following(ITEMS, moved)] == ["late"]


def test_nothing_follows_an_item_without_a_time_or_a_day() -> None:
    assert following(ITEMS, item("untimed")) == []
    assert following(ITEMS, item("dayless", "08:00", day=None)) == []


@pytest.mark.parametrize(
    ("before", "after", "minutes"),
    [
        (item("a", "08:00", "09:00"), item("a", "10:00", "11:00"), 120),
        (item("a", "08:00", "09:00"), item("a", "07:45", "09:00"), -15),
        (item("a", "08:00", "09:00"), item("a", "08:00", "09:40"), 40),
        (item("a", "08:00", "09:00"), item("a", "08:00", "09:00"), 0),
        (item("a", "08:00"), item("a", "08:00", "09:00"), 0),
        (item("a"), item("a", "08:00"), 0),
        (item("a", "08:00"), item("a", "09:00", day=DAY + timedelta(days=1)), 0),
        (item("a", "08:00", day=None), item("a", "09:00", day=None), 0),
    ],
)
def test_by_how_much_an_item_was_moved(before: Row, after: Row, minutes: int) -> None:
    assert minutes_between(before, after) == minutes


def test_items_read_as_they_will_be() -> None:
    (moved,) = shifted([item("a", "08:00", "09:15", vehicle="Car")], 90)
    assert moved.uid == "a"
    assert (moved.get("starts"), moved.get("ends")) == (time(9, 30), time(10, 45))
    assert (moved.get("vehicle"), moved.get("host_fa"), moved.get("x", 1)) == ("Car", None, 1)


def test_an_open_end_stays_open() -> None:
    (moved,) = shifted([item("a", "08:00")], 30)
    assert dict(moved.times) == {"starts": time(8, 30)}


@pytest.mark.parametrize("minutes", [60, -8 * 60 - 1])
def test_an_item_does_not_leave_its_day(minutes: int) -> None:
    i18n.install("en")
    with pytest.raises(UserError, match="“a” would leave its day"):
        shifted([item("a", "08:00", "23:30")], minutes)


def test_a_meeting_moves_with_the_item_it_is_shown_by() -> None:
    begins = datetime(2026, 4, 25, 8, tzinfo=instant.zone()).astimezone(UTC)
    meeting = Row("m", {"starts_at": begins, "ends_at": None})
    elsewhere = Row("n", {"starts_at": begins + timedelta(days=2)})
    vague = Row("o", {"starts_at": None})
    items = [item(each, "08:00", meeting=each) for each in ("m", "n", "o", "gone")]
    known = {each.uid: each for each in (meeting, elsewhere, vague)}
    moved = shifted(items, 45, known)
    assert [dict(each.moments) for each in moved] == [
        {"starts_at": begins + timedelta(minutes=45)},
        {},
        {},
        {},
    ]


@given(st.lists(st.integers(0, 23 * 60), max_size=12), st.integers(-5, 59), st.integers(0, 59))
def test_the_order_and_the_lengths_stay(starts: list[int], minutes: int, length: int) -> None:
    def at(minute: int) -> time:
        return time(*divmod(minute, 60))

    items = [
        Row(str(number), {"day": DAY, "starts": at(each), "ends": at(min(each + length, 1439))})
        for number, each in enumerate(starts)
    ]
    try:
        moved = shifted(items, minutes)
    except UserError:
        return
    for before, after in zip(items, moved, strict=True):
        assert minutes_between(before, after) == minutes
        spans = [
            datetime.combine(DAY, each.get("ends")) - datetime.combine(DAY, each.get("starts"))
            for each in (before, after)
        ]
        assert spans[0] == spans[1]
    back = shifted(moved, -minutes)
    assert [dict(each.times) for each in back] == [
        {key: each.get(key) for key in ("starts", "ends")} for each in items
    ]
