from datetime import date, timedelta

import pytest

from liaison.time import jalali, months


@pytest.mark.parametrize(
    ("day", "lang", "first", "last"),
    [
        ("1405/08/30", "fa", date(2026, 10, 23), date(2026, 11, 21)),
        ("1405/12/29", "fa", date(2027, 2, 20), date(2027, 3, 20)),  # not a leap year
        ("1403/12/30", "fa", date(2025, 2, 19), date(2025, 3, 20)),
        ("1405/08/30", "en", date(2026, 11, 1), date(2026, 11, 30)),
        ("2028-02-10", "en", date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_a_month_is_that_of_the_readers(day: str, lang: str, first: date, last: date) -> None:
    assert months.month_of(jalali.read(day), lang) == (first, last)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fa", ("آبان ۱۴۰۵", "اکتبر – نوامبر ۲۰۲۶")),
        ("en", ("October – November 2026", "Aban 1405")),
    ],
)
def test_both_calendars_are_named(lang: str, expected: tuple[str, str]) -> None:
    assert months.month_title(date(2026, 10, 23), date(2026, 11, 21), lang) == expected


def test_two_years_are_both_named() -> None:
    days = date(2026, 12, 22), date(2027, 1, 20)
    assert months.month_title(*days, "fa") == ("دی ۱۴۰۵", "دسامبر ۲۰۲۶ – ژانویه ۲۰۲۷")


@pytest.mark.parametrize("days", range(7))
def test_every_week_begins_on_saturday(days: int) -> None:
    saturday = date(2026, 11, 21)
    assert months.week_of(saturday + timedelta(days=days)) == saturday


@pytest.mark.parametrize(
    ("day", "later", "lang", "expected"),
    [
        ("1405/06/31", 1, "fa", "1405/07/30"),
        ("1405/01/15", -1, "fa", "1404/12/15"),
        ("2026-01-31", 1, "en", "2026-02-28"),
        ("2026-01-31", -1, "en", "2025-12-31"),
        ("2026-12-05", 13, "en", "2028-01-05"),
    ],
)
def test_a_month_later_stays_in_that_month(day: str, later: int, lang: str, expected: str) -> None:
    assert months.months_later(jalali.read(day), later, lang) == jalali.read(expected)
