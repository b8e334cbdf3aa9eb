"""Places, such as lines of a list, by the keys that several of them share."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

Key = TypeVar("Key", str, int)


class Shared(Generic[Key]):
    """Which places share a key; one that stands alone takes hardly any room."""

    def __init__(self) -> None:
        self._first: dict[Key, int] = {}
        self.groups: dict[Key, list[int]] = {}
        """The places under each key that several share."""

    def note(self, key: Key, place: int) -> None:
        """Note that a place has a key."""
        first = self._first.setdefault(key, place)
        if first != place:
            self.groups.setdefault(key, [first]).append(place)

    def places(self, key: Key) -> Sequence[int]:
        """Return the places that have a key."""
        first = self._first.get(key)
        return () if first is None else self.groups.get(key, (first,))


def letters_left_out(text: str) -> Iterator[str]:
    """Yield a text with each of its letters left out once; figures stay, for they tell apart."""
    for at, letter in enumerate(text):
        if not letter.isdecimal():
            yield text[:at] + text[at + 1 :]
