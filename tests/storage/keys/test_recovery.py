"""The recovery key: typed from paper in any fashion, and no letter of it taken for another."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.errors import UserError
from liaison.storage.keys import recovery
from liaison.storage.keys.recovery import new_recovery_key, recovery_bytes

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CONTENT = bytes.fromhex("08442233445566778899aabbccddeeff01234567")


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the key of CONTENT as it is printed."""
    monkeypatch.setattr("secrets.token_bytes", lambda _size: CONTENT)
    return new_recovery_key()


def test_it_is_nine_groups_of_letters_nobody_takes_for_others() -> None:
    keys = {new_recovery_key() for _key in range(50)}
    assert len(keys) == 50
    assert all(re.fullmatch(rf"([{LETTERS}]{{4}}-){{8}}[{LETTERS}]{{4}}", key) for key in keys)


def test_the_same_twenty_bytes_come_back(printed: str) -> None:
    assert recovery_bytes(printed) == CONTENT


@given(st.binary(min_size=20, max_size=20))
def test_any_twenty_bytes_come_back(content: bytes) -> None:
    assert recovery_bytes(recovery._written(content)) == content


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("-", ""),
        ("-", " "),
        ("-", "  -\n"),
        ("-", "\u200c"),
        ("-", "–"),
        ("-", "\u200f-\u200e"),
        ("0", "O"),
        ("0", "o"),
        ("1", "I"),
        ("1", "l"),
        ("1", "i"),
        ("1", "L"),
    ],
)
def test_grouping_and_letters_that_look_alike_do_not_matter(
    printed: str, old: str, new: str
) -> None:
    assert old in printed
    assert recovery_bytes(f" {printed.replace(old, new)}\n") == CONTENT


def test_case_and_digits_of_any_keyboard_do_not_matter(printed: str) -> None:
    assert recovery_bytes(printed.lower()) == CONTENT
    for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"):
        assert recovery_bytes(printed.translate(str.maketrans("0123456789", digits))) == CONTENT


def test_every_other_letter_in_any_place_is_refused(printed: str) -> None:
    for at, letter in enumerate(printed):
        for other in LETTERS:
            if letter not in {other, "-"}:
                with pytest.raises(UserError, match="not a whole recovery key"):
                    recovery_bytes(printed[:at] + other + printed[at + 1 :])


def test_letters_that_changed_places_went_missing_or_came_twice_are_refused(printed: str) -> None:
    plain = printed.replace("-", "")
    for at in range(len(plain) - 1):
        swapped = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
        for typed in (swapped, plain[:at] + plain[at + 1 :], plain[:at] + plain[at] + plain[at:]):
            if typed != plain:
                with pytest.raises(UserError):
                    recovery_bytes(typed)


@pytest.mark.parametrize(
    "typed", ["", "-", "۱۲۳۴", "U" * 36, "ß" * 36, "ا" * 36, "0" * 36, "0" * 99]
)
def test_what_is_no_recovery_key_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        recovery_bytes(typed)
