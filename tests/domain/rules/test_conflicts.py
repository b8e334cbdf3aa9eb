from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.conflicts import Surroundings, conflicts, suggested_minutes
from liaison.domain.rules.facts import Finding
from tests.domain.rules.rows import Row

SATURDAY, MONDAY, FRIDAY = date(2026, 4, 25), date(2026, 4, 27), date(2026, 5, 1)


def item(uid: str, starts: str, ends: str = "", **values: Any) -> Row:
    times = {
        "starts": time.fromisoformat(starts),
        "ends": time.fromisoformat(ends) if ends else None,
    }
    return Row(uid, {"day": SATURDAY, "title_en": uid, **times, **values})


def found(*items: Row, **around: Any) -> list[Finding]:
    return conflicts(items, Surroundings(**{"calendar": OfficeCalendar(), **around}))


PAIRS: list[tuple[Row, Row, list[str]]] = [
    # The same hall at one time, however its name is spelt.
    (
        item("a", "09:00", "10:00", place_fa="تالار  آزمون"),
        item("b", "09:30", "10:30", place_fa="تالار آزمون"),
        ["place"],
    ),
    (
        item("a", "09:00", "10:00", place_en="Test Hall"),
        item("b", "09:00", "10:00", place_en="test hall"),
        ["place"],
    ),
    # One after the other is no conflict.
    (
        item("a", "09:00", "10:00", place_en="Test Hall"),
        item("b", "10:00", "11:00", place_en="Test Hall"),
        [],
    ),
    (
        item("a", "09:00", "10:00", responsible="o1"),
        item("b", "09:59", "10:30", responsible="o1"),
        ["responsible"],
    ),
    (
        item("a", "09:00", "10:00", vehicle="Car 1"),
        item("b", "08:00", "12:00", vehicle="Car 1"),
        ["vehicle"],
    ),
    (
        item("a", "09:00", "10:00", vehicle="Car 1"),
        item("b", "08:00", "12:00", vehicle="Car 2"),
        [],
    ),
    # Without an end it is a moment, but two moments meet.
    (item("a", "09:00", vehicle="Car 1"), item("b", "09:00", vehicle="Car 1"), ["vehicle"]),
    (item("a", "09:00", vehicle="Car 1"), item("b", "08:00", "09:00", vehicle="Car 1"), []),
    # A cancelled item is in nobody's way, nor is one of another day.
    (
        item("a", "09:00", "10:00", vehicle="Car 1", state="cancelled"),
        item("b", "09:00", "10:00", vehicle="Car 1"),
        [],
    ),
    (
        item("a", "09:00", "10:00", vehicle="Car 1", day=MONDAY),
        item("b", "09:00", "10:00", vehicle="Car 1"),
        [],
    ),
    # Two places need a way between them.
    (
        item("a", "09:00", "10:00", place_en="Hall 1"),
        item("b", "10:00", "11:00", place_en="Hall 2"),
        ["transfer"],
    ),
    (
        item("a", "09:00", "10:00", place_en="Hall 1"),
        item("b", "10:00", "10:20", place_en="Hall 2", kind="transfer"),
        [],
    ),
    (item("a", "09:00", "10:00"), item("b", "10:00", "11:00", place_en="Hall 2"), []),
    # Two wrongs are told apart.
    (
        item("a", "09:00", "10:00", responsible="o1", place_en="Hall 1"),
        item("b", "09:00", "10:00", responsible="o1", place_en="Hall 1"),
        ["place", "responsible"],
    ),
]


@pytest.mark.parametrize(("first", "second", "kinds"), PAIRS)
def test_two_items_that_need_one_thing(first: Row, second: Row, kinds: list[str]) -> None:
    told = found(first, second)
    assert [each.kind for each in told] == kinds
    for each in told:
        assert set(each.records) == {"a", "b"}
        assert "“a”" in each.message
        assert "“b”" in each.message


def test_one_person_in_two_meetings() -> None:
    people = {"a": ["p1", "p2"], "b": ["p2"], "c": ["p3"]}
    items = [item(uid, "09:00", "10:00") for uid in "abc"]
    assert [(each.kind, each.records) for each in found(*items, people=people)] == [
        ("person", ("a", "b"))
    ]


def test_an_item_that_ends_before_it_starts() -> None:
    told = found(item("a", "10:00", "09:00"), item("b", "09:10", "09:20", place_en="x"))
    assert [(each.kind, each.records) for each in told] == [("backwards", ("a",))]
    assert told[0].message == "“a” ends before it starts."


LUNCHES: list[tuple[list[Row], list[tuple[str, ...]]]] = [
    ([item("lunch", "13:00", "14:30", kind="meal")], [("lunch",)]),
    ([item("talks", "11:00", "12:30"), item("visit", "14:00", "15:00")], []),
    ([item("talks", "11:00", "13:00"), item("lunch", "13:00", "14:30")], [("talks", "lunch")]),
    ([item("lunch", "13:00", "14:30"), item("prayer", "12:30", "13:00", kind="prayer")], []),
    ([item("lunch", "13:00", "14:30", state="cancelled")], []),
]


@pytest.mark.parametrize(("items", "expected"), LUNCHES)
def test_lunch_asks_for_the_prayer_row(items: list[Row], expected: list[tuple[str, ...]]) -> None:
    told = [each for each in found(*items) if each.kind == "prayer"]
    assert [each.records for each in told] == expected
    for each in told:
        assert each.message == (
            "Saturday, 25 April 2026 has no time for prayer between 12:30 and 14:00."
        )


def test_a_closed_day_is_told_once() -> None:
    told = found(item("a", "09:00", day=FRIDAY), item("b", "10:00", day=FRIDAY), item("c", "09:00"))
    assert [(each.kind, each.records) for each in told] == [("closed", ("a", "b"))]
    holiday = OfficeCalendar(frozenset(), frozenset({SATURDAY}))
    assert [each.kind for each in found(item("c", "09:00"), calendar=holiday)] == ["closed"]


# Arrival on 25 April at 08:20 in Tehran, departure on the 28th at 06:00.
STAY = {
    "arrives": datetime(2026, 4, 25, 4, 50, tzinfo=UTC),
    "departs": datetime(2026, 4, 28, 2, 30, tzinfo=UTC),
}
STAYS: list[tuple[Row, Mapping[str, Any], bool]] = [
    (item("a", "08:00", "09:00"), STAY, True),
    (item("a", "08:20", "09:00"), STAY, False),
    (item("a", "08:00", "09:00", kind="arrival"), STAY, False),
    (item("a", "05:00", "06:00", day=date(2026, 4, 28)), STAY, False),
    (item("a", "05:00", "06:30", day=date(2026, 4, 28)), STAY, True),
    (item("a", "08:00", "09:00"), {**STAY, "attendance": "prevented"}, False),
    (item("a", "08:00", "09:00"), {}, False),
]


@pytest.mark.parametrize(("row", "stay", "outside"), STAYS)
def test_an_item_outside_a_members_stay(row: Row, stay: dict[str, Any], outside: bool) -> None:  # noqa: FBT001 - the expected answer
    told = found(row, members=[Row("m1", stay)], names={"m1": "Test Member 1"})
    assert [each.kind for each in told] == ["stay"] * outside
    for each in told:
        assert each.records == ("a", "m1")
        assert each.message == "“a” is outside the stay of Test Member 1."


def test_only_who_takes_part_has_to_be_there() -> None:
    members = [Row("m1", STAY), Row("m2", STAY), Row("m3", {})]
    row = item("a", "08:00", "09:00")
    both = found(row, members=members, names={"m1": "One", "m2": "Two"})
    assert both[0].message == "“a” is outside the stay of One and Two."
    assert not found(row, members=members, people={"a": ["m3"]})


@pytest.mark.parametrize(
    ("interpretation", "minutes"),
    [("consecutive", 90), ("simultaneous", 45), ("none", 45), (None, 45)],
)
def test_consecutive_interpretation_doubles_the_time(
    interpretation: str | None, minutes: int
) -> None:
    assert suggested_minutes(45, interpretation) == minutes


TIMES = st.none() | st.times().map(lambda each: each.replace(second=0, microsecond=0))
ITEMS = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.none() | st.sampled_from([SATURDAY, FRIDAY]),
            "starts": TIMES,
            "ends": TIMES,
            "place_fa": st.sampled_from([None, "تالار ۱", "تالار ۲"]),
            "kind": st.sampled_from([None, "meal", "prayer", "transfer"]),
        }
    ),
    max_size=6,
)


@given(ITEMS)
def test_any_programme_is_judged_the_same_in_any_order(values: list[dict[str, Any]]) -> None:
    rows = [Row(str(number), each) for number, each in enumerate(values)]

    def summary(items: list[Row]) -> list[tuple[str, tuple[str, ...]]]:
        told = found(*items, members=[Row("m1", STAY)])
        return sorted(
            (each.kind, tuple(sorted(each.records))) for each in told if each.kind != "transfer"
        )

    assert summary(rows) == summary(rows[::-1])


@pytest.mark.parametrize(
    ("count", "told"),
    [(4, "M1, M2, M3 and M4"), (5, "M1, M2, M3 and 2 others"), (30, "M1, M2, M3 and 27 others")],
)
def test_of_many_members_the_first_are_named(count: int, told: str) -> None:
    late = {"arrives": datetime(2026, 4, 26, tzinfo=UTC)}
    members = [Row(f"m{number}", late) for number in range(1, count + 1)]
    names = {each.uid: each.uid.upper() for each in members}
    (finding,) = found(item("a", "09:00"), members=members, names=names)
    assert finding.message == f"“a” is outside the stay of {told}."
    assert finding.records == ("a", *names)
