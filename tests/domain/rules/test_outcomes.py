"""What counts as an outcome of a period, and by which day."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from liaison.domain.rules.outcomes import (
    THEMES,
    by_month,
    by_theme,
    held_in,
    signed_in,
    took_place,
)
from liaison.domain.rules.periods import Period, half_year, months_up_to
from liaison.time.span import read
from tests.domain.rules.rows import Row

PERIOD = Period(date(2025, 3, 21), date(2025, 9, 22))
"""The first half of 1404."""


@pytest.mark.parametrize(
    ("today", "since", "until"),
    [
        (date(2025, 3, 21), date(2025, 3, 21), date(2025, 9, 22)),
        (date(2025, 9, 22), date(2025, 3, 21), date(2025, 9, 22)),
        (date(2025, 9, 23), date(2025, 9, 23), date(2026, 3, 20)),
        (date(2025, 3, 20), date(2024, 9, 22), date(2025, 3, 20)),  # 30 Esfand of a leap year
    ],
)
def test_the_half_of_a_year(today: date, since: date, until: date) -> None:
    assert half_year(today) == Period(since, until)


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 20), date(2025, 11, 22), date(2026, 10, 23)),  # 29 Aban 1405
        (date(2026, 11, 22), date(2025, 12, 22), date(2026, 11, 22)),  # the first of Azar
        (date(2025, 3, 20), date(2024, 3, 20), date(2025, 2, 19)),  # 30 Esfand of a leap year
    ],
)
def test_a_year_of_months_ends_with_the_day_itself(today: date, first: date, last: date) -> None:
    months = months_up_to(today, 12)
    assert len(months) == 12
    assert (months[0].since, months[-1]) == (first, Period(last, today))
    for month, following in pairwise(months):
        assert month.until + timedelta(days=1) == following.since


def test_a_leap_day_has_the_last_of_esfand_before_it() -> None:
    leap = date(2025, 3, 20)
    assert Period(leap, leap).before == Period(date(2024, 3, 19), date(2024, 3, 19))


@pytest.mark.parametrize(
    ("values", "counts"),
    [
        ({"starts_on": date(2025, 3, 21), "stage": "closed"}, True),
        ({"starts_on": date(2025, 9, 22), "stage": "preparing"}, True),
        ({"starts_on": date(2025, 9, 23), "stage": "closed"}, False),
        ({"starts_on": date(2025, 5, 1), "stage": "cancelled"}, False),
        ({"starts_on": date(2025, 5, 1), "stage": "proposed"}, False),
        ({"stage": "closed"}, False),
    ],
)
def test_which_visits_count(values: dict[str, Any], *, counts: bool) -> None:
    assert bool(took_place([Row("v", values)], PERIOD)) is counts


@pytest.mark.parametrize(
    ("state", "starts_at", "counts"),
    [
        ("held", datetime(2025, 5, 1, 8, tzinfo=UTC), True),
        # Half past eight in the evening UTC is past midnight at the office.
        ("held", datetime(2025, 3, 20, 20, 31, tzinfo=UTC), True),
        ("planned", datetime(2025, 5, 1, 8, tzinfo=UTC), False),
    ],
)
def test_which_meetings_count(state: str, starts_at: datetime, *, counts: bool) -> None:
    rows = [Row("m", {"state": state, "starts_at": starts_at})]
    assert bool(held_in(rows, PERIOD)) is counts


def test_agreements_count_by_the_day_of_signing() -> None:
    rows = [Row("a", {"signed_on": read("1404/02/01")}), Row("b", {"signed_on": read("1403")})]
    assert [each.uid for each in signed_in(rows, PERIOD)] == ["a"]


def test_records_are_counted_by_partner_and_theme() -> None:
    rows = [
        ("a", Row("1", {"theme": "culture"})),
        ("b", Row("2", {"themes": ("culture", "economy")})),
        ("b", Row("3", {"theme": "economy"})),
        ("c", Row("4", {})),
    ]
    found = by_theme(rows)
    assert list(found) == ["b", "a"]
    assert found["b"][THEMES.index("economy")] == 2
    assert sum(found["a"]) == 1


def test_every_month_of_the_period_is_there() -> None:
    counts = by_month([Row("v", {"starts_on": date(2025, 4, 21)})], PERIOD)
    assert list(counts) == [(1404, month) for month in range(1, 7)]
    assert counts[1404, 2] == 1
