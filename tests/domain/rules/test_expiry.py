from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.domain.rules.expiry import Expiry, Notice, expiries, notice_day, notices
from liaison.time import jalali
from liaison.time.span import Span
from tests.domain.rules.rows import Row

LAST = jalali.read("1405/08/15")


def agreement(**values: Any) -> Row:
    span = Span(LAST, LAST, "۱۵ آبان ۱۴۰۵")
    return Row("a", {"stage": "in_force", "valid_until": span, **values})


MONTHS = [
    ("1405/02/14", None),
    ("1405/02/15", 6),
    ("1405/05/14", 6),
    ("1405/05/15", 3),
    ("1405/07/14", 3),
    ("1405/07/15", 1),
    ("1405/08/15", 1),
    ("1405/08/16", 0),
]


@pytest.mark.parametrize(("now", "months"), MONTHS)
def test_warnings_six_three_and_one_month_ahead(now: str, months: int | None) -> None:
    expected = [] if months is None else [Expiry("a", LAST, months)]
    assert expiries([agreement()], jalali.read(now)) == expected


SILENT: list[dict[str, Any]] = [
    {"stage": "negotiation"},
    {"stage": "terminated"},
    {"stage": None},
    {"renewal": "evergreen"},
    {"valid_until": None},
    {"valid_until": Span(None, None, "نامشخص")},
    {"valid_until": Span(LAST, None, "از ۱۴۰۵")},
]


@pytest.mark.parametrize("values", SILENT)
def test_what_does_not_run_out_gives_no_warning(values: dict[str, Any]) -> None:
    assert expiries([agreement(**values)], LAST) == []


def test_a_warning_stays_until_it_is_acknowledged() -> None:
    now = jalali.read("1405/06/01")
    assert expiries([agreement()], now, {f"expiry/a/6/{LAST}"})
    assert not expiries([agreement()], now, {f"expiry/a/3/{LAST}"})


def test_a_document_that_was_prolonged_warns_again() -> None:
    """What was acknowledged spoke of the end as it was then."""
    seen = {each.key for each in expiries([agreement()], jalali.read("1405/06/01"))}
    longer = jalali.add_months(LAST, 24)
    prolonged = agreement(valid_until=Span(longer, longer))
    assert expiries([prolonged], jalali.add_months(longer, -3), seen)
    renewing = {"renewal": "automatic", "notice_days": 30}
    noted = {each.key for each in notices([agreement(**renewing)], jalali.read("1405/07/01"))}
    again = agreement(valid_until=Span(longer, longer), **renewing)
    assert notices([again], longer - timedelta(days=31), noted)


def test_a_year_runs_out_on_its_last_day() -> None:
    year = Span(jalali.read("1405/01/01"), jalali.read("1405/12/29"), "۱۴۰۵")
    assert expiries([agreement(valid_until=year)], jalali.read("1405/05/01")) == []
    (warned,) = expiries([agreement(valid_until=year)], jalali.read("1405/12/01"))
    assert (warned.on, warned.months) == (year.until, 1)


def test_what_renews_itself_names_the_last_day_for_notice() -> None:
    (warned,) = expiries([agreement(renewal="automatic", notice_days=30)], LAST)
    assert warned.notice_by == LAST - timedelta(days=30)
    (fixed,) = expiries([agreement(renewal="fixed", notice_days=30)], LAST)
    assert fixed.notice_by is None


def test_the_nearest_comes_first() -> None:
    soon = Row("b", {"stage": "signed", "valid_until": Span(date(2026, 5, 1), date(2026, 5, 1))})
    assert [each.agreement for each in expiries([agreement(), soon], LAST)] == ["b", "a"]


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_warning_never_goes_back(last: date, now: date) -> None:
    row = agreement(valid_until=Span(last, last))

    def months(day: date) -> float:
        warned = expiries([row], day)
        return warned[0].months if warned else float("inf")

    assert months(now + timedelta(days=1)) <= months(now)


NOTICES = [
    ("1405/06/14", {}, False),
    ("1405/06/15", {}, True),
    ("1405/07/15", {}, True),
    ("1405/07/16", {}, False),
    ("1405/07/01", {"renewal": "fixed"}, False),
    ("1405/07/01", {"stage": "drafted"}, False),
    ("1405/07/01", {"notice_days": None}, False),
]


@pytest.mark.parametrize(("now", "values", "comes"), NOTICES)
def test_the_day_of_notice_is_told_a_month_ahead(
    now: str, values: dict[str, Any], *, comes: bool
) -> None:
    row = agreement(**{"renewal": "automatic", "notice_days": 30, **values})
    by = LAST - timedelta(days=30)
    found = notices([row], jalali.read(now))
    assert found == ([Notice("a", by)] if comes else [])
    assert notices([row], jalali.read(now), {f"notice/a/{by}"}) == []


def test_the_day_of_notice_is_known_however_it_renews() -> None:
    assert notice_day(agreement(notice_days=60)) == LAST - timedelta(days=60)
    assert notice_day(agreement()) is None
