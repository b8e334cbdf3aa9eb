"""Keeping the indexes in step with the records."""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

from liaison.domain.schema import StoredFile
from liaison.storage.connection import Connection
from liaison.storage.search import schema, terms
from liaison.storage.search.dependants import depending
from liaison.storage.search.gather import Entry, Words, gather
from liaison.storage.search.tokens import pair

_BATCH: Final = 1000
_MANY: Final = 200
_PAGES_A_RECORD: Final = 4
_BINNED: Final = "SELECT id FROM entry WHERE deleted <> 0"
_LIVE: Final = (
    "SELECT id, uid, type, coalesce(title_fa, ''), coalesce(title_en, '') FROM entry"
    " WHERE deleted = 0"
)
_CHOSEN: Final = " AND uid IN (SELECT value FROM json_each(?))"


def update(connection: Connection, uids: Collection[str]) -> None:
    """Index the records anew as they now stand; those in the bin are found no more.

    With a record whose title changed go those that refer to it, since they are found by it.
    """
    waiting = list(dict.fromkeys(uids))
    done: set[str] = set()
    while waiting:
        batch, waiting = waiting[:_BATCH], waiting[_BATCH:]
        done.update(batch)
        given = (json.dumps(batch),)
        binned = connection.execute(f"{_BINNED}{_CHOSEN}", given)
        _forget(connection, [row[0] for row in binned])
        live = connection.execute(f"{_LIVE}{_CHOSEN}", given)
        entries = list(map(Entry._make, live))
        waiting += set(depending(connection, entries)) - done - set(waiting)
        _write(connection, gather(connection, entries), "INSERT OR REPLACE")
    if len(done) >= _MANY:
        _merge(connection, len(done) * _PAGES_A_RECORD)


def _merge(connection: Connection, pages: int) -> None:
    """Bring together what many records left in pieces; a search reads every piece."""
    for index in schema.INDEXES:
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('merge', ?)", (pages,))  # noqa: S608 - our own tables


def rebuild(connection: Connection, should_stop: Callable[[], bool] = lambda: False) -> bool:
    """Make the indexes anew from all records.

    False where `should_stop` broke it off: the caller then rolls its transaction back.
    """
    schema.drop(connection)
    schema.create(connection)
    for entries in _all_entries(connection):
        if should_stop():
            return False
        _write(connection, gather(connection, entries), "INSERT")
    for name in (*schema.INDEXES, "search_infix"):
        connection.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")  # noqa: S608 - our own tables
    return True


def _all_entries(connection: Connection) -> Iterator[list[Entry]]:
    last = 0
    while True:
        rows = connection.execute(f"{_LIVE} AND id > ? ORDER BY id LIMIT ?", (last, _BATCH))
        entries = list(map(Entry._make, rows))
        if not entries:
            return
        yield entries
        last = entries[-1].id


def _forget(connection: Connection, ids: Sequence[int]) -> None:
    for index in schema.INDEXES:
        connection.executemany(
            f"DELETE FROM {index} WHERE rowid = ?",  # noqa: S608 - our own tables
            [(number,) for number in ids],
        )
    connection.executemany("DELETE FROM search_holding WHERE id = ?", [(number,) for number in ids])


def _write(connection: Connection, records: Sequence[Words], insert: str) -> None:
    """Write records in the order of their ids, which lets an index take many at once."""
    for index, columns in zip(schema.INDEXES, _COLUMNS, strict=True):
        connection.executemany(
            f"{insert} INTO {index}(rowid, words) VALUES (?, ?)",
            [(words.id, columns(words)) for words in records],
        )
    terms.add(connection, {word for each in records for word in (*each.names, *each.texts)})
    connection.executemany(
        "DELETE FROM search_holding WHERE id = ?", [(words.id,) for words in records]
    )
    connection.executemany(
        "INSERT OR IGNORE INTO search_holding(id, sha256, name, size) VALUES (?, ?, ?, ?)",
        [
            (words.id, each.sha256, each.name, each.size)
            for words in records
            for each in words.files
        ],
    )


def _names(words: Words) -> str:
    return " ".join([words.type, *words.titles, *words.names, *map(pair, words.name_pairs)])


def _texts(words: Words) -> str:
    # What a record is called is part of what it says.
    texts = dict.fromkeys([*words.names, *words.texts])
    pairs = dict.fromkeys([*words.name_pairs, *words.text_pairs])
    return " ".join([words.type, *texts, *map(pair, pairs)])


_COLUMNS: Final = (_names, _texts)


def put_file_text(connection: Connection, sha256: str, text: str) -> None:
    """Keep what was read from a file, "" included, and find by it the records that hold it."""
    connection.execute("INSERT OR REPLACE INTO search_file VALUES (?, ?)", (sha256, text))
    reindex_holders(connection, sha256)


def reindex_holders(connection: Connection, sha256: str) -> None:
    """Index the records that hold a file anew: more is known of what it says."""
    holders = connection.execute(
        "SELECT uid FROM entry WHERE id IN (SELECT id FROM search_holding WHERE sha256 = ?)",
        (sha256,),
    )
    update(connection, [row[0] for row in holders])


def pending_files(connection: Connection) -> list[StoredFile]:
    """Return the files that records hold and nobody has read the text of, oldest record first."""
    rows = connection.execute(
        "SELECT sha256, name, size FROM search_holding WHERE sha256 NOT IN"
        " (SELECT sha256 FROM search_file) ORDER BY id"
    )
    return list({row[0]: StoredFile(*row) for row in rows}.values())
