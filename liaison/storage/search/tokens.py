"""Words as the indexes hold them: search keys, cut to tokens."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from zlib import crc32

from liaison.language import digits
from liaison.language.keys import bound, joined
from liaison.language.normalise import ZWNJ

LONGEST: Final = 64
"""Letters of a word that count; what is longer is found by these."""

_LONGEST_BOUND: Final = 16 * LONGEST  # letters of what ZWNJ binds: more is no word any more

# Tokens nobody can type begin with one of these: stored text holds no characters of private use.
# The first four letters of every word are indexed besides, so each mark fills them.
_WHOLE: Final = "\ue000000"
START: Final = "\ue001000"
_TYPE: Final = "\ue002000"
_TITLES: Final = "\ue004000"
_PAIR: Final = "\ue003000"

START_LENGTH: Final = 5
_SHORTEST_NUMBER: Final = 5
_LONGEST_PAIR: Final = 13
# fmt: off
_SUFFIXES: Final = frozenset((
    "ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان",
    "تر", "تری", "ترین", "ام", "ات", "اش", "ای", "اند", "مان", "تان", "شان",
))
# Pairs of these with a neighbour are no compounds; leaving them out halves the index of pairs.
_NEVER_FIRST: Final = frozenset((
    "و", "در", "از", "که", "را", "است", "با", "برای", "تا", "این", "ان", "شد", "شود", "بود",
    "کرد", "and", "of", "the", "to",
))
_NEVER_SECOND: Final = _NEVER_FIRST | frozenset(("به", "یک", "هر", "of", "in", "for", "a"))
# fmt: on
_WRITTEN_DAY: Final = re.compile(r"(?<!\d)(\d{4})([/.\-])(\d{1,2})\2(\d{1,2})(?!\d)")


def cut(text: str) -> tuple[list[str], list[str]]:
    """Cut `text` into its words in order, and the joined forms of words that ZWNJ binds."""
    key = bound(text)
    if ZWNJ not in key:
        return [word[:LONGEST] for word in key.split()], []
    words, together = [], []
    for word in key.split():
        parts = [part[:LONGEST] for part in word[:_LONGEST_BOUND].split(ZWNJ) if part]
        words.extend(parts)
        if len(parts) > 1:
            together.append("".join(parts)[:LONGEST])
    return words, together


def pairs(words: Sequence[str]) -> Iterator[str]:
    """Give the joined forms of neighbouring words that others may write as one word."""
    for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        if word == "و":  # «حمل و نقل», «حمل‌ونقل»
            yield before + word + after
        if before in _NEVER_FIRST or word in _NEVER_SECOND:
            continue
        together = before + word
        if len(together) <= _LONGEST_PAIR and together.isalpha():
            yield together
            if after in _SUFFIXES:
                yield together + after


def pair(together: str) -> str:
    """Give the token by which neighbouring words are found, from their joined form.

    Twenty-four bits of a checksum: short, and by chance alike in two of a million records.
    """
    return f"{_PAIR}{crc32(together.encode()) & 0xFFFFFF:x}"


def title_tokens(title: str) -> list[str]:
    """Give the tokens by which a title is found whole, and by its first letters."""
    key = joined(title)[:LONGEST]
    starts = [START + key[:length] for length in range(1, min(len(key), START_LENGTH) + 1)]
    return [whole_token(key), *starts] if key else []


def whole_token(key: str) -> str:
    """Give the token of a title from its joined key."""
    return f"{_WHOLE}{crc32(key.encode()):x}"


def titles_token(fa: str, en: str) -> str:
    """Give the token that tells both titles of a record from any others."""
    both = f"{fa}\n{en}"
    return f"{_TITLES}{crc32(both.encode()):x}"


def type_token(type_name: str) -> str:
    """Give the token that every record of a type carries."""
    return _TYPE + type_name.replace("_", "")


def number_ends(figures: str) -> list[str]:
    """Give a telephone number from each of its digits on: people leave out the first ones."""
    return [figures[start:] for start in range(max(1, len(figures) - _SHORTEST_NUMBER + 1))]


def written_days(text: str) -> list[str]:
    """Give the tokens of days that stand in a text as figures, such as ۱۴۰۴/۸/۲۹."""
    if "/" not in text and "-" not in text and "." not in text:
        return []
    found: Iterable[re.Match[str]] = _WRITTEN_DAY.finditer(digits.to_ascii(text))
    return [f"{match[1]}{match[3]:0>2}{match[4]:0>2}" for match in found]
