import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.time.holidays import FRIDAY_ONLY, WEEKEND, fixed
from liaison.time.jalali import from_jalali, read
from liaison.time.workdays import days_late, due, is_closed, nearest_open, working_days_between

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))["due"]
HOLIDAYS = {read(day) for day in VECTORS["holidays"]}
DATES = st.dates(date(2026, 1, 1), date(2027, 12, 31))
WEEKENDS = st.sets(st.integers(0, 6), max_size=6)


@pytest.mark.parametrize(("start", "days", "long", "short"), VECTORS["cases"])
def test_vectors(start: str, days: int, long: str, short: str) -> None:
    assert due(read(start), days, WEEKEND, HOLIDAYS) == read(long)
    assert due(read(start), days, FRIDAY_ONLY, HOLIDAYS) == read(short)


@given(DATES, st.integers(0, 60), WEEKENDS, st.sets(DATES, max_size=40))
def test_counting_undoes_adding(
    start: date, days: int, weekend: set[int], holidays: set[date]
) -> None:
    end = due(start, days, weekend, holidays)
    assert working_days_between(start, end, weekend, holidays) == days
    assert working_days_between(end, start, weekend, holidays) == -days
    assert not days or not is_closed(end, weekend, holidays)
    back = due(end, -days, weekend, holidays)
    assert is_closed(start, weekend, holidays) or back == start or not days


@given(DATES, DATES, WEEKENDS, st.sets(DATES, max_size=40))
def test_counting_is_counting(
    start: date, end: date, weekend: set[int], holidays: set[date]
) -> None:
    start, end = min(start, end), max(start, end)
    days = [start + timedelta(days=n + 1) for n in range((end - start).days)]
    opened = [day for day in days if not is_closed(day, weekend, holidays)]
    assert working_days_between(start, end, weekend, holidays) == len(opened)
    assert days_late(start, end, weekend, holidays) == len(opened)


def test_lateness_begins_on_the_next_working_day() -> None:
    wednesday = from_jalali(1405, 2, 9)
    late = [
        days_late(wednesday, wednesday + timedelta(days=n), WEEKEND, set()) for n in range(-1, 6)
    ]
    assert late == [0, 0, 0, 0, 1, 2, 3]


def test_nearest_open_days() -> None:
    friday = from_jalali(1405, 3, 15)
    assert nearest_open(friday, WEEKEND, HOLIDAYS) == (
        from_jalali(1405, 3, 13),
        from_jalali(1405, 3, 16),
    )
    saturday = from_jalali(1405, 3, 16)
    assert nearest_open(saturday, WEEKEND, HOLIDAYS) == (saturday, saturday)


def test_a_week_without_work_is_an_error() -> None:
    with pytest.raises(ValueError, match="one working day"):
        due(date(2026, 1, 1), 1, set(range(7)), set())
    with pytest.raises(ValueError, match="one working day"):
        nearest_open(date(2026, 1, 1), set(range(7)), set())


def test_fixed_holidays() -> None:
    days = fixed(1405)
    assert list(days) == sorted(days)
    assert len(days) == 10
    assert days[date(2026, 3, 21)] == ("نوروز", "Nowruz")
    assert from_jalali(1405, 11, 22) in days
    assert len(fixed(1403)) == 11
    assert from_jalali(1403, 12, 30) in fixed(1403)
