"""The lines of a card, as RFC 2425 and RFC 6350 fold and escape them."""

from typing import Final

_LONGEST: Final = 75
"""Bytes of a line; what is longer goes on in the next one, after a space."""
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def escaped(text: str) -> str:
    """Return a text as it stands in a value."""
    return text.translate(_ESCAPES)


def folded(line: str) -> bytes:
    """Return a line with its end, folded where it is long, never inside a letter."""
    rest, pieces, room = line, [], _LONGEST
    while rest:
        piece = rest.encode()[:room].decode(errors="ignore")
        pieces.append(piece)
        rest, room = rest[len(piece) :], _LONGEST - 1
    return "\r\n ".join(pieces).encode() + b"\r\n"
