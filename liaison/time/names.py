"""Names of months, weekdays and seasons in both languages, with the ways people write them."""

from functools import cache
from typing import Final

from liaison.language.keys import joined

SOLAR: Final = "solar"
GREGORIAN: Final = "gregorian"

SOLAR_MONTHS: Final = {
    "fa": (
        "فروردین",
        "اردیبهشت",
        "خرداد",
        "تیر",
        "مرداد",
        "شهریور",
        "مهر",
        "آبان",
        "آذر",
        "دی",
        "بهمن",
        "اسفند",
    ),
    "en": (
        "Farvardin",
        "Ordibehesht",
        "Khordad",
        "Tir",
        "Mordad",
        "Shahrivar",
        "Mehr",
        "Aban",
        "Azar",
        "Dey",
        "Bahman",
        "Esfand",
    ),
}
GREGORIAN_MONTHS: Final = {
    "fa": (
        "ژانویه",
        "فوریه",
        "مارس",
        "آوریل",
        "مه",
        "ژوئن",
        "ژوئیه",
        "اوت",
        "سپتامبر",
        "اکتبر",
        "نوامبر",
        "دسامبر",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
WEEKDAYS: Final = {
    "fa": ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
"""In the order of `date.weekday()`, Monday first."""

SEASONS: Final = {
    "fa": ("بهار", "تابستان", "پاییز", "زمستان"),
    "en": ("Spring", "Summer", "Autumn", "Winter"),
}
"""The four quarters of the Solar Hijri year."""

_ALSO_SOLAR: Final = (
    ("امرداد", 5),
    ("Ordibehest", 2),
    ("Amordad", 5),
    ("Shahriwar", 6),
    ("Dei", 10),
)
_ALSO_GREGORIAN: Final = (
    ("جنوری", 1),
    ("فبریه", 2),
    ("اپریل", 4),
    ("می", 5),
    ("جون", 6),
    ("ژوین", 6),
    ("جولای", 7),
    ("آگوست", 8),
    ("اگست", 8),
    ("سپتمبر", 9),
    ("اکتوبر", 10),
    ("نومبر", 11),
    ("دیسامبر", 12),
    ("Sept", 9),
)
_ALSO_SEASON: Final = (("پائیز", 3), ("خزان", 3), ("Fall", 3))
_LUNAR: Final = (
    "محرم",
    "صفر",
    "ربیع",
    "جمادی",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذیقعده",
    "ذی‌القعده",
    "ذیحجه",
    "ذی‌الحجه",
    "قمری",
)


@cache
def months() -> dict[str, tuple[str, int]]:
    """Give calendar and number (from 1) for every spelling of a month, by its joined key."""
    table: dict[str, tuple[str, int]] = {}
    for calendar, names, others in (
        (SOLAR, SOLAR_MONTHS, _ALSO_SOLAR),
        (GREGORIAN, GREGORIAN_MONTHS, _ALSO_GREGORIAN),
    ):
        for spelling in names.values():
            for number, name in enumerate(spelling, 1):
                table[joined(name)] = (calendar, number)
        table |= {joined(name): (calendar, number) for name, number in others}
    for number, name in enumerate(GREGORIAN_MONTHS["en"], 1):
        table[joined(name)[:3]] = (GREGORIAN, number)
    return table


@cache
def seasons() -> dict[str, int]:
    """Give the number (from 1) for every spelling of a season, by its joined key."""
    named = [pair for names in SEASONS.values() for pair in zip(names, range(1, 5), strict=True)]
    return {joined(name): number for name, number in (*named, *_ALSO_SEASON)}


@cache
def weekday_words() -> frozenset[str]:
    """Give the keys of all words that weekdays are written with."""
    english = [joined(name) for name in WEEKDAYS["en"]]
    persian = ["یک", "دو", "سه", "چهار", "پنج", "شنبه", "ادینه", "جمعه", "پنجشنبه"]
    joined_up = [joined(name) for name in WEEKDAYS["fa"]]
    short = ["tues", "wednes", "thur", "thurs"]
    return frozenset([*english, *(day[:3] for day in english), *persian, *joined_up, *short])


@cache
def lunar_words() -> frozenset[str]:
    """Give the keys of words that only dates of the Lunar Hijri calendar hold."""
    return frozenset(joined(name) for name in _LUNAR)
