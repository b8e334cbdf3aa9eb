"""Dates read as people write them, in both calendars, both languages and any digits."""

import re
from datetime import date
from typing import Final, NamedTuple

from liaison.errors import UserError
from liaison.i18n import _
from liaison.language.keys import joined, spaced
from liaison.language.normalise import stored
from liaison.time.names import GREGORIAN, SOLAR, lunar_words, months, weekday_words
from liaison.time.solar import FIRST_YEAR, LAST_YEAR, MONTHS_IN_YEAR, figure, from_jalali

FIRST_GREGORIAN_YEAR: Final = 1700
_YEAR_DIGITS: Final = 4
_SHORT: Final = 6
_LONGEST: Final = 8
_DAY_AND_YEAR: Final = 2
_YEAR_MONTH_DAY: Final = 3
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th|م|ام)")
_BRACKETS: Final = re.compile(r"(.+?)\s*[(\[](.+)[)\]]")
_DATE_SIGNS: Final = re.compile(r"[\w\s/\\.,،:٫\-‐-―−\u200c\u0300-\u036f\u064b-\u0655’']*")
# Words that stand beside a date without changing it.
_BESIDE: Final = frozenset(
    ("ماه", "مورخ", "روز", "سال", "تاریخ", "برابر", "با", "مصادف", "ه", "date", "the", "of", "on")
)
_CALENDAR_WORDS: Final = {
    **dict.fromkeys(("هجری", "شمسی", "خورشیدی", "ش", "ap", "sh", "jalali"), SOLAR),
    **dict.fromkeys(("میلادی", "م", "ad", "ce", "gregorian"), GREGORIAN),
}


class Word(NamedTuple):
    """One word of a date: a number with its count of digits, or a month."""

    number: int
    digits: int
    calendar: str = ""


def read(text: str) -> date:
    """Read one day.

    Takes 1404/8/29, ۱۴۰۴-۰۸-۲۹, 14040829, 29 آبان 1404, 2025-11-20, 20 Nov 2025, «۲۰ نوامبر ۲۰۲۵»,
    with or without the weekday, and both calendars at once where they name the same day. Years
    from 1700 on are Gregorian. Raises UserError for a year of two digits, for what could be
    either of two days, and for a day that does not exist.
    """
    kept = stored(text)
    both = _BRACKETS.fullmatch(kept)
    if not both:
        return _single(kept)
    days = {_single(part) for part in both.groups()}
    if len(days) > 1:
        raise UserError(_("The two dates in “{text}” are not the same day.").format(text=kept))
    return days.pop()


def unreadable(text: str) -> UserError:
    """Say what a date looks like to someone who wrote something else."""
    return UserError(
        _("“{text}” is not a date; write it like 1404/08/29, 29 Aban 1404 or 2025-11-20.").format(
            text=text
        )
    )


def words(text: str) -> list[Word]:
    """Cut a date into numbers and months; raises UserError at any other word."""
    if not _DATE_SIGNS.fullmatch(text):
        raise unreadable(text)
    found = []
    for token in spaced(text).split():
        if token in lunar_words():
            raise UserError(
                _("“{text}” is a lunar date; write the solar or the Gregorian one.").format(
                    text=text
                )
            )
        if token in _BESIDE or token in _CALENDAR_WORDS or token in weekday_words():
            continue
        found.append(_word(token, text))
    return found


def _word(token: str, text: str) -> Word:
    ordinal = _ORDINAL.fullmatch(token)
    plain = ordinal.group(1) if ordinal else token
    if plain.isdecimal() and len(plain) <= _LONGEST:
        return Word(int(plain), len(plain))
    month = months().get(joined(token)) or months().get(joined(token.removesuffix("ماه")))
    if not month:
        raise unreadable(text)
    return Word(month[1], 0, month[0])


def calendar_of(year: Word, text: str) -> str:
    """Tell the calendar of a year; raises UserError where it has not four digits or is neither."""
    said = {_CALENDAR_WORDS.get(token) for token in spaced(text).split()} - {None}
    if said == {GREGORIAN} and year.digits in {_YEAR_DIGITS - 1, _YEAR_DIGITS} and year.number:
        return GREGORIAN
    if year.digits < _YEAR_DIGITS:
        raise UserError(
            _("Write the year of “{text}” with four digits, such as 1404 or 2025.").format(
                text=text
            )
        )
    if year.digits > _YEAR_DIGITS:
        raise unreadable(text)
    if year.number >= FIRST_GREGORIAN_YEAR:
        return GREGORIAN
    if not FIRST_YEAR <= year.number <= LAST_YEAR:
        raise UserError(
            _("The year {year} is neither a solar year such as 1404 nor one such as 2025.").format(
                year=figure(year.number)
            )
        )
    return SOLAR


def _single(text: str) -> date:
    """Read one day in one calendar."""
    found = words(text)
    if len(found) == 1 and not found[0].calendar:
        compact = _COMPACT.fullmatch(spaced(text).replace(" ", ""))
        if compact:
            found = [Word(int(part), len(part)) for part in compact.groups()]
    named = [word for word in found if word.calendar]
    numbers = [word for word in found if not word.calendar]
    if len(named) == 1 and len(numbers) == _DAY_AND_YEAR:
        return _with_month_name(named[0], numbers, text)
    if not named and len(numbers) == _YEAR_MONTH_DAY:
        return _of_numbers(numbers, text)
    if len(found) == 1 and found[0].digits == _SHORT:
        calendar_of(Word(numbers[0].number, 2), text)
    raise unreadable(text)


def _with_month_name(month: Word, numbers: list[Word], text: str) -> date:
    """Read a day whose month is a word; the year is the number of four digits."""
    day, year = sorted(numbers, key=lambda word: word.digits)
    if calendar_of(year, text) != month.calendar:
        raise UserError(
            _("The month and the year of “{text}” are of different calendars.").format(text=text)
        )
    return on(month.calendar, year.number, month.number, day.number, text)


def _of_numbers(numbers: list[Word], text: str) -> date:
    """Read a day of three numbers, the year first or last."""
    first, middle, last = numbers
    if first.digits < _YEAR_DIGITS <= last.digits:
        year, month, day = last, middle, first
        if calendar_of(year, text) == GREGORIAN:
            month, day = _english_order(first, middle, text)
    else:
        year, month, day = first, middle, last
    return on(calendar_of(year, text), year.number, month.number, day.number, text)


def _english_order(first: Word, second: Word, text: str) -> tuple[Word, Word]:
    """Give month and day of 20/11/2025 or 11/20/2025; refuse what could be both."""
    if first.number == second.number or second.number > MONTHS_IN_YEAR >= first.number:
        return first, second
    if first.number > MONTHS_IN_YEAR:
        return second, first
    raise UserError(
        _(
            "“{text}” could be two different days; write the year first, such as 2025-11-09, "
            "or the month in letters."
        ).format(text=text)
    )


def on(calendar: str, year: int, month: int, day: int, text: str) -> date:
    """Give the day of one calendar; raises UserError where there is none."""
    if calendar == SOLAR:
        return from_jalali(year, month, day)
    try:
        return date(year, month, day)
    except ValueError as fault:
        raise UserError(
            _("“{text}” is no day of the calendar; check day and month.").format(text=text)
        ) from fault
