"""Pairs of records that may be about the same city, body or person.

Only records that share something are compared: a spelling, a sound, one that is but a letter off, a
telephone number, an e-mail address. The work is cut into pieces, so that others get their turn on
the worker in between.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final

from liaison.domain.records import by_name
from liaison.domain.rules.likeness import LIKELY, Likeness, Named, Reason, likeness, spelling
from liaison.domain.rules.named import NAMED_TYPES
from liaison.domain.rules.shared import Shared
from liaison.i18n import _
from liaison.insight.joining import followed
from liaison.storage.archive import Archive
from liaison.storage.known_names import named_after
from liaison.storage.settings import NOT_DOUBLES

_SLICE: Final = 500
"""Records that are read in one piece."""
_COMPARED: Final = 100
"""Records that are compared with those near them in one piece, which takes longer."""
_NEAR: Final = 12
"""With so many others under one key each is compared; a name that many have says little."""
_CROWD: Final = 40
"""More than so many with sounds that are a letter off are not compared for that."""
_OFFICE: Final = 3
"""A number or an address that more than so many have is that of their office."""
_LONG: Final = 5
"""What has fewer letters is not compared with a letter left out."""
_ADDRESS: Final = "@"
"""What the key of a number or an address begins with."""
MOST: Final = 500
"""So many pairs are proposed at once, the most certain first."""


@dataclass(frozen=True)
class Double:
    """Two records of a type that may be one, the older first, and how far that is so."""

    type_name: str
    first: str
    second: str
    likeness: Likeness

    @property
    def uids(self) -> tuple[str, str]:
        """Both identifiers, in the order in which a pair is remembered."""
        return pair(self.first, self.second)


def pair(one: str, two: str) -> tuple[str, str]:
    """Return two identifiers in the one order in which a pair is remembered."""
    return (one, two) if one < two else (two, one)


class Finding:
    """The doubles among the records of a type, found piece by piece."""

    def __init__(self, archive: Archive, type_name: str) -> None:
        self._archive, self._type_name = archive, type_name
        self._number = 0
        self._records: list[tuple[str, Named]] = []
        self._alike, self._off = Shared[str](), Shared[int]()
        self._groups: list[list[int]] = []
        self._near: dict[int, set[int]] = defaultdict(set)
        self._apart = judged(archive)
        self.count = archive.counts().get(type_name, 0)

    def works(self) -> list[Callable[[], list[Double]]]:
        """Return the pieces of the work, to be done in their order; together they return all."""
        pieces = range(0, self.count, _SLICE)
        return [
            *(self._read for _piece in pieces),
            *(partial(self._gather, number, len(pieces)) for number, _piece in enumerate(pieces)),
            *(partial(self._compare, each) for each in range(0, self.count, _COMPARED)),
        ]

    def _read(self) -> list[Double]:
        """Read some records, and note under which keys they are found."""
        for number, uid, named in named_after(self._archive, self._type_name, self._number, _SLICE):
            place = len(self._records)
            self._records.append((uid, named))
            for key in _keys(named):
                self._alike.note(key, place)
            for key in _a_letter_off(named):
                self._off.note(hash(key), place)
            self._number = number
        return []

    def _gather(self, number: int, parts: int) -> list[Double]:
        """Note of a part of all who is to be compared with whom, each pair once."""
        if number == 0:
            self._groups = [
                places
                for key, places in self._alike.groups.items()
                if key[0] != _ADDRESS or len(places) <= _OFFICE
            ]
            self._groups += [each for each in self._off.groups.values() if len(each) <= _CROWD]
            self._alike, self._off = Shared(), Shared()
        for places in islice(self._groups, number, None, parts):
            for at, place in enumerate(places):
                self._near[place].update(islice(places, at + 1, at + 1 + _NEAR))
        return []

    def _compare(self, since: int) -> list[Double]:
        """Compare the records from a place on with those near them."""
        found = []
        for place in range(since, min(since + _COMPARED, len(self._records))):
            uid, named = self._records[place]
            for near in self._near.pop(place, ()):
                other, other_named = self._records[near]
                if place != near and pair(uid, other) not in self._apart:
                    said = likeness(named, other_named)
                    if said.score >= LIKELY or said.reason is Reason.CONTRADICTED:
                        found.append(Double(self._type_name, uid, other, said))
        return found


def _keys(named: Named) -> set[str]:
    """Return what two records have in common that may be the same."""
    found = {f"{_ADDRESS}{each.casefold()}" for each in (*named.phones, *named.emails)}
    for text in (*named.names, *named.aliases):
        told = spelling(text)
        if told.joined:
            words = " ".join(sorted(told.spaced.split()))
            found |= {words, f"~{told.heard}", f"^{told.shape}", f"*{told.sounds}", told.sound}
    return found


def _a_letter_off(named: Named) -> set[str]:
    """Return the sounds of its names, whole and with each letter left out once.

    Where a name has few consonants, its letters stand for the sound.
    """
    told = [spelling(text) for text in (*named.names, *named.aliases)]
    written = {each.sound if len(each.sound) >= _LONG else each.joined for each in told}
    return {
        each
        for text in written
        if len(text) >= _LONG
        for each in (text, *(text[:at] + text[at + 1 :] for at in range(len(text))))
    }


def most_certain(doubles: Sequence[Double]) -> list[Double]:
    """Return the pairs in their order, the most certain first."""
    return sorted(doubles, key=lambda each: (-each.likeness.score, each.first, each.second))


def find(archive: Archive, types: Sequence[str] = NAMED_TYPES) -> Iterator[Double]:
    """Give all pairs of some types at one go, the most certain first."""
    found = [
        double
        for type_name in types
        for work in Finding(archive, type_name).works()
        for double in work()
    ]
    return iter(most_certain(found))


def judged(archive: Archive) -> frozenset[tuple[str, str]]:
    """Return the pairs of which somebody said that they are not the same.

    What was said of a record that was joined with another is said of that other one as well.
    """
    pairs = sorted(_kept_apart(archive))
    first, second = (followed(archive, [each[at] for each in pairs]) for at in (0, 1))
    return frozenset(pair(*each) for each in (*pairs, *zip(first, second, strict=True)))


def _kept_apart(archive: Archive) -> frozenset[tuple[str, str]]:
    kept = archive.settings.get(NOT_DOUBLES)
    return frozenset(
        pair(str(each[0]), str(each[1]))
        for each in (kept if isinstance(kept, list) else [])
        if isinstance(each, list) and len(each) == len(("one", "two"))
    )


def keep_apart(archive: Archive, double: Double) -> None:
    """Remember that two are not the same, so that they are not proposed again."""
    kept = sorted(_kept_apart(archive) | {double.uids})
    label = _("Two records of “{type}” are not the same").format(
        type=_(by_name(double.type_name).plural)
    )
    archive.settings.set_all({NOT_DOUBLES: [list(each) for each in kept]}, label)
