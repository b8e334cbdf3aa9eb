from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.errors import UserError
from liaison.language import digits
from liaison.language.listing import enumerated


def test_digits_of_every_script() -> None:
    assert digits.to_ascii("۱۲٣4५ب") == "12345ب"
    assert digits.to_persian("12٣۴ A") == "۱۲۳۴ A"


@pytest.mark.parametrize(
    ("value", "persian", "english"),
    [
        (0, "۰", "0"),
        (1234, "۱٬۲۳۴", "1,234"),
        (12500000, "۱۲٬۵۰۰٬۰۰۰", "12,500,000"),
        (25.60, "۲۵٫۶", "25.6"),
        (-5, "\u200e−۵", "-5"),
        (Decimal("-1234.50"), "\u200e−۱٬۲۳۴٫۵", "-1,234.5"),
        (-0.0, "۰", "0"),
        (1e21, "۱٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰", "1,000,000,000,000,000,000,000"),
    ],
)
def test_numbers(value: float, persian: str, english: str) -> None:
    assert digits.number(value, "fa") == persian
    assert digits.number(value, "en") == english
    assert digits.read_number(persian) == digits.read_number(english) == Decimal(str(value))


def test_units_and_signs_follow() -> None:
    assert digits.percent(25.6, "fa") == "۲۵٫۶٪"
    assert digits.percent(25.6, "en") == "25.6%"
    assert digits.amount(12500000, "ریال", "fa") == "۱۲٬۵۰۰٬۰۰۰ ریال"
    assert digits.number(2, "en", 2) == "2.00"
    assert digits.number(-0.001, "en", 1) == "0.0"


@pytest.mark.parametrize("text", ["139۰", "١٣٩0", " 1390 ", "1,390", "۱٬۳۹۰", "\u2066۱۳۹۰\u2069"])
def test_mixed_digits_are_read(text: str) -> None:
    assert digits.read_number(text) == 1390


@pytest.mark.parametrize("text", ["", "دو", "1,2", "1.2.3", "--1", "1/2", "12a", "NaN"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="not a number"):
        digits.read_number(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.sampled_from(["fa", "en"]))
def test_numbers_come_back(value: Decimal, lang: str) -> None:
    assert digits.read_number(digits.number(value, lang)) == value


@pytest.mark.parametrize(
    ("words", "persian", "english"),
    [
        ([], "", ""),
        (["الف"], "الف", "الف"),
        (["الف", "ب"], "الف و ب", "الف and ب"),
        (["الف", "ب", "پ"], "الف، ب و پ", "الف, ب and پ"),
    ],
)
def test_lists(words: list[str], persian: str, english: str) -> None:
    assert (enumerated(words, "fa"), enumerated(words, "en")) == (persian, english)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("دیدار 1 دربارهٔ موضوع", "دیدار ۱ دربارهٔ موضوع"),
        ("۱۲ب001-۶۷", "۱۲ب۰۰۱-۶۷"),
        ("بند 3: تا 12/5", "بند ۳: تا ۱۲/۵"),
        ("پرواز TK 870 و 3 نفر", "پرواز TK 870 و ۳ نفر"),
        ("سند A-1 و X/8", "سند A-1 و X/8"),
        ("نشانی https://example.org/7 در 7", "نشانی https://example.org/7 در ۷"),
        ("UCLG 2024 (2025) در 2026", "UCLG 2024 (2025) در ۲۰۲۶"),
        ("٣ روز", "۳ روز"),
        ("", ""),
    ],
)
def test_a_persian_text_has_persian_digits_outside_latin_strings(text: str, written: str) -> None:
    assert digits.in_persian(text) == written
    assert digits.in_persian(written) == written


@given(st.text(alphabet=" \n12۳٤aبA-/:+.\u2066\u2069"))
def test_only_digits_change(text: str) -> None:
    assert digits.to_ascii(digits.in_persian(text)) == digits.to_ascii(text)
