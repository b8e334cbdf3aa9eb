"""Spans read as people write them: a day, a month, a season, a year, or from one to another."""

import re
from datetime import date
from typing import Final, TypeAlias

from liaison.errors import UserError
from liaison.i18n import _
from liaison.language.digits import to_ascii
from liaison.language.keys import spaced
from liaison.language.normalise import stored
from liaison.time import reading
from liaison.time.names import GREGORIAN, SOLAR, seasons
from liaison.time.reading import Word, calendar_of
from liaison.time.solar import MONTHS_IN_YEAR
from liaison.time.span_days import SEASON_MONTHS, Span, months_from

_Days: TypeAlias = tuple[date, date]

_SOLAR_OFFSET: Final = 621
_WINTER: Final = 4
_TWO_WORDS: Final = 2
_YEAR_DIGITS: Final = 4

_BETWEEN: Final = re.compile(
    r"(?:از|بین|from|between)\s+(.+?)\s+(?:تا|و|to|until|and)\s+(.+)"
    r"|(.+?)\s+(?:تا|to|until)\s+(.+)"
    r"|(.+?)(?:\s*[–—]\s*|\s+-\s+)(.+)"
    r"|(\d{4})\s*-\s*(\d{4}|(?!0\d|1[0-2])\d\d)",
    re.IGNORECASE,
)
_NOW: Final = r"(?:تا\s?کنون|تا\s?امروز|به\s?بعد|onwards?|to present|to date|until now|till now)"
_SINCE: Final = re.compile(
    rf"(?:از|since|from)\s+(.+?)(?:\s+{_NOW})?|(.+?)\s+{_NOW}"
    r"|(.+?)\s*[–—-]\s*(?:present|now|اکنون|تاکنون|امروز)?",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(
    r"(?:تا|until|till|up to)\s+(?:پایان\s+|the end of )?(.+)", re.IGNORECASE
)
_DECADE: Final = re.compile(r"(?:دههٔ?(?:\u200cی)?\s+)?(\d{3})0(?P<s>'?s)?", re.IGNORECASE)
_TWO_YEARS: Final = re.compile(r"\b(\d{4})\s*[–/-]\s*(\d{2,4})\b")


def read(text: str, *, allow_wording: bool = False) -> Span:
    """Read a span and keep its wording.

    Takes every day of `jalali.read`, and «مرداد ۱۴۰۰», «پاییز ۱۴۰۱», «۱۳۷۳», "2012", «۱۳۹۰–۱۳۹۵»,
    «از ۱۳۷۲», «تا ۱۳۹۵», "July 2012", "Autumn 2022", "since 1993", "3–5 May 2025". Raises
    UserError for anything else, or keeps only its words with `allow_wording`.
    """
    kept = stored(text)
    try:
        return _read(kept)
    except UserError:
        if allow_wording:
            return Span(text=kept)
        raise


def _read(text: str) -> Span:
    plain = _plain(text)
    days = _attempt(plain)
    if days and not plain.endswith(("–", "—", "-")):
        return Span(*days, text)
    between = _BETWEEN.fullmatch(plain)
    if between:
        first, second = (part for part in between.groups() if part)
        if not re.fullmatch("(?:present|now|اکنون|امروز|کنون)", second, re.IGNORECASE):
            return Span(*_period(first, second), text)
    until = _UNTIL.fullmatch(plain)
    if until:
        return Span(None, _moment(until.group(1))[1], text)
    since = _SINCE.fullmatch(plain)
    if since:
        return Span(_moment(next(part for part in since.groups() if part))[0], None, text)
    return Span(*_moment(plain), text)


def _plain(text: str) -> str:
    """Write digits in ASCII and ZWNJ as a space, leaving the signs that tell a period."""
    return to_ascii(text).replace("\u200c", " ").strip()


def _attempt(text: str) -> _Days | None:
    """Read one moment, None where the words are of another shape."""
    try:
        return _moment(text)
    except UserError:
        return None


def _period(first: str, second: str) -> _Days:
    """Read two moments; the first may borrow its month and year from the second."""
    if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{2}", second):
        second = first[:2] + second
    end = _moment(second)
    words = second.split()
    for tail in ([], words[-2:], words[-1:]):
        start = _attempt(" ".join([first, *tail]))
        if start:
            return start[0], end[1]
    return _moment(first)[0], end[1]


def _moment(text: str) -> _Days:
    """Read a day, a month, a season, a year or a decade."""
    decade = _DECADE.fullmatch(text)
    if decade and (decade.group("s") or text.startswith("ده")):
        year = Word(int(decade.group(1)) * 10, 4)
        return months_from(calendar_of(year, text), year.number, 1, 10 * MONTHS_IN_YEAR)
    season = [word for word in spaced(text).split() if word in seasons()]
    if len(season) == 1:
        return _season(seasons()[season[0]], text)
    found = reading.words(text)
    if len(found) == 1 and not found[0].calendar and not _is_day(found[0]):
        return months_from(calendar_of(found[0], text), found[0].number, 1, MONTHS_IN_YEAR)
    if len(found) == _TWO_WORDS and not re.search("[–—]", text):
        return _month(found, text)
    day = reading.read(text)
    return day, day


def _is_day(number: Word) -> bool:
    """Tell whether a lone number is a day written without signs, such as 14040829."""
    return number.digits > _YEAR_DIGITS


def _month(found: list[Word], text: str) -> _Days:
    """Read a month, its year before or after it."""
    month, year = sorted(found, key=lambda word: word.digits)
    calendar = calendar_of(year, text)
    if month.calendar not in {"", calendar} or not 1 <= month.number <= MONTHS_IN_YEAR:
        raise reading.unreadable(text)
    return months_from(calendar, year.number, month.number, 1)


def _season(season: int, text: str) -> _Days:
    """Read a season; those of Gregorian years are the solar quarters that lie in them."""
    years = _TWO_YEARS.search(text)
    rest = " ".join(word for word in spaced(text).split() if word not in seasons())
    found = reading.words(years.group(1) if years else rest)
    if len(found) != 1 or found[0].calendar:
        raise reading.unreadable(text)
    year = found[0].number
    if calendar_of(found[0], text) == GREGORIAN:
        if season == _WINTER and not years:
            raise UserError(
                _("Winter lies in two years; write “{text}” like Winter 2012/13.").format(text=text)
            )
        year -= _SOLAR_OFFSET
    return months_from(SOLAR, year, (season - 1) * SEASON_MONTHS + 1, SEASON_MONTHS)
