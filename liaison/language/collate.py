"""Persian alphabetical order as bytes that the database can compare.

The order: spaces, signs, numbers by value, Persian letters, other Arabic-script letters, Latin
letters, other scripts. Case, accents and hamza only settle what is otherwise equal; ZWNJ, and
the Arabic shapes of ی and ک, do not count at all.
"""

import re
from itertools import cycle
from typing import Final

from liaison.language.digits import to_ascii
from liaison.language.keys import folded
from liaison.language.normalise import ZWNJ, stored

ALPHABET: Final = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"

_END = b"\x00"
_PLAIN, _MARKED = 1, 2
_SPACE = b"\x02"
_SIGN = b"\x03"
_NUMBER = b"\x10"
_PERSIAN = 0x20
_OTHER_ARABIC = b"\x50"
_LATIN = 0x60
_OTHER = b"\x90"
_DIGITS: Final = re.compile(r"(\d+)")


class _Weights(dict[str, bytes]):
    """The weight of each character, worked out the first time it is met."""

    def __missing__(self, character: str) -> bytes:
        weight = self[character] = b"".join(map(_weight, self._letters(character)))
        return weight

    @staticmethod
    def _letters(character: str) -> str:
        if character in ALPHABET:
            return character
        plain = folded(character)
        return plain if character in " \n" or not plain.isspace() else "-"


def _weight(letter: str) -> bytes:
    """Weigh one folded letter."""
    if letter in ALPHABET:
        return bytes([_PERSIAN + ALPHABET.index(letter)])
    if "a" <= letter <= "z":
        return bytes([_LATIN + ord(letter) - ord("a")])
    if letter == " ":
        return _SPACE
    if not letter.isalnum():
        return _SIGN
    if letter.isdecimal():
        return _number(letter)
    script = _OTHER_ARABIC if "\u0600" <= letter <= "\u08ff" else _OTHER
    return script + ord(letter).to_bytes(3)


def _number(digits: str) -> bytes:
    """Weigh a number by its value: more digits first of all, then the digits themselves."""
    value = to_ascii(digits).lstrip("0").encode()
    return _NUMBER + min(len(value), 0xFFFF).to_bytes(2) + value


_WEIGHTS: Final = _Weights()


def sort_key(text: str) -> bytes:
    """Give the bytes by which `text` is sorted; they compare as `memcmp` does.

    Texts that are stored alike have equal keys; of two that differ only in case, accents or
    hamza the plainer comes first.
    """
    kept = stored(text).replace(ZWNJ, "")
    key = b"".join(
        [
            _number(part) if odd else b"".join([_WEIGHTS[character] for character in part])
            for part, odd in zip(_DIGITS.split(kept), cycle((False, True)), strict=False)
        ]
    )
    plain = kept.casefold()
    marked = bytes([_MARKED if folded(letter) != letter else _PLAIN for letter in plain])
    key += _END + marked.rstrip(bytes([_PLAIN])) + _END + plain.encode()
    return key if plain == kept else key + _END + kept.encode().swapcase()
