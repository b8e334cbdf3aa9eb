import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.language.keys import folded, holds_letters, joined, sought, spaced
from liaison.language.normalise import stored
from liaison.language.synonyms import SPELLINGS, variants

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
# What may be swapped in any text without changing its keys.
SAME = [
    "یيىئﻱﻲ",
    "کكﻙﮎ",
    "هہھەةﻩ",
    "اآأإٱﺍ",
    "وؤﻭ",
    "0۰٠",
    "7۷٧",
    "eéèÊẽ",
    "sSšŞ",
    "iIİıí",
]
WORDS = st.text(st.sampled_from("".join(SAME) + "بپ \u200c-b"), max_size=12)


@pytest.mark.parametrize(("text", "_", "apart", "together"), VECTORS["normalise"])
def test_vectors(text: str, _: str, apart: str, together: str) -> None:
    assert (spaced(text), joined(text)) == (apart, together)


@pytest.mark.parametrize("spellings", VECTORS["same_joined_key"])
def test_joined_key_unites(spellings: list[str]) -> None:
    assert len({joined(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("İSTANBUL", "istanbul"),
        ("Diyarbakır", "diyarbakir"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Ḥāfeẓ-e Shīrāzī", "hafez e shirazi"),
        ("š ḵ č ž ṣ", "s k c z s"),
        ("Sana‘a Sanaʻa Sana'a Sanaʿa", "sanaa sanaa sanaa sanaa"),
        ("Łódź Tromsø Đakovo", "lodz tromso dakovo"),
        ("ﬁ Ⅷ ２", "fi viii 2"),
        ("X/8؛ «تهران»، (۱۴۰۴/۰۸/۲۹)", "x 8 تهران 1404 08 29"),
        ("مسؤول هیأت رئیسه", "مسوول هیات رییسه"),
        ("قُرآن\u200cها", "قران ها"),
        ("خانه\u0654 شهر", "خانه شهر"),
        ("ثناء", "ثنا"),
        ("عيسىٰ", "عیسی"),
        ("+98 21-5560", "98 21 5560"),
        ("a_b@example.org", "a b example org"),
        ("…", ""),
        ("ΑΣ", "ασ"),
        ("МОСКВА", "москва"),
    ],
)
def test_key(text: str, key: str) -> None:
    assert spaced(text) == key
    assert joined(text) == key.replace(" ", "")


@given(WORDS, st.randoms())
def test_spelling_does_not_change_the_key(text: str, random: object) -> None:
    swapped = "".join(
        next((random.choice(group) for group in SAME if letter in group), letter)  # type: ignore[attr-defined]  # hypothesis types its generator so
        for letter in text
    )
    assert spaced(swapped) == spaced(text)


@given(st.text())
def test_keys_are_fixed_points(text: str) -> None:
    key = spaced(text)
    assert spaced(key) == key
    assert spaced(stored(text)) == key
    assert joined(key) == joined(text)


@given(st.characters())
def test_folding_a_letter_ends_at_once(letter: str) -> None:
    assert "".join(folded(part) for part in folded(letter)) == folded(letter)


def test_ezafe_is_not_sought() -> None:
    assert sought("خانه‌ی شهر") == ["خانه", "شهر"]
    assert sought("موسیقی شهر‌ی") == ["موسیقی", "شهر"]


@pytest.mark.parametrize("group", SPELLINGS)
def test_every_spelling_leads_to_every_other(group: tuple[str, ...]) -> None:
    assert all(set(variants(a)) == set(variants(b)) for a, b in pairwise(group))
    assert all(joined(word) in variants(group[0]) for word in group)


def test_a_word_without_variants_is_its_own_key() -> None:
    assert variants("Paris") == ("paris",)
    assert variants("هيأت")[0] == "هیات"


@given(WORDS, WORDS)
def test_letters_are_held_where_the_joined_keys_say_so(text: str, part: str) -> None:
    assert holds_letters(stored(text), joined(part)) is (joined(part) in joined(text))
