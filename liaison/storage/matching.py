"""Narrowing a list as one types: every word has to begin a word of the record."""

from liaison.storage.connection import Connection
from liaison.storage.search.clauses import Clauses, Wanted, exactly, written
from liaison.storage.search.query import parse
from liaison.storage.search.tokens import type_token

_MATCH = "SELECT rowid FROM search_text WHERE search_text MATCH ?"


def matching(connection: Connection, text: str, type_name: str) -> list[int] | None:
    """Return the numbers of all records of a type that match `text`, in no order.

    None where `text` holds no word: everything matches then. Words inside others and words with
    a slip count only where there is no better match.
    """
    query = parse(text)
    if not query.words:
        return None
    wanted = Wanted(connection, query)
    of_type = [exactly(type_token(type_name))]
    found = _match(connection, [*wanted.begun, of_type])
    if found:
        return found
    for clauses in wanted.guesses():
        found = _match(connection, [*clauses, of_type])
        if found:
            return found
    return []


def _match(connection: Connection, clauses: Clauses) -> list[int]:
    if not all(clauses):
        return []
    return [row[0] for row in connection.execute(_MATCH, (written(clauses),))]
