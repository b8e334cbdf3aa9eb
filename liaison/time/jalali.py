"""Dates as the office writes them: Solar Hijri with the Gregorian day, and the reverse."""

from datetime import date

from liaison.language.digits import to_persian
from liaison.time.names import GREGORIAN_MONTHS, SOLAR_MONTHS, WEEKDAYS
from liaison.time.reading import read
from liaison.time.solar import (
    add_months,
    days_in_month,
    from_jalali,
    has_solar_date,
    is_leap,
    to_jalali,
)

__all__ = [
    "add_months",
    "day_and_month",
    "days_in_month",
    "dual_date",
    "from_jalali",
    "gregorian_date",
    "is_leap",
    "long_date",
    "read",
    "short_date",
    "solar_date",
    "to_jalali",
    "weekday",
]


def weekday(day: date, lang: str) -> str:
    """Name the weekday: «پنجشنبه», "Thursday"."""
    return WEEKDAYS[lang][day.weekday()]


def solar_date(day: date, lang: str) -> str:
    """Write the Solar Hijri day: «۲۹ آبان ۱۴۰۴», "29 Aban 1404"."""
    year, month, number = to_jalali(day)
    written = f"{number} {SOLAR_MONTHS[lang][month - 1]} {year:04}"
    return to_persian(written) if lang == "fa" else written


def gregorian_date(day: date, lang: str) -> str:
    """Write the Gregorian day: «۲۰ نوامبر ۲۰۲۵», "20 November 2025"."""
    written = f"{day.day} {GREGORIAN_MONTHS[lang][day.month - 1]} {day.year:04}"
    return to_persian(written) if lang == "fa" else written


def long_date(day: date, lang: str) -> str:
    """Write weekday and date: «پنجشنبه ۲۹ آبان ۱۴۰۴», "Thursday, 20 November 2025"."""
    if lang == "fa":
        written = solar_date(day, lang) if has_solar_date(day) else gregorian_date(day, lang)
        return f"{weekday(day, lang)} {written}"
    return f"{weekday(day, lang)}, {gregorian_date(day, lang)}"


def short_date(day: date, lang: str) -> str:
    """Write a date for lists: «۱۴۰۴/۰۸/۲۹», "20 Nov 2025"."""
    if lang == "fa":
        if not has_solar_date(day):
            return gregorian_date(day, lang)
        year, month, number = to_jalali(day)
        return to_persian(f"{year:04}/{month:02}/{number:02}")
    return f"{day.day} {GREGORIAN_MONTHS[lang][day.month - 1][:3]} {day.year:04}"


def day_and_month(day: date, lang: str) -> str:
    """Write a day whose year stands beside it: «۲۹ آبان», "20 Nov"."""
    if lang == "fa" and has_solar_date(day):
        _year, month, number = to_jalali(day)
        return f"{to_persian(str(number))} {SOLAR_MONTHS[lang][month - 1]}"
    name = GREGORIAN_MONTHS[lang][day.month - 1]
    return f"{to_persian(str(day.day))} {name}" if lang == "fa" else f"{day.day} {name[:3]}"


def dual_date(day: date, lang: str) -> str:
    """Write the date for prints, with the same day in the other calendar in brackets."""
    if not has_solar_date(day):
        return long_date(day, lang)
    if lang == "fa":
        return f"{long_date(day, lang)} (برابر با {gregorian_date(day, lang)})"
    return f"{long_date(day, lang)} ({solar_date(day, lang)})"
