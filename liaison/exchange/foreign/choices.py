"""What people wrote where the archive has a closed list: labels, synonyms, and what is near."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import fuzz

from liaison.i18n import translated
from liaison.language import keys
from liaison.language.countries import country_names
from liaison.language.synonyms import key_variants

SYNONYMS: Final[Mapping[str, Mapping[str, str]]] = {
    "relation.kind": {
        "sister_city_contract": "خواهرخواندگی|خواهرشهری|خواهر شهر|شهر خواهرخوانده"
        "|قرارداد خواهرخواندگی|پیمان خواهرخواندگی|پیمان خواهرشهری"
        "|sister city|sister cities|twinning|twin city"
        "|sister city agreement|sister city pact|sister city relationship",
        "cooperation_mou": "تفاهم نامه|تفاهم نامه همکاری|یادداشت تفاهم همکاری|cooperation mou"
        "|memorandum of cooperation",
        "mou": "یادداشت تفاهم|mou|memorandum",
        "friendship_city": "دوستی|شهر دوست|شهرهای دوست|friend city|friend cities|friendship",
        "brotherhood": "برادرخواندگی|برادر شهری|brotherhood|brother city",
        "city_to_city": "شهر به شهر|city to city",
    },
    "relation.stage": {
        "candidate": "نامزد|پیشنهاد|شناسایی|proposed",
        "negotiation": "مذاکره|رایزنی|در حال رایزنی|در مرحله رایزنی|در دست اقدام|negotiating",
        "concluded": "منعقد شده|امضا شده|امضاء شده|امضاشده|فعال|جاری|signed|active|in force",
        "suspended": "معلق|راکد|غیرفعال|inactive|dormant",
        "ended": "پایان یافته|خاتمه یافته|منقضی|فسخ شده|expired|terminated|cancelled",
    },
    "partner.kind": {
        "city": "شهر|پایتخت|کلانشهر|city|capital",
        "ngo": "سمن|مردم نهاد|انجمن|ngo",
        "embassy": "سفارت|سفارتخانه|embassy",
        "city_network": "شبکه|مجمع|اتحادیه|network",
        "un_body": "سازمان ملل|un|united nations",
        "university": "دانشگاه|university",
        "company": "شرکت|company",
    },
    "person.gender": {
        "woman": "زن|خانم|مونث|f|female|mrs|ms|w",
        "man": "مرد|آقا|آقای|مذکر|m|male|mr",
        "unstated": "نامعلوم|unknown",
    },
    "visit.direction": {
        "incoming": "ورودی|پذیرش|میزبانی|incoming|inbound",
        "outgoing": "خروجی|اعزام|اعزامی|outgoing|outbound",
    },
    "meeting.state": {
        "planned": "برنامه ریزی شده|در پیش|planned",
        "held": "برگزار شده|انجام شده|held|done",
        "cancelled": "لغو|لغو شده|cancelled|canceled",
    },
}
"""Other words for the options of a list, by its record and field."""
_COUNTRIES: Final = {
    "RU": "روسیه|فدراسیون روسیه|russia",
    "GB": "انگلیس|انگلستان|بریتانیا|england|uk|britain",
    "US": "آمریکا|امریکا|ایالات متحده|ایالات متحده آمریکا|usa|us",
    "KR": "کره جنوبی|کره|korea|south korea",
    "KP": "کره شمالی|north korea",
    "SY": "سوریه|syria",
    "ZA": "آفریقای جنوبی|افریقای جنوبی|south africa",
    "AE": "امارات|امارات متحده عربی|uae",
    "PS": "فلسطین|palestine",
    "VN": "ویتنام|vietnam",
    "CZ": "چک|جمهوری چک|czech republic",
    "TR": "ترکیه|turkey|turkiye",
    "BY": "بلاروس|روسیه سفید|belarus",
    "IR": "ایران|جمهوری اسلامی ایران|iran",
    "NL": "هلند|holland|netherlands",
    "BA": "بوسنی|بوسنی و هرزگوین|bosnia",
}
_YES: Final = frozenset(
    map(keys.joined, ("بله", "بلی", "دارد", "است", "آری", "yes", "y", "x", "1", "true"))
)
_NO: Final = frozenset(map(keys.joined, ("خیر", "نه", "ندارد", "نیست", "no", "n", "0", "false")))
_NEAR: Final = 84


def option_of(options: Mapping[str, str], text: str, where: str = "") -> str | None:
    """Return the option that `text` names by key, label or synonym, None where none is meant.

    `where` names the list as `SYNONYMS` does.
    """
    return _names(tuple(options.items()), where).get(_key(text))


def near_options(options: Mapping[str, str], text: str, where: str = "") -> tuple[str, ...]:
    """Return the options whose name is almost `text`, the nearest first."""
    return _nearest(_names(tuple(options.items()), where), text)


def country_of(text: str) -> str | None:
    """Return the code of the country that `text` names in Persian or English, None for none."""
    wanted = text.strip().upper()
    return wanted if wanted in country_names("en") else _countries().get(_key(text))


def near_countries(text: str) -> tuple[str, ...]:
    """Return the codes of countries whose name is almost `text`, the nearest first."""
    return _nearest(_countries(), text)


def truth_of(text: str) -> bool | None:
    """Return whether `text` says yes or no, None where it says neither."""
    key = keys.joined(text)
    return True if key in _YES or text.strip() in {"✓", "✔"} else False if key in _NO else None


def _key(text: str) -> str:
    return "".join(min(key_variants(word)) for word in keys.spaced(text).split())


@cache
def _names(options: tuple[tuple[str, str], ...], where: str) -> Mapping[str, str]:
    found = {}
    for key, label in options:
        others = SYNONYMS.get(where, {}).get(key, "").split("|")
        for name in (*others, translated(label, "fa"), translated(label, "en"), key):
            found[_key(name)] = key
    found.pop("", None)
    return found


def _countries() -> Mapping[str, str]:
    """Return codes by the keys of names, which the office may reword while the program runs."""
    return _keyed(tuple(country_names("en").items()), tuple(country_names("fa").items()))


@lru_cache(maxsize=4)
def _keyed(*names: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    others = {_key(name): code for code, known in _COUNTRIES.items() for name in known.split("|")}
    return others | {_key(name): code for each in names for code, name in each}


def _nearest(names: Mapping[str, str], text: str) -> tuple[str, ...]:
    wanted = _key(text)
    scores = {name: fuzz.ratio(wanted, name) for name in names}
    near = sorted((name for name in names if scores[name] >= _NEAR), key=lambda n: -scores[n])
    return tuple(dict.fromkeys(names[name] for name in near))
