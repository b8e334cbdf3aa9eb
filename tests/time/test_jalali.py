import json
from datetime import date, timedelta
from pathlib import Path

import jdatetime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.errors import UserError
from liaison.time import jalali

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
DAY = timedelta(days=1)
KNOWN = st.dates(date(1822, 3, 21), date(2250, 1, 1))


@pytest.mark.parametrize(("iso", "solar", "weekday", "written"), VECTORS["dates"])
def test_vectors(iso: str, solar: str, weekday: str, written: str) -> None:
    day = date.fromisoformat(iso)
    year, month, number = jalali.to_jalali(day)
    assert f"{year}-{month:02}-{number:02}" == solar
    assert jalali.from_jalali(year, month, number) == day
    assert jalali.weekday(day, "fa") == weekday
    assert jalali.long_date(day, "fa") == written
    assert jalali.read(solar) == jalali.read(iso) == jalali.read(written) == day


@pytest.mark.parametrize("decade", range(1300, 1500, 20))
def test_every_day_agrees_with_another_library(decade: int) -> None:
    day = jdatetime.date(decade, 1, 1).togregorian()
    last = jdatetime.date(decade + 20, 1, 1).togregorian()
    while day <= last:
        other = jdatetime.date.fromgregorian(date=day)
        solar = jalali.to_jalali(day)
        assert solar == (other.year, other.month, other.day)
        assert jalali.from_jalali(*solar) == day
        day += DAY


def test_leap_years() -> None:
    leap = [year for year in range(1395, 1420) if jalali.is_leap(year)]
    assert leap == [1395, 1399, 1403, 1408, 1412, 1416]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1404/8/29", "2025-11-20"),
        ("۱۴۰۴/۰۸/۲۹", "2025-11-20"),
        ("١٤٠٤/٠٨/٢٩", "2025-11-20"),
        ("14۰4/٠8/۲9", "2025-11-20"),
        ("1404-08-29", "2025-11-20"),
        ("1404.08.29", "2025-11-20"),
        ("1404 08 29", "2025-11-20"),
        (" \u200f۱۴۰۴ / ۸ / ۲۹ ", "2025-11-20"),
        ("14040829", "2025-11-20"),
        ("۱۴۰۴۰۸۲۹", "2025-11-20"),
        ("20251120", "2025-11-20"),
        ("۱۴۰۵/۰۸/۲۹", "2026-11-20"),
        ("29/8/1404", "2025-11-20"),
        ("29 آبان 1404", "2025-11-20"),
        ("۲۹ آبان‌ماه ۱۴۰۴", "2025-11-20"),
        ("۲۹ آبان ماه سال ۱۴۰۴ هجری شمسی", "2025-11-20"),
        ("۲۹ ابان، ۱۴۰۴", "2025-11-20"),
        ("۱۴۰۴ آبان ۲۹, پنجشنبه", "2025-11-20"),
        ("29 Aban 1404", "2025-11-20"),
        ("آبان ۲۹، ۱۴۰۴", "2025-11-20"),
        ("پنج‌شنبه ۲۹ آبان ۱۴۰۴", "2025-11-20"),
        ("پنجشنبه ۲۹ آبان ۱۴۰۴ (برابر با ۲۰ نوامبر ۲۰۲۵)", "2025-11-20"),
        ("29 ارديبهشت 1404", "2025-05-19"),
        ("۵ دي ۱۴۰۴", "2025-12-26"),
        ("۱۲ امرداد ۱۴۰۴", "2025-08-03"),
        ("1403/12/30", "2025-03-20"),
        ("2025-11-20", "2025-11-20"),
        ("2025/11/20", "2025-11-20"),
        ("20/11/2025", "2025-11-20"),
        ("11/20/2025", "2025-11-20"),
        ("11/11/2025", "2025-11-11"),
        ("20 Nov 2025", "2025-11-20"),
        ("20 Nov. 2025", "2025-11-20"),
        ("Nov 20, 2025", "2025-11-20"),
        ("Thursday, 20th of November 2025", "2025-11-20"),
        ("20 نوامبر 2025", "2025-11-20"),
        ("۲۰ نوامبر ۲۰۲۵ میلادی", "2025-11-20"),
        ("۵ مه ۲۰۲۵", "2025-05-05"),
        ("۵ می ۲۰۲۵", "2025-05-05"),
        ("۱ اوت ۲۰۲۵", "2025-08-01"),
        ("۱ آگوست ۲۰۲۵", "2025-08-01"),
        ("۷ جولاي ۲۰۲۵", "2025-07-07"),
        ("1979-02-11", "1979-02-11"),
    ],
)
def test_ways_of_writing(text: str, iso: str) -> None:
    assert jalali.read(text).isoformat() == iso


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not a date"),
        ("فردا", "is not a date"),
        ("1404", "is not a date"),
        ("1404/8", "is not a date"),
        ("1404/8/29/1", "is not a date"),
        ("1404?8?29", "is not a date"),
        ("آبان ۱۴۰۴", "is not a date"),
        ("9" * 5000, "is not a date"),
        ("04/8/29", "four digits"),
        ("04/05/03", "four digits"),
        ("۰۴۰۸۲۹", "four digits"),
        ("29 آبان 04", "four digits"),
        ("29/8/04", "four digits"),
        ("1404/12/30", "not a leap year"),
        ("30 اسفند 1407", "not a leap year"),
        ("1404/12/31", "no day 31"),
        ("1403/12/31", "no day 31"),
        ("1404/7/31", "no day 31"),
        ("1404/8/0", "no day 0"),
        ("1404/13/1", "no month 13"),
        ("14041301", "no month 13"),
        ("2025-02-29", "no day of the calendar"),
        ("2025-13-01", "no day of the calendar"),
        ("11/12/2025", "two different days"),
        ("29 آبان 2025", "different calendars"),
        ("20 Nov 1404", "different calendars"),
        ("1650/1/1", "neither a solar year"),
        ("0004/1/1", "neither a solar year"),
        ("۱۸ رجب ۱۴۴۶", "lunar"),
        ("1404/08/29 (2025-11-21)", "not the same day"),
    ],
)
def test_what_is_no_date_is_refused_in_a_sentence(text: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        jalali.read(text)


def test_display() -> None:
    day = date(2025, 11, 20)
    assert jalali.long_date(day, "fa") == "پنجشنبه ۲۹ آبان ۱۴۰۴"
    assert jalali.long_date(day, "en") == "Thursday, 20 November 2025"
    assert jalali.short_date(day, "fa") == "۱۴۰۴/۰۸/۲۹"
    assert jalali.short_date(day, "en") == "20 Nov 2025"
    assert jalali.dual_date(day, "fa") == "پنجشنبه ۲۹ آبان ۱۴۰۴ (برابر با ۲۰ نوامبر ۲۰۲۵)"
    assert jalali.dual_date(day, "en") == "Thursday, 20 November 2025 (29 Aban 1404)"


@pytest.mark.parametrize("day", [date.min, date(622, 3, 21), date(9999, 3, 20), date.max])
def test_days_outside_the_solar_calendar_show_their_gregorian_date(day: date) -> None:
    for lang in ("fa", "en"):
        assert jalali.dual_date(day, lang) == jalali.long_date(day, lang)
        assert jalali.short_date(day, lang)


@given(KNOWN, st.sampled_from(["fa", "en"]))
def test_what_is_shown_can_be_read(day: date, lang: str) -> None:
    for write in (jalali.long_date, jalali.short_date, jalali.dual_date, jalali.solar_date):
        assert jalali.read(write(day, lang)) == day
    assert jalali.read(day.isoformat()) == day


@given(st.dates(date(622, 3, 22), date(9999, 3, 19)))
def test_conversion_comes_back(day: date) -> None:
    assert jalali.from_jalali(*jalali.to_jalali(day)) == day


@given(st.text(max_size=30))
def test_any_other_text_is_refused_not_broken(text: str) -> None:
    try:
        jalali.read(text)
    except UserError as refused:
        assert refused.message  # noqa: PT017 - most texts are refused, a few are dates


@given(KNOWN, st.integers(-300, 300))
def test_months_are_added_within_the_month(day: date, months: int) -> None:
    year, month, number = jalali.to_jalali(day)
    later = jalali.to_jalali(jalali.add_months(day, months))
    assert (later[0] - year) * 12 + later[1] - month == months
    assert later[2] == min(number, jalali.days_in_month(*later[:2]))


def test_a_day_without_its_year() -> None:
    day = date(2026, 11, 22)
    assert jalali.day_and_month(day, "fa") == "۱ آذر"
    assert jalali.day_and_month(day, "en") == "22 Nov"
    assert jalali.day_and_month(date(500, 3, 9), "fa") == "۹ مارس"
