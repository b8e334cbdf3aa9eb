"""Persian text for programs that know no Unicode: Windows-1256, and what is lost on the way there.

That code has پ چ ژ ک گ and the half-space, but neither ی nor Persian digits: ی is written as ي, a
digit as an ASCII one, as these programs have always had them.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final
from unicodedata import combining, normalize

ENCODING: Final = "cp1256"
_SAME: Final = str.maketrans(
    {
        "ی": "ي",
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        "٪": "%",
        "٫": ".",
        "٬": ",",
        "\u2212": "-",
        "\u2011": "-",
        "\u202f": "\u00a0",
        # Marks that nobody sees, and these programs would show as a question mark.
        **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff", ""),
    }
)
"""What stands for the same letter, figure or sign there."""
_WITHOUT_MARKS: Final = dict(
    zip(
        "ıøØłŁđĐæÆßþÞðÐ",
        ["i", "o", "O", "l", "L", "d", "D", "ae", "AE", "ss", "th", "Th", "d", "D"],
        strict=True,
    )
)
"""Letters whose plain form no table of Unicode tells."""
_UNKNOWN: Final = "?"


@dataclass(frozen=True)
class Lost:
    """A letter that Windows-1256 does not have: what stands in its place, and how often."""

    letter: str
    instead: str
    count: int


def encoded(text: str) -> tuple[bytes, list[Lost]]:
    """Return `text` in Windows-1256, and what was lost, the most frequent first.

    A letter with a mark that lacks there stands without the mark (ş as s), any other as a question
    mark.
    """
    plain = text.translate(_SAME)
    try:
        return plain.encode(ENCODING), []
    except UnicodeEncodeError:
        lost = Counter(letter for letter in plain if not _known(letter))
    instead = {letter: _instead(letter) for letter in lost}
    written = "".join([instead.get(letter, letter) for letter in plain]).encode(ENCODING)
    return written, [Lost(each, instead[each], count) for each, count in lost.most_common()]


def _known(letter: str) -> bool:
    try:
        letter.encode(ENCODING)
    except UnicodeEncodeError:
        return False
    return True


def _instead(letter: str) -> str:
    """Return the letter without its marks; nothing for a mark alone."""
    if combining(letter):
        return ""
    if letter in _WITHOUT_MARKS:
        return _WITHOUT_MARKS[letter]
    base = normalize("NFKD", letter)[:1].translate(_SAME)
    return base if base and _known(base) else _UNKNOWN
