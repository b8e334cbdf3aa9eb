"""What names look and sound like once dots and vowels are left out, in either script.

Only for proposing that two spellings may be one name; nothing of this is ever shown.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from liaison.language import keys
from liaison.language.transliterate import suggested

_SHAPES: Final = str.maketrans(
    {
        letter: group[0]
        for group in ("بپتثنی", "جچحخ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فق", "کگ")
        for letter in group
    }
)
_HOMOPHONES: Final = str.maketrans(
    {letter: group[0] for group in ("تط", "سصث", "زذضظ", "هح", "قغ", "اع") for letter in group}
)
_PERSIAN: Final = re.compile("[\u0600-\u06ff]")
# What is written in several ways in Latin letters, and what Persian has no sound for.
_SOUNDS: Final = (
    ("tch", "C"),
    ("sch", "S"),
    ("kh", "K"),
    ("sh", "S"),
    ("ch", "C"),
    ("gh", "g"),
    ("zh", "j"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "g"),
    ("q", "g"),
    ("x", "ks"),
    ("w", "v"),
    ("z", "s"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("c", "k"),
)
_SILENT: Final = re.compile("[aeiouyhv ]")
_UNTOLD: Final = frozenset("Av")
"""With what a word may begin that is told only where the name does."""
_DOUBLE: Final = re.compile(r"(.)\1+")


def is_latin(text: str) -> bool:
    """Tell whether a text holds no letters of the Persian script."""
    return not _PERSIAN.search(text)


def shape(key: str) -> str:
    """Give a search key without its dots: «ابروان» and «ایروان» have one shape."""
    return key.translate(_SHAPES)


def heard(key: str) -> str:
    """Give a search key with letters that sound alike made one: «طهران» is heard as «تهران»."""
    return key.translate(_HOMOPHONES)


@lru_cache(maxsize=100_000)
def sound(name: str) -> str:
    """Give the consonants of a name as they sound; «پروتوریا» and Pretoria sound the same."""
    key = keys.spaced(name)
    plain = keys.spaced(suggested(key)) if _PERSIAN.search(key) else key
    for written, heard in _SOUNDS:
        plain = plain.replace(written, heard)
    first, rest = plain[:1], plain[1:]
    return _DOUBLE.sub(r"\1", ("A" if first in "aeiouyh" else first) + _SILENT.sub("", rest))


def together(sounds: Sequence[str]) -> str:
    """Give the sound of a name by those of its words: `sound` of the whole, for less work."""
    first, *others = sounds or ("",)
    within = (each[1:] if each[:1] in _UNTOLD else each for each in others)
    return _DOUBLE.sub(r"\1", first + "".join(within))
