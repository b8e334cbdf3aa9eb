"""Finding, among many names, those that may mean the same as one."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from liaison.domain.rules.likeness import (
    LIKELY,
    Likeness,
    Named,
    Reason,
    Spelling,
    likeness,
    spelling,
)
from liaison.domain.rules.near_names import MOST_ALIKE, NearSounds, NearSpellings
from liaison.domain.rules.shared import Shared

_OFFICE: Final = 40
"""A number or an address that more than so many have is that of their office."""


class Resembling(NamedTuple):
    """One of the names known, by its key, and how far it resembles what was asked for."""

    key: str
    likeness: Likeness


class KnownNames:
    """Names by a key each, in which those that resemble another are found without trying all."""

    def __init__(self, named: Mapping[str, Named] | None = None) -> None:
        self._named: dict[str, Named] = {}
        self._places: dict[str, int] = {}
        self._keys: list[str] = []
        self._equals, self._addresses = Shared[int](), Shared[int]()
        self._spelt = NearSpellings()
        self._sounds = {True: NearSounds(), False: NearSounds()}
        for key, each in (named or {}).items():
            self.add(key, each)

    def add(self, key: str, named: Named) -> None:
        """Know one more; a key that is known already gets further names."""
        before = self._named.get(key, Named())
        both = self._named[key] = _together(before, named)
        if both == before and key in self._places:
            return
        place = self._places.setdefault(key, len(self._keys))
        if place == len(self._keys):
            self._keys.append(key)
        for each in _equals(both) - _equals(before):
            self._equals.note(each, place)
        for each in _addresses(both) - _addresses(before):
            self._addresses.note(each, place)
        known = _spellings(before)
        for found in _spellings(both):
            if found not in known:
                self._spelt.add(found, place)
                self._sounds[found.latin].add(found, place)

    def __getitem__(self, key: str) -> Named:
        """Return what is known under `key`."""
        return self._named[key]

    def nearest(self, named: Named, *, most: int = 5, without: str = "") -> list[Resembling]:
        """Return those that may be the same, the likeliest first; `without` leaves one key out.

        Where some are surely the same, only these.
        """
        left_out = {self._places[without]} if without in self._places else set()
        equal = self._equal(named) - left_out
        found = self._compared(named, equal)
        if not any(each.likeness.grade in {"exact", "alias"} for each in found):
            found += self._compared(named, self._near(named) - equal - left_out)
        return sorted(found, key=lambda each: (-each.likeness.score, each.key))[:most]

    def _compared(self, named: Named, places: Iterable[int]) -> list[Resembling]:
        keys = map(self._keys.__getitem__, places)
        found = [Resembling(key, likeness(named, self._named[key])) for key in keys]
        return [
            each
            for each in found
            if each.likeness.score >= LIKELY or each.likeness.reason is Reason.CONTRADICTED
        ]

    def _equal(self, named: Named) -> set[int]:
        """Return the places of what has an equal name, number or address."""
        found: set[int] = set()
        for each in _equals(named):
            found.update(self._equals.places(each)[:MOST_ALIKE])
        for each in _addresses(named):
            places = self._addresses.places(each)
            found.update(places if len(places) <= _OFFICE else ())
        return found

    def _near(self, named: Named) -> set[int]:
        """Return the places of what is worth comparing letter by letter."""
        places: set[int] = set()
        for own in _spellings(named):
            places |= self._spelt.near(own)
            places |= self._sounds[not own.latin].near(own)
        return places


def _spellings(named: Named) -> list[Spelling]:
    found = (spelling(text) for text in (*named.names, *named.aliases))
    return [each for each in found if each.joined]


def _equals(named: Named) -> set[int]:
    """Return how what two names have in common is kept: their words, their looks."""
    found = set()
    for each in _spellings(named):
        words = " ".join(sorted(each.spaced.split()))
        found |= {hash(words), hash(f"^{each.shape}"), hash(f"^{each.heard}")}
    return found


def _addresses(named: Named) -> set[int]:
    """Return how numbers and addresses are kept."""
    return {hash(each.casefold()) for each in (*named.phones, *named.emails)}


def _together(one: Named, other: Named) -> Named:
    return Named(
        tuple(dict.fromkeys((*one.names, *other.names))),
        tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        tuple(dict.fromkeys((*one.phones, *other.phones))),
        tuple(dict.fromkeys((*one.emails, *other.emails))),
        one.country or other.country,
    )
