"""How papers word days and long texts, in both languages at once."""

from datetime import date

from liaison.language.both import (
    COMMA,
    SEMICOLON,
    Both,
    bracketed,
    by_language,
    counted,
    figure,
    joined,
    said,
    with_colon,
)
from liaison.time import jalali, span
from liaison.time.span import Span

__all__ = [
    "COMMA",
    "SEMICOLON",
    "Both",
    "bracketed",
    "by_language",
    "counted",
    "dual_day",
    "figure",
    "joined",
    "plain_day",
    "plain_span",
    "said",
    "short_day",
    "shortened",
    "with_colon",
]


def shortened(text: str, longest: int) -> str:
    """Return `text` on one line, cut after a whole word where it is longer than `longest`."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    head = line[: longest - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head) + "…"


def short_day(day: date | None) -> Both:
    """Return a day as lists have it; empty for none."""
    return Both() if day is None else by_language(lambda lang: jalali.short_date(day, lang))


def dual_day(day: date | None) -> Both:
    """Return a day in both calendars; empty for none."""
    return Both() if day is None else by_language(lambda lang: jalali.dual_date(day, lang))


def plain_day(day: date, *, dual: bool) -> Both:
    """Return a day without its weekday, by each language's calendar or, `dual`, by both."""

    def worded(lang: str) -> str:
        dates = [jalali.solar_date(day, lang), jalali.gregorian_date(day, lang)]
        first, second = dates if lang == "fa" else reversed(dates)
        return f"{first} ({second})" if dual else first

    return by_language(worded)


def plain_span(value: Span, *, dual: bool) -> Both:
    """Return a span as exact as it is known, by each language's calendar or, `dual`, by both."""
    ends = {day for day in (value.since, value.until) if day}
    if len(ends) == 1 and (value.since == value.until or value.since is None):
        return plain_day(ends.pop(), dual=dual)
    return by_language(lambda lang: span.dual(value, lang) if dual else span.show(value, lang))
