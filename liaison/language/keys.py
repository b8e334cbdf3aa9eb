"""Search keys: what two spellings of one word have in common."""

from functools import cache
from typing import Final
from unicodedata import category, decimal, normalize

from liaison.language.normalise import ZWNJ, stored

NORMALISER_VERSION: Final = 1
"""Raised whenever a key of any text changes, so that search indexes are built anew."""

_LETTERS: Final = str.maketrans(
    {
        "آ": "ا",
        "أ": "ا",
        "إ": "ا",
        "ٱ": "ا",
        "ٲ": "ا",
        "ٳ": "ا",
        "ؤ": "و",
        "ئ": "ی",
        "ے": "ی",
        "ۓ": "ی",
        "ې": "ی",
        "ێ": "ی",
        "ۍ": "ی",
        "ة": "ه",
        "ۃ": "ه",
        "ڪ": "ک",
        "ګ": "گ",
        "ء": "",
        "ٴ": "",
        # Latin letters that Unicode does not take apart.
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ə": "a",
        # Apostrophes and the half rings of transliteration are left out when people type.
        **dict.fromkeys("'’‘‛`´ʻʼʽʾʿʹʺˈ′＇ꞌ", ""),
        "\u200d": "",
    }
)


@cache
def folded(character: str) -> str:
    """Give what a single character is compared as: lower-case, unmarked, digits in ASCII.

    Nothing at all for marks, hamza and apostrophes; a space for what is no letter and no digit.
    """
    plain = character.translate(_LETTERS)
    letters = normalize("NFKD", normalize("NFKD", plain).casefold()).translate(_LETTERS)
    return "".join([_plain(letter) for letter in letters])


def _plain(letter: str) -> str:
    kind = category(letter)
    if kind[0] == "M":
        return ""
    if kind == "Nd":
        return str(decimal(letter))
    return letter if letter.isalnum() else " "


class _Folding(dict[int, str]):
    """What each character met so far is folded to; ZWNJ stays."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = character if character == ZWNJ else folded(character)
        return self[code]


_FOLDING: Final = _Folding()


def bound(text: str) -> str:
    """Give the spaced key in which ZWNJ still binds the parts of a word."""
    return " ".join(stored(text).lower().translate(_FOLDING).split())


def spaced(text: str) -> str:
    """Give the key in which words stay apart, ZWNJ and punctuation counted as spaces."""
    key = bound(text)
    return " ".join(key.replace(ZWNJ, " ").split()) if ZWNJ in key else key


def joined(text: str) -> str:
    """Give the key without any spaces, so that «کلان شهر» and «کلانشهر» are one."""
    return spaced(text).replace(" ", "")


def holds_letters(text: str, key: str) -> bool:
    """Tell whether a joined key stands in a text, which is given in its stored spelling."""
    letters = text.lower().translate(_FOLDING)
    return key in "".join(letters.replace(ZWNJ, "").split())


def sought(text: str) -> list[str]:
    """Cut what a user looks for into tokens of the spaced key.

    The ezafe of «خانه‌ی شهر» is left out: others write it «خانهٔ شهر» or not at all.
    """
    return spaced(without_ezafe(text)).split()


def without_ezafe(text: str) -> str:
    """Give stored `text` without the «‌ی» that binds a word to the next."""
    return stored(text).replace(ZWNJ + "ی ", " ").removesuffix(ZWNJ + "ی")
