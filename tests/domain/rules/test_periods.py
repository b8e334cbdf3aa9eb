"""The periods an office reports on, and what each is compared with."""

from datetime import date

import pytest

from liaison.domain.rules.periods import (
    Period,
    Term,
    half_year,
    quarter_of,
    terms_in_order,
    year_of,
)

TODAY = date(2026, 4, 22)
"""2 Ordibehesht 1405."""
SIXTH = Term("ششم", "Sixth", Period(date(2021, 8, 5), date(2025, 8, 4)))
SEVENTH = Term("هفتم", "Seventh", Period(date(2025, 8, 5), date(2029, 8, 4)))


@pytest.mark.parametrize(
    ("found", "since", "until"),
    [
        (quarter_of(TODAY), date(2026, 3, 21), date(2026, 6, 21)),
        (quarter_of(date(2026, 3, 20)), date(2025, 12, 22), date(2026, 3, 20)),
        (half_year(date(2026, 9, 23)), date(2026, 9, 23), date(2027, 3, 20)),
        (year_of(TODAY), date(2026, 3, 21), date(2027, 3, 20)),
        (year_of(TODAY).before, date(2025, 3, 21), date(2026, 3, 20)),
        (half_year(TODAY).before, date(2025, 3, 21), date(2025, 9, 22)),
        # Up to the end of Esfand is up to its end the year before: 1403 is a leap year.
        (year_of(date(2025, 6, 1)).before, date(2024, 3, 20), date(2025, 3, 20)),
        (half_year(date(2025, 12, 1)).before, date(2024, 9, 22), date(2025, 3, 20)),
        (quarter_of(date(2025, 3, 20)).before, date(2023, 12, 22), date(2024, 3, 19)),
        (Period(date(2026, 3, 20), date(2026, 3, 20)).before, date(2025, 3, 19), date(2025, 3, 19)),
        # What is longer than a year is compared with as many days right before it.
        (
            Period(date(2024, 1, 1), date(2025, 12, 31)).before,
            date(2021, 12, 31),
            date(2023, 12, 31),
        ),
        (Period(TODAY, TODAY).before, date(2025, 4, 22), date(2025, 4, 22)),
    ],
)
def test_the_days_of_a_period(found: Period, since: date, until: date) -> None:
    assert (found.since, found.until) == (since, until)


def test_a_council_term_is_compared_with_the_one_before_it() -> None:
    first, second = terms_in_order([SEVENTH, SIXTH])
    assert [first.name_en, second.name_en] == ["Sixth", "Seventh"]
    assert second.period.before == SIXTH.period
    assert first.period.before.until == date(2021, 8, 4)
