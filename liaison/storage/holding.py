"""Which attached files the records speak of, now and in their past."""

import json
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import select

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import File, RecordType, StoredFile, fields_of_kind
from liaison.storage.connection import Connection
from liaison.storage.statements import sql, table

_IN_HISTORY: Final = "SELECT before, after FROM history WHERE type = ?"


def spoken_of(connection: Connection) -> set[str]:
    """Return the SHA-256 of every file that records hold, or that undo could bring back."""
    known = {file.sha256 for each in CATALOGUE for _uid, file in held(connection, each)}
    known.update(File().load(each).sha256 for each in _remembered(connection))
    return known


def held(connection: Connection, record_type: RecordType) -> Iterator[tuple[str, StoredFile]]:
    """Yield the files that records of a type hold, the bin included."""
    own = table(record_type).c
    for key, described in fields_of_kind(record_type, File).items():
        statement = sql(select(own.uid, own[key]).where(own[key].is_not(None)))
        for uid, stored in connection.execute(statement).fetchall():
            yield uid, described.kind.load(stored)


def _remembered(connection: Connection) -> Iterator[str]:
    """Yield the files, as stored, that undo could still bring back."""
    for record_type in CATALOGUE:
        keys = fields_of_kind(record_type, File)
        if not keys:
            continue
        for row in connection.execute(_IN_HISTORY, (record_type.__tablename__,)):
            for values in (values_told(each) for each in row if each):
                yield from (values[key] for key in keys if values.get(key))


def values_told(text: str) -> dict[str, Any]:
    """Return the values a history row tells, none where it was altered so that none are left."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
