from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.overdue import (
    GROUP_LABELS,
    Group,
    arranged,
    days_late,
    days_left,
    group_of,
    open_promises,
)
from liaison.time import jalali
from tests.domain.rules.rows import Row

LATE = [
    # due, today, working days late: Thursday and Friday are closed
    ("1405/02/02", "1405/02/02", 0),
    ("1405/02/02", "1405/02/03", 0),
    ("1405/02/02", "1405/02/05", 1),
    ("1405/02/01", "1405/02/02", 1),
    ("1405/02/05", "1405/02/02", 0),
    ("1405/03/05", "1405/03/09", 1),
    ("1405/03/13", "1405/03/16", 1),
]


@pytest.mark.parametrize(("due", "now", "late"), LATE)
def test_lateness_counts_working_days(
    due: str, now: str, late: int, calendar: OfficeCalendar
) -> None:
    assert days_late(jalali.read(due), jalali.read(now), calendar) == late


def test_what_has_no_day_is_never_late(today: date, calendar: OfficeCalendar) -> None:
    assert days_late(None, today, calendar) == 0


def test_days_left_of_the_filled_sample(calendar: OfficeCalendar) -> None:
    start, due = jalali.read("1405/03/02"), jalali.read("1405/03/10")
    assert days_left(due, start, calendar) == 5
    only_friday = OfficeCalendar(frozenset({4}), calendar.holidays)
    assert days_left(jalali.read("1405/03/09"), start, only_friday) == 5


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-60, 60))
def test_a_day_is_either_late_or_left(day: date, distance: int) -> None:
    calendar = OfficeCalendar()
    other = day + timedelta(distance)
    late, left = days_late(day, other, calendar), days_left(day, other, calendar)
    assert late == 0 or left == 0
    assert late + left <= abs(distance)


GROUPS: list[tuple[dict[str, Any], Group | None]] = [
    ({"state": "open", "due_on": date(2026, 4, 21)}, Group.OVERDUE),
    ({"state": "waiting", "due_on": date(2026, 4, 21)}, Group.OVERDUE),
    ({"state": "open", "due_on": date(2026, 4, 22)}, Group.SOON),
    ({"state": "under_way", "due_on": date(2026, 4, 29)}, Group.SOON),
    ({"state": "open", "due_on": date(2026, 4, 30)}, Group.LATER),
    ({"state": "open"}, Group.UNDATED),
    ({}, Group.UNDATED),
    ({"state": "waiting"}, Group.WAITING),
    ({"state": "waiting", "due_on": date(2026, 4, 23)}, Group.WAITING),
    ({"state": "done", "due_on": date(2026, 4, 1)}, Group.DONE),
    ({"state": "cancelled", "due_on": date(2026, 4, 1)}, None),
]


@pytest.mark.parametrize(("values", "group"), GROUPS)
def test_groups_of_the_managers_list(
    values: dict[str, Any], group: Group | None, today: date
) -> None:
    assert group_of(Row("f", values), today) == group


def test_every_group_has_a_label() -> None:
    assert set(GROUP_LABELS) == set(Group)


def test_the_other_sides_promises_stand_apart_in_order_of_day(today: date) -> None:
    rows = [
        Row("no day", {"owed_by": "ours"}),
        Row("later", {"owed_by": "ours", "due_on": date(2026, 6, 2)}),
        Row("late", {"owed_by": "both", "due_on": date(2026, 4, 2)}),
        Row("later still", {"owed_by": "theirs", "due_on": date(2026, 7, 1)}),
        Row("theirs", {"owed_by": "theirs", "due_on": date(2026, 6, 1)}),
        Row("old", {"owed_by": "ours", "state": "done", "done_on": date(2026, 1, 1)}),
        Row("new", {"owed_by": "ours", "state": "done", "done_on": date(2026, 4, 20)}),
        Row("off", {"owed_by": "ours", "state": "cancelled"}),
    ]
    whole = arranged(rows, today, since=date(2026, 3, 21))
    assert [each.uid for each in whole.ours[Group.OVERDUE]] == ["late"]
    assert [each.uid for each in whole.ours[Group.LATER]] == ["later"]
    assert [each.uid for each in whole.ours[Group.UNDATED]] == ["no day"]
    assert [each.uid for each in whole.ours[Group.DONE]] == ["new"]
    assert [each.uid for each in whole.theirs[Group.LATER]] == ["theirs", "later still"]
    assert sum(map(len, whole.ours.values())) + sum(map(len, whole.theirs.values())) == 6
    assert len(arranged(rows, today).ours[Group.DONE]) == 2
    assert [each.uid for each in open_promises(rows, "ours")] == ["late", "later", "no day"]
    assert [each.uid for each in open_promises(rows, "theirs")] == ["late", "theirs", "later still"]
