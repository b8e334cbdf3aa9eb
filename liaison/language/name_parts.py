"""How one written name is taken apart: what stands before it, given name, family name."""

import re
from typing import Final

from liaison.language.tongues import language_of

_BEFORE: Final = {
    "en": {
        "honorific": ("mr", "mrs", "ms", "miss", "madam", "sir", "h e", "h.e", "hon"),
        "academic_title": ("dr", "prof", "professor", "eng", "assoc prof", "prof dr"),
    },
    "fa": {
        "honorific": ("جناب آقای", "سرکار خانم", "آقای", "خانم", "جناب", "سرکار"),
        "academic_title": ("دکتر", "مهندس", "پروفسور", "استاد"),
    },
}
_PARTICLES: Final = frozenset({"van", "von", "de", "da", "di", "del", "der", "la", "al", "bin"})


def taken_apart(name: str) -> dict[str, str]:
    """Return the fields of a person that `name` fills, by key, in the language of its letters.

    A family name in capitals is known wherever it stands, and one before a comma; else it is
    the last word, with the particles before it.
    """
    lang = language_of(name)
    found: dict[str, str] = {}
    rest = name.strip()
    while True:
        key, before, rest = _cut(rest, lang)
        if not key:
            break
        found[f"{key}_{lang}"] = f"{found.get(f'{key}_{lang}', '')} {before}".strip()
    given, family = _split(rest, lang)
    found |= {f"given_name_{lang}": given, f"family_name_{lang}": family}
    return {key: value for key, value in found.items() if value}


def capitalised(word: str) -> str:
    """Write a word in capitals as names are written: «YILMAZ» as Yilmaz; others stay."""
    if not word.isupper() or len(word) == 1 or "." in word:
        return word
    # Python would lower a dotted capital I to two characters.
    return re.sub(r"[^\W_]+", lambda m: m[0][0] + m[0][1:].replace("İ", "i").lower(), word)


def _cut(name: str, lang: str) -> tuple[str, str, str]:
    """Take one word of address off the front: its key, itself, and the rest."""
    for key, words in _BEFORE[lang].items():
        for word in sorted(words, key=len, reverse=True):
            pattern = (
                rf"({re.escape(word)}\.?)\s+(?=\S)" if lang == "fa" else rf"({word}\b\.?)\s+(?=\S)"
            )
            match = re.match(pattern, name, re.IGNORECASE)
            if match:
                return key, match[1], name[match.end() :]
    return "", "", name


def _split(name: str, lang: str) -> tuple[str, str]:
    """Return given and family name."""
    if "," in name or "،" in name:
        family, given = (part.strip() for part in re.split("[,،]", name, maxsplit=1))
        return _written(given.split()), _written(family.split())
    words = name.split()
    loud = [word for word in words if lang == "en" and len(word) > 1 and word.isupper()]
    if loud and len(loud) < len(words):
        return _written([word for word in words if word not in loud]), _written(loud)
    if len(words) == 1:
        return "", _written(words)
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return _written(words[:at]), _written(words[at:])


def _written(words: list[str]) -> str:
    return " ".join(capitalised(word) for word in words)
