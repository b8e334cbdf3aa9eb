"""The tables of the search, which hold nothing that cannot be built anew.

Two full-text indexes, keyed by `entry.id`, are fed words that are already search keys: those of
the names records are called by, and those of everything written in them. Every word is kept once
more by itself, for what is typed half, inside a word, or with a slip.
"""

from typing import Final

from liaison.language.keys import NORMALISER_VERSION
from liaison.storage.connection import Connection

VERSION: Final = f"{NORMALISER_VERSION}.3"
"""Changes with the normaliser and with what is put into the indexes."""

INDEXES: Final = ("search_name", "search_text")

# The words come as keys parted by spaces, so the plainest tokenizer cuts them exactly; a clever
# one would cut again at letters younger than its tables, and a cut word is a phrase, which an
# index without positions refuses.
_OPTIONS: Final = (
    "content='', contentless_delete=1, detail=none, prefix='1 2 3 4', tokenize='ascii'"
)
_TABLES: Final = (
    f"CREATE VIRTUAL TABLE search_name USING fts5(words, {_OPTIONS})",
    f"CREATE VIRTUAL TABLE search_text USING fts5(words, {_OPTIONS})",
    """CREATE TABLE search_term(
        id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE, backwards TEXT NOT NULL)""",
    "CREATE INDEX search_term_backwards ON search_term(backwards)",
    """CREATE VIRTUAL TABLE search_infix USING fts5(
        term, content='', columnsize=0, detail=none, tokenize='trigram case_sensitive 1')""",
    """CREATE TABLE search_holding(
        id INTEGER NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
        PRIMARY KEY(id, sha256)) WITHOUT ROWID""",
    "CREATE INDEX search_holding_file ON search_holding(sha256)",
    "CREATE TABLE search_version(version TEXT NOT NULL)",
    """CREATE TRIGGER search_forget AFTER DELETE ON entry BEGIN
        DELETE FROM search_name WHERE rowid = old.id;
        DELETE FROM search_text WHERE rowid = old.id;
        DELETE FROM search_holding WHERE id = old.id;
    END""",
)
_DROPPED: Final = (*INDEXES, "search_term", "search_infix", "search_holding", "search_version")
_BULK_BYTES: Final = 64 << 20
_FEWEST_PIECES: Final = 2
"""So many pieces of an index are brought together when that is asked for; not less than two."""


def create(connection: Connection) -> None:
    """Make the empty tables of the search, in an archive that has its `entry` table."""
    # What was read from attached files took a process each, so it outlives a rebuild.
    connection.execute(
        "CREATE TABLE IF NOT EXISTS search_file(sha256 TEXT PRIMARY KEY, text TEXT NOT NULL)"
    )
    for statement in _TABLES:
        connection.execute(statement)
    for index in INDEXES:
        for setting, value in (("hashsize", _BULK_BYTES), ("usermerge", _FEWEST_PIECES)):
            connection.execute(
                f"INSERT INTO {index}({index}, rank) VALUES (?, ?)",  # noqa: S608 - our own tables
                (setting, value),
            )
    connection.execute("INSERT INTO search_version VALUES (?)", (VERSION,))


def drop(connection: Connection) -> None:
    """Take the tables away, whatever earlier version made them; texts of files stay."""
    connection.execute("DROP TRIGGER IF EXISTS search_forget")
    for table in _DROPPED:
        connection.execute(f"DROP TABLE IF EXISTS {table}")


def is_current(connection: Connection) -> bool:
    """Tell whether the indexes were made as this version of the program makes them."""
    known = "SELECT count(*) FROM sqlite_master WHERE name = 'search_version'"
    if not next(iter(connection.execute(known)))[0]:
        return False
    return list(connection.execute("SELECT version FROM search_version")) == [(VERSION,)]
