from datetime import date

import pytest

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.countdown import closed_day, due_on_closed_days, whole_working_days
from liaison.time import jalali
from tests.domain.rules.rows import Row

COUNTS = [
    # today, arrival, whole working days between
    ("1405/02/02", "1405/02/05", 0),  # Wednesday to Saturday over the weekend
    ("1405/02/02", "1405/02/06", 1),
    ("1405/02/01", "1405/02/05", 1),
    ("1405/02/02", "1405/02/04", 0),  # arrival on a Friday
    ("1405/02/02", "1405/02/02", 0),
    ("1405/02/02", "1405/02/01", 0),
    ("1405/03/05", "1405/03/10", 1),  # Tuesday to Sunday, over a holiday and the weekend
]


@pytest.mark.parametrize(("now", "arrival", "days"), COUNTS)
def test_whole_working_days_until_arrival(
    now: str, arrival: str, days: int, calendar: OfficeCalendar
) -> None:
    assert whole_working_days(jalali.read(now), jalali.read(arrival), calendar) == days


def test_tasks_due_on_closed_days_are_told_with_the_nearest_working_days(
    calendar: OfficeCalendar,
) -> None:
    tasks = [
        Row("a", {"title_en": "Test task 1", "due_on": jalali.read("1405/02/03")}),
        Row("b", {"title_en": "Test task 2", "due_on": jalali.read("1405/02/04")}),
        Row("c", {"title_en": "Test task 3", "due_on": jalali.read("1405/02/05")}),
        Row("d", {"due_on": jalali.read("1405/02/04"), "done_on": jalali.read("1405/02/01")}),
        Row("e", {"title_en": "Test task 5"}),
    ]
    told = due_on_closed_days(tasks, calendar)
    assert [each.records for each in told] == [("a",), ("b",)]
    assert told[0].message == (
        "“Test task 1”: Thursday, 23 April 2026 is a closed day; the nearest working days are "
        "Wednesday, 22 April 2026 and Saturday, 25 April 2026."
    )


def test_a_working_day_needs_no_warning(today: date, calendar: OfficeCalendar) -> None:
    assert closed_day(today, calendar) == ""
