"""Words of names, in which those a slip of the pen away are found without trying all."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from liaison.domain.rules.likeness import is_one_word
from liaison.domain.rules.shared import Shared, letters_left_out
from liaison.language.sounds import is_latin, shape, sound

_TWICE: Final = 8
"""From so many letters on, two of them may be missing."""


class NearWords:
    """Words, each with those it may have been meant for."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._near: dict[str, list[str]] = {}
        self._shorter, self._alike = Shared[int](), Shared[str]()

    def add(self, word: str) -> None:
        """Know one more word."""
        if word in self._near or word.isdecimal():
            return
        near = self.near(word)
        place = len(self._words)
        self._words.append(word)
        for each in near:
            self._near[each].append(word)
        self._near[word] = [word, *near]
        for each in {word, *_shorter(word)}:
            self._shorter.note(hash(each), place)
        for each in _alike(word):
            self._alike.note(each, place)

    def near(self, word: str) -> Sequence[str]:
        """Return the words known that may be the same word, itself among them where it is.

        A number is never another one.
        """
        if word in self._near or word.isdecimal():
            return self._near.get(word, (word,))
        written = (hash(each) for each in {word, *_shorter(word)})
        places = set(chain.from_iterable(map(self._shorter.places, written)))
        places.update(chain.from_iterable(map(self._alike.places, _alike(word))))
        return [each for each in map(self._words.__getitem__, places) if is_one_word(word, each)]


def _shorter(word: str) -> Iterator[str]:
    """Yield a word with one letter left out, a long one with two as well."""
    for each in letters_left_out(word):
        yield each
        if len(word) >= _TWICE:
            yield from letters_left_out(each)


def _alike(word: str) -> tuple[str, ...]:
    """Return under which keys words are found that look or sound the same."""
    return (f"^{shape(word)}", sound(word)) if is_latin(word) else (f"^{shape(word)}",)
