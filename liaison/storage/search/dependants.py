"""Records that are found by the title of another, and so follow when it changes."""

import json
from collections.abc import Sequence

from liaison.storage.connection import Connection
from liaison.storage.references import holders_of_any, links
from liaison.storage.search.gather import Entry
from liaison.storage.search.tokens import titles_token


def depending(connection: Connection, entries: Sequence[Entry]) -> list[str]:
    """Return the uids of the records that refer to those `entries` indexed under other titles.

    To be asked before the entries are indexed anew.
    """
    changed = _retitled(connection, entries)
    found: list[str] = []
    for link in links() if changed else ():
        values = [
            entry.uid if link.target else f"{entry.type}/{entry.uid}"
            for entry in changed
            if link.target in (entry.type, "")
        ]
        if values:
            found += holders_of_any(connection, link.record_type, link.field, values)
    return found


def _retitled(connection: Connection, entries: Sequence[Entry]) -> list[Entry]:
    """Return those `entries` that were indexed before, under titles they no longer bear."""
    indexed = {
        row[0]
        for row in connection.execute(
            "SELECT id FROM search_name_docsize WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([entry.id for entry in entries]),),
        )
    }
    same = "SELECT 1 FROM search_name WHERE search_name MATCH ? AND rowid = ?"
    return [
        entry
        for entry in entries
        if entry.id in indexed
        and not list(
            connection.execute(
                same, (f'"{titles_token(entry.title_fa, entry.title_en)}"', entry.id)
            )
        )
    ]
