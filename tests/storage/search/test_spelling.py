from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from liaison.language.synonyms import SPELLINGS
from tests.storage.search.shelf import Shelf

# Spellings of one thing: each finds the records of all.
ALIKE = {
    "half space": ["کلان‌شهر", "کلان شهر", "کلانشهر"],
    "three parts": ["تفاهم‌نامه‌ها", "تفاهم نامه ها", "تفاهمنامه‌ها", "تفاهمنامهها", "تفاهم‌نامه ها"],
    "with and": ["حمل‌ونقل", "حمل و نقل", "حملونقل", "حمل‌و‌نقل"],
    "verb": ["می‌شود", "می شود", "میشود"],
    "plural": ["برنامه‌های", "برنامه های", "برنامههای"],
    "ye and kaf": ["یک بانک ملی", "يك بانك ملي", "یك بانك ملى"],
    "hamza": ["مسئول رأی", "مسؤول رای", "مسوول رأى"],
    "alef": ["آنکارا", "انکارا", "أنکارا"],
    "final he": ["خانهٔ", "خانۀ", "خانه", "خانة"],
    "ezafe": ["خانهٔ بزرگ", "خانه‌ی بزرگ", "خانه بزرگ"],
    "harakat": ["مُحَمَّد", "محمد", "محمّد"],
    "tatweel": ["شهرداری", "شهــرداری", "شـهـرداری"],
    "presentation forms": ["سلام", "ﺳﻼﻡ"],
    "digits": ["۱۴۰۵ سند ۴۸", "1405 سند 48", "١٤٠٥ سند ٤٨", "۱۴0۵ سند ۴8"],
    "accents": ["Zürich", "zurich", "ZURICH", "Zu\u0308rich"],
    "turkish": ["İstanbul", "istanbul", "ISTANBUL", "Istanbul"],
    "sharp s": ["Straße", "strasse"],
    "apostrophes": ["Sana'a", "Sana\u2019a", "Sanaa"],
    "hyphen": ["follow-up", "follow up", "followup"],
    "no-break space": ["سازمان\u00a0ملل", "سازمان ملل"],
}
PAIRS = [
    pytest.param(*pair, id=f"{name}-{number}")
    for name, spellings in ALIKE.items()
    for number, pair in enumerate(permutations(spellings, 2))
]


@pytest.mark.parametrize(("written", "typed"), PAIRS)
def test_each_spelling_finds_the_other(shelf: Shelf, written: str, typed: str) -> None:
    uid = shelf.noted(f"ابتدا {written} انتها")
    shelf.noted("سطری دیگر")
    assert shelf.find(typed) == [uid]
    assert shelf.find(f"ابتدا {typed} انتها") == [uid]


@pytest.mark.parametrize("group", SPELLINGS)
def test_synonyms_find_each_other(shelf: Shelf, group: tuple[str, ...]) -> None:
    uids = {shelf.noted(f"متن {word} است") for word in group}
    for word in group:
        assert set(shelf.find(word)) == uids


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("1405-V-048", "1405-V-048"),
        ("1405-V-048", "۱۴۰۵-و-۰۴۸"),
        ("1405-V-048", "1405v048"),
        ("1405-V-048", "۱۴۰۵ و ۰۴۸"),
        ("1405-V-048", "1405-v"),
    ],
)
def test_visit_number(shelf: Shelf, written: str, typed: str) -> None:
    uid = shelf.add("visit", ("سفر آزمون", "Test visit"), number=written)
    shelf.add("visit", ("سفر آزمون دوم", ""), number="1405-V-049")
    assert shelf.find(typed)[0] == uid


@pytest.mark.parametrize(
    "typed",
    [
        "+982155601234",
        "02155601234",
        "021-5560 1234",
        "۰۲۱ ۵۵۶۰ ۱۲۳۴",
        "00982155601234",
        "55601234",
        "5560-12",
        "+98 21 5560 1234",
        "982155601234",
    ],
)
def test_phone(shelf: Shelf, typed: str) -> None:
    uid = shelf.partner("شهر آزمون ۱", phone="021-55601234")
    shelf.partner("شهر آزمون ۲", phone="021-55609999")
    assert shelf.find(typed) == [uid]


@pytest.mark.parametrize(
    "typed", ["۱۴۰۵/۰۸/۱۲", "1405/8/12", "1405-08-12", "2026-11-03", "2026/11/3", "1405/08"]
)
def test_day(shelf: Shelf, typed: str) -> None:
    field = shelf.add("visit", ("سفر آزمون", ""), number="1", starts_on=date(2026, 11, 3))
    moment = shelf.add("meeting", ("دیدار", ""), starts_at=datetime(2026, 11, 2, 22, tzinfo=UTC))
    shelf.add("visit", ("سفر دیگر", ""), number="2", starts_on=date(2026, 12, 3))
    assert set(shelf.find(typed)) == {field, moment}


@pytest.mark.parametrize("typed", ["۱۴۰۵/۰۸/۱۲", "1405/8/12", "1405 08 12"])
def test_day_in_text(shelf: Shelf, typed: str) -> None:
    uid = shelf.noted("نامهٔ مورخ ۱۴۰۵/۰۸/۱۲ رسید")
    assert shelf.find(typed) == [uid]


def test_population_in_groups(shelf: Shelf) -> None:
    uid = shelf.partner("شهر آزمون ۱", population=8_700_000)
    assert shelf.find("8,700,000") == shelf.find("۸٬۷۰۰٬۰۰۰") == shelf.find("8700000") == [uid]
