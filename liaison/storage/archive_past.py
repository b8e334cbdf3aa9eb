"""The journal of the whole archive: who did what, when, and to which record."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from liaison.domain.schema import Instant
from liaison.storage.connection import Connection
from liaison.storage.record_past import LAST, PastChange

_ENTRIES: Final = """
    SELECT change.id, change.at, change.author, change.label, change.kind,
           coalesce((SELECT kind FROM change AS move WHERE move.undoes = change.id
                     ORDER BY move.id DESC LIMIT 1), '') = 'undo',
           coalesce(told.type, ''), coalesce(told.uid, ''),
           coalesce(nullif(CASE :lang WHEN 'en' THEN title_en ELSE title_fa END, ''),
                    title_fa, title_en, ''),
           coalesce(deleted, 1),
           (SELECT count(DISTINCT uid) FROM history WHERE history.change = change.id)
    FROM change
    LEFT JOIN history AS told ON told.id = (
        SELECT min(id) FROM history
        WHERE history.change = change.id AND (:type = '' OR history.type = :type))
    LEFT JOIN entry ON entry.uid = told.uid
    WHERE change.id < :below
    AND (:author = '' OR change.author = :author)
    AND (:since = '' OR change.at >= :since) AND (:until = '' OR change.at < :until)
    AND (:type = '' OR told.id IS NOT NULL)
    ORDER BY change.id DESC LIMIT :limit"""
_AUTHORS: Final = "SELECT DISTINCT author FROM change WHERE author <> '' ORDER BY author"


@dataclass(frozen=True)
class Question:
    """Which changes of the archive are asked for, the newest first.

    `since` and `until` are moments, the latter not included; `below` is the number of the change
    that was read last.
    """

    author: str = ""
    type_name: str = ""
    since: datetime | None = None
    until: datetime | None = None
    below: int = LAST
    limit: int = 100


@dataclass(frozen=True)
class Entry(PastChange):
    """A change, with the record it is about first, whether that one can be opened, and how many.

    The type and the uid are empty where no record was written, as when people may sign in.
    """

    type_name: str = ""
    uid: str = ""
    title: str = ""
    is_live: bool = False
    records: int = 0


def entries(connection: Connection, asked: Question, lang: str) -> list[Entry]:
    """Return the changes of the archive that were asked for, in words of `lang`."""
    given = {
        "lang": lang,
        "type": asked.type_name,
        "author": asked.author,
        "since": _moment(asked.since),
        "until": _moment(asked.until),
        "below": asked.below,
        "limit": asked.limit,
    }
    return [_entry(*row) for row in connection.execute(_ENTRIES, given).fetchall()]


def _entry(  # noqa: PLR0913, PLR0917 - a row of the statement
    number: int,
    at: str,
    author: str,
    label: str,
    kind: str,
    taken_back: int,
    type_name: str,
    uid: str,
    title: str,
    deleted: int,
    records: int,
) -> Entry:
    change = (number, Instant().load(at), author, label, kind, bool(taken_back))
    return Entry(
        *change, type_name=type_name, uid=uid, title=title, is_live=not deleted, records=records
    )


def authors(connection: Connection) -> list[str]:
    """Return who changed something."""
    return [row[0] for row in connection.execute(_AUTHORS).fetchall()]


def _moment(at: datetime | None) -> str:
    return "" if at is None else str(Instant().store(at))
