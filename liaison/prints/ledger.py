"""What a paper says, kept as digests of its parts, and which of it no font can draw."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from liaison.prints.both import Both
from liaison.prints.paper import Part
from liaison.prints.styled import Styled

_MARKUP = re.compile(r"<[^>]*>|&(?:lt|gt|amp|quot|#\d+);")


class Ledger:
    """Takes down every wording that is put on a paper, part by part."""

    def __init__(self, spoken: Sequence[str]) -> None:
        self._spoken = tuple(spoken)
        self._titles: dict[str, Both] = {}
        self._digests: dict[str, Any] = {}
        self._key = ""
        self.signs: set[str] = set()
        """Every character that is to be printed."""
        self.begin("", Both())

    def begin(self, key: str, title: Both) -> None:
        """Take what follows for a part of its own."""
        self._key = key
        self._titles.setdefault(key, title)
        self._digests.setdefault(key, sha256())

    def enter(self, *said: object) -> None:
        """Take down what is said in the part under way."""
        words = repr([self._plain(each) for each in said])
        self._digests[self._key].update(words.encode())

    def parts(self) -> tuple[Part, ...]:
        """Return the parts in the order in which they began, what stands outside any first."""
        return tuple(
            Part(key, self._titles[key], digest.hexdigest()[:32])
            for key, digest in self._digests.items()
        )

    def _plain(self, value: object) -> object:
        """Reduce a value to the words that will be seen."""
        if isinstance(value, Both | Styled):
            words = tuple(value.of(lang) for lang in self._spoken)
            for each in words:
                self.signs.update(_MARKUP.sub("", each) if isinstance(value, Styled) else each)
            return words
        if isinstance(value, str):
            self.signs.update(value)
        if is_dataclass(value) and not isinstance(value, type):
            return tuple(self._plain(getattr(value, each.name)) for each in fields(value))
        if isinstance(value, list | tuple):
            return tuple(self._plain(each) for each in value)
        return value
