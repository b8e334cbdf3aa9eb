"""Lists of holidays: every line is taken or refused, and none is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.domain.rules.holiday_lines import HolidayLine, read_holidays

DAY = date(2026, 5, 27)
YEAR = 1405


def read(text: str) -> HolidayLine:
    (found,) = read_holidays(text, YEAR, frozenset())
    return found


@pytest.mark.parametrize(
    ("line", "fa", "en"),
    [
        ("۱۴۰۵/۰۳/۰۶,عید آزمون", "عید آزمون", ""),
        ("1405/03/06;عید آزمون;Test feast", "عید آزمون", "Test feast"),
        ("2026-05-27\tTest feast", "", "Test feast"),
        ("عید آزمون | ۶ خرداد ۱۴۰۵", "عید آزمون", ""),
        ("۶ خرداد، عید آزمون", "عید آزمون", ""),
        ("۶ خرداد عید آزمون", "عید آزمون", ""),
        ("۶ خرداد: عید آزمون", "عید آزمون", ""),
        ("چهارشنبه,1405/03/06,27 May 2026,عید آزمون", "عید آزمون", ""),
        ('"1405/03/06","عید آزمون"', "عید آزمون", ""),
        ("1405/03/06,عید آزمون,Test feast", "عید آزمون", "Test feast"),
        ("عید آزمون,1405/03/06", "عید آزمون", ""),
        ("1405/03/06, Test, and feast", "", "Test, and feast"),
    ],
)
def test_a_line_is_a_day_with_its_titles(line: str, fa: str, en: str) -> None:
    found = read(line)
    assert (found.day, found.title_fa, found.title_en, found.reason) == (DAY, fa, en, "")


@pytest.mark.parametrize(
    "line", ["روز,عنوان", "1405/03/06", "1405/13/40,عید آزمون", "۳۱ مهر عید آزمون", "12 apples"]
)
def test_what_is_no_holiday_is_refused_with_a_reason(line: str) -> None:
    found = read(line)
    assert found.day is None
    assert found.reason


def test_a_day_is_taken_once() -> None:
    text = "1405/03/06,الف\n\n1405/03/06,ب\n1405/03/07,پ"
    found = read_holidays(text, YEAR, {date(2026, 5, 28)})
    assert [(each.number, each.day) for each in found] == [(1, DAY), (3, None), (4, None)]


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.builds(
            "{}{}{}".format,
            st.sampled_from(["1405/03/06", "۶ خرداد", "2026-05-27", "31 Esfand", "29/2/1405"]),
            st.sampled_from(list(",;\t|، ")),
            st.text(max_size=20),
        ),
    ),
    max_size=12,
)


@given(LINES)
def test_every_line_is_taken_or_refused_and_none_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = read_holidays(text, YEAR, frozenset())
    filled = [(at, line.strip()) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    assert [(each.number, each.text) for each in found] == filled
    for each in found:
        taken = each.day is not None and bool(each.title_fa or each.title_en)
        assert taken != bool(each.reason)
    days = [each.day for each in found if each.day]
    assert len(days) == len(set(days))
