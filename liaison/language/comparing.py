"""What changed from one text to another, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal, TypeAlias

Fate: TypeAlias = Literal["kept", "removed", "added"]
_WORDS: Final = re.compile(r"\s+|[^\s]+")
_MOST: Final = 3000
"""Words of both texts together; beyond, comparing takes longer than anybody waits."""


@dataclass(frozen=True)
class Piece:
    """A run of words, with the spaces between them, and what became of it."""

    text: str
    fate: Fate


def pieces(before: str, after: str) -> list[Piece]:
    """Return both texts in one: what was removed stands before what came in its place."""
    if not before or not after:
        return [*_piece(before, "removed"), *_piece(after, "added")]
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > _MOST:
        return [Piece(before, "removed"), Piece(after, "added")]
    found: list[Piece] = []
    for change, start, end, new_start, new_end in SequenceMatcher(
        str.isspace, old, new, autojunk=False
    ).get_opcodes():
        if change == "equal":
            found += _piece("".join(old[start:end]), "kept")
        else:
            found += _piece("".join(old[start:end]), "removed")
            found += _piece("".join(new[new_start:new_end]), "added")
    return found


def _piece(text: str, fate: Fate) -> Iterator[Piece]:
    if text:
        yield Piece(text, fate)
