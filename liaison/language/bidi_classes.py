"""Bidirectional character classes, as the Unicode character database gives them."""

import re
from typing import Final
from unicodedata import bidirectional

ISOLATES: Final = frozenset({"LRI", "RLI", "FSI"})
EMBEDDINGS: Final = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED: Final = EMBEDDINGS | {"PDF", "BN"}
NEUTRALS: Final = ISOLATES | {"B", "S", "WS", "ON", "PDI"}

# Anything that can raise a level above zero in a left-to-right paragraph.
NEEDS_LEVELS: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

# Code points without a character yet: their class by block (DerivedBidiClass.txt, @missing).
_UNASSIGNED: Final = (
    (0x0590, 0x0600, "R"),
    (0x0600, 0x07C0, "AL"),
    (0x07C0, 0x0860, "R"),
    (0x0860, 0x0900, "AL"),
    (0x20A0, 0x20D0, "ET"),
    (0xFB1D, 0xFB50, "R"),
    (0xFB50, 0xFDD0, "AL"),
    (0xFDD0, 0xFDF0, "BN"),
    (0xFDF0, 0xFE00, "AL"),
    (0xFE70, 0xFF00, "AL"),
    (0x10800, 0x10D00, "R"),
    (0x10D00, 0x10D40, "AL"),
    (0x10D40, 0x10F30, "R"),
    (0x10F30, 0x10F70, "AL"),
    (0x10F70, 0x11000, "R"),
    (0x1E800, 0x1EC70, "R"),
    (0x1EC70, 0x1ECC0, "AL"),
    (0x1ECC0, 0x1ED00, "R"),
    (0x1ED00, 0x1ED50, "AL"),
    (0x1ED50, 0x1EE00, "R"),
    (0x1EE00, 0x1EF00, "AL"),
    (0x1EF00, 0x1F000, "R"),
)


def _unassigned(character: str) -> str:
    """Give the class of a code point the character database does not know yet."""
    code = ord(character)
    return next((kind for start, stop, kind in _UNASSIGNED if start <= code < stop), "L")


def classes(text: str) -> list[str]:
    """Give the bidirectional class of every character (short names: "L", "AL", "EN" …)."""
    return [bidirectional(character) or _unassigned(character) for character in text]


def first_strong(types: list[str], start: int, stop: int, *, isolate: bool = False) -> int | None:
    """Give 0 or 1 for the first strong class outside isolates, None where there is none (P2, P3).

    With `isolate` the walk ends at the first unmatched PDI, as rule X5c asks for an FSI.
    """
    depth = 0
    for position in range(start, stop):
        kind = types[position]
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            if isolate and not depth:
                return None
            depth = max(depth - 1, 0)
        elif not depth and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return None
