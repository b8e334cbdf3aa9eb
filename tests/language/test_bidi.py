import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.language.bidi import base_level, classes, levels, line_levels, reorder, resolve

TEXTS = st.text(
    st.sampled_from("aא ب1۱١.,-+()«»[]%\u2066\u2067\u2068\u2069\u202b\u202e\u202c\u200f\t\u0300")
)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("", None, []),
        ("abc", None, [0, 0, 0]),
        ("abc", 1, [2, 2, 2]),
        ("تهران", None, [1] * 5),
        ("تهران", 0, [1] * 5),
        ("ab تا", 0, [0, 0, 0, 1, 1]),
        ("ب 12", 1, [1, 1, 2, 2]),
        ("1-2", 0, [0, 0, 0]),
        ("\u0620(a)", 1, [1, 1, 2, 1]),
    ],
)
def test_levels(text: str, base: int | None, expected: list[int]) -> None:
    assert levels(text, base) == expected


def test_base_level_is_that_of_the_first_letter_outside_isolates() -> None:
    assert base_level("12 تهران") == 1
    assert base_level("\u2067تهران\u2069 a") == 0
    assert base_level("12", 1) == 1
    assert base_level("12") == 0


def test_unassigned_letters_have_the_class_of_their_block() -> None:
    assert classes("\u05ff\U0001e8ff\U00010f2f") == ["R", "R", "R"]
    assert classes("\u1cff") == ["L"]


@given(TEXTS, st.sampled_from([0, 1, None]))
def test_a_line_holds_every_place_once(text: str, base: int | None) -> None:
    types = classes(text)
    found, level = resolve(text, base, types)
    assert found == levels(text, base)
    line = line_levels(types, found, level, 0, len(text))
    assert sorted(reorder(line)) == list(range(len(text)))


def test_trailing_spaces_of_a_line_stand_on_the_base_level() -> None:
    text = "تهران  شهر"
    types = classes(text)
    found, base = resolve(text, 0, types)
    assert line_levels(types, found, base, 0, 7) == [1] * 5 + [0, 0]


def test_a_paragraph_of_ten_thousand_isolates_is_no_burden() -> None:
    assert len(levels("\u2067ا\u2069(" * 10_000, 0)) == 40_000
