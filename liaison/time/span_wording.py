"""Spans shown in either language, in the calendar in which they were meant or in the other."""

from datetime import date

from liaison.language.digits import to_persian
from liaison.time import jalali
from liaison.time.names import GREGORIAN, GREGORIAN_MONTHS, SEASONS, SOLAR, SOLAR_MONTHS
from liaison.time.span_days import SEASON_MONTHS, Span, parts, whole_months

_MONTHS = {SOLAR: SOLAR_MONTHS, GREGORIAN: GREGORIAN_MONTHS}


def show(span: Span, lang: str) -> str:
    """Show a span: «مرداد ۱۴۰۰», «پاییز ۱۴۰۱», «۱۳۷۳», «۱۳۹۰–۱۳۹۵», «از ۱۳۷۲» and their English.

    English has whole solar years and months as the Gregorian ones they touch, "1994–1995". A span
    without days shows its words.
    """
    if span.since is None and span.until is None:
        return span.text
    calendar = _calendar(span) if lang == "fa" else GREGORIAN
    return _shown(span, lang, calendar)


def dual(span: Span, lang: str) -> str:
    """Show a span with the other calendar in brackets: «۱۳۷۳ (برابر با ۱۹۹۴–۱۹۹۵)»."""
    if span.since is None and span.until is None:
        return span.text
    if span.since and span.since == span.until:
        return jalali.dual_date(span.since, lang)
    first = _calendar(span) if lang == "fa" else GREGORIAN
    second = GREGORIAN if first == SOLAR else SOLAR
    if _ancient(span):
        return _shown(span, lang, GREGORIAN)
    other = _shown(span, lang, second).removeprefix("از " if span.until is None else "تا ")
    other = other.removeprefix("since " if span.until is None else "until ")
    return _shown(span, lang, first) + (f" (برابر با {other})" if lang == "fa" else f" ({other})")


def _ancient(span: Span) -> bool:
    return any(day and not parts(day, SOLAR)[0] for day in (span.since, span.until))


def _calendar(span: Span) -> str:
    """Choose the calendar whose months or years the span fills; solar where neither or both."""
    if _ancient(span):
        return GREGORIAN
    if span.since and span.until:
        months = {name: whole_months(span.since, span.until, name) for name in _MONTHS}
        return GREGORIAN if months[GREGORIAN] and not months[SOLAR] else SOLAR
    day = span.since or span.until
    is_new_year = day and (day.month, day.day) == ((1, 1) if span.since else (12, 31))
    return GREGORIAN if is_new_year else SOLAR


def _shown(span: Span, lang: str, calendar: str) -> str:
    if span.since and span.until:
        written = _closed(span.since, span.until, lang, calendar)
    elif span.since:
        written = ("از " if lang == "fa" else "since ") + _edge(span.since, lang, calendar, 0)
    elif span.until:
        written = ("تا " if lang == "fa" else "until ") + _edge(span.until, lang, calendar, 1)
    else:
        written = span.text
    return to_persian(written) if lang == "fa" else written


def _closed(since: date, until: date, lang: str, calendar: str) -> str:
    """Word a span with both ends as shortly as its months and years allow."""
    names = _MONTHS[calendar][lang]
    year, month, day = parts(since, calendar)
    end_year, end_month, end_day = parts(until, calendar)
    solar_months = whole_months(since, until, SOLAR)
    if solar_months == SEASON_MONTHS and parts(since, SOLAR)[1] % SEASON_MONTHS == 1:
        season = SEASONS[lang][parts(since, SOLAR)[1] // SEASON_MONTHS]
        return f"{season} {_years(year, end_year)}"
    whole = max(solar_months, whole_months(since, until, GREGORIAN))
    if whole and whole % 12 == 0 and 1 in {parts(since, name)[1] for name in _MONTHS}:
        return _years(year, end_year)
    # What both ends share is said once: the year, the month, the day.
    shared = (year == end_year) + ((year, month) == (end_year, end_month)) + (since == until)
    begun = [str(year), names[month - 1], "" if whole else str(day)]
    ended = f"{'' if whole else end_day} {names[end_month - 1]} {end_year}".strip()
    first = " ".join(begun[shared:][::-1]).strip()
    return _range(first, ended, lang) if first else ended


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _range(first: str, last: str, lang: str) -> str:
    if lang == "fa":
        return f"{first} تا {last}"
    return f"{first} – {last}" if " " in first else f"{first}–{last}"


def _edge(day: date, lang: str, calendar: str, at_end: int) -> str:
    """Word an open span's one end: a year, a month or a day, as far as it can be told."""
    year, month, number = parts(day, calendar)
    for name in (SOLAR, GREGORIAN):
        start = date.fromordinal(day.toordinal() + at_end)
        __, first_month, first_day = parts(start, name)
        if first_day == 1 and first_month == 1:
            return str(year)
        if first_day == 1 and name == calendar:
            return f"{_MONTHS[calendar][lang][month - 1]} {year}"
    return f"{number} {_MONTHS[calendar][lang][month - 1]} {year}"
