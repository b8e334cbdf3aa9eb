"""JSON read value by value, so that a file can take no more memory than what is kept of it."""

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import IO, Final

from liaison.domain.schema import Json

LARGEST: Final = 2 * 2**20
"""The most letters of one value."""
_BLOCK: Final = 2**20
_SPACE: Final = re.compile("[ \\t\\n\\r]*")


def _no_such_number(text: str) -> float:
    """Refuse NaN and Infinity, which JSON does not know."""
    raise ValueError(text)


def _without_doubles(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Refuse an object that names a key twice: which of the two is meant nobody can say."""
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError(pairs)
    return read


_DECODER: Final = json.JSONDecoder(
    parse_constant=_no_such_number, object_pairs_hook=_without_doubles
)


class Pieces:
    """One JSON text (UTF-8), taken apart from its beginning to its end.

    Whatever is no JSON, or a value larger than any is, raises ValueError or RecursionError.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._decoder = getincrementaldecoder("utf-8-sig")()
        self._held, self._at, self._ended = "", 0, False

    def next(self) -> str:
        """Return the letter that comes next, "" at the end of the text."""
        while True:
            space = _SPACE.match(self._held, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._held):
                return self._held[self._at]
            if self._ended:
                return ""
            self._fill()

    def take(self, sign: str) -> None:
        """Pass over `sign`, which has to come next."""
        if self.next() != sign:
            raise ValueError(sign)
        self._at += 1

    def value(self) -> Json:
        """Return the whole value that comes next."""
        self.next()
        while True:
            try:
                value: Json
                value, end = _DECODER.raw_decode(self._held, self._at)
            except ValueError:
                if self._ended:
                    raise
            else:
                if self._ended or end < len(self._held):  # a number may go on
                    self._at = end
                    return value
            if len(self._held) - self._at >= LARGEST:
                raise ValueError
            self._fill()

    def keys(self) -> Iterator[str]:
        """Yield the keys of the object that comes next; each value is to be taken in between."""
        for _each in self._within("{", "}"):
            key = self.value()
            if not isinstance(key, str):
                raise ValueError(key)  # noqa: TRY004 - the text is at fault, not the caller
            self.take(":")
            yield key

    def items(self) -> Iterator[Json]:
        """Yield the values of the list that comes next."""
        for _each in self._within("[", "]"):
            yield self.value()

    def end(self) -> None:
        """Raise ValueError where anything follows."""
        if self.next():
            raise ValueError

    def _within(self, start: str, end: str) -> Iterator[None]:
        """Yield before each part of an object or a list."""
        self.take(start)
        if self.next() == end:
            self.take(end)
            return
        while True:
            yield
            if self.next() != ",":
                break
            self.take(",")
        self.take(end)

    def _fill(self) -> None:
        """Read on; what was taken is let go of."""
        rest = self._held[self._at :]
        block = self._stream.read(min(max(_BLOCK, len(rest)), LARGEST))
        self._ended = not block
        self._held = rest + self._decoder.decode(block, final=not block)
        self._at = 0
