"""Finding, among many names, those that may mean the same as one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from liaison.domain.rules.likeness import LIKELY, Likeness, Named, Reason, likeness, spelling

_NEAR: Final = 75
"""The lowest score by which a name is looked at more closely."""
_MOST_NEAR: Final = 40


class Resembling(NamedTuple):
    """One of the names known, by its key, and how far it resembles what was asked for."""

    key: str
    likeness: Likeness


class KnownNames:
    """Names by a key each, in which those that resemble another are found without trying all."""

    def __init__(self, named: Mapping[str, Named] | None = None) -> None:
        self._named: dict[str, Named] = {}
        self._spelt: dict[str, set[str]] = defaultdict(set)
        self._sounds: dict[str, set[str]] = defaultdict(set)
        self._addresses: dict[str, set[str]] = defaultdict(set)
        for key, each in (named or {}).items():
            self.add(key, each)

    def add(self, key: str, named: Named) -> None:
        """Know one more; a key that is known already gets further names."""
        self._named[key] = _together(self._named.get(key, Named()), named)
        for text in (*named.names, *named.aliases):
            found = spelling(text)
            if found.joined:
                self._spelt[" ".join(sorted(found.spaced.split()))].add(key)
                self._sounds[found.sound].add(key)
        for address in _addresses(named):
            self._addresses[address].add(key)

    def __getitem__(self, key: str) -> Named:
        """Return what is known under `key`."""
        return self._named[key]

    def nearest(self, named: Named, *, most: int = 5, without: str = "") -> list[Resembling]:
        """Return those that may be the same, the likeliest first; `without` leaves one key out."""
        found = [
            Resembling(key, likeness(named, self._named[key]))
            for key in self._candidates(named)
            if key != without
        ]
        likely = [
            each
            for each in found
            if each.likeness.score >= LIKELY or each.likeness.reason is Reason.CONTRADICTED
        ]
        return sorted(likely, key=lambda each: (-each.likeness.score, each.key))[:most]

    def _candidates(self, named: Named) -> set[str]:
        """Return the keys of what is worth comparing letter by letter."""
        keys: set[str] = set()
        for address in _addresses(named):
            keys |= self._addresses.get(address, set())
        for text in (*named.names, *named.aliases):
            own = spelling(text)
            if not own.joined:
                continue
            words = " ".join(sorted(own.spaced.split()))
            for asked, known in ((words, self._spelt), (own.sound, self._sounds)):
                near = process.extract(
                    asked, known.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_MOST_NEAR
                )
                for choice, _score, _place in near:
                    keys |= known[choice]
        return keys


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
