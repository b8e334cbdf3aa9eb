"""What a paper is called as a file."""

import re
from datetime import date
from typing import Final

from liaison.i18n import N_, translated
from liaison.language import digits
from liaison.language.normalise import ZWNJ
from liaison.time import jalali

# What no file system takes in a name, control characters and marks of direction among it.
_FORBIDDEN: Final = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_BETWEEN: Final = re.compile(r"[\s\-\u2013\u2014،,؛;]+")
_LONGEST: Final = 90
"""Bytes are what file systems count: a Persian letter takes two of the usual 255."""
_UNNAMED: Final = N_("Paper")


def file_name(title: str, day: date, lang: str, suffix: str = ".pdf") -> str:
    """Return a name for the file of a paper: «یادداشت-توجیهی-۱۴۰۵-۰۸-۳۰.pdf».

    Words are joined by hyphens and closed by the day, in the calendar and digits of `lang`.
    """
    return f"{dated_name(title, day, lang)}{suffix}"


def dated_name(title: str, day: date, lang: str) -> str:
    """Return such a name without its ending, for a folder or another kind of file."""
    plain = _FORBIDDEN.sub(" ", title).replace(ZWNJ, " ").replace(".", " ")
    words = _BETWEEN.sub("-", plain).strip("-")[:_LONGEST].rstrip("-")
    return f"{words or translated(_UNNAMED, lang)}-{_day(day, lang)}"


def _day(day: date, lang: str) -> str:
    if lang != "fa":
        return day.isoformat()
    year, month, number = jalali.to_jalali(day)
    return digits.to_persian(f"{year:04}-{month:02}-{number:02}")
