"""How many records of each type match what was typed, counted only so far."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from liaison.storage.connection import Connection
from liaison.storage.search.clauses import Clauses, Wanted, exactly, written
from liaison.storage.search.query import parse
from liaison.storage.search.tokens import START, START_LENGTH, type_token

MOST: Final = 500
"""So many of a type are counted: whoever finds more types another word."""

_LIVE: Final = (
    "SELECT type, count(*) FROM entry"
    " WHERE deleted = 0 AND id IN (SELECT value FROM json_each(?)) GROUP BY type"
)


@dataclass(frozen=True)
class Tally:
    """The records found by type name; `widened` where only similar words were found."""

    counts: Mapping[str, int]
    widened: bool = False

    @property
    def total(self) -> int:
        """How many were counted in all."""
        return sum(self.counts.values())

    @property
    def whole(self) -> bool:
        """Whether there are no more than were counted."""
        return all(count < MOST for count in self.counts.values())


def tally(connection: Connection, text: str, types: Iterable[str]) -> Tally:
    """Count by type what `find` finds for `text`, at most `MOST` of each of `types`."""
    query = parse(text)
    if not query.words:
        return Tally({})
    wanted = Wanted(connection, query)
    begun = [("search_text", wanted.begun), ("search_name", wanted.begun)]
    titled = [("search_name", [[exactly(START + query.key[:START_LENGTH])]])]
    sure = [*begun, *(titled if len(query.key) <= START_LENGTH else ())]
    if len(query.key) > START_LENGTH:
        sure += [(index, [*titled[0][1], *clauses]) for index, clauses in begun[1:]]
    counts = _counts(connection, sure, types)
    if counts:
        return Tally(counts)
    for clauses in wanted.guesses():
        counts = _counts(connection, [("search_text", clauses)], types)
        if counts:
            return Tally(counts, widened=True)
    return Tally({})


def _counts(
    connection: Connection, asked: list[tuple[str, Clauses]], types: Iterable[str]
) -> dict[str, int]:
    """Count the newest matches; each type alone only where they are too many for that."""
    ids = set(_ids(connection, asked))
    if len(ids) < MOST:
        return dict(_live(connection, ids))
    found: Counter[str] = Counter()
    for each in types:
        of_type = [[exactly(type_token(each))]]
        narrowed = [(index, [*clauses, *of_type]) for index, clauses in asked]
        number = dict(_live(connection, set(_ids(connection, narrowed)))).get(each, 0)
        if number:
            found[each] = min(number, MOST)
    return dict(found)


def _ids(connection: Connection, asked: Iterable[tuple[str, Clauses]]) -> Iterator[int]:
    for index, clauses in asked:
        if all(clauses):
            rows = connection.execute(
                f"SELECT rowid FROM {index} WHERE {index} MATCH ? LIMIT ?",  # noqa: S608 - one of our own tables
                (written(clauses), MOST),
            )
            yield from (row[0] for row in rows)


def _live(connection: Connection, ids: set[int]) -> Iterator[tuple[str, int]]:
    if ids:
        rows = connection.execute(_LIVE, (json.dumps(list(ids)),))
        yield from ((name, count) for name, count in rows)
