"""The tables beside those of the record types: changes, their history, titles, settings."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Unicode, false

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import Record

METADATA: Final = Record.metadata

CHANGE: Final = Table(
    "change",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Unicode, nullable=False),
    Column("author", Unicode, nullable=False),
    Column("label", Unicode, nullable=False),
    Column("kind", Unicode, nullable=False),
    Column("undoes", Integer, ForeignKey("change.id"), index=True),
)
"""One row for each thing somebody did: `kind` is change, undo, redo, purge,
migration, or for what no undo may touch: people (who can sign in) and travel (what went out)."""

HISTORY: Final = Table(
    "history",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("change", Integer, ForeignKey("change.id"), nullable=False, index=True),
    Column("type", Unicode, nullable=False),
    Column("uid", Unicode, nullable=False, index=True),
    Column("action", Unicode, nullable=False),
    Column("before", Unicode),
    Column("after", Unicode),
    Column("salt", LargeBinary),
)
"""What a change did to a row, written by triggers: JSON objects of stored values by column.

An addition has all columns in `after`, a removal all in `before`, anything else only those that
differ, in both. What is in the row is hashed with `salt`; all three go when the bin is emptied.
"""

LINK: Final = Table(
    "link",
    METADATA,
    Column("change", Integer, ForeignKey("change.id"), primary_key=True, autoincrement=False),
    Column("digest", LargeBinary, nullable=False),
    Column("seal", LargeBinary, nullable=False),
)
"""The chain: the hash of each change and all before it, and the seal on that hash."""

FORGOTTEN: Final = Table(
    "forgotten",
    METADATA,
    Column("history", Integer, ForeignKey("history.id"), primary_key=True, autoincrement=False),
    Column("change", Integer, ForeignKey("change.id"), nullable=False, index=True),
    Column("digest", LargeBinary, nullable=False),
)
"""Which rows of the history a purge emptied, and the hash of what they told."""

ENTRY: Final = Table(
    "entry",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("uid", Unicode, nullable=False, unique=True),
    Column("type", Unicode, nullable=False),
    Column("title_fa", Unicode, nullable=False),
    Column("title_en", Unicode, nullable=False),
    Column("sort_fa", LargeBinary, nullable=False),
    Column("sort_en", LargeBinary, nullable=False),
    Column("deleted", Integer, nullable=False, server_default=false()),
    Index("ix_entry_sort_fa", "type", "deleted", "sort_fa"),
    Index("ix_entry_sort_en", "type", "deleted", "sort_en"),
)
"""The title of every record in both languages, under the same number as the record itself."""

SETTING: Final = Table(
    "setting",
    METADATA,
    Column("key", Unicode, primary_key=True),
    Column("value", Unicode, nullable=False),
)
"""What the office set, as JSON."""

WRITING: Final = Table(
    "writing",
    METADATA,
    Column("change", Integer, ForeignKey("change.id"), primary_key=True, autoincrement=False),
)
"""Holds the change that is being written, and nothing between changes."""

STAMP: Final = Table(
    "stamp",
    METADATA,
    Column("name", Unicode, primary_key=True),
    Column("value", Unicode, nullable=False),
)
"""From which declarations the derived parts were made: triggers, indexes of lists, titles."""

ISSUED_PRINT: Final = Table(
    "issued_print",
    METADATA,
    Column("uid", Unicode, primary_key=True),
    Column("product", Unicode, nullable=False),
    Column("subject", Unicode, nullable=False, index=True),
    Column("languages", Unicode, nullable=False),
    Column("guest", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("day", Unicode, nullable=False),
    Column("issued_at", Unicode, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("reason", Unicode, nullable=False),
    Column("way", Unicode, nullable=False),
    Column("parts", Unicode, nullable=False),
)
"""What left the print room, one row each time; never changed, and no step of undo.

`subject` is the uid of the record a paper is about, empty for a list; it stays when the record is
gone. `parts` is JSON: key, both titles and the digest of each part.
"""

SCANNED_TEXT: Final = Table(
    "scanned_text",
    METADATA,
    Column("sha256", Unicode, primary_key=True),
    Column("state", Unicode, nullable=False),
    Column("text", Unicode, nullable=False),
    Column("words", Unicode, nullable=False),
    Column("confidence", Integer),
    Column("pages", Integer, nullable=False),
    Column("languages", Unicode, nullable=False),
    Column("read_at", Unicode, nullable=False),
)
"""What a program read off the picture of an attached file, one row a content; no step of undo.

`state` is read, nothing or failed; `words` is JSON and says which of them are doubtful;
`confidence` is the mean of all words, 0 to 100. It is kept because reading takes minutes.
"""


def table_of(name: str) -> Table:
    """Return the table called `name`."""
    return METADATA.tables[name]


def recorded_tables() -> Mapping[str, str]:
    """Return the tables whose rows have a history, with the column that names a row."""
    return {**{each.__tablename__: "uid" for each in CATALOGUE}, "setting": "key"}
