import json
from pathlib import Path

import pytest

from liaison.errors import UserError
from liaison.language.phones import e164, shown

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS["phones"], ids=lambda case: case["e164"])
def test_vectors(case: dict[str, str]) -> None:
    kept = e164(case["in"])
    assert kept == case["e164"]
    assert shown(kept, "fa") == case.get("show_fa", shown(kept, "fa"))
    assert shown(kept, "en") == case.get("show_en", shown(kept, "en"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("+98 21 5560 1234", "+982155601234"),
        ("0098 21 5560 1234", "+982155601234"),
        ("۰۰۹۸۲۱۵۵۶۰۱۲۳۴", "+982155601234"),
        ("+98 (0)21 5560-1234", "+982155601234"),
        ("٠٢١ ٥٥٦٠ ١٢٣٤", "+982155601234"),
        ("۰۲۱‌۵۵۶۰۱۲۳۴", "+982155601234"),
        ("021–5560–1234", "+982155601234"),
        ("تلفن: ۰۲۱-۵۵۶۰۱۲۳۴", "+982155601234"),
        ("\u2066021-55601234\u2069", "+982155601234"),
        ("2155601234", "+982155601234"),
        ("982155601234", "+982155601234"),
        ("+۹۸ ۹۱۲ ۰۰۰ ۰۰۰۰", "+989120000000"),
        ("0912 000 0000", "+989120000000"),
        ("0090 312 507 10 00", "+903125071000"),
        ("۰۰ ۹۰ ۳۱۲ ۵۰۷ ۱۰ ۰۰", "+903125071000"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("+7 495 777-77-77", "+74957777777"),
        ("+964 770 000 0000", "+9647700000000"),
        ("tel:+31-20-624-1111", "+31206241111"),
    ],
)
def test_ways_of_writing(text: str, kept: str) -> None:
    assert e164(text) == kept
    assert e164(shown(kept, "fa")) == e164(shown(kept, "en")) == e164(kept) == kept


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a phone number"),
        ("تهران", "not a phone number"),
        ("137", "not a phone number"),
        ("5560 1234", "area code"),
        ("021-556012", "not a phone number"),
        ("021-5560123456", "not a phone number"),
        ("0912 345 678", "not a phone number"),
        ("+999 1234567", "not a phone number"),
        ("+", "not a phone number"),
        ("1-800-FLOWERS", "not a phone number"),
        ("021-55601234 داخلی ۱۲۳", "extension"),
        ("021-55601234 داخلي 123", "extension"),
        ("+98 21 5560 1234 ext. 12", "extension"),
        ("+98 21 5560 1234 x12", "extension"),
        ("021-55601234 / 021-55601235", "more than one"),
        ("021-55601234، 021-55601235", "more than one"),
        ("a@example.org", "not a phone number"),
    ],
)
def test_what_cannot_be_dialled_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        e164(text)


def test_foreign_numbers_keep_their_country() -> None:
    assert shown("+903125071000", "fa") == "+۹۰ ۳۱۲ ۵۰۷ ۱۰ ۰۰"
    assert shown("+903125071000", "en") == "+90 312 507 10 00"
    assert shown("unknown", "en") == "unknown"
