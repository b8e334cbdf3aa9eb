"""Finding the names worth comparing with one, letter by letter or by their sound.

Only those are looked at that have the same words or nearly so, or are but a letter off: among many
names trying all takes hours.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from rapidfuzz import fuzz, process

from liaison.domain.rules.likeness import Spelling
from liaison.domain.rules.near_words import NearWords
from liaison.domain.rules.shared import Shared, letters_left_out
from liaison.language.sounds import sound, together

_TOLD: Final = 4
"""Sounds of fewer consonants are compared only where they are equal."""
_MOST_NEAR: Final = 12
MOST_ALIKE: Final = 200
"""Of those that are called the same no more are compared."""
_ADDED: Final = 0.4
"""A word that one name has more than the other has at most this part of the other's letters."""


class _Texts:
    """Texts at their places, each with the owners of the names that have it."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._texts: list[str] = []
        self._owners: list[list[int]] = []

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._texts)

    def add(self, text: str, owner: int) -> tuple[int, bool]:
        """Know a text by one more owner; return its place, and whether it is new."""
        place = self._places.setdefault(text, len(self._texts))
        is_new = place == len(self._texts)
        if is_new:
            self._texts.append(text)
            self._owners.append([])
        if len(self._owners[place]) < MOST_ALIKE:
            self._owners[place].append(owner)
        return place, is_new

    def nearest(self, text: str, places: Collection[int]) -> set[int]:
        """Return the owners of the texts at those places that are nearest to one."""
        if len(places) > _MOST_NEAR:
            texts = {place: self._texts[place] for place in sorted(places)}
            found = process.extract(text, texts, scorer=fuzz.ratio, limit=_MOST_NEAR)
            places = [place for _text, _score, place in found]
        return set(chain.from_iterable(self._owners[place] for place in places))


class NearSpellings:
    """The owners of names by what is written almost the same."""

    def __init__(self) -> None:
        self._texts = _Texts()
        self._words = NearWords()
        self._beginnings: set[int] = set()
        self._whole, self._fewer, self._off = Shared[int](), Shared[int](), Shared[int]()

    def add(self, name: Spelling, owner: int) -> None:
        """Know a name by one more owner."""
        place, is_new = self._texts.add(name.spaced, owner)
        if not is_new:
            return
        words = name.spaced.split()
        for word in words:
            self._words.add(word)
        self._note(_orders(words), self._whole, place)
        for rest in _fewer(words):
            self._note(_orders(rest), self._fewer, place)
        for each in _joined(name):
            self._off.note(each, place)

    def _note(self, orders: Iterable[Sequence[str]], whole: Shared[int], place: int) -> None:
        for order in orders:
            for end in range(1, len(order)):
                self._beginnings.add(hash(" ".join(order[:end])))
            whole.note(hash(" ".join(order)), place)

    def near(self, name: Spelling) -> set[int]:
        """Return the owners of the names that are nearest to one."""
        words = name.spaced.split()
        near = {word: self._words.near(word) for word in set(words)}
        places: set[int] = set()
        for order in _orders(words):
            for each in self._word_by_word(order, near):
                places.update(self._whole.places(each), self._fewer.places(each))
        for order in chain.from_iterable(map(_orders, _fewer(words))):
            for each in self._word_by_word(order, near):
                places.update(self._whole.places(each))
        for each in _joined(name):
            places.update(self._off.places(each))
        return self._texts.nearest(name.spaced, places)

    def _word_by_word(
        self, words: Sequence[str], near: Mapping[str, Sequence[str]]
    ) -> Iterator[int]:
        """Yield how names are kept each of whose words may be one of these, in their order."""
        found = [""]
        for number, word in enumerate(words, start=1):
            longer = (
                f"{start} {each}" if start else each for start in found for each in near[word]
            )
            last = number == len(words)
            found = [each for each in longer if last or hash(each) in self._beginnings]
        return map(hash, found)


class NearSounds:
    """The owners of names of one script, by what sounds almost the same in the other."""

    def __init__(self) -> None:
        self._texts = _Texts()
        self._alike, self._off = Shared[str](), Shared[int]()
        self._fresh: list[tuple[int, Spelling]] = []
        """Names nobody has asked for yet; where all are of one script nobody ever does."""

    def add(self, name: Spelling, owner: int) -> None:
        """Know a name by one more owner."""
        place, is_new = self._texts.add(f"{name.sound} {name.sounds}", owner)
        if is_new:
            self._fresh.append((place, name))

    def _learn(self) -> None:
        for place, name in self._fresh:
            for each in _sounds(name):
                self._alike.note(each, place)
            for off in _a_letter_off(name.sound, least=_TOLD):
                self._off.note(off, place)
        self._fresh.clear()

    def near(self, name: Spelling) -> set[int]:
        """Return the owners of the names that sound nearest to one."""
        self._learn()
        if not self._texts:
            return set()
        places = set(chain.from_iterable(map(self._alike.places, _sounds(name))))
        for off in _a_letter_off(name.sound, least=_TOLD):
            places.update(self._off.places(off))
        return self._texts.nearest(f"{name.sound} {name.sounds}", places)


def _orders(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Return words as they are written, and in the order that does not tell, numbers last."""
    return {tuple(words), tuple(sorted(words, key=lambda word: (word.isdecimal(), word)))}


def _fewer(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield a name without each of its words that is short beside the others, and no number."""
    letters = sum(map(len, words))
    for at, word in enumerate(words):
        if len(word) <= _ADDED * (letters - len(word)) and not word.isdecimal():
            yield (*words[:at], *words[at + 1 :])


def _joined(name: Spelling) -> set[int]:
    """Return how the letters of a name are kept: a letter off, in any order, or a word less."""
    words = name.spaced.split()
    orders = chain.from_iterable(map(_orders, (words, *_fewer(words))))
    return _a_letter_off(name.joined) | {hash("".join(each)) for each in orders}


def _a_letter_off(text: str, least: int = 0) -> set[int]:
    """Return how a text is kept whole and with each letter left out, if it has at least so many."""
    return {hash(each) for each in (text, *letters_left_out(text))} if len(text) >= least else set()


def _sounds(name: Spelling) -> set[str]:
    """Return the sound of a name, whole and without each short word, and those of its words."""
    shorter = (together([sound(word) for word in rest]) for rest in _fewer(name.spaced.split()))
    words = {name.sounds} if " " in name.sounds else set()
    return {name.sound, *words, *shorter} - {""}
