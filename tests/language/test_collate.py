import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.language.collate import ALPHABET, sort_key
from liaison.language.normalise import ZWNJ, stored

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "ordered",
    [
        VECTORS["alphabet"],
        VECTORS["cities_in_order"],
        VECTORS["vav_before_he"],
        ["منطقه ۲", "منطقه ۱۰", "منطقه ١٢", "منطقه 100"],
        ["۲", "10", "تهران", "Tehran"],
        ["آمل", "إحسان", "احمد", "أحمد", "اخگر", "بابل"],
        ["می رود", "می\u200cرود"],
        ["paris", "Paris", "PARIS", "Páris", "Parisa"],
        ["Aachen", "Äbo", "Abu", "Straße", "Struga", "Zürich", "Зima"],
        ["کابل", "كاراکاس", "کويت", "گرگان"],
        ["هانوی", "یزد", "Izmir", "İzmit", "Jakarta"],
        ["مسوول", "مسؤول", "مسی"],
        ["دهه ۰۹", "دهه ۹۰"],
        ["", "تهران", "تهران ۲", "تهرانی"],
        ["Sana’a", "Sanab"],
        ["شهر 007", "شهر ۸"],
    ],
)
def test_order(ordered: list[str]) -> None:
    assert sorted(ordered[::2] + ordered[1::2], key=sort_key) == ordered
    assert sorted(ordered[1::2] + ordered[::2], key=sort_key) == ordered


def test_alphabet_is_complete() -> None:
    assert list(ALPHABET) == VECTORS["alphabet"]


@pytest.mark.parametrize(("one", "other"), [("علي", "علی"), ("می\u200cرود", "میرود")])
def test_what_does_not_count(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


@given(st.text(), st.text())
def test_order_is_total(one: str, other: str) -> None:
    same = stored(one).replace(ZWNJ, "") == stored(other).replace(ZWNJ, "")
    assert (sort_key(one) == sort_key(other)) is same


@given(st.integers(0), st.integers(0), st.sampled_from(["منطقه ", ""]))
def test_numbers_go_by_value(one: int, other: int, before: str) -> None:
    assert (sort_key(f"{before}{one}") < sort_key(f"{before}{other}")) is (one < other)
