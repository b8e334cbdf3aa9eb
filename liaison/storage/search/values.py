"""What a value of each kind is found by."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, singledispatch
from typing import Any, Final

from liaison.domain.schema import AnyKind, Code, Day, Instant, Number, Phone
from liaison.domain.schema.texts import Written
from liaison.language.digits import to_ascii
from liaison.storage.search.tokens import number_ends, written_days
from liaison.time.instant import zone
from liaison.time.solar import has_solar_date, to_jalali

_TELLING_FIGURES: Final = 4


@singledispatch
def text_of(kind: AnyKind, value: Any) -> str:  # noqa: ANN401 - each kind has values of its own
    """Give the text whose words find `value`."""
    return kind.words(value)


@text_of.register
def _(kind: Code, value: str) -> str:
    # The number of a visit is written 1405-V-048 and ۱۴۰۵-و-۰۴۸.
    persian = to_ascii(kind.shown(value, "fa"))
    return value if persian == value else f"{value}\n{persian}"


@text_of.register
def _(_kind: Number, value: int) -> str:
    figures = str(value)
    return figures if len(figures) >= _TELLING_FIGURES else ""


@singledispatch
def tokens_of(_kind: AnyKind, _value: Any) -> Iterable[str]:  # noqa: ANN401 - as above
    """Give the tokens that find `value` beside the words of its text."""
    return ()


@tokens_of.register
def _(_kind: Written, value: str) -> Iterable[str]:
    return written_days(value)


@tokens_of.register
def _(kind: Code, value: str) -> Iterable[str]:
    forms = (value, to_ascii(kind.shown(value, "fa")))
    whole = ("".join(filter(str.isalnum, form.casefold())) for form in forms)
    return (*whole, *written_days(value))


@tokens_of.register
def _(_kind: Phone, value: str) -> Iterable[str]:
    return number_ends("".join(filter(str.isdecimal, to_ascii(value))))


@tokens_of.register
def _(_kind: Day, value: date) -> Iterable[str]:
    return _day_tokens(value)


@tokens_of.register
def _(_kind: Instant, value: datetime) -> Iterable[str]:
    return _day_tokens(value.astimezone(zone()).date())


@cache
def _day_tokens(day: date) -> tuple[str, ...]:
    """Write a day as figures alone, in both calendars: 20261103, 14050812."""
    gregorian = f"{day.year:04}{day.month:02}{day.day:02}"
    if not has_solar_date(day):
        return (gregorian,)
    year, month, monthday = to_jalali(day)
    return gregorian, f"{year:04}{month:02}{monthday:02}"
