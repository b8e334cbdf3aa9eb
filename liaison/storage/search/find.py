"""Finding records: the surest matches first, the newest first among equals."""

import json
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from typing import Final

from liaison.storage.connection import Connection
from liaison.storage.search.clauses import Clauses, Wanted, exactly, written
from liaison.storage.search.gather import Entry
from liaison.storage.search.marking import Marker
from liaison.storage.search.query import Query, parse
from liaison.storage.search.snippet import REASONED, Hit, hits
from liaison.storage.search.tokens import START, START_LENGTH, type_token, whole_token

FIRST: Final = range(REASONED)


def find(
    connection: Connection,
    text: str,
    *,
    types: Collection[str] = (),
    limit: int = 50,
    among: Collection[str] | None = None,
    reasoned: range = FIRST,
) -> list[Hit]:
    """Return the records that hold every word of `text` in any of its spellings; at most `limit`.

    `types` are the names of the types sought, all where it is empty. First come titles equal to
    the text, then titles it begins, names that hold its words, texts that hold them, and words
    that others join. Only where there are none of all these: its words scattered, inside longer
    words, or with one slip. No text is an error. `among` keeps only the records of these uids;
    those at the places `reasoned` say why they were found.
    """
    query = parse(text)
    if not query.words or limit < 1:
        return []
    search = _Search(connection, query, types, limit)
    entries = search.entries()
    if among is not None:
        entries = [each for each in entries if each.uid in among]
    marker = Marker(search.wanted.shown, query.typed, inside=search.wanted.shown_inside)
    return hits(connection, entries, query.words, marker, reasoned)


class _Search:
    """One search on its way through the indexes."""

    def __init__(
        self, connection: Connection, query: Query, types: Collection[str], limit: int
    ) -> None:
        self._connection = connection
        self._query = query
        self._limit = limit
        self._types = [[exactly(type_token(each)) for each in types]] if types else []
        self._type_names = frozenset(types)
        self.wanted = Wanted(connection, query)

    def entries(self) -> list[Entry]:
        """Return the records found, best first."""
        found: dict[int, Entry] = {}
        for entries in self._sure(found):
            for entry in entries:
                found.setdefault(entry.id, entry)
            if len(found) >= self._limit:
                break
        guesses = () if found else self.wanted.guesses()
        for clauses in guesses:
            guessed = self._live(self._match("search_text", clauses, self._limit))
            if guessed:
                return self._named_first(clauses, guessed)
        return list(found.values())[: self._limit]

    def _named_first(self, clauses: Clauses, guessed: Iterable[Entry]) -> list[Entry]:
        """Put before the records found by a guess those that are called so, short titles first."""
        named = self._live(self._match("search_name", clauses, self._limit))
        named.sort(key=_title_length)
        known = {each.id for each in named}
        return [*named, *(each for each in guessed if each.id not in known)][: self._limit]

    def _sure(self, found: Mapping[int, Entry]) -> Iterator[Iterable[Entry]]:
        """Look in the places where a match is what was meant, the most telling first."""
        exact, begun = self.wanted.exact, self.wanted.begun
        named = self._match("search_name", begun, self._limit)
        if named or len(self._query.key) <= START_LENGTH:
            yield self._titled()
            yield self._titles_begun()
        if named:
            yield self._live(self._match("search_name", exact, self._limit), found)
            yield self._live(named, found)
        for clauses in (exact, begun) if exact != begun else (begun,):
            ids = self._match("search_text", clauses, self._limit + len(found))
            yield self._live(ids, found)

    def _titled(self) -> list[Entry]:
        """Return the records that are called just what was typed."""
        whole = [[exactly(whole_token(self._query.key))]]
        return self._live(self._match("search_name", whole, self._limit))

    def _titles_begun(self) -> list[Entry]:
        """Return the records whose title begins with what was typed, short titles first."""
        key = self._query.key
        clauses: Clauses = [[exactly(START + key[:START_LENGTH])]]
        if len(key) > START_LENGTH:
            clauses = [*clauses, *self.wanted.begun]
        entries = self._live(self._match("search_name", clauses, 2 * self._limit))
        return sorted(entries, key=_title_length)

    def _match(self, index: str, clauses: Clauses, limit: int) -> list[int]:
        """Return the newest ids of an index that match all `clauses` and are of a type sought."""
        if not all(clauses):
            return []
        rows = self._connection.execute(
            f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?",  # noqa: S608 - one of our own tables
            (written([*clauses, *self._types]), limit),
        )
        return [row[0] for row in rows]

    def _live(self, ids: Iterable[int], found: Container[int] = ()) -> list[Entry]:
        """Return the entries of `ids` not `found` yet; none from the bin, or of another type."""
        ids = [number for number in ids if number not in found]
        if not ids:
            return []
        rows = self._connection.execute(
            "SELECT id, uid, type, coalesce(title_fa, ''), coalesce(title_en, '') FROM entry"
            " WHERE deleted = 0 AND id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
        entries = {row[0]: Entry._make(row) for row in rows}
        return [
            entries[number]
            for number in ids
            if number in entries and (not self._types or entries[number].type in self._type_names)
        ]


def _title_length(entry: Entry) -> int:
    return len(entry.title_fa or entry.title_en)
