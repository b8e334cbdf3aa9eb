"""Finding words in text as people wrote it, and marking them there."""

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Final

from liaison.language.digits import to_persian
from liaison.language.keys import folded

Span = tuple[int, int]

_BEFORE: Final = 40
_LENGTH: Final = 140
_SHORTEST: Final = 2
_SHORTEST_JOINED: Final = 4
_ELLIPSIS: Final = "…"
_SPELT_IN_MANY_WAYS: Final = re.compile("[^\x00-\x7fبپتثجچحخدذرزژسشصضطظعغفقکگلمنهویا۰-۹،؛؟«»…]")
_OTHER_LENGTH: Final = "\ue000"


class Marker:
    """Looks for words where a word of a text begins; with `inside`, anywhere.

    They are given as tokens of the search, and as they were `typed`.
    """

    def __init__(
        self, tokens: Collection[str], typed: Collection[str] = (), *, inside: bool = False
    ) -> None:
        telling = [token for token in tokens if len(token) >= _SHORTEST] or list(tokens)
        self._tokens = sorted(telling, key=len, reverse=True)
        # Texts are mostly written as people type them, and their figures in Persian.
        plain = (*self._tokens, *map(to_persian, self._tokens), *typed)
        self._plain = sorted(dict.fromkeys(plain), key=len, reverse=True)
        self._find = str.find if inside else _beginning
        self._inside = inside
        self._cased = any(form.upper() != form for form in self._plain)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # A word written as one may stand in two: «کلانشهر», «کلان شهر».
        words = (
            " ?".join(token) if len(token) >= _SHORTEST_JOINED else token for token in self._tokens
        )
        start = "" if self._inside else r"(?<!\w)"
        return re.compile(f"{start}(?:{'|'.join(words)})")

    def first(self, text: str) -> tuple[int, int]:
        """Return how many of the words stand in `text` as they are, and where the first does."""
        lower = text.lower() if self._cased else text
        places = [place for form in self._plain if (place := self._find(lower, form)) >= 0]
        return len(places), min(places, default=-1)

    def spans(self, text: str) -> list[Span]:
        """Return where the words stand in `text`, whatever their spelling there."""
        lower = text.lower() if self._cased else text
        if len(lower) == len(text) and not _SPELT_IN_MANY_WAYS.search(text):
            return self._stretches(lower, self._plain)
        key, places = aligned(text)
        found = self._stretches(key, self._tokens)
        if len(found) < len(self._tokens):
            found = [match.span() for match in self._pattern.finditer(key)]
        return [(places[start], places[stop - 1] + 1) for start, stop in found]

    def _stretches(self, text: str, words: Iterable[str]) -> list[Span]:
        """Return where `words` begin words of `text`, the first of them where several do."""
        found: list[Span] = []
        for word in words:
            start = self._find(text, word)
            while start >= 0:
                stop = start + len(word)
                if all(stop <= first or last <= start for first, last in found):
                    found.append((start, stop))
                start = self._find(text, word, stop)
        found.sort()
        return found

    def cut_out(self, text: str, at: int) -> tuple[str, tuple[Span, ...]]:
        """Return some words of `text` around the place `at`, on one line, and the spans in them."""
        start = _word_start(text, at - _BEFORE) if at > _BEFORE else 0
        stop = min(len(text), start + _LENGTH)
        if stop < len(text):
            stop = max(text.rfind(" ", start, stop), at + 1)
        piece = text[start:stop].replace("\n", " ")
        before = _ELLIPSIS if start else ""
        after = _ELLIPSIS if stop < len(text) else ""
        shift = len(before)
        spans = tuple((first + shift, last + shift) for first, last in self.spans(piece))
        return before + piece + after, spans


class _Folding(dict[int, str]):
    """The key of each character that has one of one letter; a mark for the others."""

    def __missing__(self, code: int) -> str:
        plain = folded(chr(code))
        self[code] = plain if len(plain) == 1 else _OTHER_LENGTH
        return self[code]


_FOLDING: Final = _Folding()


def aligned(text: str) -> tuple[str, range | list[int]]:
    """Return `text` as its search key, spaces kept, and where in `text` each letter stands."""
    key = text.translate(_FOLDING)
    return _aligned_by_letter(text) if _OTHER_LENGTH in key else (key, range(len(key)))


def _aligned_by_letter(text: str) -> tuple[str, list[int]]:
    letters, places = [], []
    for place, letter in enumerate(text):
        for plain in folded(letter):
            letters.append(plain)
            places.append(place)
    return "".join(letters), places


def _beginning(text: str, word: str, start: int = 0) -> int:
    """Return the first place from `start` on where a word of `text` begins with `word`, or -1."""
    place = text.find(word, start)
    while place > 0 and text[place - 1].isalnum():
        place = text.find(word, place + 1)
    return place


def _word_start(text: str, near: int) -> int:
    """Return the start of the first whole word after `near`."""
    space = text.find(" ", near, near + _BEFORE)
    return space + 1 if space >= 0 else near
