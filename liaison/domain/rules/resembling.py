"""Finding, among many names, those that may mean the same as one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from liaison.domain.rules.likeness import (
    LIKELY,
    Likeness,
    Named,
    Reason,
    Spelling,
    likeness,
    spelling,
)

_SPELT: Final = 80
_SOUNDS: Final = 84
"""The lowest scores by which a name is looked at more closely."""
_MOST_NEAR: Final = 12


class Resembling(NamedTuple):
    """One of the names known, by its key, and how far it resembles what was asked for."""

    key: str
    likeness: Likeness


class KnownNames:
    """Names by a key each, in which those that resemble another are found without trying all."""

    def __init__(self, named: Mapping[str, Named] | None = None) -> None:
        self._named: dict[str, Named] = {}
        self._words: dict[str, set[str]] = defaultdict(set)
        self._joined = _Keys(_SPELT)
        self._looks: dict[str, set[str]] = defaultdict(set)
        self._sounds = {True: _Keys(_SOUNDS), False: _Keys(_SOUNDS)}
        self._addresses: dict[str, set[str]] = defaultdict(set)
        for key, each in (named or {}).items():
            self.add(key, each)

    def add(self, key: str, named: Named) -> None:
        """Know one more; a key that is known already gets further names."""
        self._named[key] = _together(self._named.get(key, Named()), named)
        for found in _spellings(named):
            self._words[_words(found)].add(key)
            self._joined.add(found.joined, key)
            for look in (found.shape, found.heard):
                self._looks[look].add(key)
            self._sounds[found.latin].add(found.sound, key)
        for address in _addresses(named):
            self._addresses[address].add(key)

    def __getitem__(self, key: str) -> Named:
        """Return what is known under `key`."""
        return self._named[key]

    def nearest(self, named: Named, *, most: int = 5, without: str = "") -> list[Resembling]:
        """Return those that may be the same, the likeliest first; `without` leaves one key out.

        Where some are surely the same, only these.
        """
        sure = self._compared(named, self._equal(named) - {without})
        if any(each.likeness.grade in {"exact", "alias"} for each in sure):
            return sure[:most]
        return self._compared(named, (self._equal(named) | self._near(named)) - {without})[:most]

    def _compared(self, named: Named, keys: Iterable[str]) -> list[Resembling]:
        found = [Resembling(key, likeness(named, self._named[key])) for key in keys]
        likely = [
            each
            for each in found
            if each.likeness.score >= LIKELY or each.likeness.reason is Reason.CONTRADICTED
        ]
        return sorted(likely, key=lambda each: (-each.likeness.score, each.key))

    def _equal(self, named: Named) -> set[str]:
        """Return the keys of what has an equal name, number or address."""
        keys: set[str] = set()
        for address in _addresses(named):
            keys |= self._addresses.get(address, set())
        for own in _spellings(named):
            for known, asked in (
                (self._words, _words(own)),
                (self._looks, own.shape),
                (self._looks, own.heard),
            ):
                keys |= known.get(asked, set())
        return keys

    def _near(self, named: Named) -> set[str]:
        """Return the keys of what is worth comparing letter by letter."""
        keys: set[str] = set()
        for own in _spellings(named):
            keys |= self._joined.near(own.joined)
            keys |= self._sounds[not own.latin].near(own.sound)
        return keys


class _Keys:
    """The keys under which names are known, by a text that can be compared."""

    def __init__(self, lowest: int) -> None:
        self._lowest = lowest
        self._keys: dict[str, set[str]] = {}
        self._texts: list[str] = []

    def add(self, text: str, key: str) -> None:
        """Know a text by one more key."""
        if text not in self._keys:
            self._keys[text] = set()
            self._texts.append(text)
        self._keys[text].add(key)

    def near(self, text: str) -> set[str]:
        """Return the keys of the texts that are nearest to it."""
        found = process.extract(
            text, self._texts, scorer=fuzz.ratio, score_cutoff=self._lowest, limit=_MOST_NEAR
        )
        return {key for near, _score, _place in found for key in self._keys[near]}


def _spellings(named: Named) -> list[Spelling]:
    found = (spelling(text) for text in (*named.names, *named.aliases))
    return [each for each in found if each.joined]


def _words(name: Spelling) -> str:
    return " ".join(sorted(name.spaced.split()))


def _together(one: Named, other: Named) -> Named:
    return Named(
        tuple(dict.fromkeys((*one.names, *other.names))),
        tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        tuple(dict.fromkeys((*one.phones, *other.phones))),
        tuple(dict.fromkeys((*one.emails, *other.emails))),
        one.country or other.country,
    )


def _addresses(named: Named) -> Iterable[str]:
    return (*named.phones, *(each.casefold() for each in named.emails))
