"""What names sound like, word by word and as a whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.language.sounds import heard, shape, sound, together

NAMES = st.lists(
    st.text("ابتحدرسعقکلموهیaehvwxyst", min_size=1, max_size=6), min_size=1, max_size=4
)


@given(NAMES)
@settings(max_examples=60)
def test_the_words_of_a_name_sound_as_the_whole_does(words: list[str]) -> None:
    assert together([sound(each) for each in words]) == sound(" ".join(words))


@pytest.mark.parametrize(
    ("one", "other"), [("تهران", "طهران"), ("قاسم", "غاثم"), ("رضا", "رزا"), ("صابر", "سابر")]
)
def test_letters_that_sound_alike_are_heard_as_one(one: str, other: str) -> None:
    assert heard(one) == heard(other)


def test_what_differs_by_dots_has_one_shape() -> None:
    assert shape("ابروان") == shape("ایروان")
    assert shape("تهران") != shape("مهران")
