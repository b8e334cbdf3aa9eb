"""Texts compared word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.language.comparing import Piece, pieces

MARKS = {"kept": "{}", "removed": "[-{}-]", "added": "[+{}+]"}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", ""),
        ("", "شهر", "[+شهر+]"),
        ("شهر", "", "[-شهر-]"),
        ("شهر آزمون", "شهر آزمون", "شهر آزمون"),
        ("دیدار با شهردار", "دیدار با معاون شهردار", "دیدار با [+معاون +]شهردار"),
        ("one two three", "one 2 three", "one [-two-][+2+] three"),
        ("می‌رود", "می‌آید", "[-می‌رود-][+می‌آید+]"),
    ],
)
def test_words_that_went_stand_before_those_that_came(before: str, after: str, told: str) -> None:
    found = pieces(before, after)
    assert "".join(MARKS[each.fate].format(each.text) for each in found) == told


def test_texts_too_long_to_compare_stand_whole() -> None:
    before, after = "a " * 3000, "b " * 3000
    assert pieces(before, after) == [Piece(before, "removed"), Piece(after, "added")]


@given(st.text("اب \n", max_size=30), st.text("اب \n", max_size=30))
def test_both_texts_are_in_it_whole(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(each.text for each in found if each.fate != "added") == before
    assert "".join(each.text for each in found if each.fate != "removed") == after
