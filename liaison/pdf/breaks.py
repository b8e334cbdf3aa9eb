"""Where a line may end: the part of UAX #14 that Persian and English prose needs."""

import re
from enum import IntEnum

from liaison.pdf.markup import LINE_BREAK

# What is dropped at the end of a line.
TRAILING = " \u200b" + LINE_BREAK

_OPENING = frozenset("([{«‹“‘")
_CLOSING = frozenset(")]}»›”’،؛؟!?.,:;٪%…۔")
_BETWEEN_LETTERS = frozenset("-/")
_DASHES = frozenset("–—")
_DATE = re.compile(r"\d{1,2} [^\W\d]{3,12} \d{4}\b")
_ENDERS = _BETWEEN_LETTERS | _DASHES | frozenset((" ", "\u200b", LINE_BREAK))


class Break(IntEnum):
    """How willingly a line ends: where nothing else would do, as usual, or in any case."""

    LAST = 0
    USUAL = 1
    FORCED = 2


def break_points(text: str) -> dict[int, Break]:
    """Give the positions at which a new line may start.

    A line never starts with a closing mark nor ends with an opening one (LB13, LB14); a hyphen or
    a slash ends a line only between letters (LB21), no hyphen does before a capital, as in the name
    Ali-Reza, and a zero-width non-joiner never does. Words joined by a hyphen and the parts of a
    date are parted only if they must be.
    """
    points: dict[int, Break] = {}
    for position, sign in enumerate(text[:-1], 1):
        if sign not in _ENDERS:
            continue
        if sign == LINE_BREAK:
            points[position] = Break.FORCED
        elif _may_break(text, position):
            points[position] = Break.LAST if sign == "-" else Break.USUAL
    for date in _DATE.finditer(text):
        inside = range(date.start() + 1, date.end())
        points |= {at: Break.LAST for at in inside if points.get(at) is Break.USUAL}
    return points


def _may_break(text: str, position: int) -> bool:
    """Say whether the text may be cut after the space, hyphen, slash or dash before a position."""
    before, after = text[position - 1], text[position]
    if after in TRAILING:
        return False
    if before == "\u200b":
        return True
    if before == " ":
        last = position - 2
        while last >= 0 and text[last] == " ":
            last -= 1
        return after not in _CLOSING and (last < 0 or text[last] not in _OPENING)
    if before in _DASHES:
        return after.isalpha()
    if before == "-" and after.isupper():
        return False
    return after.isalpha() and text[position - 2 : position - 1].isalpha()
