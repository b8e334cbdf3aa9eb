"""Days on which the office is closed every year.

Lunar holidays move and wait for the moon: they are records that the office keeps, not rules.
"""

from datetime import date
from typing import Final

from liaison.time.solar import from_jalali, is_leap

WEEKEND: Final = frozenset({3, 4})
"""Thursday and Friday, as numbers of `date.weekday()`."""
FRIDAY_ONLY: Final = frozenset({4})

_FIXED: Final = (
    (1, 1, "نوروز", "Nowruz"),
    (1, 2, "نوروز", "Nowruz"),
    (1, 3, "نوروز", "Nowruz"),
    (1, 4, "نوروز", "Nowruz"),
    (1, 12, "روز جمهوری اسلامی", "Islamic Republic Day"),
    (1, 13, "روز طبیعت", "Nature Day"),
    (3, 14, "رحلت امام خمینی", "Anniversary of the passing of Imam Khomeini"),
    (3, 15, "قیام ۱۵ خرداد", "Anniversary of the uprising of 15 Khordad"),
    (11, 22, "پیروزی انقلاب اسلامی", "Victory of the Islamic Revolution"),
    (12, 29, "روز ملی شدن صنعت نفت", "Nationalisation of the Oil Industry"),
)
_LEAP_DAY: Final = (12, 30, "نوروز", "Nowruz")


def fixed(jalali_year: int) -> dict[date, tuple[str, str]]:
    """Give the solar holidays of one Solar Hijri year with their Persian and English titles.

    Source: the official calendar of Iran; 30 Esfand of leap years counts to Nowruz.
    """
    days = (*_FIXED, _LEAP_DAY) if is_leap(jalali_year) else _FIXED
    return {from_jalali(jalali_year, month, day): (fa, en) for month, day, fa, en in days}
