"""A made-up office: records in Persian and English, written by four made-up typists.

Everything is drawn from a seed, so that two runs measure the same archive. Each record knows the
words it was made of in their own spelling, whatever its typist made of them.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, Final

ZWNJ: Final = "\u200c"
_PERSIAN: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_KEYBOARD: Final = str.maketrans("یکأإئؤۀ", "يكاايوه")

# fmt: off
_LITTLE: Final = (
    "و", "در", "به", "از", "که", "این", "را", "با", "برای", "است", "شد", "تا", "بر", "هم", "نیز",
)
_OFFICE: Final = (
    "شهر", "شهرداری", "شورا", "سفر", "دیدار", "نشست", "هماهنگی", "همکاری", "گزارش", "پیگیری",
    "برنامه", "قرارداد", "دعوت", "میزبان", "مهمان", "سفارت", "وزارت", "دانشگاه", "کتابخانه",
    "مترو", "اتوبوس", "پسماند", "بودجه", "مصوبه", "کارگروه", "نماینده", "مترجم", "تشریفات",
    "فرودگاه", "اقامت", "ویزا", "گذرنامه", "سخنرانی", "هدیه", "رسانه", "خبر", "کلید", "یادبود",
    "محیط", "هوا", "زلزله", "آموزش", "ورزش", "موزه", "بازار", "پارک", "خیابان", "میدان", "پل",
)
BOUND: Final = (
    "کلان‌شهر", "تفاهم‌نامه", "صورت‌جلسه", "دعوت‌نامه", "حمل‌ونقل", "آتش‌نشانی", "نرم‌افزار",
    "زیست‌بوم", "خواهرشهر", "راه‌آهن", "پیش‌نویس", "بین‌المللی", "هم‌افزایی", "دست‌آورد", "مردم‌نهاد",
    "می‌شود", "می‌رسد", "نمی‌تواند", "می‌دهند", "پایان‌نامه", "شهرسازی‌ها", "ره‌آورد", "گفت‌وگو",
    "سیاست‌گذاری", "جمع‌بندی", "چشم‌انداز", "فن‌آوری", "روان‌سازی", "پیاده‌راه", "سبک‌سازی",
)
HAMZA: Final = (
    "مسئول", "رئیس", "هیئت", "مسئله", "تأمین", "تأخیر", "مؤسسه", "مؤثر", "رأی", "تأیید", "جرئت",
    "قرائت", "مأمور", "تأسیس", "سؤال", "لؤلؤ", "مبدأ", "تأکید", "متأسفانه", "پاییز",
)
_ENGLISH: Final = (
    "meeting", "report", "agreement", "memorandum", "delegation", "protocol", "council", "mayor",
    "embassy", "transport", "waste", "climate", "network", "letter", "visit", "programme", "draft",
)
LETTERS: Final = "بپتجچحخدرزژسشصطعغفقکگلمنهوی"
_SHAPES: Final = (
    "{}ا{}{}", "م{}{}و{}", "ت{}{}ی{}", "ا{}ت{}ا{}", "{}{}ا{}ت", "{}{}ی{}", "{}و{}{}", "{}{}{}گاه",
    "{}{}{}گر", "بی{}{}{}", "نا{}{}{}", "هم{}{}{}", "{}{}{}نامه", "پیش{}{}{}", "{}{}{}ستان",
)
_ENDINGS: Final = (
    "", "", "", "", "ی", "ی", "ان", f"{ZWNJ}ها", f"{ZWNJ}های", f"{ZWNJ}ای", f"{ZWNJ}تر",
)
# fmt: on
_STEMS: Final = 8_000


@dataclass(frozen=True)
class Made:
    """A record of the office, and the words in it as no typist changed them."""

    type_name: str
    values: dict[str, Any]
    words: frozenset[str]


def typed(word: str, typist: int) -> str:
    """Write a word as one of the four does.

    0 writes it right; 1 puts a space for ZWNJ and figures of the keyboard; 2 joins; 3 has an
    Arabic keyboard and puts spaces.
    """
    if word.isdecimal():
        return word.translate((_PERSIAN, {}, _PERSIAN, _ARABIC)[typist])
    if typist == 0:
        return word
    apart = word.replace(ZWNJ, "" if typist == 2 else " ")
    return apart.translate(_KEYBOARD) if typist == 3 else apart


class Office:
    """Draws records; the same seed draws the same ones."""

    def __init__(self, seed: int = 1405) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._vocabulary = self._words()
        weights = [1 / (rank + 4) for rank in range(len(self._vocabulary))]
        self._weights = list(accumulate(weights))
        self._spelt = [[typed(word, typist) for word in self._vocabulary] for typist in range(4)]

    def _words(self) -> list[str]:
        chance = self._chance
        stems = dict.fromkeys(
            chance.choice(_SHAPES).format(*chance.choices(LETTERS, k=3)) for _ in range(_STEMS)
        )
        made = dict.fromkeys(
            stem + ending for stem in stems for ending in chance.sample(_ENDINGS, 4)
        )
        figures = [str(chance.randrange(1000, 99_999)) for _ in range(2000)]
        rare = [*made, *figures, *BOUND, *HAMZA, *_ENGLISH]
        chance.shuffle(rare)
        return list(
            dict.fromkeys([*_LITTLE, *_OFFICE, *BOUND[:8], *HAMZA[:5], *_ENGLISH[:5], *rare])
        )

    def records(self, count: int) -> Iterator[Made]:
        """Yield `count` records, first the cities the others refer to by their number."""
        cities = max(1, count // 50)
        for number in range(cities):
            name = f"شهر آزمون {number}"
            words = frozenset(("شهر", "آزمون", str(number)))
            notes, more = self._text(30)
            values = {"name_fa": name, "name_en": f"Test City {number}", "kind": "city"}
            yield Made("partner", values | {"notes": notes}, words | more)
        for number in range(cities, count):
            yield self._record(number, cities)

    def _record(self, number: int, cities: int) -> Made:
        make = self._chance.choice(_MAKERS)
        title, words = self._text(5)
        text, more = self._text(min(300, 20 + int(self._chance.expovariate(1 / 60))))
        type_name, values = make(self, number, title, text, self._chance.randrange(cities))
        return Made(type_name, values, words | more)

    def _text(self, length: int) -> tuple[str, frozenset[str]]:
        typist = self._chance.choices(range(4), (5, 3, 1, 2))[0]
        places = self._chance.choices(
            range(len(self._vocabulary)), cum_weights=self._weights, k=length
        )
        spelt = self._spelt[typist]
        return (
            " ".join([spelt[place] for place in places]),
            frozenset([self._vocabulary[place] for place in places]),
        )

    def day(self) -> date:
        """Draw a day of the office's last ten years."""
        return date(2016, 3, 20) + timedelta(days=self._chance.randrange(3650))


def _visit(
    office: Office, number: int, title: str, text: str, city: int
) -> tuple[str, dict[str, Any]]:
    return "visit", {
        "number": f"1405-V-{number:06}",
        "title_fa": title,
        "purpose_fa": text,
        "partner": city,
        "starts_on": office.day(),
    }


def _meeting(
    _office: Office, _number: int, title: str, text: str, city: int
) -> tuple[str, dict[str, Any]]:
    return "meeting", {"title_fa": title, "minutes_fa": text, "partner": city}


def _follow_up(
    office: Office, _number: int, title: str, text: str, city: int
) -> tuple[str, dict[str, Any]]:
    return "follow_up", {"title_fa": title, "notes": text, "partner": city, "due_on": office.day()}


def _person(
    _office: Office, _number: int, title: str, text: str, _city: int
) -> tuple[str, dict[str, Any]]:
    given, _space, family = title.partition(" ")
    return "person", {"given_name_fa": given, "family_name_fa": family, "biography_fa": text}


def _document(
    _office: Office, number: int, title: str, text: str, _city: int
) -> tuple[str, dict[str, Any]]:
    return "document", {"title_fa": title, "number": f"۱۲/{number}", "notes": text}


_MAKERS: Final = (
    _visit,
    _meeting,
    _meeting,
    _follow_up,
    _follow_up,
    _follow_up,
    _person,
    _document,
)
