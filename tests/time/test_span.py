from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.errors import UserError
from liaison.time.span import Span, dual, read, show

OPEN = None


@pytest.mark.parametrize(
    ("text", "since", "until", "precision"),
    [
        ("۱۳۷۳", "1994-03-21", "1995-03-20", "year"),
        ("1391", "2012-03-20", "2013-03-20", "year"),
        ("139۱", "2012-03-20", "2013-03-20", "year"),
        ("سال ۱۳۷۳", "1994-03-21", "1995-03-20", "year"),
        ("2012", "2012-01-01", "2012-12-31", "year"),
        ("۲۰۰۷", "2007-01-01", "2007-12-31", "year"),
        ("330 AD", "0330-01-01", "0330-12-31", "year"),
        ("مرداد ۱۴۰۰", "2021-07-23", "2021-08-22", "month"),
        ("مرداد ماه سال ۱۴۰۰", "2021-07-23", "2021-08-22", "month"),
        ("۱۴۰۰/۰۵", "2021-07-23", "2021-08-22", "month"),
        ("July 2012", "2012-07-01", "2012-07-31", "month"),
        ("ژوئیه ۲۰۱۲", "2012-07-01", "2012-07-31", "month"),
        ("2012-07", "2012-07-01", "2012-07-31", "month"),
        ("پاییز ۱۴۰۱", "2022-09-23", "2022-12-21", "season"),
        ("پائيز 1401", "2022-09-23", "2022-12-21", "season"),
        ("Autumn 2022", "2022-09-23", "2022-12-21", "season"),
        ("fall of 2022", "2022-09-23", "2022-12-21", "season"),
        ("زمستان ۱۳۹۱", "2012-12-21", "2013-03-20", "season"),
        ("Winter 2012/13", "2012-12-21", "2013-03-20", "season"),
        ("29 آبان 1404", "2025-11-20", "2025-11-20", "day"),
        ("14040829", "2025-11-20", "2025-11-20", "day"),
        ("از ۱۳۷۲", "1993-03-21", OPEN, "open"),
        ("از سال ۱۳۷۲ تاکنون", "1993-03-21", OPEN, "open"),
        ("since 1993", "1993-01-01", OPEN, "open"),
        ("2007–", "2007-01-01", OPEN, "open"),
        ("2007–present", "2007-01-01", OPEN, "open"),
        ("تا ۱۳۹۵", OPEN, "2017-03-20", "open"),
        ("until 2016", OPEN, "2016-12-31", "open"),
        ("۱۳۹۰–۱۳۹۵", "2011-03-21", "2017-03-20", "period"),
        ("1390-1395", "2011-03-21", "2017-03-20", "period"),
        ("1390-95", "2011-03-21", "2017-03-20", "period"),
        ("۱۳۹۰ تا ۱۳۹۵", "2011-03-21", "2017-03-20", "period"),
        ("از ۱۳۹۰ تا ۱۳۹۵", "2011-03-21", "2017-03-20", "period"),
        ("from 2007 to 2012", "2007-01-01", "2012-12-31", "period"),
        ("2007–12", "2007-01-01", "2012-12-31", "period"),
        ("۳ تا ۵ آبان ۱۴۰۴", "2025-10-25", "2025-10-27", "period"),
        ("3–5 May 2025", "2025-05-03", "2025-05-05", "period"),
        ("28 February – 3 March 2025", "2025-02-28", "2025-03-03", "period"),
        ("1404/08/29 - 1404/09/02", "2025-11-20", "2025-11-23", "period"),
        ("از مرداد ۱۴۰۰ تا پاییز ۱۴۰۱", "2021-07-23", "2022-12-21", "period"),
        ("دههٔ ۱۳۸۰", "2001-03-21", "2011-03-20", "period"),
        ("1990s", "1990-01-01", "1999-12-31", "period"),
    ],
)
def test_ways_of_writing(text: str, since: str | None, until: str | None, precision: str) -> None:
    span = read(text)
    assert (span.to_json()["from"], span.to_json()["until"]) == (since, until)
    assert span.precision == precision
    assert span == Span.from_json(span.to_json())
    assert read(span.text) == span


@pytest.mark.parametrize(
    "text",
    [
        "آخرین روز اجلاس",
        "پاییز سال گذشته",
        "چهارشنبه گذشته",
        "از زمان جنگ",
        "",
        "بهار",
        "1404-9999",
    ],
)
def test_other_wording_is_kept_only_where_allowed(text: str) -> None:
    with pytest.raises(UserError):
        read(text)
    span = read(text, allow_wording=True)
    assert span == Span(None, None, text)
    assert span.precision == "unknown"
    assert show(span, "fa") == dual(span, "en") == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1395-1390", "ends before"),
        ("winter 2012", "two years"),
        ("پاییز ۹۹", "four digits"),
        ("30 اسفند 1404", "leap"),
    ],
)
def test_contradictions_are_refused(text: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        read(text)


@pytest.mark.parametrize(
    ("text", "persian", "english", "both"),
    [
        ("1373", "۱۳۷۳", "1994–1995", "۱۳۷۳ (برابر با ۱۹۹۴–۱۹۹۵)"),
        ("2012", "۲۰۱۲", "2012", "۲۰۱۲ (برابر با ۱۳۹۰–۱۳۹۱)"),
        ("مرداد 1400", "مرداد ۱۴۰۰", "July–August 2021", "مرداد ۱۴۰۰ (برابر با ژوئیه تا اوت ۲۰۲۱)"),
        ("پاييز 1401", "پاییز ۱۴۰۱", "Autumn 2022", "پاییز ۱۴۰۱ (برابر با پاییز ۲۰۲۲)"),
        (
            "زمستان 1401",
            "زمستان ۱۴۰۱",
            "Winter 2022–2023",
            "زمستان ۱۴۰۱ (برابر با زمستان ۲۰۲۲–۲۰۲۳)",
        ),
        ("1390-1395", "۱۳۹۰–۱۳۹۵", "2011–2017", "۱۳۹۰–۱۳۹۵ (برابر با ۲۰۱۱–۲۰۱۷)"),
        ("از 1372", "از ۱۳۷۲", "since 1993", "از ۱۳۷۲ (برابر با ۱۹۹۳)"),
        ("until 2016", "تا ۲۰۱۶", "until 2016", "تا ۲۰۱۶ (برابر با ۱۳۹۵)"),
        (
            "3–5 May 2025",
            "۱۳ تا ۱۵ اردیبهشت ۱۴۰۴",
            "3–5 May 2025",
            "۱۳ تا ۱۵ اردیبهشت ۱۴۰۴ (برابر با ۳ تا ۵ مه ۲۰۲۵)",
        ),
        (
            "1404/08/29",
            "۲۹ آبان ۱۴۰۴",
            "20 November 2025",
            "پنجشنبه ۲۹ آبان ۱۴۰۴ (برابر با ۲۰ نوامبر ۲۰۲۵)",
        ),
    ],
)
def test_display(text: str, persian: str, english: str, both: str) -> None:
    span = read(text)
    assert (show(span, "fa"), show(span, "en"), dual(span, "fa")) == (persian, english, both)


@pytest.mark.parametrize("value", ["2025-13-01", "1404/08/29", "x"])
def test_stored_days_are_iso(value: str) -> None:
    with pytest.raises(UserError, match="is not a date"):
        Span.from_json({"from": value, "until": None, "text": ""})


@given(st.dates(), st.dates(), st.sampled_from(["fa", "en"]))
def test_every_span_can_be_shown(one: date, other: date, lang: str) -> None:
    span = Span(min(one, other), max(one, other))
    assert show(span, lang)
    assert dual(span, lang)
    assert show(Span(one, None), lang)
    assert dual(Span(None, other), lang)
    assert span.precision != "unknown"


@given(st.dates(date(1822, 3, 21), date(2200, 1, 1)), st.integers(0, 800))
def test_persian_wording_can_be_read(since: date, days: int) -> None:
    until = date.fromordinal(since.toordinal() + days)
    again = read(show(Span(since, until), "fa"))
    assert (again.since, again.until) == (since, until)


@given(st.text(max_size=20))
def test_any_text_is_kept_as_wording(text: str) -> None:
    span = read(text, allow_wording=True)
    assert read(span.text, allow_wording=True) == span
