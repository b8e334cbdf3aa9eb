import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from liaison.language.normalise import is_damaged, stored

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
LETTERS = st.text(
    st.sampled_from(
        "ابپيىیكکگہھەۀةأإآئؤءلاﻻﷲﮐﯾ٠۱2 "
        "\u200c\u200d\u0640\u00a0\u200f\u0654\u064e\u0653\n\r\tAé’-،«»"
    )
)


@pytest.mark.parametrize(("text", "expected"), [case[:2] for case in VECTORS["normalise"]])
def test_vectors(text: str, expected: str) -> None:
    assert stored(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("ﻣﺪﻳﻨﺔ", "مدینة"),
        ("ﺷﻬﺮداري", "شهرداری"),
        ("ﷲ", "الله"),
        ("۱۲ ﷼", "۱۲ ریال"),
        ("ﭘﮋﻭﻫﺶ ﮔﯿﻼﻥ ﮐﯿﺶ", "پژوهش گیلان کیش"),
        ("خانه‌ی شهر", "خانه‌ی شهر"),
        ("خانە\u0654 شهر", "خانه\u0654 شهر"),
        ("خانہ", "خانه"),
        ("ھند", "هند"),
        ("ا\u0653ب", "آب"),
        ("ا\u0640\u0653ب", "آب"),
        ("ي\u0654", "ئ"),
        ("ﻱ\u0654", "ئ"),
        ("مسؤول هيأت", "مسؤول هیأت"),
        ("قُرآنِ", "قُرآنِ"),
        ("موسى", "موسی"),
        ("مكتب\u00a0\u2003ملي", "مکتب ملی"),
        ("می \u200cرود", "می رود"),
        ("می\u200c رود\u200c", "می رود"),
        ("می\u200c\u200c\u200cرود", "می\u200cرود"),
        ("الف \u200c ب", "الف ب"),
        ("\u202bتهران\u202c\ufeff\u2067x\u2069", "تهرانx"),
        ("تهران\ue000\uf8ff", "تهران"),
        ("خط\u00ad\u2060\u200bکش", "خطکش"),
        ("nul\x00l \x07bell", "null bell"),
        ("نیم\ud800جفت", "نیمجفت"),
        ("سطر یک \r\n  سطر دو\r\rسطر", "سطر یک\nسطر دو\n\nسطر"),
        ("a\tb", "a b"),
        ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"),
        ("24۰۰ و ١2", "24۰۰ و ۱2"),
        ("Cafe\u0301 ﬁ ½ ™ Ⅷ", "Café ﬁ ½ ™ Ⅷ"),
        ("İstanbul Straße Ḥāfeẓ Sana’a", "İstanbul Straße Ḥāfeẓ Sana’a"),
        ("👨\u200d👩", "👨\u200d👩"),
    ],
)
def test_one_spelling(text: str, expected: str) -> None:
    assert stored(text) == expected


@given(LETTERS)
@example("ۀ\u064e")
@example("ﻱ\u0640\u0654")
def test_is_idempotent(text: str) -> None:
    assert stored(stored(text)) == stored(text)


@given(st.text())
def test_any_text_is_idempotent_and_can_be_written(text: str) -> None:
    once = stored(text)
    assert stored(once) == once
    once.encode()
    assert "\x00" not in once


@pytest.mark.parametrize(
    ("text", "damaged"), [("تهران", False), ("a\x00", True), ("\ud800", True), ("?\ufffd", True)]
)
def test_damage_is_seen(text: str, damaged: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_damaged(text) is damaged


def test_a_letter_keeps_no_more_marks_than_it_can_carry() -> None:
    marks = "\u064e\u0651\u0301"
    text = "ب" + marks * 400_000 + "پ"
    kept = stored(text)
    assert (kept[0], kept[-1], len(kept)) == ("ب", "پ", 32)
    assert stored(kept) == kept
    assert stored("بَ" * 2000) == "بَ" * 2000
