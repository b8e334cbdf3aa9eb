"""The texts of scans as the archive keeps them, and which scans wait to be read."""

import json
from collections.abc import Collection
from datetime import datetime
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from liaison.domain.schema import StoredFile
from liaison.storage import search
from liaison.storage.connection import Connection, scalar
from liaison.storage.scans.pages import ENDINGS
from liaison.storage.scans.scanned_text import ScannedText
from liaison.storage.settings import SCANS, Settings
from liaison.storage.store import Store

_COLUMNS: Final = "state, text, words, pages, languages, read_at"
_READ: Final = f"SELECT {_COLUMNS} FROM scanned_text WHERE sha256 = ?"  # noqa: S608 - our own columns
_KEEP: Final = (
    f"INSERT OR REPLACE INTO scanned_text(sha256, confidence, {_COLUMNS})"  # noqa: S608 - as above
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_COUNT_READ: Final = "SELECT count(*) FROM scanned_text WHERE state = 'read'"
_WAITING: Final = """
    SELECT sha256, holding.name, holding.size, search_file.text = ''
    FROM search_holding AS holding JOIN search_file USING (sha256)
    WHERE sha256 NOT IN (SELECT sha256 FROM scanned_text)
      AND EXISTS (
        SELECT 1 FROM document WHERE document.id = holding.id AND document.kind IS NOT 'photo')
    ORDER BY search_file.text <> '', holding.id"""


class Waiting(NamedTuple):
    """A file that may be a scan and was not read yet; `textless` where it holds no text itself."""

    file: StoredFile
    textless: bool


class Scans:
    """What was read from the scans of an archive: it follows from the files, so no undo."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def wanted(self) -> bool:
        """Whether the office wants its scans read; it does until it says otherwise."""
        return Settings(self._store).get(SCANS, default=True) is not False

    def waiting(self) -> list[Waiting]:
        """Return the files to be read, those without any text of their own first.

        Photographs are none, and only files the search has been through come up.
        """
        with self._store.reading() as connection:
            rows = connection.execute(_WAITING).fetchall()
        found = {
            row[0]: Waiting(StoredFile(*row[:3]), bool(row[3]))
            for row in rows
            if PurePath(row[1]).suffix.lower() in ENDINGS
        }
        return list(found.values())

    def of(self, sha256: str) -> ScannedText | None:
        """Return what was read from a content, None where nobody has looked yet."""
        with self._store.reading() as connection:
            row = connection.execute(_READ, (sha256,)).fetchone()
        return None if row is None else _loaded(*row)

    def count_read(self) -> int:
        """Return how many scans have a text."""
        with self._store.reading() as connection:
            return int(scalar(connection, _COUNT_READ))

    def keep(self, sha256: str, text: ScannedText) -> None:
        """Keep what was read from a content, and let its records be found by it."""
        values = (
            *(text.confidence if text.state == "read" else None, text.state, text.text),
            *(json.dumps(text.words), text.pages, text.languages, text.read_at.isoformat()),
        )
        with self._store.upkeep() as connection:
            connection.execute(_KEEP, (sha256, *values))
            search.reindex_holders(connection, sha256)

    def forget(self, sha256: str) -> None:
        """Let a content be read again."""
        with self._store.upkeep() as connection:
            connection.execute("DELETE FROM scanned_text WHERE sha256 = ?", (sha256,))
            search.reindex_holders(connection, sha256)


def drop_texts_of_others(connection: Connection, contents: Collection[str]) -> None:
    """Remove the texts of all contents but these."""
    connection.execute(
        "DELETE FROM scanned_text WHERE sha256 NOT IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(contents)),),
    )


def _loaded(
    *row: Any,
) -> ScannedText:
    state, text, words, pages, languages, read_at = row
    confidences = tuple(None if page is None else tuple(page) for page in json.loads(words))
    return ScannedText(state, text, confidences, pages, languages, datetime.fromisoformat(read_at))
