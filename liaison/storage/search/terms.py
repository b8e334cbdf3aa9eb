"""The words of the archive themselves: to complete, to look inside, to mend."""

import json
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from liaison.storage.connection import Connection

MOST: Final = 64
_LAST: Final = "\U0010ffff"
_GRAM: Final = 3
_SHORTEST_SLIP: Final = 4


def add(connection: Connection, words: AbstractSet[str]) -> None:
    """Keep those of `words` that the archive has not held before."""
    new = connection.execute(
        "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT term FROM search_term)",
        (json.dumps(sorted(words)),),
    )
    last = next(iter(connection.execute("SELECT coalesce(max(id), 0) FROM search_term")))[0]
    rows = [(number, row[0]) for number, row in enumerate(new, start=last + 1)]
    connection.executemany(
        "INSERT INTO search_term(id, term, backwards) VALUES (?, ?, ?)",
        ((number, word, word[::-1]) for number, word in rows),
    )
    connection.executemany("INSERT INTO search_infix(rowid, term) VALUES (?, ?)", rows)


def known(connection: Connection, words: Iterable[str]) -> set[str]:
    """Return those of `words` that stand in some record."""
    rows = connection.execute(
        "SELECT term FROM search_term WHERE term IN (SELECT value FROM json_each(?))",
        (json.dumps(list(words)),),
    )
    return {row[0] for row in rows}


def completions(connection: Connection, start: str) -> list[str]:
    """Return the words that begin with `start`, at most one more than `MOST`."""
    rows = connection.execute(
        "SELECT term FROM search_term WHERE term >= ? AND term < ? LIMIT ?",
        (start, start + _LAST, MOST + 1),
    )
    return [row[0] for row in rows]


def holding(connection: Connection, part: str) -> list[str]:
    """Return words that hold `part` somewhere, shortest first; none for one or two letters."""
    if len(part) < _GRAM:
        return []
    grams = dict.fromkeys(part[at : at + _GRAM] for at in range(len(part) - _GRAM + 1))
    rows = connection.execute(
        "SELECT term FROM search_term WHERE id IN"
        " (SELECT rowid FROM search_infix WHERE search_infix MATCH ?)"
        " AND instr(term, ?) ORDER BY length(term), term LIMIT ?",
        (" AND ".join(f'"{gram}"' for gram in grams), part, MOST),
    )
    return [row[0] for row in rows]


def near(connection: Connection, word: str) -> list[str]:
    """Return words that one slip makes `word`: a letter too many, missing, wrong, or swapped.

    One slip leaves one half of a word whole, or swaps the two letters where the halves meet.
    Figures are no slips of one another.
    """
    if len(word) < _SHORTEST_SLIP or any(letter.isdecimal() for letter in word):
        return []
    middle = len(word) // 2
    swapped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    candidates = [
        *_lying_between(connection, "term", word[:middle], len(word)),
        *_lying_between(connection, "backwards", word[middle:][::-1], len(word)),
        *known(connection, [swapped]),
    ]
    return [each for each in dict.fromkeys(candidates) if each != word and one_slip(word, each)]


def _lying_between(connection: Connection, column: str, start: str, length: int) -> Iterator[str]:
    rows = connection.execute(
        f"SELECT term FROM search_term WHERE {column} >= ? AND {column} < ?"  # noqa: S608 - one of two columns
        " AND length(term) BETWEEN ? AND ?",
        (start, start + _LAST, length - 1, length + 1),
    )
    return (row[0] for row in rows)


def one_slip(one: str, other: str) -> bool:
    """Tell whether one letter added, left out, changed or swapped makes `one` the other."""
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    swapped = one[start : start + 2] == other[start : start + 2][::-1]
    return one[start + 1 :] == other[start + 1 :] or (
        swapped and one[start + 2 :] == other[start + 2 :]
    )
