"""Whatever is written, each kind keeps it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison import i18n
from liaison.domain.records import CATALOGUE
from liaison.domain.schema import (
    AnyKind,
    Choice,
    Choices,
    Clock,
    Code,
    Country,
    Day,
    Instant,
    Line,
    Number,
    Period,
    Tags,
    Text,
    VisitNumber,
    fields_of,
)
from liaison.language.countries import country_names
from liaison.time.span import Span
from tests.domain.schema.keeping import kept

LANGUAGES = st.sampled_from(["fa", "en"])
LETTERS = "ابپتکگیي كآ\u200cabcXYZ ıŞ019۰۱۹٤,،;؛«»\"'\n\t\u200f().-_/"
WORDS = st.text(st.sampled_from(LETTERS) | st.characters(exclude_categories=["Cs"]), max_size=40)
DAYS = st.dates(date(1850, 1, 1), date(2150, 1, 1))


@pytest.mark.parametrize("make", [Line, Text, Code, VisitNumber, Tags])
@given(typed=WORDS, lang=LANGUAGES)
def test_whatever_is_typed_once_is_kept(make: Callable[[], AnyKind], typed: str, lang: str) -> None:
    kind = make()
    value = kind.read(typed)
    if value is not None:
        kept(kind, value)
        assert kind.read(kind.edit_text(value, lang)) == value
        assert kind.words(value)


@given(DAYS, LANGUAGES)
def test_every_day_is_kept(day: date, lang: str) -> None:
    kept(Day(), day)
    assert Day().read(Day().edit_text(day, lang)) == day


# Since 2022 no hour of Tehran's comes twice, so its local time says the moment.
MOMENTS = st.builds(
    datetime.combine, st.dates(date(2023, 1, 1), date(2100, 1, 1)), st.times(), st.just(UTC)
)


@given(MOMENTS, LANGUAGES)
def test_every_moment_is_kept_to_the_minute(moment: datetime, lang: str) -> None:
    moment = moment.replace(second=0, microsecond=0)
    kept(Instant(), moment)
    assert Instant().read(Instant().edit_text(moment, lang)) == moment


@given(st.times())
def test_every_time_of_day_is_kept(moment: time) -> None:
    moment = moment.replace(second=0, microsecond=0)
    kept(Clock(), moment)
    assert Clock().read(Clock().edit_text(moment, "fa")) == moment


@given(st.integers(-(2**60), 2**60), LANGUAGES)
def test_every_number_is_kept(number: int, lang: str) -> None:
    kept(Number(), number)
    assert Number().read(Number().edit_text(number, lang)) == number
    assert Number().read(Number().show(number, lang)) == number


@given(st.none() | DAYS, st.integers(-1, 4000), WORDS, LANGUAGES)
def test_every_span_is_kept(since: date | None, length: int, text: str, lang: str) -> None:
    until = since + timedelta(length) if since and length >= 0 else None
    json = {
        "from": since and since.isoformat(),
        "until": until and until.isoformat(),
        "text": text,
    }
    value = Period().from_json(json)
    if value is None:
        return
    kept(Period(), value)
    again = Period().read(Period().edit_text(value, lang))
    assert again is not None
    assert (again.since, again.until) == (value.since, value.until)
    assert again.text == value.text or not value.text


def test_a_span_with_an_open_beginning_is_kept() -> None:
    for lang in i18n.LANGUAGES:
        value = Span(None, date(2016, 3, 19), "تا آن روز")
        assert Period().read(Period().edit_text(value, lang)) == value


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_every_country_is_found_by_its_name(lang: str) -> None:
    for code in country_names("en"):
        assert Country().read(Country().show(code, lang)) == code


def test_every_choice_of_every_record_is_found_by_its_label() -> None:
    for record_type in CATALOGUE:
        for key, each in fields_of(record_type).items():
            if isinstance(each.kind, Choice):
                for option in each.kind.options:
                    for lang in i18n.LANGUAGES:
                        assert each.kind.read(each.kind.edit_text(option, lang)) == option, key
            if isinstance(each.kind, Choices):
                every = tuple(each.kind.options)
                assert each.kind.read(each.kind.edit_text(every, "fa")) == every
