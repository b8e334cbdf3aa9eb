"""What somebody typed, taken apart into what each match has to hold."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from liaison.language.digits import to_ascii
from liaison.language.keys import bound, without_ezafe
from liaison.language.normalise import ZWNJ
from liaison.language.synonyms import key_variants
from liaison.storage.search.tokens import LONGEST

_LETTERS: Final = 1000
_WORDS: Final = 12
_WIDEST: Final = 3
_TRUNK: Final = 6
_LITTLE: Final = frozenset(("و", "در", "به", "از", "که", "را", "با", "the", "of", "and", "in"))
"""Words that stand in most records; beside others they are not asked for."""
_DAY: Final = re.compile(r"(?<!\d)(\d{4})([/.\-])(\d{1,2})\2(\d{1,2})(?!\d)")


class Clause(NamedTuple):
    """What matches one word of a query: any of these tokens.

    `own` stand for the word itself, `beside` for it and its neighbours together.
    """

    own: tuple[str, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Window:
    """Neighbouring words, from `start` to before `stop`, and the tokens that stand for them.

    A `whole` window was typed as one word: its parts alone do not stand for it.
    """

    start: int
    stop: int
    tokens: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True)
class Query:
    """The words of a query in order, and those of its words that may be written as one."""

    words: tuple[str, ...]
    windows: tuple[Window, ...]
    typed: tuple[str, ...]
    """The words with their own letters."""

    @cached_property
    def key(self) -> str:
        """The joined key of all that was typed."""
        return "".join(self.words)[:LONGEST]

    @cached_property
    def clauses(self) -> Sequence[Clause]:
        """What is to be matched, word by word."""
        found = []
        telling = not _LITTLE.issuperset(self.words)
        for place, word in enumerate(self.words):
            covering = [each for each in self.windows if each.start <= place < each.stop]
            if telling and word in _LITTLE and not any(each.whole for each in covering):
                continue
            whole = next((each.tokens for each in covering if each.whole), ())
            beside = tuple(token for each in covering if not each.whole for token in each.tokens)
            found.append(Clause(whole or spellings(word), beside))
        return found

    def scattered(self) -> Sequence[Clause]:
        """Give the clauses of a query whose words, typed as one, are taken apart."""
        return [Clause(spellings(word)) for word in dict.fromkeys(self.words)]


def parse(text: str) -> Query:
    """Take apart what was typed; whatever it is, the answer is a query, perhaps without words."""
    kept = without_ezafe(text[:_LETTERS])
    words: list[str] = []
    windows = []
    for key in bound(kept).split():
        parts = [part[:LONGEST] for part in key.split(ZWNJ) if part]
        if len(parts) > 1:
            place = len(words)
            tokens = spellings("".join(parts))
            windows.append(Window(place, place + len(parts), tokens, whole=True))
        words.extend(parts)
    words = words[:_WORDS]
    windows += [*_neighbours(words), *_numbers(words), *_days(kept, words)]
    within = tuple(each for each in windows if each.stop <= len(words))
    return Query(tuple(words), within, tuple(kept.lower().split()[:_WORDS]))


def spellings(word: str) -> tuple[str, ...]:
    """Give the tokens under which a word stands in the indexes, its own first."""
    return tuple(token[:LONGEST] for token in key_variants(word))


def _neighbours(words: list[str]) -> Iterator[Window]:
    """Two or three words that others write as one, or that have a synonym together."""
    for width in range(2, _WIDEST + 1):
        for start in range(len(words) - width + 1):
            phrase = words[start : start + width]
            tokens = dict.fromkeys([*spellings(" ".join(phrase)), *spellings("".join(phrase))])
            yield Window(start, start + width, tuple(tokens))


def _numbers(words: list[str]) -> Iterator[Window]:
    """Take groups of figures for one number, also without the noughts dialled before it."""
    start = 0
    while start < len(words):
        stop = start
        while stop < len(words) and words[stop].isdecimal():
            stop += 1
        figures = "".join(words[start:stop])
        if len(figures) >= _TRUNK:
            bare = figures.lstrip("0") or figures
            yield Window(start, stop, tuple(dict.fromkeys((figures[:LONGEST], bare[:LONGEST]))))
        start = max(stop, start + 1)


def _days(text: str, words: Iterable[str]) -> Iterator[Window]:
    """Days in figures, whose months and monthdays have one digit or two."""
    sequence = list(words)
    for match in _DAY.finditer(to_ascii(text)):
        figures = [match[1], match[3], match[4]]
        for start in range(len(sequence) - len(figures) + 1):
            if sequence[start : start + len(figures)] == figures:
                token = f"{match[1]}{match[3]:0>2}{match[4]:0>2}"
                yield Window(start, start + len(figures), (token,))
